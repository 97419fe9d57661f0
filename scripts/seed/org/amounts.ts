import { fromMinorUnits } from 'c/money';

/** Stripe's integer as the number that a currency field of Salesforce takes. */
export function toMajor(minor: number, currency: string): number {
    const decimal = fromMinorUnits(String(minor), currency);
    if (decimal === undefined) {
        throw new Error(`Stripe's amounts are integers, not ${minor}.`);
    }
    return Number(decimal);
}

/** Stripe's seconds since 1970 as a date and time of Salesforce, in UTC. */
export function toDateTime(seconds: number): string {
    return new Date(seconds * 1000).toISOString();
}
