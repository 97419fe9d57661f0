import { recordNumber } from 'c/paymentRecord';

describe('recordNumber', () => {
    it('is the name field of each object, or the id where that is hidden', () => {
        const Id = '0aQ000000000001AAA';
        expect(
            recordNumber({ objectName: 'PaymentAuthorization', record: { Id, PaymentAuthorizationNumber: 'PA-1' } })
        ).toBe('PA-1');
        expect(
            recordNumber({ objectName: 'PaymentAuthAdjustment', record: { Id, PaymentAuthAdjustmentNumber: 'PAA-1' } })
        ).toBe('PAA-1');
        expect(recordNumber({ objectName: 'Payment', record: { Id, PaymentNumber: 'P-1' } })).toBe('P-1');
        expect(recordNumber({ objectName: 'Refund', record: { Id, RefundNumber: 'R-1' } })).toBe('R-1');
        expect(
            recordNumber({ objectName: 'PaymentGatewayLog', record: { Id, PaymentGatewayLogNumber: 'PGL-1' } })
        ).toBe('PGL-1');
        expect(recordNumber({ objectName: 'Payment', record: { Id } })).toBe(Id);
    });
});
