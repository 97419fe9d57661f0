import { createElement } from 'lwc';
import getGatewayLogs from '@salesforce/apex/OrderPaymentReader.getGatewayLogs';
import getGatewayLogsOfRecords from '@salesforce/apex/OrderPaymentReader.getGatewayLogsOfRecords';
import getGatewaySettings from '@salesforce/apex/OrderPaymentReader.getGatewaySettings';
import getOrderPaymentSummary from '@salesforce/apex/OrderPaymentReader.getOrderPaymentSummary';
import getOrganization from '@salesforce/apex/OrderPaymentReader.getOrganization';
import getPaymentAuthAdjustments from '@salesforce/apex/OrderPaymentReader.getPaymentAuthAdjustments';
import getPaymentAuthorizations from '@salesforce/apex/OrderPaymentReader.getPaymentAuthorizations';
import getPayments from '@salesforce/apex/OrderPaymentReader.getPayments';
import getRefundLinePayments from '@salesforce/apex/OrderPaymentReader.getRefundLinePayments';
import getRefunds from '@salesforce/apex/OrderPaymentReader.getRefunds';
import type { PaymentRecord } from 'c/paymentRecord';
import type { ReferenceView } from 'c/paymentRows';
import RecordReference from 'c/recordReference';

const SUMMARY_ID = '0bM000000000001AAA';
const GATEWAY_ID = '0b0000000000001AAA';
const INTENT = 'pi_3MtwBwLkdIwHu7ix28a3tqPa';

const mocked = (method: unknown) => method as ApexMock;

const readable = (records: object[]) => ({ objectReadable: true, records, hiddenFields: [] });
const DENIED = { objectReadable: false, records: [], hiddenFields: [] };

const PAYMENT: PaymentRecord = {
    objectName: 'Payment',
    record: { Id: 'p1', GatewayRefNumber: 'SF123456', PaymentGatewayId: GATEWAY_ID }
};

async function create(payment?: PaymentRecord, recordId?: string): Promise<HTMLElement> {
    const element = createElement('c-record-reference', { is: RecordReference }) as unknown as HTMLElement;
    Object.assign(element, { payment, recordId });
    document.body.appendChild(element);
    await Promise.resolve();
    return element;
}

/** Answers every query; a payment without a Stripe reference comes from an authorization that has one. */
async function answerAll(changes: { payments?: object; logs?: object } = {}): Promise<void> {
    await answerSettings();
    await mocked(getOrderPaymentSummary).answer(readable([{ Id: SUMMARY_ID }]));
    await mocked(getPaymentAuthorizations).answer(readable([{ Id: 'a1', GatewayRefNumber: INTENT }]));
    await mocked(getPaymentAuthAdjustments).answer(readable([]));
    await mocked(getPayments).answer(
        changes.payments ??
            readable([
                { ...PAYMENT.record, PaymentAuthorizationId: 'a1', PaymentGateway: { PaymentGatewayName: 'Stripe' } }
            ])
    );
    await mocked(getRefunds).answer(readable([]));
    await mocked(getRefundLinePayments).answer(readable([]));
    await mocked(getGatewayLogs).answer(changes.logs ?? readable([]));
    await mocked(getGatewayLogsOfRecords).answer(readable([]));
}

async function answerSettings(isSandbox = true): Promise<void> {
    await mocked(getOrganization).answer(readable([{ Id: '00D', IsSandbox: isSandbox }]));
    await mocked(getGatewaySettings).answer(
        readable([
            { Id: 'm1', PaymentGatewayName__c: 'Stripe', Mode__c: 'Live' },
            { Id: 'm2', Mode__c: 'Test' }
        ])
    );
}

const find = <Found extends Element>(element: HTMLElement, selector: string) =>
    element.shadowRoot?.querySelector<Found>(selector) ?? undefined;
const referenceIn = (element: HTMLElement) =>
    find<HTMLElement & { reference: ReferenceView }>(element, 'c-reference-cell')?.reference;
const textOf = (element: HTMLElement) => element.shadowRoot?.textContent ?? '';

describe('c-record-reference', () => {
    it('loads until everything around the record is in, and then links to what that leads to', async () => {
        const element = await create(PAYMENT, SUMMARY_ID);
        await answerSettings();
        expect(find(element, 'lightning-spinner')).toMatchObject({
            alternativeText: 'Loading the link into the Stripe Dashboard'
        });
        expect(referenceIn(element)).toBeUndefined();
        await answerAll();
        expect(find(element, 'lightning-spinner')).toBeUndefined();
        expect(referenceIn(element)).toMatchObject({
            text: 'SF123456',
            url: `https://dashboard.stripe.com/payments/${INTENT}`
        });
        expect(textOf(element)).toBe('');
        await expect(element).toBeAccessible();
    });

    it('shows no reference as long as it has no record', async () => {
        const element = await create();
        await answerSettings();
        expect(find(element, 'lightning-spinner')).toBeUndefined();
        expect(find(element, 'c-reference-cell')).toBeUndefined();
    });

    it('links a record that names no summary by its own fields, and says what is not known', async () => {
        const element = await create({
            objectName: 'PaymentGatewayLog',
            record: { Id: 'l1', GatewayRefNumber: INTENT, stripeAccountType__c: 'STRIPE_TEST' }
        });
        expect(find(element, 'lightning-spinner')).toBeDefined();
        await answerSettings();
        expect(referenceIn(element)?.url).toBe(`https://dashboard.stripe.com/test/payments/${INTENT}`);
        expect(textOf(element)).toContain('This record names no order payment summary.');
        expect(mocked(getPayments)).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
    });

    it('takes the setting of no other gateway for a record whose gateway is not known by name', async () => {
        const record = { Id: 'l1', GatewayRefNumber: INTENT, PaymentGatewayId: GATEWAY_ID };
        const element = await create({ objectName: 'PaymentGatewayLog', record });
        await answerSettings(false);
        expect(referenceIn(element)?.choice).toMatchObject({ gatewayId: GATEWAY_ID });
    });

    it('shows the record by its own fields where its list does not hold it', async () => {
        const record = { Id: 'p201', GatewayRefNumber: 'SF765432', PaymentAuthorizationId: 'a1' };
        const element = await create({ objectName: 'Payment', record }, SUMMARY_ID);
        await answerAll({ payments: DENIED });
        expect(referenceIn(element)).toMatchObject({ text: 'SF765432', target: INTENT });
        expect(textOf(element)).toBe(
            'Not everything around this record was read, so the link may not be the best one: Payment.'
        );
        await expect(element).toBeAccessible();
    });

    it('names each object that was not wholly read once', async () => {
        const element = await create(PAYMENT, SUMMARY_ID);
        const logs = Array.from({ length: 200 }, (_, index) => ({ Id: `l${index}` }));
        await answerAll({ logs: readable(logs), payments: DENIED });
        expect(textOf(element)).toContain('best one: Payment, PaymentGatewayLog.');
    });

    it('says what went wrong beside the link that there is, and reads again on demand', async () => {
        const element = await create(PAYMENT, SUMMARY_ID);
        await answerSettings();
        await mocked(getGatewayLogs).fail({ message: 'Too busy.' }, 500);
        await answerAll();
        expect(referenceIn(element)?.target).toBe(INTENT);
        expect(find(element, '[role=alert]')?.textContent).toMatch(
            /^Salesforce could not read the records\. .* Too busy\.$/
        );
        await expect(element).toBeAccessible();
        find(element, 'lightning-button')?.dispatchEvent(new CustomEvent('click'));
        expect(element.shadowRoot?.activeElement?.className).toBe('content');
        expect(getGatewayLogs).toHaveBeenCalledTimes(2);
    });

    it('remembers the mode that the person chooses', async () => {
        const element = await create({ objectName: 'Payment', record: { Id: 'p1', GatewayRefNumber: INTENT } });
        await mocked(getOrganization).answer(readable([{ Id: '00D', IsSandbox: false }]));
        await mocked(getGatewaySettings).answer(readable([]));
        expect(referenceIn(element)?.choice).toBeDefined();
        find(element, 'c-reference-cell')?.dispatchEvent(
            new CustomEvent('modechoice', { detail: { gatewayId: '', mode: 'test' } })
        );
        await Promise.resolve();
        expect(referenceIn(element)).toMatchObject({
            url: `https://dashboard.stripe.com/test/payments/${INTENT}`,
            chosenFor: ''
        });
        localStorage.clear();
    });
});
