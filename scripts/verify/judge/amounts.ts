import { fromMinorUnits, toMinorUnits } from 'c/money';

/**
 * A record's amount in minor units of a currency.
 * @param amount decimal in major units
 * @returns undefined where it has more decimal places than the currency, or is too large to be told exactly
 */
export function minorUnits(amount: number, currency: string): bigint | undefined {
    const digits = toMinorUnits(String(amount), currency);
    return digits === undefined ? undefined : BigInt(digits);
}

/** @param minor an integer in minor units */
export function amountText(minor: number | bigint, currency: string): string {
    return `${fromMinorUnits(String(minor), currency) ?? String(minor)} ${currency}`;
}

/** @param amount decimal in major units */
export function decimalText(amount: number | undefined, currency: string | undefined): string {
    return amount === undefined ? 'no amount' : `${amount} ${currency ?? '(the org names no currency)'}`;
}

export function sum(amounts: readonly bigint[]): bigint {
    return amounts.reduce((total, amount) => total + amount, 0n);
}
