import type { PaymentRecord, PaymentRecords } from 'c/paymentRecord';

/** A record that has an amount: everything but a log. */
export type MoneyPaymentRecord = Exclude<PaymentRecord, { objectName: 'PaymentGatewayLog' }>;

/** The lists of records with an amount. */
export type MoneyListName = 'authorizations' | 'adjustments' | 'payments' | 'refunds';

/** For each list, whether every record that exists is in it. False while it loads, if it fails, or if it is denied. */
export type CompleteLists = Readonly<Record<Exclude<keyof PaymentRecords, 'summary'>, boolean>>;

/** What a record's status means for the totals. */
export type Standing = 'counted' | 'pending' | 'uncounted' | 'unknown';

/**
 * The values of Status on the four objects (Object Reference v67). Only Processed is "finalized"; a Draft "can be
 * edited"; Canceled is "unapplied", and a canceled reversal gives the authorization its balance back; a Failed
 * authorization never held. Pending amounts have totals of their own. The values of Refund.Status could not be read
 * there; another value, and none, is unknown and counts in no total.
 */
const STANDINGS: ReadonlyMap<string | undefined, Standing> = new Map([
    ['Processed', 'counted'],
    ['Pending', 'pending'],
    ['Draft', 'uncounted'],
    ['Canceled', 'uncounted'],
    ['Failed', 'uncounted']
]);

export function standingOf({ record }: MoneyPaymentRecord): Standing {
    return STANDINGS.get(record.Status) ?? 'unknown';
}

/** A record of one object. */
type MoneyRecordOf<Name extends MoneyPaymentRecord['objectName']> = Extract<MoneyPaymentRecord, { objectName: Name }>;

interface MoneyLists extends Readonly<Record<MoneyListName, MoneyPaymentRecord[]>> {
    readonly payments: MoneyRecordOf<'Payment'>[];
}

/** The records of each list together with the name of their object. */
export function moneyRecordsOf(records: PaymentRecords): MoneyLists {
    return {
        authorizations: records.authorizations.map((record) => ({ objectName: 'PaymentAuthorization', record })),
        adjustments: records.adjustments.map((record) => ({ objectName: 'PaymentAuthAdjustment', record })),
        payments: records.payments.map((record) => ({ objectName: 'Payment', record })),
        refunds: records.refunds.map((record) => ({ objectName: 'Refund', record }))
    };
}
