import type { PaymentRecord, PaymentRecords } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import { RecordIndex, relatedRecords, tracePayment } from 'c/paymentTrace';

const SUMMARY = { Id: 'summary', OrderSummary: { OrderNumber: '00001234' } };
const AUTHORIZATION = { Id: 'authorization', GatewayRefNumber: 'pi_3Mtw' };
const PAYMENT = { Id: 'payment', GatewayRefNumber: 'SF123456', PaymentAuthorizationId: 'authorization' };
const REFUND = { Id: 'refund', GatewayRefNumber: 'SF654321' };
const LINE = { Id: 'line', RefundId: 'refund', PaymentId: 'payment' };

/** Traces one record of a page of records. */
function trace(objectName: PaymentRecord['objectName'], records: Partial<PaymentRecords>, id?: string) {
    const index = new RecordIndex({ ...NO_RECORDS, ...records });
    const start = index.byObject[objectName].find(({ record }) => id === undefined || record.Id === id);
    if (!start) {
        throw new Error(`No ${objectName} to start from.`);
    }
    return tracePayment(start, relatedRecords(start, index), index);
}

describe('tracePayment', () => {
    it('opens the own reference where it has a page', () => {
        const { target, steps } = trace('Payment', { payments: [{ ...PAYMENT, GatewayRefNumber: 'pi_9' }] });
        expect(target).toMatchObject({ id: 'pi_9' });
        expect(steps).toHaveLength(1);
    });

    it('leads from a payment that Salesforce numbered to its authorization', () => {
        const { own, target, foundIn } = trace('Payment', { payments: [PAYMENT], authorizations: [AUTHORIZATION] });
        expect(own).toEqual({ kind: 'salesforce', number: 'SF123456' });
        expect(target).toMatchObject({ id: 'pi_3Mtw' });
        expect(foundIn?.payment).toMatchObject({ objectName: 'PaymentAuthorization', record: AUTHORIZATION });
    });

    it('leads from a refund by its payment to the authorization, and keeps every step', () => {
        const records = {
            refunds: [REFUND],
            refundLines: [LINE],
            payments: [PAYMENT],
            authorizations: [AUTHORIZATION]
        };
        const { target, steps } = trace('Refund', records);
        expect(target).toMatchObject({ id: 'pi_3Mtw' });
        expect(steps.map(({ payment }) => payment.record.Id)).toEqual(['refund', 'payment', 'authorization']);
    });

    it('leads from the log of a refund all the way up', () => {
        const log = { Id: 'log', GatewayRefNumber: 'SF654321', ReferencedEntityId: 'refund' };
        const records = {
            logs: [log],
            refunds: [REFUND],
            refundLines: [LINE],
            payments: [PAYMENT],
            authorizations: [AUTHORIZATION]
        };
        expect(trace('PaymentGatewayLog', records).target).toMatchObject({ id: 'pi_3Mtw' });
    });

    it('leads from the log of a reversal to the authorization that was reversed', () => {
        const adjustment = { Id: 'adjustment', GatewayRefNumber: 'SF1', PaymentAuthorizationId: 'authorization' };
        const log = { Id: 'log', GatewayRefNumber: 'SF1', ReferencedEntityId: 'adjustment' };
        const records = { logs: [log], adjustments: [adjustment], authorizations: [AUTHORIZATION] };
        expect(trace('PaymentGatewayLog', records).target).toMatchObject({ id: 'pi_3Mtw' });
    });

    it('prefers the source of a balance transaction in a log, then the authorization, then a search', () => {
        const payment = { ...PAYMENT, GatewayRefNumber: 'txn_1' };
        const log = { Id: 'log', GatewayAuthCode: 'ch_3Mml', ReferencedEntityId: 'payment' };
        const authorizations = [AUTHORIZATION];
        expect(trace('Payment', { payments: [payment], logs: [log], authorizations }).target).toMatchObject({
            id: 'ch_3Mml'
        });
        expect(trace('Payment', { payments: [payment], authorizations }).target).toMatchObject({ id: 'pi_3Mtw' });
        const { own, target, foundIn, steps } = trace('Payment', { payments: [payment] });
        expect(target).toBe(own);
        expect(foundIn).toBe(steps[0]);
    });

    it.each([
        ['PaymentIntentGuid', 'pi_7'],
        ['GatewayRefDetails', '{"payment_intent":"pi_7"}'],
        ['GatewayResultCodeDescription', 'Captured pi_7.']
    ])('finds an id in %s', (field, text) => {
        const { target, foundIn } = trace('Payment', { payments: [{ ...PAYMENT, [field]: text }] });
        expect(target).toMatchObject({ id: 'pi_7' });
        expect(foundIn?.field).toBe(field);
    });

    it('does not take a customer or a balance transaction for the payment', () => {
        const payment = { ...PAYMENT, GatewayResultCode: 'txn_7', GatewayResultCodeDescription: 'cus_7' };
        expect(trace('Payment', { payments: [payment] }).target).toBeUndefined();
    });

    it('takes the only authorization of the summary for a refund without lines, but not one of two', () => {
        expect(trace('Refund', { refunds: [REFUND], authorizations: [AUTHORIZATION] }).target).toMatchObject({
            id: 'pi_3Mtw'
        });
        const two = [AUTHORIZATION, { ...AUTHORIZATION, Id: 'second' }];
        expect(trace('Refund', { refunds: [REFUND], authorizations: two }).target).toBeUndefined();
    });

    it('takes the only authorization for a reversal that names none, whatever summary the page is of', () => {
        const adjustments = [{ Id: 'adjustment', GatewayRefNumber: 'SF1' }];
        const authorizations = [{ ...AUTHORIZATION, OrderPaymentSummaryId: 'summary' }];
        expect(trace('PaymentAuthAdjustment', { adjustments, authorizations }).target).toMatchObject({ id: 'pi_3Mtw' });
    });

    it('leads from an authorization to no other one', () => {
        const authorizations = [{ Id: 'authorization', GatewayRefNumber: 'SF1' }];
        expect(trace('PaymentAuthorization', { authorizations }).steps).toHaveLength(1);
    });

    it.each(['SF123456', '', 'pi_3_secret_x', '<b>'])(
        'searches for the order as the last resort for %j',
        (GatewayRefNumber) => {
            const { target, foundIn } = trace('Payment', {
                summary: SUMMARY,
                payments: [{ Id: 'payment', GatewayRefNumber }]
            });
            expect(target).toEqual({ kind: 'orderNumber', number: '00001234' });
            expect(foundIn).toBeUndefined();
        }
    );

    it('does not search Stripe for the reference of another gateway', () => {
        const payments = [{ Id: 'payment', GatewayRefNumber: '8835AB' }];
        expect(trace('Payment', { summary: SUMMARY, payments }).target).toBeUndefined();
    });

    it('keeps the steps up to the one that was found, by field, and leaves out what is empty or no payment', () => {
        const authorization = { ...AUTHORIZATION, GatewayAuthCode: 'ch_3Mml' };
        const payment = { ...PAYMENT, GatewayResultCode: 'txn_7' };
        const found = trace('Payment', { payments: [payment], authorizations: [authorization] });
        expect(found.steps.map(({ payment: { record }, field }) => [record.Id, field])).toEqual([
            ['payment', 'GatewayRefNumber'],
            ['authorization', 'GatewayRefNumber']
        ]);
        const nothing = trace('Payment', { payments: [payment], authorizations: [{ Id: 'authorization' }] });
        expect(nothing.steps).toHaveLength(1);
    });

    it('follows every line of a refund, and none that names no payment', () => {
        const payments = [{ ...PAYMENT, Id: 'first', GatewayRefNumber: 'pi_1' }, PAYMENT];
        const refundLines = [{ Id: 'broken', RefundId: 'refund' }, { ...LINE, PaymentId: 'first' }, LINE];
        expect(trace('Refund', { refunds: [REFUND], refundLines, payments }).target).toMatchObject({ id: 'pi_1' });
    });

    it('does without the order of the summary', () => {
        expect(trace('Payment', { summary: { Id: 'summary' }, payments: [PAYMENT] }).target).toBeUndefined();
    });

    it('looks at each record once, however many lines lead to it', () => {
        const refundLines = [LINE, { ...LINE, Id: 'second' }];
        const { steps } = trace('Refund', { refunds: [REFUND], refundLines, payments: [PAYMENT] });
        expect(steps.map(({ payment }) => payment.record.Id)).toEqual(['refund', 'payment']);
    });
});
