import type { PaymentRecord } from 'c/paymentRecord';
import { recordNumber } from 'c/paymentRecord';

const Id = '0aQ000000000001AAA';

const RECORDS: [PaymentRecord, string][] = [
    [{ objectName: 'PaymentAuthorization', record: { Id, PaymentAuthorizationNumber: 'PA-1' } }, 'PA-1'],
    [{ objectName: 'PaymentAuthAdjustment', record: { Id, PaymentAuthAdjustmentNumber: 'PAA-1' } }, 'PAA-1'],
    [{ objectName: 'Payment', record: { Id, PaymentNumber: 'P-1' } }, 'P-1'],
    [{ objectName: 'Refund', record: { Id, RefundNumber: 'R-1' } }, 'R-1'],
    [{ objectName: 'PaymentGatewayLog', record: { Id, PaymentGatewayLogNumber: 'PGL-1' } }, 'PGL-1']
];

describe('recordNumber', () => {
    it.each(RECORDS)('is the name field of the object, or the id where that is hidden: %j', (payment, number) => {
        expect(recordNumber(payment)).toBe(number);
        expect(recordNumber({ objectName: payment.objectName, record: { Id } })).toBe(Id);
    });
});
