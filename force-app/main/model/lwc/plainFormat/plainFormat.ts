/**
 * Values as a ticket, a sheet or another program reads them: in no locale, and each on one line.
 * What a person reads on the page is formatted by displayFormat.
 */

const LINE_BREAKS_AND_TABS = /[\s\u0085]+/g;

/** Control, format (also bidirectional and zero-width) and surrogate characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

/**
 * The text on one line: line breaks, tabs and runs of white space become one space, invisible characters are taken out.
 * Redact afterwards, never before: what is taken out may have stood in the middle of a secret.
 */
export function oneLine(text: string): string {
    return text.replace(INVISIBLE, keepWhiteSpace).replace(LINE_BREAKS_AND_TABS, ' ').trim();
}

function keepWhiteSpace(character: string): string {
    return /[\t-\r\u0085]/.test(character) ? ' ' : '';
}

/**
 * An amount as a plain decimal with a point and at least the decimal places of its currency: 1234.50.
 * @param amount decimal, in major units
 * @param currency ISO 4217 code
 */
export function plainAmount(amount: number, currency: string): string {
    const { maximumFractionDigits } = new Intl.NumberFormat('en-US', { style: 'currency', currency }).resolvedOptions();
    return new Intl.NumberFormat('en-US', {
        useGrouping: false,
        minimumFractionDigits: maximumFractionDigits,
        maximumFractionDigits: 20
    }).format(amount);
}

/**
 * An instant in UTC, as ISO 8601 to the second: 2026-01-31T23:59:59Z.
 * @param milliseconds since 1970, as from Date.parse
 * @returns undefined for what is no instant
 */
export function utcInstant(milliseconds: number): string | undefined {
    const date = new Date(milliseconds);
    return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
