import type { MoneyRecord, PaymentRecords } from 'c/paymentRecord';
import type { ExactAmount } from './exactAmount';
import { add, exactAmount, notBelowZero, subtract } from './exactAmount';
import type { MoneyListName, MoneyPaymentRecord, Standing } from './moneyRecords';
import { moneyRecordsOf, standingOf } from './moneyRecords';

/** The totals of an order payment summary, in the order in which they are read. */
export const TOTAL_KINDS = [
    'authorized',
    'authorizationReversed',
    'captured',
    'refunded',
    'availableToCapture',
    'availableToRefund',
    'balance',
    'pendingAuthorization',
    'pendingReversal',
    'pendingCapture',
    'pendingRefund'
] as const;

export type TotalKind = (typeof TOTAL_KINDS)[number];

/** Totals by kind; one that is not known is left out. */
export type Amounts = Readonly<Partial<Record<TotalKind, ExactAmount>>>;

/** The two published formulas of the amount available to refund. */
export const REFUND_FORMULAS = ['objectReference', 'help'] as const;

export type RefundFormula = (typeof REFUND_FORMULAS)[number];

/** A sum of records, and those of them that could not be read. */
export interface RecordSum {
    amount?: ExactAmount;
    /** Their amount is empty or hidden, or none that a currency has. */
    withoutAmount: readonly MoneyPaymentRecord[];
}

/** A total that is a plain sum: the records of one list in one standing. */
interface SumRule {
    list: MoneyListName;
    standing: Standing;
    amountOf: (record: MoneyPaymentRecord) => number | undefined;
}

function ownAmount({ record }: MoneyPaymentRecord): number | undefined {
    return record.Amount;
}

/** "Total balance of all payments associated with this summary object" (Object Reference v67). */
function ownBalance({ record }: { record: MoneyRecord & { Balance?: number } }): number | undefined {
    return record.Balance;
}

/**
 * The sums. The Object Reference (v67) says no more than "amount that has been captured" and the like; that sales count
 * as captured is not said, but a sale could not be refunded otherwise.
 */
export const SUM_RULES = {
    authorized: { list: 'authorizations', standing: 'counted', amountOf: ownAmount },
    authorizationReversed: { list: 'adjustments', standing: 'counted', amountOf: ownAmount },
    captured: { list: 'payments', standing: 'counted', amountOf: ownAmount },
    refunded: { list: 'refunds', standing: 'counted', amountOf: ownAmount },
    balance: { list: 'payments', standing: 'counted', amountOf: ownBalance },
    pendingAuthorization: { list: 'authorizations', standing: 'pending', amountOf: ownAmount },
    pendingReversal: { list: 'adjustments', standing: 'pending', amountOf: ownAmount },
    pendingCapture: { list: 'payments', standing: 'pending', amountOf: ownAmount },
    pendingRefund: { list: 'refunds', standing: 'pending', amountOf: ownAmount }
} as const satisfies Partial<Record<TotalKind, SumRule>>;

export type SummedKind = keyof typeof SUM_RULES;

/** A total that follows from others by a formula. */
export type FormulaKind = Exclude<TotalKind, SummedKind>;

/** What the formulas are made of. */
export const FORMULA_INPUTS: Readonly<Record<FormulaKind, readonly SummedKind[]>> = {
    availableToCapture: ['authorized', 'captured', 'pendingCapture', 'authorizationReversed', 'pendingReversal'],
    availableToRefund: ['captured', 'pendingCapture', 'refunded', 'pendingRefund']
};

export function isSummed(kind: TotalKind): kind is SummedKind {
    return kind in SUM_RULES;
}

/** The sums that a total is made of: itself, if it is one. */
export function sumsOf(kind: TotalKind): readonly SummedKind[] {
    return isSummed(kind) ? [kind] : FORMULA_INPUTS[kind];
}

/** The lists that a total is made of. */
export function listsOf(kind: TotalKind): MoneyListName[] {
    return [...new Set(sumsOf(kind).map((sum) => SUM_RULES[sum].list))];
}

/** Adds up the records of one total. The sum is not known if one of its amounts is not. */
export function sumRecords(kind: SummedKind, records: PaymentRecords): RecordSum {
    const { list, standing, amountOf }: SumRule = SUM_RULES[kind];
    const counted = moneyRecordsOf(records)[list].filter((record) => standingOf(record) === standing);
    const amounts = counted.map((record) => exactAmount(amountOf(record)));
    return {
        amount: add(...amounts),
        withoutAmount: counted.filter((_, index) => amounts[index] === undefined)
    };
}

/**
 * AuthorizationAmount minus CapturedAmount, PendingCaptureAmount, AuthorizationReversalAmount and
 * PendingReverseAuthAmount, and never negative (Object Reference since v57; Help, Order Payment Summary Fields).
 */
export function availableToCapture(amounts: Amounts): ExactAmount | undefined {
    const { authorized, captured, pendingCapture, authorizationReversed, pendingReversal } = amounts;
    const used = add(captured, pendingCapture, authorizationReversed, pendingReversal);
    return notBelowZero(subtract(authorized, used));
}

/**
 * What Salesforce's documents disagree on. Object Reference since v57: CapturedAmount plus PendingCaptureAmount minus
 * RefundedAmount and PendingRefundAmount, and never negative. Help (Order Payment Summary Fields) and the Object
 * Reference before: CapturedAmount minus RefundedAmount, PendingCaptureAmount and PendingRefundAmount.
 */
export function availableToRefund(amounts: Amounts, formula: RefundFormula): ExactAmount | undefined {
    const { captured, pendingCapture, refunded, pendingRefund } = amounts;
    return formula === 'objectReference'
        ? notBelowZero(subtract(add(captured, pendingCapture), add(refunded, pendingRefund)))
        : subtract(captured, add(refunded, pendingCapture, pendingRefund));
}
