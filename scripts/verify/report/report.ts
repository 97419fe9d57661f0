import type { StripeMode } from 'c/gatewayReference';
import type { Finding } from '../judge/findings.ts';
import type { ReportRow } from '../judge/reportRow.ts';
import type { FieldChange } from '../write/fieldChanges.ts';
import type { Totals } from './totals.ts';

/** What a run found out. Findings and rows are read one by one: there may be more than memory holds. */
export interface Report {
    org: string;
    /** Null where the restricted key may not read it. */
    account: string | null;
    mode: StripeMode;
    totals: Totals;
    findings(): Iterable<Finding>;
    rows(): Iterable<ReportRow>;
    /** What --write would write; empty without it. */
    changes(): Iterable<FieldChange>;
}

export type ReportFormat = 'table' | 'csv' | 'json' | 'html';

export const REPORT_FORMATS: readonly ReportFormat[] = ['table', 'csv', 'json', 'html'];
