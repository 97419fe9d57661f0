import type { PaymentRecord } from 'c/paymentRecord';

/** Orders records by their ids, so that the order of the input does not matter. */
export function byId(left: PaymentRecord, right: PaymentRecord): number {
    if (left.record.Id === right.record.Id) {
        return 0;
    }
    return left.record.Id < right.record.Id ? -1 : 1;
}
