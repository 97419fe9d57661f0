import { createElement } from 'lwc';
import getGatewayLogs from '@salesforce/apex/OrderPaymentReader.getGatewayLogs';
import getGatewayLogsOfRecords from '@salesforce/apex/OrderPaymentReader.getGatewayLogsOfRecords';
import getOrderPaymentSummary from '@salesforce/apex/OrderPaymentReader.getOrderPaymentSummary';
import getOrganization from '@salesforce/apex/OrderPaymentReader.getOrganization';
import getPaymentAuthAdjustments from '@salesforce/apex/OrderPaymentReader.getPaymentAuthAdjustments';
import getPaymentAuthorizations from '@salesforce/apex/OrderPaymentReader.getPaymentAuthorizations';
import getPayments from '@salesforce/apex/OrderPaymentReader.getPayments';
import getRefunds from '@salesforce/apex/OrderPaymentReader.getRefunds';
import PaymentConsole from 'c/paymentConsole';

const writeText = jest.fn((_text: string) => Promise.resolve());

beforeEach(() => {
    writeText.mockReset().mockResolvedValue(undefined);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
});

/** A console that has read what these Apex methods answer. */
async function create(...answers: [method: unknown, records: object[]][]): Promise<HTMLElement> {
    const element = createElement('c-payment-console', { is: PaymentConsole }) as unknown as HTMLElement;
    Object.assign(element, { recordId: '0bM000000000001AAA' });
    document.body.appendChild(element);
    const answerEach = () =>
        Promise.all(
            answers.map(([method, records]) =>
                (method as ApexMock).answer({ objectReadable: true, records, hiddenFields: [] })
            )
        );
    await answerEach();
    // The logs of single records are asked for once the records are there.
    await answerEach();
    return element;
}

/** Presses "Copy case"; the toast that follows. */
async function copyCase(element: HTMLElement): Promise<unknown> {
    const toast = new Promise((resolve) =>
        element.addEventListener('lightning__showtoast', (event) => resolve((event as CustomEvent).detail))
    );
    const button = element.shadowRoot?.querySelector<HTMLElement & { label: string }>('.copy-case');
    expect(button?.label).toBe('Copy case');
    button?.dispatchEvent(new CustomEvent('click'));
    return toast;
}

const SUMMARY = { Id: '0bM000000000001AAA', CurrencyIsoCode: 'EUR', OrderSummary: { OrderNumber: '00000102' } };

describe('"Copy case"', () => {
    it('puts the order and all its records on the clipboard, and says so', async () => {
        const element = await create(
            [getOrderPaymentSummary, [SUMMARY]],
            [getOrganization, [{ Id: 'o1', IsSandbox: true }]],
            [getPaymentAuthorizations, [{ Id: 'a1', PaymentAuthorizationNumber: 'PA-1', GatewayRefNumber: 'pi_1abc' }]],
            [getPayments, [{ Id: 'p1', PaymentNumber: 'P-1', Amount: 10.5, GatewayDate: '2026-01-01T03:00:00.000Z' }]],
            [getPaymentAuthAdjustments, [{ Id: 'j1', PaymentAuthAdjustmentNumber: 'PAA-1' }]],
            [getRefunds, [{ Id: 'r1', RefundNumber: 'R-1' }]],
            [
                getGatewayLogs,
                [
                    {
                        Id: 'l1',
                        PaymentGatewayLogNumber: 'PGL-1',
                        InteractionStatus: 'Failed',
                        GatewayResultCode: 'expired_card'
                    }
                ]
            ],
            [getGatewayLogsOfRecords, []]
        );
        expect(await copyCase(element)).toMatchObject({ title: 'Copied.', variant: 'success' });
        const [summary = ''] = writeText.mock.calls[0] ?? [];
        expect(summary.split('\n\n').map((paragraph) => paragraph.split('\n')[0])).toEqual([
            'Order: 00000102',
            'authorization PA-1',
            'authorization adjustment PAA-1',
            'payment P-1',
            'refund R-1',
            'gateway log PGL-1'
        ]);
        expect(summary).not.toContain('Not complete');
        expect(summary).toContain('Amount: 10.50 EUR');
        expect(summary).toContain('Date (UTC): 2026-01-01T03:00:00Z');
        expect(summary).toContain('Link: https://dashboard.stripe.com/test/payments/pi_1abc');
        expect(summary).toContain('Codes: expired_card');
    });

    it('tells of a confidential failure only that it was declined, and of nobody who they are', async () => {
        const element = await create(
            [getOrderPaymentSummary, [SUMMARY]],
            [
                getGatewayLogs,
                [
                    {
                        Id: 'l1',
                        PaymentGatewayLogNumber: 'PGL-1',
                        InteractionStatus: 'Failed',
                        GatewayResultCode: 'card_declined',
                        GatewayMessage: 'stolen_card for jane@example.com, pi_1_secret_abcdefgh'
                    }
                ]
            ]
        );
        await copyCase(element);
        const [summary = ''] = writeText.mock.calls[0] ?? [];
        expect(summary).toContain('What happened: declined');
        expect(summary).not.toMatch(/stolen|jane|secret/i);
    });

    it('says of which objects not all records have been read', async () => {
        const element = await create([getOrderPaymentSummary, [SUMMARY]], [getPayments, [{ Id: 'p1' }]]);
        await (getRefunds as unknown as ApexMock).fail();
        await copyCase(element);
        const [summary = ''] = writeText.mock.calls[0] ?? [];
        expect(summary.split('\n\n')[0]).toMatch(/\nNot complete: not all records of these objects .*\bRefund\b.*\.$/);
        expect(summary.split('\n\n')[0]).not.toMatch(/\bPayment\b/);
    });

    it('says what to do where the browser does not allow it', async () => {
        writeText.mockRejectedValue(new Error('denied'));
        expect(await copyCase(await create())).toMatchObject({ variant: 'warning' });
    });
});
