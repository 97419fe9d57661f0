import { createElement } from 'lwc';
import type { OrderPaymentSummary, PaymentRecords } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import { paymentTotals } from 'c/paymentTotals';
import TotalsTable from 'c/totalsTable';

const COMPLETE = {
    authorizations: true,
    adjustments: true,
    payments: true,
    refunds: true,
    refundLines: true,
    logs: true
};
const PAYMENTS = [{ Id: 'p1', PaymentNumber: 'P-1', Amount: 80, Balance: 80, Status: 'Processed', Type: 'Capture' }];
const STORED = {
    AuthorizationAmount: 0,
    AuthorizationReversalAmount: 0,
    CapturedAmount: 80,
    RefundedAmount: 0,
    AvailableToCaptureAmount: 0,
    AvailableToRefundAmount: 80,
    BalanceAmount: 80
};

function create(summary: Partial<OrderPaymentSummary>, records: Partial<PaymentRecords> = {}, complete = COMPLETE) {
    const element = createElement('c-totals-table', { is: TotalsTable });
    const all = { ...NO_RECORDS, summary: { Id: 's1', ...summary }, payments: PAYMENTS, ...records };
    Object.assign(element, { totals: paymentTotals(all, complete), currency: 'USD' });
    document.body.appendChild(element);
    return element as unknown as HTMLElement;
}

/** The text of a total, by its name. */
function totalIn(element: HTMLElement, name: string): string | undefined {
    const all = [...(element.shadowRoot?.querySelectorAll('.total') ?? [])];
    return (
        all.find((total) => total.querySelector('dt')?.textContent === name)?.querySelector('dd')?.textContent ??
        undefined
    );
}

describe('c-totals-table', () => {
    it('shows the stored totals, and nothing beside them where the records agree', async () => {
        const element = create(STORED);
        expect(totalIn(element, 'Captured')).toBe('$80.00');
        expect(totalIn(element, 'Balance')).toBe('$80.00');
        expect(totalIn(element, 'Refund pending')).toBeUndefined();
        await expect(element).toBeAccessible();
    });

    it('shows what the records add up to where that differs, and warns', async () => {
        const element = create({ ...STORED, CapturedAmount: 100 });
        expect(totalIn(element, 'Captured')).toContain('$100.00The records add up to $80.00.');
        expect(totalIn(element, 'Captured')).toContain('do not explain the difference');
        expect(element.shadowRoot?.querySelectorAll('lightning-icon').length).toBeGreaterThan(0);
        await expect(element).toBeAccessible();
    });

    it('computes the totals of an order that is not managed, and says so once', () => {
        const element = create({});
        expect(totalIn(element, 'Captured')).toBe('$80.00Computed from the records');
        expect(element.shadowRoot?.textContent?.match(/has not stored totals/g)).toHaveLength(1);
    });

    it('says that a total is not known rather than showing nothing', () => {
        const element = create(
            { ...STORED, CapturedAmount: undefined },
            { payments: [{ ...PAYMENTS[0]!, Amount: undefined }] }
        );
        expect(totalIn(element, 'Captured')).toContain('Not known');
        expect(totalIn(element, 'Captured')).toContain('P-1');
    });

    it('shows no sum of a part of the records in the place of a total', () => {
        const element = create({}, {}, { ...COMPLETE, payments: false });
        expect(totalIn(element, 'Captured')).toBe('Not knownNot all records have been read.');
        const hidden = create({}, { payments: [{ Id: 'p1', Amount: 80, Balance: 80 }] });
        expect(totalIn(hidden, 'Captured')).toMatch(/^Not knownThe status of these records is not known/);
        expect(totalIn(hidden, 'Refunded')).toBe('$0.00Computed from the records');
    });

    it('shows no secret, personal data or deceiving character of a record number', () => {
        const PaymentNumber = '\u202Ejo@example.com sk_live_51HxYzABCDEFGHIJKLMNOPQR';
        const element = create(STORED, { payments: [{ Id: 'p1', PaymentNumber, Amount: 5, Status: 'Strange' }] });
        expect(element.shadowRoot?.textContent).toContain('status of these records is not known');
        expect(element.shadowRoot?.textContent).not.toMatch(/jo@|51HxYz|\u202E/);
    });

    it('shows a pending total only where something is pending', () => {
        const refunds = [{ Id: 'r1', Amount: 5, Status: 'Pending' }];
        expect(totalIn(create(STORED, { refunds }), 'Refund pending')).toContain('$5.00');
    });

    it('shows no pending total of which nothing is known', () => {
        const payments = ['Processed', 'Pending'].map((Status) => ({ Id: Status, Status }));
        const element = create({}, { payments });
        expect(totalIn(element, 'Captured')).toContain('Not known');
        expect(totalIn(element, 'Capture pending')).toBeUndefined();
    });

    it('says by whose formula Salesforce counts what is available to refund', () => {
        const pending = { Id: 'p2', Amount: 5, Status: 'Pending', Type: 'Capture' };
        const availableTo = (AvailableToRefundAmount: number) =>
            totalIn(
                create({ ...STORED, AvailableToRefundAmount }, { payments: [...PAYMENTS, pending] }),
                'Available to refund'
            );
        expect(availableTo(85)).toMatch(/^\$85\.00.*as the Object Reference says\./);
        expect(availableTo(75)).toMatch(/^\$75\.00.*as Salesforce Help says\./);
    });

    it.each([
        ['pendingCounted', 'counts what is still pending'],
        ['pendingNotCounted', 'leaves out what is still pending'],
        ['unexplained', 'do not explain'],
        ['summaryNotLoaded', 'could not be read'],
        ['emptyField', 'empty or hidden'],
        ['recordsNotLoaded', 'Not all records'],
        ['paymentsWithoutSummary', 'P-1'],
        ['followsFrom', 'Captured'],
        ['withoutAmount', 'P-1'],
        ['unknownStatus', 'P-1']
    ])('has words for the reason %s', (kind, words) => {
        const element = createElement('c-totals-table', { is: TotalsTable });
        const payments = [{ objectName: 'Payment', record: PAYMENTS[0] }];
        const reason = { kind, payments, totals: ['captured'], lists: [] };
        const totals = [
            { kind: 'captured', stored: 1, computed: 2, verdict: 'differs', reasons: [reason] },
            { kind: 'refunded', stored: 1, computed: 1, verdict: 'agrees', reasons: [] }
        ];
        Object.assign(element, { totals, currency: 'USD' });
        document.body.appendChild(element);
        expect(totalIn(element as unknown as HTMLElement, 'Captured')).toContain(words);
    });
});
