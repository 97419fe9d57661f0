import { createElement } from 'lwc';
import type { PaymentRecord } from 'c/paymentRecord';
import type { PaymentWarning, WarningDetail } from 'c/paymentWarnings';
import WarningList from 'c/warningList';

const PAYMENT: PaymentRecord = { objectName: 'Payment', record: { Id: 'p1', PaymentNumber: 'P-1' } };
const BALANCE = { amount: 12.5, isUpperBound: false } as never;

function create(warnings: readonly PaymentWarning[]): HTMLElement {
    const element = createElement('c-warning-list', { is: WarningList });
    Object.assign(element, { warnings, currency: 'EUR' });
    document.body.appendChild(element);
    return element as unknown as HTMLElement;
}

const DETAILS: [WarningDetail, string][] = [
    [{ kind: 'failedButProcessed' }, 'the record is Processed'],
    [
        { kind: 'refundedMoreThanCaptured', captured: 5, refunded: 7, source: 'records' },
        'records €7.00 was refunded, but only €5.00'
    ],
    [{ kind: 'refundedMoreThanCaptured', captured: 5, refunded: 7, source: 'summary' }, 'stored totals €7.00'],
    [{ kind: 'noStripeReference' }, 'No way leads'],
    [{ kind: 'sharedReference', reference: 'pi_3Mtw' }, 'gateway reference pi_3Mtw'],
    [
        { kind: 'expiresSoon', at: '2026-03-01T00:00:00Z', millisecondsLeft: 7_200_000, balance: BALANCE },
        'in 2 hours, with €12.50'
    ],
    [{ kind: 'expired', at: '2026-03-01T00:00:00Z', balance: BALANCE }, 'can no longer be captured'],
    [{ kind: 'orphanedPayment', missing: 'authorizationId' }, 'names no authorization'],
    [{ kind: 'orphanedPayment', missing: 'authorization' }, 'not among the records'],
    [{ kind: 'orphanedPayment', missing: 'summary' }, 'lost its order payment summary'],
    [{ kind: 'orphanedLog', missing: 'record' }, 'a record that is not among these'],
    [{ kind: 'orphanedLog', missing: 'recordId' }, 'names no record']
];

describe('c-warning-list', () => {
    it.each(DETAILS)('puts %j into words', (detail, words) => {
        const element = create([{ ...detail, severity: 'warning', records: [] } as PaymentWarning]);
        expect(element.shadowRoot?.textContent).toContain(words);
    });

    it('names the severity for screen readers, and links the records', async () => {
        const element = create([{ kind: 'noStripeReference', severity: 'error', records: [PAYMENT] }]);
        expect(element.shadowRoot?.querySelector('lightning-icon')).toMatchObject({ alternativeText: 'Error' });
        expect(element.shadowRoot?.querySelector('c-record-link')).toMatchObject({
            label: 'P-1',
            record: { recordId: 'p1', objectName: 'Payment' }
        });
        await expect(element).toBeAccessible();
    });

    it('shows no secret, personal data or deceiving character of a reference or a number', () => {
        const record = { Id: 'p1', PaymentNumber: 'P-1 \u202Ejo@example.com' };
        const element = create([
            {
                kind: 'sharedReference',
                reference: 'jo@example.com \u202Esk_live_51HxYzABCDEFGHIJKLMNOPQR',
                severity: 'warning',
                records: [{ objectName: 'Payment', record }]
            }
        ]);
        expect(element.shadowRoot?.textContent).not.toMatch(/jo@|51HxYz|\u202E/);
        expect(element.shadowRoot?.querySelector('c-record-link')).toMatchObject({ label: 'P-1 ••••••' });
    });

    it('is not there where there is nothing to warn of', () => {
        expect(create([]).shadowRoot?.textContent).toBe('');
    });
});
