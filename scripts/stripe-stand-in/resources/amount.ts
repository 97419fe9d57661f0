import { decimalsOf } from 'c/money';
import { invalidRequest } from '../standInError.ts';
import type { ParameterReader } from '../parameterReader.ts';

/** The least that can be charged, in minor units, where docs.stripe.com/currencies names it and the stand-in knows it. */
const MINIMUM: Readonly<Record<string, number>> = { usd: 50, eur: 50, gbp: 30, jpy: 50 };

/** Reads amount and currency of a payment. @throws StandInError as Stripe words it */
export function readMoney(reader: ParameterReader): { amount: number; currency: string } {
    const amount = reader.requiredInteger('amount');
    const currency = reader.requiredText('currency').toLowerCase();
    if (!/^[a-z]{3}$/.test(currency)) {
        throw invalidRequest(`Invalid currency: ${currency}.`, { param: 'currency' });
    }
    checkPositive(amount, 'amount');
    const minimum = MINIMUM[currency] ?? 1;
    if (amount < minimum) {
        const message = `Amount must be at least ${minimum} in the smallest unit of ${currency}.`;
        throw invalidRequest(message, { code: 'amount_too_small', param: 'amount' });
    }
    checkLastDigit(amount, currency, 'amount');
    return { amount, currency };
}

/** @throws StandInError for zero and less */
export function checkPositive(amount: number, param: string): void {
    if (amount < 1) {
        const message = 'This value must be greater than or equal to 1.';
        throw invalidRequest(message, { code: 'parameter_invalid_integer', param });
    }
}

/** Stripe takes currencies with three decimals only in steps of ten (docs.stripe.com/currencies as of 2022). */
export function checkLastDigit(amount: number, currency: string, param: string): void {
    if (decimalsOf(currency) === 3 && amount % 10 !== 0) {
        throw invalidRequest(`The last digit of an amount in ${currency} must be 0.`, { param });
    }
}
