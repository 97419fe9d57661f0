import type { PaymentRecord } from 'c/paymentRecord';

/** Orders records by their ids, of which no two are the same, so that the order of the input does not matter. */
export function byId(left: PaymentRecord, right: PaymentRecord): number {
    return left.record.Id < right.record.Id ? -1 : 1;
}
