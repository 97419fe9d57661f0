import type { PaymentAuthorization, PaymentRecords } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import { sumRecords } from './computedTotals';
import { add, decimalAmount, exactAmount, subtract } from './exactAmount';

/** What is left of an authorization to be captured or reversed. */
export interface AuthorizationBalance {
    /** Decimal in major units. It may be negative. */
    amount: number;
    /** Salesforce's own field; or computed from the records, which is too much if one of them is not loaded. */
    source: 'stored' | 'computed';
}

/**
 * The balance of an authorization: the field, else, as in an order that Order Management does not manage, the same by
 * our own arithmetic: "Authorized amount – total processed captured amount – total processed authorization reversal
 * amount" (Object Reference v67).
 * @returns undefined where an amount is empty or hidden
 */
export function authorizationBalance(
    authorization: PaymentAuthorization,
    records: PaymentRecords
): AuthorizationBalance | undefined {
    if (authorization.Balance !== undefined) {
        return { amount: authorization.Balance, source: 'stored' };
    }
    const own: PaymentRecords = {
        ...NO_RECORDS,
        authorizations: [authorization],
        payments: records.payments.filter((payment) => payment.PaymentAuthorizationId === authorization.Id),
        adjustments: records.adjustments.filter((reversal) => reversal.PaymentAuthorizationId === authorization.Id)
    };
    const used = add(sumRecords('captured', own).amount, sumRecords('authorizationReversed', own).amount);
    const left = subtract(exactAmount(authorization.Amount), used);
    return left === undefined ? undefined : { amount: decimalAmount(left), source: 'computed' };
}
