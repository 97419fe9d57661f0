import type { PaymentRecord } from 'c/paymentRecord';
import { decimalText } from './amounts.ts';

/** What a record tells of itself, for a finding that compares nothing: what is at stake, and whether it counts. */
export function recordText(payment: PaymentRecord): string {
    if (payment.objectName === 'PaymentGatewayLog') {
        const { InteractionType = 'log', InteractionStatus = 'no status' } = payment.record;
        return `${InteractionType}, ${InteractionStatus}`;
    }
    const { Amount, CurrencyIsoCode, Status = 'no status' } = payment.record;
    return `${decimalText(Amount, CurrencyIsoCode)}, ${Status}`;
}
