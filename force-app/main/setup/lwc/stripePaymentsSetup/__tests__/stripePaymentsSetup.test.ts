import { createElement } from 'lwc';
import getGatewaySettings from '@salesforce/apex/OrderPaymentReader.getGatewaySettings';
import getGatewayLogs from '@salesforce/apex/OrderPaymentReader.getGatewayLogs';
import getGatewayLogsOfRecords from '@salesforce/apex/OrderPaymentReader.getGatewayLogsOfRecords';
import getOrganization from '@salesforce/apex/OrderPaymentReader.getOrganization';
import getPaymentAuthAdjustments from '@salesforce/apex/OrderPaymentReader.getPaymentAuthAdjustments';
import getPaymentAuthorizations from '@salesforce/apex/OrderPaymentReader.getPaymentAuthorizations';
import getPayments from '@salesforce/apex/OrderPaymentReader.getPayments';
import getRefundLinePayments from '@salesforce/apex/OrderPaymentReader.getRefundLinePayments';
import getRefunds from '@salesforce/apex/OrderPaymentReader.getRefunds';
import getObjectAccess from '@salesforce/apex/PaymentAccessReader.getObjectAccess';
import getPaymentGateways from '@salesforce/apex/PaymentSetupReader.getPaymentGateways';
import getRecentOrderPaymentSummaries from '@salesforce/apex/PaymentSetupReader.getRecentOrderPaymentSummaries';
import StripePaymentsSetup from 'c/stripePaymentsSetup';

const mocked = (method: unknown) => method as ApexMock;

const readable = (records: object[]) => ({ objectReadable: true, records, hiddenFields: [] });
const DENIED = { objectReadable: false, records: [], hiddenFields: [] };
const PAYMENT = {
    objectName: 'Payment',
    objectExists: true,
    objectReadable: true,
    missingFields: [],
    hiddenFields: []
};
const SETTING = {
    Id: 'm1',
    MasterLabel: 'Stripe',
    PaymentGatewayName__c: 'Stripe',
    AccountId__c: 'acct_1PgafTB7WZ01zgkW',
    Mode__c: 'Test'
};

jest.mock('@salesforce/customPermission/Stripe_Payments_Reveal_Personal_Data', () => ({ default: true }), {
    virtual: true
});

function create(): HTMLElement {
    const element = createElement('c-stripe-payments-setup', { is: StripePaymentsSetup }) as unknown as HTMLElement;
    document.body.appendChild(element);
    return element;
}

/** Answers what has not been answered yet, with one summary and these payments. */
async function answerAll({
    access = [PAYMENT] as object[],
    settings = [SETTING] as object[],
    payments = [] as object[]
} = {}): Promise<void> {
    await mocked(getObjectAccess).answer(access);
    await mocked(getPaymentGateways).answer(readable([{ Id: 'g1', PaymentGatewayName: 'Stripe' }]));
    await mocked(getOrganization).answer(readable([{ Id: 'o1', IsSandbox: false }]));
    await mocked(getGatewaySettings).answer(readable(settings));
    await mocked(getRecentOrderPaymentSummaries).answer(readable([{ Id: 's1' }]));
    const empty = [getPaymentAuthorizations, getPaymentAuthAdjustments, getRefunds, getRefundLinePayments];
    await Promise.all(empty.map((method) => mocked(method).answer(readable([]))));
    await mocked(getPayments).answer(
        readable(payments.map((payment, index) => ({ Id: `p${index}`, OrderPaymentSummaryId: 's1', ...payment })))
    );
    await mocked(getGatewayLogs).answer(readable([]));
    await mocked(getGatewayLogsOfRecords).answer(readable([]));
}

const find = <Found extends Element>(element: Element | undefined, selector: string) =>
    element?.shadowRoot?.querySelector<Found>(selector) ?? undefined;
const textOf = (element: Element | undefined) => element?.shadowRoot?.textContent ?? '';
const PAYMENT_INTENT = { PaymentNumber: 'P-1', GatewayRefNumber: 'pi_3MtwBwLkdIwHu7ix28a3tqPa' };

describe('c-stripe-payments-setup', () => {
    it('is loading until everything is answered', async () => {
        const element = create();
        expect(find(element, 'lightning-spinner')).toMatchObject({ alternativeText: 'Checking the set-up' });
        await expect(element).toBeAccessible();
        await answerAll();
        expect(find(element, 'lightning-spinner')).toBeUndefined();
    });

    it('says that all is well where it is, with the gateways and a link to try', async () => {
        const element = create();
        await answerAll({ payments: [{ ...PAYMENT_INTENT, PaymentGateway: { PaymentGatewayName: 'Stripe' } }] });
        expect(find(element, '.verdict')?.textContent).toBe('The console is set up well.');
        expect(textOf(find(element, 'c-setup-access-table'))).toContain('You can read all objects and fields');
        expect(textOf(find(element, 'c-setup-gateway-table'))).toContain('Account and mode are set.');
        expect(textOf(find(element, 'c-setup-unknown-links'))).toBe('None among the newest records (1).');
        const samples = find(element, 'c-setup-link-samples');
        expect(find(find(samples, '[data-case=paymentIntent]') && samples, 'c-record-link')).toMatchObject({
            label: 'P-1'
        });
        expect(find(samples, 'c-reference-cell')).toMatchObject({
            reference: { url: expect.stringContaining('/acct_1PgafTB7WZ01zgkW/test/payments/pi_') as string }
        });
        await expect(element).toBeAccessible();
    });

    it('gives the exact next step for what is hidden, and unfolds the other objects on demand', async () => {
        const element = create();
        const hidden = { ...PAYMENT, objectName: 'Refund', hiddenFields: ['Amount'], missingFields: ['Balance'] };
        const gone = { ...PAYMENT, objectName: 'PaymentGateway', objectReadable: false, objectExists: false };
        await answerAll({ access: [PAYMENT, hidden, gone] });
        const findings = textOf(find(element, 'c-setup-finding-list'));
        expect(findings).toContain('These fields of Refund are hidden from you: Amount.');
        expect(findings).toContain('Object Settings, Refund.');
        expect(findings).toContain('By: an administrator of this org');
        const table = find(element, 'c-setup-access-table');
        const rows = () => [...(table?.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent);
        expect(rows()).toEqual(['RefundYesHidden: AmountNot in this org: Balance', 'PaymentGatewayNot in this org']);
        find<HTMLButtonElement>(table, '.toggle')?.click();
        await Promise.resolve();
        expect(rows()[0]).toBe('PaymentYesNone');
        expect(find(table, '.toggle')?.getAttribute('aria-expanded')).toBe('true');
        await expect(element).toBeAccessible();
    });

    it('names the records whose mode nothing tells, and the setting to create', async () => {
        const element = create();
        await answerAll({ settings: [], payments: [PAYMENT_INTENT] });
        expect(find(element, '.verdict')?.textContent).toContain('something is missing');
        const unknown = find(element, 'c-setup-unknown-links');
        expect(textOf(unknown)).toContain('Payment: 1 of 1');
        expect(find(unknown, 'c-record-link')).toMatchObject({ label: 'P-1', record: { objectName: 'Payment' } });
        expect(textOf(find(element, 'c-setup-finding-list'))).toContain(
            'Label and Name: Stripe. Payment Gateway Name: Stripe.'
        );
        expect(textOf(find(element, 'c-setup-gateway-table'))).toContain('Nowhere');
    });

    it('does not judge what the user may not read', async () => {
        const element = create();
        await mocked(getPaymentGateways).answer(DENIED);
        await mocked(getRecentOrderPaymentSummaries).answer(DENIED);
        await answerAll({ access: [{ ...PAYMENT, objectName: 'OrderPaymentSummary', objectReadable: false }] });
        expect(find(element, '.verdict')?.textContent).toBe('The console cannot show you payments yet.');
        expect(find(element, 'c-setup-gateway-table')).toBeUndefined();
        expect(find(element, 'c-setup-unknown-links')).toBeUndefined();
        expect(textOf(element)).toContain('This could not be read, so it was not checked.');
    });

    it('tells an error, judges the rest, and checks again on demand', async () => {
        const element = create();
        await mocked(getObjectAccess).fail({ message: 'Too busy.' }, 500);
        await answerAll();
        expect(find(element, '[role=alert]')?.textContent).toContain('Too busy.');
        expect(find(element, 'c-setup-gateway-table')).toBeDefined();
        await expect(element).toBeAccessible();
        find(element, '[role=alert] lightning-button')?.dispatchEvent(new CustomEvent('click'));
        await answerAll();
        expect(find(element, '[role=alert]')).toBeUndefined();
        expect(find(element, '[role=status]')?.textContent).toContain('Checked again: The console works.');
    });
});
