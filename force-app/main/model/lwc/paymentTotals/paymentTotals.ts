import type { OrderPaymentSummary, PaymentRecords } from 'c/paymentRecord';
import type { Amounts, RefundFormula, TotalKind } from './computedTotals';
import {
    availableToCapture,
    availableToRefund,
    isSummed,
    listsOf,
    REFUND_FORMULAS,
    sumRecords,
    sumsOf,
    TOTAL_KINDS
} from './computedTotals';
import type { ExactAmount } from './exactAmount';
import { decimalAmount, exactAmount } from './exactAmount';
import type { BothSides, DifferenceReason } from './explanations';
import { explainDifference } from './explanations';
import type { CompleteLists, MoneyListName, MoneyPaymentRecord } from './moneyRecords';
import { moneyRecordsOf, standingOf } from './moneyRecords';

export type { AuthorizationBalance } from './authorizationBalance';
export { authorizationBalance } from './authorizationBalance';
export type { RefundFormula, TotalKind } from './computedTotals';
export { TOTAL_KINDS } from './computedTotals';
export type { DifferenceReason } from './explanations';
export type { CompleteLists, MoneyListName, MoneyPaymentRecord, Standing } from './moneyRecords';
export { moneyRecordsOf, standingOf } from './moneyRecords';

/**
 * How the stored amount and our own stand to each other. `incomparable`: there are both, but ours is of a part of the
 * records. `unknown`: there is neither, or only ours, of a part of the records.
 */
export type TotalVerdict = 'agrees' | 'differs' | 'incomparable' | 'computedOnly' | 'storedOnly' | 'unknown';

/** What there is to say about a total. */
export type TotalReason =
    | DifferenceReason
    /** The stored amount is that of one formula and not of the other, and so shows which one the org uses. */
    | { kind: 'formula'; formula: RefundFormula }
    /** Our own amount lacks the records that are not in these lists. */
    | { kind: 'recordsNotLoaded'; lists: readonly MoneyListName[] }
    /** The amounts of these records are empty or hidden, or cannot be read. */
    | { kind: 'withoutAmount'; payments: readonly MoneyPaymentRecord[] }
    /** These records have a status that is not known, or hidden, and count in no total of ours. */
    | { kind: 'unknownStatus'; payments: readonly MoneyPaymentRecord[] }
    /** The summary itself has not been read. */
    | { kind: 'summaryNotLoaded' }
    /** The summary has no totals: Order Management does not manage the order, or the fields are hidden. */
    | { kind: 'noStoredTotals' }
    /** The summary has other totals, but not this one: the field is empty or hidden. */
    | { kind: 'emptyField' };

/** One total of an order payment summary, as stored and as computed here. */
export interface PaymentTotal {
    kind: TotalKind;
    /** The field of the summary, decimal in major units. */
    stored?: number;
    /**
     * The same by our own arithmetic. Undefined where it cannot be had: an amount missing, or, for what is
     * available, a record missing. Where the stored amount shows which formula the org uses, by that one.
     */
    computed?: number;
    verdict: TotalVerdict;
    reasons: readonly TotalReason[];
}

/** Where a total is stored. */
const FIELDS = {
    authorized: 'AuthorizationAmount',
    authorizationReversed: 'AuthorizationReversalAmount',
    captured: 'CapturedAmount',
    refunded: 'RefundedAmount',
    availableToCapture: 'AvailableToCaptureAmount',
    availableToRefund: 'AvailableToRefundAmount',
    balance: 'BalanceAmount',
    pendingAuthorization: 'PendingAuthorizationAmount',
    pendingReversal: 'PendingReverseAuthAmount',
    pendingCapture: 'PendingCaptureAmount',
    pendingRefund: 'PendingRefundAmount'
} as const satisfies Record<TotalKind, keyof OrderPaymentSummary>;

/**
 * The totals of an order payment summary: what Salesforce has stored, beside our own sums of its records. The stored
 * ones are what Order Management goes by; ours are a check, and all there is for an order that it does not manage.
 * Amounts are decimals in major units of the summary's currency, added without floating point.
 *
 * @param records of one order payment summary; their order does not matter
 * @param complete the lists that hold every record there is
 * @returns one total of each kind, in the order of TOTAL_KINDS
 */
export function paymentTotals(records: PaymentRecords, complete: CompleteLists): PaymentTotal[] {
    const stored = storedAmounts(records.summary);
    const computed = computedAmounts(records, complete);
    return TOTAL_KINDS.map((kind) => describe(kind, { records, stored, computed }, complete));
}

function storedAmounts(summary: OrderPaymentSummary | undefined): Amounts {
    return Object.fromEntries(TOTAL_KINDS.map((kind) => [kind, exactAmount(summary?.[FIELDS[kind]])]));
}

function computedAmounts(records: PaymentRecords, complete: CompleteLists): Amounts {
    const sums: Amounts = Object.fromEntries(
        TOTAL_KINDS.filter(isSummed).map((kind) => [kind, sumRecords(kind, records).amount])
    );
    // A part of a sum is at least a part. A part of a difference is anything, and somebody may rely on it.
    const ifComplete = (kind: TotalKind) => (missingLists(kind, complete).length === 0 ? sums : {});
    return {
        ...sums,
        availableToCapture: availableToCapture(ifComplete('availableToCapture')),
        availableToRefund: availableToRefund(ifComplete('availableToRefund'), 'objectReference')
    };
}

function missingLists(kind: TotalKind, complete: CompleteLists): MoneyListName[] {
    return listsOf(kind).filter((list) => !complete[list]);
}

function describe(kind: TotalKind, sides: BothSides, complete: CompleteLists): PaymentTotal {
    const matching = kind === 'availableToRefund' ? matchingFormula(sides) : undefined;
    const computed = matching ? sides.stored[kind] : sides.computed[kind];
    const stored = sides.records.summary?.[FIELDS[kind]];
    const verdict = verdictOf(stored, computed, coverageOf(kind, sides.records, complete));
    return {
        kind,
        stored,
        computed: computed === undefined ? undefined : decimalAmount(computed),
        verdict,
        reasons: [
            ...(matching ? [{ kind: 'formula' as const, formula: matching }] : []),
            ...(verdict === 'differs' ? explainDifference(kind, sides) : []),
            ...reasonsInSummary(kind, sides.records.summary),
            ...reasonsInRecords(kind, sides.records, complete)
        ]
    };
}

/** Of which records our own amount is. `certain`: those of every one that counts; a hidden status leaves that open. */
type Coverage = 'certain' | 'hiddenStatus' | 'partial';

function coverageOf(kind: TotalKind, records: PaymentRecords, complete: CompleteLists): Coverage {
    if (missingLists(kind, complete).length > 0) {
        return 'partial';
    }
    const hasStatus = moneyRecordsOfTotal(kind, records).every(({ record }) => record.Status !== undefined);
    return hasStatus ? 'certain' : 'hiddenStatus';
}

function moneyRecordsOfTotal(kind: TotalKind, records: PaymentRecords): MoneyPaymentRecord[] {
    return listsOf(kind).flatMap((list) => moneyRecordsOf(records)[list]);
}

function verdictOf(stored: number | undefined, computed: ExactAmount | undefined, coverage: Coverage): TotalVerdict {
    if (stored === undefined) {
        return computed !== undefined && coverage === 'certain' ? 'computedOnly' : 'unknown';
    }
    if (computed === undefined) {
        return 'storedOnly';
    }
    if (coverage !== 'partial' && exactAmount(stored) === computed) {
        return 'agrees';
    }
    return coverage === 'certain' ? 'differs' : 'incomparable';
}

/** The one formula that gives the stored amount; undefined where both do, or none. */
function matchingFormula({ stored, computed }: BothSides): RefundFormula | undefined {
    if (computed.availableToRefund === undefined) {
        return undefined;
    }
    const matching = REFUND_FORMULAS.filter(
        (formula) => availableToRefund(computed, formula) === stored.availableToRefund
    );
    return matching.length === 1 ? matching[0] : undefined;
}

function reasonsInSummary(kind: TotalKind, summary: OrderPaymentSummary | undefined): TotalReason[] {
    if (summary === undefined) {
        return [{ kind: 'summaryNotLoaded' }];
    }
    if (summary[FIELDS[kind]] !== undefined) {
        return [];
    }
    const hasOthers = Object.values(FIELDS).some((field) => summary[field] !== undefined);
    return [{ kind: hasOthers ? 'emptyField' : 'noStoredTotals' }];
}

function reasonsInRecords(kind: TotalKind, records: PaymentRecords, complete: CompleteLists): TotalReason[] {
    const missing = missingLists(kind, complete);
    const withoutAmount = sumsOf(kind).flatMap((sum) => sumRecords(sum, records).withoutAmount);
    const unknownStatus = moneyRecordsOfTotal(kind, records).filter((payment) => standingOf(payment) === 'unknown');
    return [
        ...(missing.length > 0 ? [{ kind: 'recordsNotLoaded' as const, lists: missing }] : []),
        ...(withoutAmount.length > 0 ? [{ kind: 'withoutAmount' as const, payments: withoutAmount }] : []),
        ...(unknownStatus.length > 0 ? [{ kind: 'unknownStatus' as const, payments: unknownStatus }] : [])
    ];
}
