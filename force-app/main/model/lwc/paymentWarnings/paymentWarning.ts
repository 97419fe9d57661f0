import type { PaymentRecord, PaymentRecords } from 'c/paymentRecord';
import type { AuthorizationBalance, CompleteLists } from 'c/paymentTotals';

/** `error`: money may be wrong. `warning`: somebody should look. `info`: good to know. */
export type WarningSeverity = 'error' | 'warning' | 'info';

/** What is wrong, without the records that it concerns. Amounts are decimals in major units. */
export type WarningDetail =
    /** The gateway says that it failed, but the record is Processed, and counts in the totals. */
    | { kind: 'failedButProcessed' }
    /** By our own sums of the records, or by the totals that the summary has stored. */
    | { kind: 'refundedMoreThanCaptured'; captured: number; refunded: number; source: 'records' | 'summary' }
    /** A processed payment from which no way leads to an object of Stripe. */
    | { kind: 'noStripeReference' }
    /** Several payments that count have the same gateway reference: one may have been recorded twice. */
    | { kind: 'sharedReference'; reference: string }
    /** An authorization can soon no longer be captured, with something left of it. */
    | { kind: 'expiresSoon'; at: string; millisecondsLeft: number; balance: AuthorizationBalance }
    /** An authorization can no longer be captured, with something left of it. */
    | { kind: 'expired'; at: string; balance: AuthorizationBalance }
    /** A payment has lost its place: a capture names no authorization, or one that is not there; or no summary. */
    | { kind: 'orphanedPayment'; missing: 'authorizationId' | 'authorization' | 'summary' }
    /** A log names a record that is not there, or money was moved at the gateway and the log names no record. */
    | { kind: 'orphanedLog'; missing: 'record' | 'recordId' };

/** Something worth an agent's time. */
export type PaymentWarning = WarningDetail & { severity: WarningSeverity; records: readonly PaymentRecord[] };

/** What warnings are found in. */
export interface WarningInput {
    records: PaymentRecords;
    complete: CompleteLists;
    /** Milliseconds since the epoch. */
    now: number;
}
