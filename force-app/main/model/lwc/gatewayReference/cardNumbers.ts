import { characterSet, nextRun } from './characterRuns';

/** 13 digits or more, in groups or not. Nothing follows in the pattern, so that it never steps back. */
const DIGIT_RUN = /\d(?:[ \u00a0.+/\u2010-\u2014-]{0,3}\d){12,}/g;

/** The lengths of a card number (ISO/IEC 7812). */
const SHORTEST = 13;
const LONGEST = 19;

/** Digits and what may stand between their groups. */
const OF_NUMBER = characterSet(/[\d \u00a0.+/\u2010-\u2014-]/);

/** Fewer digits in a group are part of a date or a quantity, unless the run is one number from end to end. */
const SMALLEST_GROUP = 3;

/**
 * How the groups of a card number begin and end, which are 4-4-4-4, 4-6-5, 4-6-4 or 4-4-4-4-3. Digits that touch a
 * letter and are in no such groups are part of an id, also those that stand alone.
 */
const STARTS_IN_GROUPS = /^\d{4}\D/;
const ENDS_IN_GROUPS = /\D\d{3,5}$/;

/** What stands before the number on a magnetic stripe, also percent-encoded: `%B` on track 1, `;` on 2 (ISO/IEC 7813). */
const TRACK_START = /(?:%(?:25|3)?B|;)$/i;
const LONGEST_TRACK_START = 4;

/** What stands behind it on track 2, where its separator is written as a hexadecimal digit. */
const TRACK_SEPARATOR = /D/i;

/** A group of digits, from where to where it stands in its run. */
interface Group {
    digits: string;
    start: number;
    end: number;
}

export function mayHoldCardNumber(text: string): boolean {
    return nextRun(text, 0, OF_NUMBER, SHORTEST) !== undefined;
}

/**
 * Replaces card numbers, with or without separators (a plus is a space of a form-encoded text), by the mask.
 * Ids and decimal fractions stay.
 */
export function maskCardNumbers(text: string, mask: string): string {
    return text.replace(DIGIT_RUN, (run: string, offset: number) => {
        const before = text.slice(Math.max(0, offset - LONGEST_TRACK_START), offset);
        const behind = text.charAt(offset + run.length);
        const groups = [...run.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
            digits,
            start: index,
            end: index + digits.length
        }));
        const from = startsInId(before, run) ? 1 : 0;
        const to = endsInId(before, run, behind) ? -1 : undefined;
        return maskNumbersOfRun(run, groups.slice(from, to), mask);
    });
}

function startsInId(before: string, run: string): boolean {
    return /\w$/.test(before) && !STARTS_IN_GROUPS.test(run) && !TRACK_START.test(before);
}

function endsInId(before: string, run: string, behind: string): boolean {
    const isTrack = TRACK_START.test(before) && TRACK_SEPARATOR.test(behind);
    return /\w/.test(behind) && !ENDS_IN_GROUPS.test(run) && !isTrack;
}

function maskNumbersOfRun(run: string, groups: readonly Group[], mask: string): string {
    let masked = '';
    let copied = 0;
    for (let first = 0; first < groups.length; first += 1) {
        const last = lastGroupOfCardNumber(run, groups, first);
        const [from, to] = [groups[first], groups[last]];
        if (from && to) {
            masked += run.slice(copied, from.start) + mask;
            copied = to.end;
            first = last;
        }
    }
    return masked + run.slice(copied);
}

/** The digits behind the point of a decimal number. */
function isFraction(run: string, digits: string, start: number): boolean {
    return digits.length >= SHORTEST && run[start - 1] === '.';
}

/** Where the longest card number that starts with a group ends; -1 where none starts. */
function lastGroupOfCardNumber(run: string, groups: readonly Group[], first: number): number {
    let number = '';
    let areLongGroups = true;
    let found = -1;
    let last = first - 1;
    for (const { digits, start } of groups.slice(first, first + LONGEST)) {
        if (isFraction(run, digits, start) || number.length > LONGEST) {
            break;
        }
        last += 1;
        number += digits;
        areLongGroups &&= digits.length >= SMALLEST_GROUP;
        const isWholeRun = first === 0 && last === groups.length - 1;
        if ((areLongGroups || isWholeRun) && isCardNumber(number)) {
            found = last;
        }
    }
    return found;
}

function isCardNumber(digits: string): boolean {
    return digits.length >= SHORTEST && digits.length <= LONGEST && passesLuhn(digits);
}

/** The Luhn check digit test (ISO/IEC 7812-1). */
function passesLuhn(digits: string): boolean {
    let sum = 0;
    for (let index = 0; index < digits.length; index += 1) {
        const digit = Number(digits[digits.length - 1 - index]);
        const doubled = index % 2 === 1 ? digit * 2 : digit;
        sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 === 0;
}
