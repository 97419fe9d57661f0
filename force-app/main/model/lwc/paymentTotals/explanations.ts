import type { PaymentRecords } from 'c/paymentRecord';
import type { Amounts, FormulaKind, SummedKind, TotalKind } from './computedTotals';
import {
    availableToCapture,
    availableToRefund,
    FORMULA_INPUTS,
    isSummed,
    REFUND_FORMULAS,
    sumRecords
} from './computedTotals';
import type { ExactAmount } from './exactAmount';
import { add } from './exactAmount';
import type { MoneyPaymentRecord } from './moneyRecords';
import { moneyRecordsOf, standingOf } from './moneyRecords';

/** What explains a stored amount that is not ours. */
export type DifferenceReason =
    /** The stored amount counts what is still pending. */
    | { kind: 'pendingCounted' }
    /** The stored amount leaves out what is still pending. */
    | { kind: 'pendingNotCounted' }
    /** The stored amount leaves out these payments, which have lost their OrderPaymentSummaryId. */
    | { kind: 'paymentsWithoutSummary'; payments: readonly MoneyPaymentRecord[] }
    /** The stored amount follows by its formula from the stored amounts of these totals, which differ themselves. */
    | { kind: 'followsFrom'; totals: readonly TotalKind[] }
    | { kind: 'unexplained' };

const NOTHING = BigInt(0);
const NOTHING_PENDING: Amounts = { pendingReversal: NOTHING, pendingCapture: NOTHING, pendingRefund: NOTHING };

/** The pending amounts that could have been counted in a sum. */
const PENDING_OF: Readonly<Partial<Record<SummedKind, SummedKind>>> = {
    authorized: 'pendingAuthorization',
    authorizationReversed: 'pendingReversal',
    captured: 'pendingCapture',
    refunded: 'pendingRefund'
};

/** Both sides of all totals. */
export interface BothSides {
    records: PaymentRecords;
    stored: Amounts;
    computed: Amounts;
}

/** Why the stored amount of a total is not the computed one: every explanation that gives it exactly. */
export function explainDifference(kind: TotalKind, sides: BothSides): DifferenceReason[] {
    const stored = sides.stored[kind];
    const reasons = isSummed(kind) ? explainSum(kind, stored, sides) : explainFormula(kind, stored, sides);
    return reasons.length > 0 ? reasons : [{ kind: 'unexplained' }];
}

function explainSum(kind: SummedKind, stored: ExactAmount | undefined, sides: BothSides): DifferenceReason[] {
    const { records, computed } = sides;
    const pendingKind = PENDING_OF[kind];
    const reasons: DifferenceReason[] = [];
    if (pendingKind && stored === add(computed[kind], computed[pendingKind])) {
        reasons.push({ kind: 'pendingCounted' });
    }
    const lost = paymentsWithoutSummary(records);
    if (lost.length > 0 && stored === sumRecords(kind, withoutLostPayments(records)).amount) {
        reasons.push({ kind: 'paymentsWithoutSummary', payments: lost });
    }
    return reasons;
}

function explainFormula(
    kind: FormulaKind,
    stored: ExactAmount | undefined,
    { stored: storedAmounts, computed }: BothSides
): DifferenceReason[] {
    const reasons: DifferenceReason[] = [];
    if (resultsOf(kind, { ...computed, ...NOTHING_PENDING }).includes(stored)) {
        reasons.push({ kind: 'pendingNotCounted' });
    }
    if (resultsOf(kind, storedAmounts).includes(stored)) {
        const totals = FORMULA_INPUTS[kind].filter((input) => storedAmounts[input] !== computed[input]);
        reasons.push({ kind: 'followsFrom', totals });
    }
    return reasons;
}

function resultsOf(kind: FormulaKind, amounts: Amounts): (ExactAmount | undefined)[] {
    return kind === 'availableToCapture'
        ? [availableToCapture(amounts)]
        : REFUND_FORMULAS.map((formula) => availableToRefund(amounts, formula));
}

/** Payments that are found by their authorization alone. Whether Order Management counts them is not documented. */
function paymentsWithoutSummary(records: PaymentRecords): MoneyPaymentRecord[] {
    return moneyRecordsOf(records).payments.filter(
        (payment) =>
            payment.objectName === 'Payment' &&
            payment.record.OrderPaymentSummaryId === undefined &&
            standingOf(payment) !== 'uncounted'
    );
}

function withoutLostPayments(records: PaymentRecords): PaymentRecords {
    const payments = records.payments.filter(({ OrderPaymentSummaryId }) => OrderPaymentSummaryId !== undefined);
    return { ...records, payments };
}
