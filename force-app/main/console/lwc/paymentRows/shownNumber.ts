import { shownText } from 'c/displayFormat';
import type { PaymentRecord } from 'c/paymentRecord';
import { recordNumber } from 'c/paymentRecord';

/** The number of a record as it is shown: like any field it may hold what must not be shown. */
export function shownNumber(payment: PaymentRecord): string {
    return shownText(recordNumber(payment));
}
