import type { StripeMode } from 'c/gatewayReference';
import type { Finding, ReportObject } from '../judge/findings.ts';
import type { ReportRow } from '../judge/reportRow.ts';
import type { FieldChange } from '../write/fieldChanges.ts';
import type { Totals } from './totals.ts';

/** What a run found out. Findings and rows are read one by one: there may be more than memory holds. */
export interface Report {
    org: string;
    /** The org's address, without a slash at its end. */
    orgUrl: string;
    /** When the run began that asked Stripe, in milliseconds since 1970. */
    began: number;
    /** Null where the restricted key may not read it. */
    account: string | null;
    mode: StripeMode;
    totals: Totals;
    findings(): Iterable<Finding>;
    rows(): Iterable<ReportRow>;
    /** What --write would write; empty without it. */
    changes(): Iterable<FieldChange>;
}

/** The record in the org. Finding and row name a PaymentIntent where no record is concerned. */
export function recordUrl({ orgUrl }: Report, { object, id }: { object: ReportObject; id: string }): string | null {
    return object === 'PaymentIntent' ? null : `${orgUrl}/lightning/r/${object}/${id}/view`;
}

export type ReportFormat = 'table' | 'csv' | 'json' | 'html';

export const REPORT_FORMATS: readonly ReportFormat[] = ['table', 'csv', 'json', 'html'];
