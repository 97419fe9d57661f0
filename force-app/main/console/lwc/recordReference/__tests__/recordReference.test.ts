import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
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

/** The test adapter behind an Apex method, which Jest puts in its place. */
interface ApexMock extends jest.Mock {
    emit(data: unknown): void;
    error(body?: unknown, status?: number): void;
}
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
async function emitAll(changes: { payments?: object; logs?: object } = {}): Promise<void> {
    emitSettings();
    mocked(getOrderPaymentSummary).emit(readable([{ Id: SUMMARY_ID }]));
    mocked(getPaymentAuthorizations).emit(readable([{ Id: 'a1', GatewayRefNumber: INTENT }]));
    mocked(getPaymentAuthAdjustments).emit(readable([]));
    mocked(getPayments).emit(
        changes.payments ??
            readable([
                { ...PAYMENT.record, PaymentAuthorizationId: 'a1', PaymentGateway: { PaymentGatewayName: 'Stripe' } }
            ])
    );
    mocked(getRefunds).emit(readable([]));
    mocked(getRefundLinePayments).emit(readable([]));
    mocked(getGatewayLogs).emit(changes.logs ?? readable([]));
    await Promise.resolve();
    mocked(getGatewayLogsOfRecords).emit(readable([]));
    await Promise.resolve();
}

function emitSettings(isSandbox = true): void {
    mocked(getOrganization).emit(readable([{ Id: '00D', IsSandbox: isSandbox }]));
    mocked(getGatewaySettings).emit(
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
        emitSettings();
        await Promise.resolve();
        expect(find(element, 'lightning-spinner')).toMatchObject({
            alternativeText: 'Loading the link into the Stripe Dashboard'
        });
        expect(referenceIn(element)).toBeUndefined();
        await emitAll();
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
        emitSettings();
        await Promise.resolve();
        expect(find(element, 'lightning-spinner')).toBeUndefined();
        expect(find(element, 'c-reference-cell')).toBeUndefined();
    });

    it('links a record that names no summary by its own fields, and says what is not known', async () => {
        const element = await create({
            objectName: 'PaymentGatewayLog',
            record: { Id: 'l1', GatewayRefNumber: INTENT, stripeAccountType__c: 'STRIPE_TEST' }
        });
        expect(find(element, 'lightning-spinner')).toBeDefined();
        emitSettings();
        await Promise.resolve();
        expect(referenceIn(element)?.url).toBe(`https://dashboard.stripe.com/test/payments/${INTENT}`);
        expect(textOf(element)).toContain('This record names no order payment summary.');
        expect(mocked(getPayments)).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
    });

    it('takes the setting of no other gateway for a record whose gateway is not known by name', async () => {
        const record = { Id: 'l1', GatewayRefNumber: INTENT, PaymentGatewayId: GATEWAY_ID };
        const element = await create({ objectName: 'PaymentGatewayLog', record });
        emitSettings(false);
        await Promise.resolve();
        expect(referenceIn(element)?.choice).toMatchObject({ gatewayId: GATEWAY_ID });
    });

    it('shows the record by its own fields where its list does not hold it', async () => {
        const record = { Id: 'p201', GatewayRefNumber: 'SF765432', PaymentAuthorizationId: 'a1' };
        const element = await create({ objectName: 'Payment', record }, SUMMARY_ID);
        await emitAll({ payments: DENIED });
        expect(referenceIn(element)).toMatchObject({ text: 'SF765432', target: INTENT });
        expect(textOf(element)).toBe(
            'Not everything around this record was read, so the link may not be the best one: Payment.'
        );
        await expect(element).toBeAccessible();
    });

    it('names each object that was not wholly read once', async () => {
        const element = await create(PAYMENT, SUMMARY_ID);
        const logs = Array.from({ length: 200 }, (_, index) => ({ Id: `l${index}` }));
        await emitAll({ logs: readable(logs), payments: DENIED });
        expect(textOf(element)).toContain('best one: Payment, PaymentGatewayLog.');
    });

    it('says what went wrong beside the link that there is, and reads again on demand', async () => {
        const element = await create(PAYMENT, SUMMARY_ID);
        await emitAll();
        mocked(getGatewayLogs).error({ message: 'Too busy.' }, 500);
        await Promise.resolve();
        expect(referenceIn(element)?.target).toBe(INTENT);
        expect(find(element, '[role=alert]')?.textContent).toMatch(
            /^Salesforce could not read the records\. .* Too busy\.$/
        );
        await expect(element).toBeAccessible();
        find(element, 'lightning-button')?.dispatchEvent(new CustomEvent('click'));
        expect(element.shadowRoot?.activeElement?.className).toBe('content');
        expect(refreshApex).toHaveBeenCalled();
    });

    it('remembers the mode that the person chooses', async () => {
        const element = await create({ objectName: 'Payment', record: { Id: 'p1', GatewayRefNumber: INTENT } });
        mocked(getOrganization).emit(readable([{ Id: '00D', IsSandbox: false }]));
        mocked(getGatewaySettings).emit(readable([]));
        await Promise.resolve();
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
