/** A piece of a text: `isMatch` where it is part of what was searched for. */
export interface TextPart {
    key: number;
    text: string;
    isMatch: boolean;
}

/** A stretch of a text, in characters. */
interface Stretch {
    start: number;
    end: number;
}

/**
 * A text without regard to case. Every character stays in its place, and is the same whatever stands beside it: in
 * lower case İ would become two characters, and Σ is written in another way at the end of a word.
 */
export function foldCase(text: string): string {
    return text.replaceAll('İ', 'i').toLowerCase().replaceAll('ς', 'σ');
}

/** Where a text is found in another, without regard to case; -1 where it is not, and for no text. */
export function indexOfMatch(text: string, query: string): number {
    return query === '' ? -1 : foldCase(text).indexOf(foldCase(query));
}

/**
 * Cuts a text, or a stretch of it, into what is part of a match and what is not. A match may begin before the stretch,
 * or end behind it.
 */
export function highlight(text: string, query: string, start = 0, end = text.length): TextPart[] {
    const parts: TextPart[] = [];
    let copied = start;
    const copyUpTo = (place: number, isMatch: boolean) => {
        const last = Math.min(place, end);
        if (last > copied) {
            parts.push({ key: parts.length, text: visible(text.slice(copied, last)), isMatch });
            copied = last;
        }
    };
    for (const match of matchesIn(text, query, start, end)) {
        copyUpTo(match.start, false);
        copyUpTo(match.end, true);
    }
    copyUpTo(end, false);
    return parts;
}

/** Bidirectional controls: they turn around what stands beside them. */
const REORDERING = /[\u202A-\u202E\u2066-\u2069]/g;

/** A log has to show what is in it, and the reader has to see it: these characters are shown as JSON may write them. */
function visible(text: string): string {
    return text.replace(REORDERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The matches that reach into a stretch of a text; those that overlap as one. */
function matchesIn(text: string, query: string, start: number, end: number): Stretch[] {
    const matches: Stretch[] = [];
    const from = Math.max(0, start - query.length + 1);
    const searched = foldCase(text.slice(from, end + query.length - 1));
    const wanted = foldCase(query);
    for (let at = indexOfMatch(searched, wanted); at >= 0; at = searched.indexOf(wanted, at + 1)) {
        const match = { start: from + at, end: from + at + wanted.length };
        const last = matches.at(-1);
        if (last && match.start < last.end) {
            last.end = match.end;
        } else {
            matches.push(match);
        }
    }
    return matches;
}

/** Longer values are drawn in part; all of them is in the text view. */
const LONGEST_VALUE = 200;

/** How much of a long value stands before what was searched for. */
const BEFORE_MATCH = 40;

/** The part of a value that is drawn: its start, or where it first matches. */
export function excerpt(text: string, query: string): TextPart[] {
    const match = indexOfMatch(text, query);
    const isInStart = match + query.length <= LONGEST_VALUE;
    const start = isInStart ? 0 : Math.max(0, match - BEFORE_MATCH);
    const end = Math.min(text.length, start + LONGEST_VALUE);
    return [
        ...(start > 0 ? [ellipsis(-1)] : []),
        ...highlight(text, query, start, end),
        ...(end < text.length ? [ellipsis(-2)] : [])
    ];
}

function ellipsis(key: number): TextPart {
    return { key, text: '…', isMatch: false };
}
