import { fromMinorUnits, toMinorUnits } from 'c/money';

/**
 * A record's amount in minor units of a currency.
 * @param amount decimal in major units, as the org's number or as a text
 * @returns undefined where it has more decimal places than the currency, or is too large to be told exactly
 */
export function minorUnits(amount: number | string, currency: string): bigint | undefined {
    const digits = toMinorUnits(String(amount), currency);
    return digits === undefined ? undefined : BigInt(digits);
}

/** @param minor an integer in minor units */
export function amountText(minor: number | bigint, currency: string): string {
    return `${fromMinorUnits(String(minor), currency) ?? String(minor)} ${currency}`;
}

/** @param amount decimal in major units, as the org has it: with the decimals of its currency where it can have them */
export function decimalText(amount: number | undefined, currency: string | undefined): string {
    if (amount === undefined || currency === undefined) {
        return amount === undefined ? 'no amount' : `${amount} (the org names no currency)`;
    }
    const minor = minorUnits(amount, currency);
    return minor === undefined ? `${amount} ${currency}` : amountText(minor, currency);
}

export function sum(amounts: readonly bigint[]): bigint {
    return amounts.reduce((total, amount) => total + amount, 0n);
}
