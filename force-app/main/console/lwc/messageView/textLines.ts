import type { MessageLine } from 'c/gatewayMessage';
import { textOfLine } from 'c/gatewayMessage';
import { indexOfMatch } from './highlight';

/** A line as it is drawn: a long line of the message takes several, all of the same height. */
export interface TextLine {
    /** The line of the message that it is part of, with its indentation. */
    readonly text: string;
    /** Where in that line it starts and ends, in characters. */
    readonly start: number;
    readonly end: number;
}

/** Longer lines are continued in the next: a value may be 131,072 characters long. */
export const LONGEST_LINE = 160;

/** Deeper than that, lines are not indented any further. */
const MAXIMUM_INDENTATION = 32;

/** The redacted text of a message in lines of a length that can be drawn. */
export function textLines(lines: readonly MessageLine[]): TextLine[] {
    return lines.flatMap((line) => parts('  '.repeat(Math.min(line.depth, MAXIMUM_INDENTATION)) + textOfLine(line)));
}

function parts(text: string): TextLine[] {
    const found: TextLine[] = [];
    let start = 0;
    do {
        const end = endOfPart(text, start);
        found.push({ text, start, end });
        start = end;
    } while (start < text.length);
    return found;
}

/** A character beyond U+FFFF, such as an emoji, which has two halves. */
const TWO_HALVES = /^[\u{10000}-\u{10FFFF}]$/u;

/** Not between the two halves of a character. */
function endOfPart(text: string, start: number): number {
    const end = Math.min(text.length, start + LONGEST_LINE);
    return TWO_HALVES.test(text.slice(end - 1, end + 1)) ? end - 1 : end;
}

/** The lines in which a match starts. It may end in the next. */
export function matchingLines(lines: readonly TextLine[], query: string): number[] {
    const isMatching = ({ text, start, end }: TextLine) =>
        indexOfMatch(text.slice(start, end + query.length - 1), query) >= 0;
    return lines.map((line, index) => (isMatching(line) ? index : -1)).filter((index) => index >= 0);
}
