import { findQuoted, redactText } from 'c/redaction';

/** How far around a cut is looked, in characters. No secret with spaces in it is longer. */
const LONGEST_CONTEXT = 2048;

/** How many places are tried. Text in which none of them will do is no language, and no form. */
const MAXIMUM_TRIES = 64;

const STRUCTURE = /^[\s{}[\]:,\w.+-]*$/;

/**
 * Where a part of a line can end so that nothing that has to be hidden is cut in two: after a comma or bracket of JSON, else
 * between two texts in quotation marks, else between two words whose surroundings come out the same, cut or not.
 *
 * @returns 0 where there is no such place
 */
export function findSafeCut(text: string): number {
    let afterStructure = 0;
    let afterQuoted = 0;
    let index = 0;
    for (let quoted = findQuoted(text, 0); quoted; quoted = findQuoted(text, index)) {
        afterStructure = lastStructure(text, index, quoted.opening.start) ?? afterStructure;
        if (!quoted.isClosed) {
            return afterStructure || afterQuoted || quoted.opening.start;
        }
        index = quoted.end;
        afterQuoted = / [^\s:=]/.test(text.slice(index, index + 2)) ? index : afterQuoted;
    }
    return afterStructure || afterQuoted || (index === 0 ? cutBetweenWords(text) : 0);
}

/** After the last comma or bracket of what stands between two texts in quotation marks, if that is JSON. */
function lastStructure(text: string, from: number, to: number): number | undefined {
    const between = text.slice(from, to);
    const last = Math.max(...[...',{}[]'].map((character) => between.lastIndexOf(character)));
    return last >= 0 && STRUCTURE.test(between) ? from + last + 1 : undefined;
}

function cutBetweenWords(text: string): number {
    const context = Math.min(LONGEST_CONTEXT, Math.floor(text.length / 4));
    let at = text.length - context;
    for (let tries = 0; tries < MAXIMUM_TRIES && at > text.length / 2; tries += 1) {
        at = lastSeparator(text, at - 1);
        if (at > context && isSafe(text.slice(at - context, at), text.slice(at, at + context))) {
            return at;
        }
    }
    return 0;
}

function lastSeparator(text: string, from: number): number {
    let at = from;
    while (at > 0 && !/[\s&;,]/.test(text.charAt(at))) {
        at -= 1;
    }
    return at;
}

function isSafe(before: string, after: string): boolean {
    return redactText(before + after) === redactText(before) + redactText(after);
}
