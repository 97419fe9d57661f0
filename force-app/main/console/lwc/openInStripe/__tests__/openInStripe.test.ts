import { createElement } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import OpenInStripe from 'c/openInStripe';

const RECORD_ID = '0aQ000000000001AAA';
const AUTHORIZATION_ID = '0Xc000000000001CAA';

type Filter = (request: { recordId?: string }) => boolean;

/** The test adapter that stands in for Lightning Data Service. */
interface RecordMock {
    emit(data: unknown, filter?: Filter): void;
    emitError(error: { body?: unknown; status: number }, filter: Filter): void;
}
const mocked = getRecord as unknown as RecordMock;

async function create(properties: object = {}): Promise<HTMLElement> {
    const element = createElement('c-open-in-stripe', { is: OpenInStripe }) as unknown as HTMLElement;
    Object.assign(element, { recordId: RECORD_ID, objectApiName: 'Payment', ...properties });
    document.body.appendChild(element);
    await Promise.resolve();
    return element;
}

async function emit(id: string, fields: Record<string, string | null>): Promise<void> {
    const entries = Object.entries(fields).map(([name, value]) => [name, { value, displayValue: null }]);
    mocked.emit({ id, fields: Object.fromEntries(entries) as object }, ({ recordId }) => recordId === id);
    await Promise.resolve();
}

/** What the record itself is asked for, then its authorization. */
function requests(): object[] {
    const found: object[] = [];
    mocked.emit({}, (request) => {
        found.push(request);
        return false;
    });
    return found;
}

const emitPayment = (fields: Record<string, string | null>) => emit(RECORD_ID, fields);

async function fail(status: number, message = ''): Promise<void> {
    mocked.emitError({ body: [{ message }], status }, ({ recordId }) => recordId === RECORD_ID);
    await Promise.resolve();
}

const find = <Found extends Element>(element: HTMLElement, selector: string) =>
    element.shadowRoot?.querySelector<Found>(selector) ?? undefined;

describe('c-open-in-stripe', () => {
    it('asks for the fields of the record that the page shows', async () => {
        const element = await create();
        expect(requests()[0]).toEqual({
            recordId: RECORD_ID,
            fields: ['Payment.Id'],
            optionalFields: expect.arrayContaining([
                'Payment.GatewayRefNumber',
                'Payment.OrderPaymentSummaryId'
            ]) as object
        });
        expect(find(element, 'lightning-card')).toMatchObject({ title: 'Open in Stripe' });
        expect(find(element, 'lightning-spinner')).toBeDefined();
        await expect(element).toBeAccessible();
    });

    it('has the reference of the record found among what its summary holds', async () => {
        const element = await create();
        await emitPayment({ GatewayRefNumber: 'SF123456', OrderPaymentSummaryId: '0bM000000000001AAA' });
        expect(find(element, 'c-record-reference')).toMatchObject({
            recordId: '0bM000000000001AAA',
            payment: { objectName: 'Payment', record: { Id: RECORD_ID, GatewayRefNumber: 'SF123456' } }
        });
        expect(find(element, 'lightning-spinner')).toBeUndefined();
        await expect(element).toBeAccessible();
    });

    it('shows a record that names no summary alone', async () => {
        const element = await create();
        await emitPayment({ GatewayRefNumber: 'SF123456', OrderPaymentSummaryId: null });
        expect(find(element, 'c-record-reference')).toMatchObject({ recordId: undefined });
    });

    it('finds the summary that a payment has lost by its authorization', async () => {
        const element = await create();
        await emitPayment({ GatewayRefNumber: 'SF123456', PaymentAuthorizationId: AUTHORIZATION_ID });
        await Promise.resolve();
        expect(requests()[1]).toEqual({
            recordId: AUTHORIZATION_ID,
            fields: ['PaymentAuthorization.OrderPaymentSummaryId']
        });
        expect(find(element, 'lightning-spinner')).toBeDefined();
        await emit(AUTHORIZATION_ID, { OrderPaymentSummaryId: '0bM000000000001AAA' });
        expect(find(element, 'c-record-reference')).toMatchObject({
            recordId: '0bM000000000001AAA',
            payment: { objectName: 'Payment', record: { Id: RECORD_ID } }
        });
    });

    it('shows such a payment alone where its authorization cannot be read', async () => {
        const element = await create();
        await emitPayment({ GatewayRefNumber: 'SF123456', PaymentAuthorizationId: AUTHORIZATION_ID });
        await Promise.resolve();
        mocked.emitError({ status: 403 }, ({ recordId }) => recordId === AUTHORIZATION_ID);
        await Promise.resolve();
        expect(find(element, 'c-record-reference')).toMatchObject({ recordId: undefined });
        expect(find(element, '[role=alert]')).toBeUndefined();
    });

    it.each([
        [403, 'You do not have permission to read this. Ask your administrator.'],
        [404, 'The record was not found. It may have been deleted.']
    ])('says why there is nothing to show, and that trying again is no use (%s)', async (status, text) => {
        const element = await create();
        await fail(status);
        expect(find(element, '[role=alert]')?.textContent).toBe(text);
        expect(find(element, 'lightning-button')).toBeUndefined();
        await expect(element).toBeAccessible();
    });

    it('asks again on demand when the server failed', async () => {
        const element = await create();
        await fail(500, 'Too busy.');
        expect(find(element, '[role=alert]')?.textContent).toMatch(
            /^Salesforce could not read the records\. .* Too busy\.$/
        );
        await expect(element).toBeAccessible();
        find(element, 'lightning-button')?.dispatchEvent(new CustomEvent('click'));
        expect(element.shadowRoot?.activeElement?.className).toContain('content');
        await Promise.resolve();
        expect(find(element, 'lightning-spinner')).toBeDefined();
        expect(requests()[0]).toMatchObject({ recordId: undefined });
        await Promise.resolve();
        expect(requests()[0]).toMatchObject({ recordId: RECORD_ID });
        await emitPayment({ GatewayRefNumber: 'SF123456' });
        expect(find(element, 'c-record-reference')).toBeDefined();
    });

    it('asks for another record when the page shows another one, and shows nothing of the one before', async () => {
        const element = await create();
        await emitPayment({});
        expect(find(element, 'c-record-reference')).toBeDefined();
        Object.assign(element, { recordId: RECORD_ID });
        await Promise.resolve();
        expect(find(element, 'c-record-reference')).toBeDefined();
        Object.assign(element, { recordId: '0aQ000000000002AAA' });
        await Promise.resolve();
        expect(element).toMatchObject({ recordId: '0aQ000000000002AAA' });
        expect(find(element, 'c-record-reference')).toBeUndefined();
        expect(find(element, 'lightning-spinner')).toBeDefined();
        expect(requests()[0]).toMatchObject({ recordId: '0aQ000000000002AAA' });
    });

    it('refuses the page of an object that has no gateway reference', async () => {
        const element = await create({ objectApiName: 'Account' });
        expect(find(element, '[role=alert]')?.textContent).toMatch(
            /^Salesforce did not understand the request\. .* Account$/
        );
    });
});
