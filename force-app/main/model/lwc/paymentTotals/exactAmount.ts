import { fromMinorUnits, toMinorUnits } from 'c/money';

/** No currency has finer units than thousandths, so that in them every amount is whole, and adding is exact. */
const CURRENCY_OF_THOUSANDTHS = 'KWD';

/** An amount in thousandths of its currency's major unit. */
export type ExactAmount = bigint;

/**
 * A field's amount, exactly. JSON's decimal and the number's shortest text are the same digits.
 * @param amount decimal in major units
 * @returns undefined where there is no amount, or one that no currency has (more than three places, not finite)
 */
export function exactAmount(amount: number | undefined): ExactAmount | undefined {
    const thousandths = amount === undefined ? undefined : toMinorUnits(String(amount), CURRENCY_OF_THOUSANDTHS);
    return thousandths === undefined ? undefined : BigInt(thousandths);
}

/** The amount as a field would hold it: decimal in major units. */
export function decimalAmount(amount: ExactAmount): number {
    return Number(fromMinorUnits(String(amount), CURRENCY_OF_THOUSANDTHS));
}

/** The terms together; undefined where one of them is not known. */
export function add(...terms: readonly (ExactAmount | undefined)[]): ExactAmount | undefined {
    let sum: ExactAmount | undefined = BigInt(0);
    for (const term of terms) {
        sum = sum === undefined || term === undefined ? undefined : sum + term;
    }
    return sum;
}

/** The one less the other; undefined where one of them is not known. */
export function subtract(from: ExactAmount | undefined, amount: ExactAmount | undefined): ExactAmount | undefined {
    return from === undefined || amount === undefined ? undefined : from - amount;
}

/** The amount, but zero where it is below. */
export function notBelowZero(amount: ExactAmount | undefined): ExactAmount | undefined {
    return amount !== undefined && amount < 0 ? BigInt(0) : amount;
}
