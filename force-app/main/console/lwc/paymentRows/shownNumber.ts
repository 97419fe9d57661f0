import type { PaymentRecord } from 'c/paymentRecord';
import { recordNumber } from 'c/paymentRecord';
import { redactText } from 'c/redaction';

/** The number of a record as it is shown: like any field it may hold what must not be shown. */
export function shownNumber(payment: PaymentRecord): string {
    return redactText(recordNumber(payment));
}
