import { fieldsOf, isUiObjectName, summaryIdOf, toPaymentRecord } from 'c/paymentUiRecord';

const field = (value: unknown) => ({ value, displayValue: null });

describe('the fields to ask for', () => {
    it('are known for the four objects that have a record page of their own', () => {
        const names = [
            'PaymentAuthorization',
            'Payment',
            'Refund',
            'PaymentGatewayLog',
            'Account',
            'toString',
            undefined
        ];
        expect(names.filter(isUiObjectName)).toEqual([
            'PaymentAuthorization',
            'Payment',
            'Refund',
            'PaymentGatewayLog'
        ]);
    });

    it('begin with the object, and are those that the object has', () => {
        expect(fieldsOf('Refund')).toContain('Refund.GatewayRefNumber');
        expect(fieldsOf('Refund')).not.toContain('Refund.GatewayAuthCode');
        expect(fieldsOf('PaymentGatewayLog')).toContain('PaymentGatewayLog.GatewayMessage');
    });
});

describe('toPaymentRecord', () => {
    it('takes over what is there, and leaves out what is empty, hidden or not asked for', () => {
        const uiRecord = {
            apiName: 'Payment',
            id: 'p1',
            fields: {
                GatewayRefNumber: field('pi_3Mtw'),
                OrderPaymentSummaryId: field('s1'),
                stripeAccountId__c: field(null),
                Amount: field(20)
            }
        };
        const payment = toPaymentRecord('Payment', uiRecord);
        expect(payment).toEqual({
            objectName: 'Payment',
            record: { Id: 'p1', GatewayRefNumber: 'pi_3Mtw', OrderPaymentSummaryId: 's1' }
        });
        expect(summaryIdOf(payment)).toBe('s1');
    });

    it('names no summary where the record names none', () => {
        const log = toPaymentRecord('PaymentGatewayLog', {
            apiName: 'PaymentGatewayLog',
            id: 'l1',
            fields: { OrderPaymentSummaryId: field(null) }
        });
        expect(summaryIdOf(log)).toBeUndefined();
    });
});
