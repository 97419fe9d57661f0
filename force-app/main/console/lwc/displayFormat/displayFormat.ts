import currencyOfOrg from '@salesforce/i18n/currency';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import { oneLine } from 'c/plainFormat';
import { redactText } from 'c/redaction';

/** The IANA name of the time zone in which dates are shown: the running user's. */
export { timeZone };

const dateTimeFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
const countFormat = new Intl.NumberFormat(locale);
const amountFormats = new Map<string, Intl.NumberFormat>();

/** The same few statuses, types and codes stand in every row. */
const shownTexts = new Map<string, string>();
const WORD_LENGTH = 24;
const KNOWN_WORDS = 1_000;

/**
 * An amount as the running user reads it.
 * @param amount decimal, in major units
 * @param currency ISO 4217 code; undefined in an org with one currency, which is then the org's
 */
export function formatAmount(amount: number, currency: string = currencyOfOrg): string {
    const format = amountFormats.get(currency) ?? new Intl.NumberFormat(locale, { style: 'currency', currency });
    amountFormats.set(currency, format);
    return format.format(amount);
}

/** An instant (ISO 8601) in the running user's locale and time zone; a text that is no date as any text is shown. */
export function formatDateTime(instant: string): string {
    const date = new Date(instant);
    return Number.isNaN(date.getTime()) ? shownText(instant) : dateTimeFormat.format(date);
}

/**
 * A text of a record as the page shows it. Any field may hold a secret or personal data, whatever it is meant for, and
 * characters that deceive the eye: bidirectional controls, which turn around what stands beside them, and invisible
 * ones, which may stand in the middle of a secret. The latter are taken out first.
 */
export function shownText(text: string): string {
    const known = shownTexts.get(text);
    if (known !== undefined) {
        return known;
    }
    const shown = redactText(oneLine(text));
    if (text.length <= WORD_LENGTH) {
        if (shownTexts.size >= KNOWN_WORDS) {
            shownTexts.clear();
        }
        shownTexts.set(text, shown);
    }
    return shown;
}

/** Labels cut at their places: a text, the number of a place, a text, and so on. There are some hundred, used in every row. */
const labelParts = new Map<string, readonly string[]>();

/** Puts values into the places {0}, {1}, … of a label; numbers as the running user reads them. */
export function formatLabel(label: string, ...values: readonly (string | number)[]): string {
    let parts = labelParts.get(label);
    if (parts === undefined) {
        parts = label.split(/\{(\d)\}/);
        labelParts.set(label, parts);
    }
    return parts.map((part, position) => (position % 2 ? toText(values[Number(part)] ?? `{${part}}`) : part)).join('');
}

function toText(value: string | number): string {
    return typeof value === 'number' ? formatCount(value) : value;
}

/** How many there are of something, as the running user reads it: `1,234` in English. */
export function formatCount(count: number): string {
    return countFormat.format(count);
}

const textOrder = new Intl.Collator(locale, { numeric: true });

/**
 * Which of two texts comes first where the running user reads a list; numbers in them count as numbers.
 * @returns below zero for the left one, above it for the right one
 */
export function compareTexts(left: string, right: string): number {
    return textOrder.compare(left, right);
}

const relativeFormat = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
const UNITS = [
    { unit: 'day', milliseconds: 86_400_000 },
    { unit: 'hour', milliseconds: 3_600_000 },
    { unit: 'minute', milliseconds: 60_000 }
] as const;

/**
 * How far an instant is from now, in whole days, hours or minutes: "in 2 days", "3 hours ago". Rounded towards now, so
 * that nobody counts on time that is not there.
 * @param milliseconds from now until then; negative for what has passed
 */
export function formatTimeFromNow(milliseconds: number): string {
    const { unit, milliseconds: length } =
        UNITS.find((candidate) => Math.abs(milliseconds) >= candidate.milliseconds) ?? UNITS[2];
    return relativeFormat.format(Math.trunc(milliseconds / length), unit);
}
