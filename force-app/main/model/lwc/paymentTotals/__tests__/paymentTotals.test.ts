import fc from 'fast-check';
import type { OrderPaymentSummary, PaymentRecords } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import type { CompleteLists, PaymentTotal, TotalKind } from 'c/paymentTotals';
import { authorizationBalance, paymentTotals, TOTAL_KINDS } from 'c/paymentTotals';
import { anyRecords, decimalOf, withShuffled } from './anyRecords';

const COMPLETE: CompleteLists = {
    authorizations: true,
    adjustments: true,
    payments: true,
    refunds: true,
    refundLines: true,
    logs: true
};

const SUMMARY: OrderPaymentSummary = {
    Id: 'summary',
    CurrencyIsoCode: 'USD',
    AuthorizationAmount: 100,
    AuthorizationReversalAmount: 10,
    CapturedAmount: 60.3,
    RefundedAmount: 20.1,
    AvailableToCaptureAmount: 29.7,
    AvailableToRefundAmount: 40.2,
    BalanceAmount: 40.2,
    PendingAuthorizationAmount: 0,
    PendingReverseAuthAmount: 0,
    PendingCaptureAmount: 0,
    PendingRefundAmount: 0
};

/** An authorization, a reversal, two captures and a refund, with which the summary agrees. */
const RECORDS: PaymentRecords = {
    ...NO_RECORDS,
    summary: SUMMARY,
    authorizations: [{ Id: 'a', Status: 'Processed', Amount: 100 }],
    adjustments: [{ Id: 'r', Status: 'Processed', Amount: 10, PaymentAuthorizationId: 'a' }],
    payments: [
        { Id: 'p1', Status: 'Processed', Amount: 0.1, Balance: 0, OrderPaymentSummaryId: 'summary' },
        { Id: 'p2', Status: 'Processed', Amount: 60.2, Balance: 40.2, OrderPaymentSummaryId: 'summary' }
    ],
    refunds: [{ Id: 'f', Status: 'Processed', Amount: 20.1 }]
};

function totalsOf(
    records: Partial<PaymentRecords>,
    complete: Partial<CompleteLists> = {}
): Map<TotalKind, PaymentTotal> {
    const totals = paymentTotals({ ...RECORDS, ...records }, { ...COMPLETE, ...complete });
    return new Map(totals.map((total) => [total.kind, total]));
}

function withStored(fields: Partial<OrderPaymentSummary>): OrderPaymentSummary {
    return { ...SUMMARY, ...fields };
}

const PENDING_CAPTURE = { Id: 'p3', Status: 'Pending', Amount: 5, OrderPaymentSummaryId: 'summary' };

describe('paymentTotals', () => {
    it('agrees with a summary that follows from its records, cent by cent', () => {
        const totals = paymentTotals(RECORDS, COMPLETE);
        expect(totals.map(({ kind }) => kind)).toEqual(TOTAL_KINDS);
        expect(totals.map(({ stored }) => stored)).toEqual(totals.map(({ computed }) => computed));
        expect(totals.every(({ verdict, reasons }) => verdict === 'agrees' && reasons.length === 0)).toBe(true);
    });

    it('adds without floating point: ten times ten cents are one', () => {
        const payments = Array.from({ length: 10 }, (_, index) => ({
            Id: `p${index}`,
            Status: 'Processed',
            Amount: 0.1,
            Balance: 0.1
        }));
        expect(totalsOf({ payments }).get('captured')?.computed).toBe(1);
    });

    it.each(['JPY', 'KWD', undefined])('adds what a field holds, whatever decimals a currency has (%s)', (currency) => {
        const payments = [
            { Id: 'p1', Status: 'Processed', Amount: 12800 },
            { Id: 'p2', Status: 'Processed', Amount: 0.125 }
        ];
        const summary = withStored({ CurrencyIsoCode: currency });
        expect(totalsOf({ summary, payments }).get('captured')?.computed).toBe(12800.125);
    });

    it.each(['Draft', 'Canceled', 'Failed'])('counts no %s record', (Status) => {
        const { authorizations, adjustments, payments, refunds } = RECORDS;
        const other = { Status, Amount: 7, Balance: 7 };
        const totals = paymentTotals(
            {
                ...RECORDS,
                authorizations: [...authorizations, { Id: 'a2', ...other }],
                adjustments: [...adjustments, { Id: 'r2', ...other }],
                payments: [...payments, { Id: 'p3', ...other }],
                refunds: [...refunds, { Id: 'f2', ...other }]
            },
            COMPLETE
        );
        expect(totals).toEqual(paymentTotals(RECORDS, COMPLETE));
    });

    it('counts a pending record in the pending amounts alone', () => {
        const totals = totalsOf({ payments: [...RECORDS.payments, PENDING_CAPTURE] });
        expect(totals.get('captured')?.computed).toBe(60.3);
        expect(totals.get('pendingCapture')?.computed).toBe(5);
        expect(totals.get('availableToCapture')?.computed).toBe(24.7);
    });

    it.each([[undefined], ['Reversed']])('counts no record of the status %s, and says so', (Status) => {
        const total = totalsOf({ refunds: [...RECORDS.refunds, { Id: 'f2', Status, Amount: 3 }] }).get('refunded');
        expect(total).toMatchObject({ computed: 20.1, verdict: 'agrees' });
        expect(total?.reasons).toMatchObject([{ kind: 'unknownStatus', payments: [{ record: { Id: 'f2' } }] }]);
    });

    it('never says that less than nothing is available to capture', () => {
        const payments = [{ Id: 'p', Status: 'Processed', Amount: 500, Balance: 500 }];
        expect(totalsOf({ payments }).get('availableToCapture')?.computed).toBe(0);
    });
});

describe('the amount available to refund', () => {
    const payments = [...RECORDS.payments, PENDING_CAPTURE];

    it('is said to follow the Object Reference, which adds pending captures', () => {
        const summary = withStored({ AvailableToRefundAmount: 45.2 });
        expect(totalsOf({ summary, payments }).get('availableToRefund')).toMatchObject({
            computed: 45.2,
            verdict: 'agrees',
            reasons: [{ kind: 'formula', formula: 'objectReference' }]
        });
    });

    it('is said to follow Help, which subtracts them', () => {
        const summary = withStored({ AvailableToRefundAmount: 35.2 });
        expect(totalsOf({ summary, payments }).get('availableToRefund')).toMatchObject({
            computed: 35.2,
            verdict: 'agrees',
            reasons: [{ kind: 'formula', formula: 'help' }]
        });
    });

    it('below zero is that of Help, which sets no limit', () => {
        const refunds = [{ Id: 'f', Status: 'Processed', Amount: 61.3 }];
        const below = totalsOf({ summary: withStored({ AvailableToRefundAmount: -1 }), refunds });
        expect(below.get('availableToRefund')?.reasons).toEqual([{ kind: 'formula', formula: 'help' }]);
        const zero = totalsOf({ summary: withStored({ AvailableToRefundAmount: 0 }), refunds });
        expect(zero.get('availableToRefund')?.reasons).toEqual([{ kind: 'formula', formula: 'objectReference' }]);
    });

    it('differs where it follows neither, by the Object Reference', () => {
        const summary = withStored({ AvailableToRefundAmount: 40.2 });
        expect(totalsOf({ summary, payments }).get('availableToRefund')).toMatchObject({
            stored: 40.2,
            computed: 45.2,
            verdict: 'differs',
            reasons: [{ kind: 'pendingNotCounted' }, { kind: 'followsFrom', totals: ['pendingCapture'] }]
        });
    });
});

describe('a difference', () => {
    it('is explained by pending amounts that are counted', () => {
        const total = totalsOf({
            summary: withStored({ CapturedAmount: 65.3 }),
            payments: [...RECORDS.payments, PENDING_CAPTURE]
        }).get('captured');
        expect(total).toMatchObject({ verdict: 'differs', reasons: [{ kind: 'pendingCounted' }] });
    });

    it('is explained by payments that have lost their order payment summary', () => {
        const lost = { Id: 'p3', Status: 'Processed', Amount: 8, Balance: 8 };
        const totals = totalsOf({ payments: [...RECORDS.payments, lost] });
        const reasons = [{ kind: 'paymentsWithoutSummary', payments: [{ record: { Id: 'p3' } }] }];
        expect(totals.get('captured')).toMatchObject({ verdict: 'differs', reasons });
        expect(totals.get('balance')).toMatchObject({ verdict: 'differs', reasons });
        expect(totals.get('availableToCapture')?.reasons).toEqual([{ kind: 'followsFrom', totals: ['captured'] }]);
    });

    it('stays unexplained where nothing gives the stored amount', () => {
        const total = totalsOf({ summary: withStored({ RefundedAmount: 20 }) }).get('refunded');
        expect(total).toMatchObject({ stored: 20, computed: 20.1, verdict: 'differs' });
        expect(total?.reasons).toEqual([{ kind: 'unexplained' }]);
    });
});

describe('totals that cannot be compared', () => {
    it('are those of lists that are not complete; what is available is then not even guessed', () => {
        const totals = totalsOf({}, { refunds: false });
        const reasons = [{ kind: 'recordsNotLoaded', lists: ['refunds'] }];
        expect(totals.get('refunded')).toMatchObject({ computed: 20.1, verdict: 'incomparable', reasons });
        expect(totals.get('availableToRefund')).toMatchObject({ computed: undefined, verdict: 'storedOnly', reasons });
        expect(totals.get('captured')).toMatchObject({ verdict: 'agrees', reasons: [] });
    });

    it('are those of records whose status is hidden, unless they agree anyway', () => {
        const refunds = [{ Id: 'f', Amount: 20.1 }];
        expect(totalsOf({ refunds }).get('refunded')).toMatchObject({ computed: 0, verdict: 'incomparable' });
        const none = withStored({ RefundedAmount: 0 });
        expect(totalsOf({ refunds, summary: none }).get('refunded')).toMatchObject({ computed: 0, verdict: 'agrees' });
    });

    it('are not known where nothing is stored and our own would be of a part of the records', () => {
        const summary = { Id: 'summary' };
        expect(totalsOf({ summary }, { refunds: false }).get('refunded')?.verdict).toBe('unknown');
        const refunds = [{ Id: 'f', Amount: 20.1 }];
        expect(totalsOf({ summary, refunds }).get('refunded')?.verdict).toBe('unknown');
        expect(totalsOf({ summary }, { refunds: false }).get('captured')?.verdict).toBe('computedOnly');
    });

    it('are computed only for an order that Order Management does not manage', () => {
        const totals = [...totalsOf({ summary: { Id: 'summary' } }).values()];
        expect(totals.map(({ verdict }) => verdict)).toEqual(TOTAL_KINDS.map(() => 'computedOnly'));
        expect(totals.map(({ reasons }) => reasons)).toEqual(TOTAL_KINDS.map(() => [{ kind: 'noStoredTotals' }]));
        expect(totals.map(({ computed }) => computed)).toEqual(
            paymentTotals(RECORDS, COMPLETE).map(({ stored }) => stored)
        );
    });

    it('are computed only where one field is hidden, or the summary is not loaded', () => {
        const hidden = totalsOf({ summary: withStored({ CapturedAmount: undefined }) });
        expect(hidden.get('captured')).toMatchObject({ verdict: 'computedOnly', reasons: [{ kind: 'emptyField' }] });
        const missing = totalsOf({ summary: undefined });
        expect(missing.get('captured')?.reasons).toEqual([{ kind: 'summaryNotLoaded' }]);
    });

    it.each([undefined, 0.0001, 1e21, NaN])('are stored only where an amount cannot be read (%s)', (Amount) => {
        const refunds = [...RECORDS.refunds, { Id: 'f2', Status: 'Processed', Amount }];
        const totals = totalsOf({ refunds });
        const reasons = [{ kind: 'withoutAmount', payments: [{ record: { Id: 'f2' } }] }];
        expect(totals.get('refunded')).toMatchObject({ computed: undefined, verdict: 'storedOnly', reasons });
        expect(totals.get('availableToRefund')).toMatchObject({ verdict: 'storedOnly', reasons });
        expect(totals.get('captured')?.verdict).toBe('agrees');
    });
});

describe('the balance of an authorization', () => {
    const authorization = { Id: 'a', Status: 'Processed', Amount: 100 };
    const payments = [
        { Id: 'p1', Status: 'Processed', Amount: 60.3, PaymentAuthorizationId: 'a' },
        { Id: 'p2', Status: 'Canceled', Amount: 7, PaymentAuthorizationId: 'a' },
        { Id: 'p3', Status: 'Processed', Amount: 7, PaymentAuthorizationId: 'other' }
    ];

    it('is the stored one, where there is one', () => {
        expect(authorizationBalance({ ...authorization, Balance: 3 }, { ...RECORDS, payments })).toEqual({
            amount: 3,
            source: 'stored'
        });
    });

    it('is computed of the processed captures and reversals of this authorization', () => {
        expect(authorizationBalance(authorization, { ...RECORDS, payments })).toEqual({
            amount: 29.7,
            source: 'computed'
        });
    });

    it('is not known where an amount is not', () => {
        expect(authorizationBalance({ ...authorization, Amount: undefined }, RECORDS)).toBeUndefined();
    });
});

describe('the totals of any records', () => {
    /** Cents of the processed records, in whole numbers. */
    function centsOf(records: readonly { Amount?: number; Status?: string }[], Status: string): number {
        return records
            .filter((record) => record.Status === Status)
            .reduce((sum, { Amount = NaN }) => sum + Math.round(Amount * 100), 0);
    }

    function computedOf(records: PaymentRecords): Partial<Record<TotalKind, number>> {
        return Object.fromEntries(paymentTotals(records, COMPLETE).map(({ kind, computed }) => [kind, computed]));
    }

    it('are the sums of whole cents, and what follows from them', () => {
        fc.assert(
            fc.property(anyRecords, (records) => {
                const { authorizations, adjustments, payments, refunds } = records;
                const captured = centsOf(payments, 'Processed') + centsOf(payments, 'Pending');
                const reversed = centsOf(adjustments, 'Processed') + centsOf(adjustments, 'Pending');
                const refunded = centsOf(refunds, 'Processed') + centsOf(refunds, 'Pending');
                expect(computedOf(records)).toMatchObject({
                    authorized: decimalOf(centsOf(authorizations, 'Processed')),
                    captured: decimalOf(centsOf(payments, 'Processed')),
                    refunded: decimalOf(centsOf(refunds, 'Processed')),
                    pendingReversal: decimalOf(centsOf(adjustments, 'Pending')),
                    availableToCapture: decimalOf(
                        Math.max(0, centsOf(authorizations, 'Processed') - captured - reversed)
                    ),
                    availableToRefund: decimalOf(Math.max(0, captured - refunded))
                });
            })
        );
    });

    it('do not depend on the order of the records', () => {
        fc.assert(
            fc.property(withShuffled(anyRecords), ([records, others]) => {
                expect(computedOf(others)).toEqual(computedOf(records));
            })
        );
    });

    it('agree with a summary that stores them, and with no other', () => {
        fc.assert(
            fc.property(anyRecords, fc.constantFrom(...TOTAL_KINDS), fc.integer({ min: 1 }), (records, kind, cents) => {
                const summary = summaryOf(computedOf(records), kind, 0);
                const verdicts = paymentTotals({ ...records, summary }, COMPLETE).map(({ verdict }) => verdict);
                expect(verdicts).toEqual(TOTAL_KINDS.map(() => 'agrees'));
                const wrong = { ...records, summary: summaryOf(computedOf(records), kind, cents) };
                const total = paymentTotals(wrong, COMPLETE).find((other) => other.kind === kind);
                expect([total?.verdict, total?.reasons[0]?.kind]).not.toEqual(['agrees', undefined]);
            })
        );
    });

    /** A summary that stores what was computed, but for one total that is some cents more. */
    function summaryOf(computed: Partial<Record<TotalKind, number>>, changed: TotalKind, cents: number) {
        const stored = { ...computed, [changed]: decimalOf(Math.round((computed[changed] ?? NaN) * 100) + cents) };
        return {
            Id: 'summary',
            AuthorizationAmount: stored.authorized,
            AuthorizationReversalAmount: stored.authorizationReversed,
            CapturedAmount: stored.captured,
            RefundedAmount: stored.refunded,
            AvailableToCaptureAmount: stored.availableToCapture,
            AvailableToRefundAmount: stored.availableToRefund,
            BalanceAmount: stored.balance,
            PendingAuthorizationAmount: stored.pendingAuthorization,
            PendingReverseAuthAmount: stored.pendingReversal,
            PendingCaptureAmount: stored.pendingCapture,
            PendingRefundAmount: stored.pendingRefund
        };
    }
});
