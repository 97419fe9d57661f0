import type { MessageLine } from 'c/gatewayMessage';
import { textOfLine } from 'c/gatewayMessage';

/** A line as it is drawn: a long one takes several, all of the same height. */
export interface TextLine {
    readonly text: string;
    /** The line of the message that it is part of, from 0. */
    readonly line: number;
    /** Where in that line it starts, in characters. */
    readonly start: number;
}

/** Longer lines are continued in the next: a value may be 131,072 characters long. */
export const LONGEST_LINE = 160;

/** Deeper than that, lines are not indented any further. */
const MAXIMUM_INDENTATION = 32;

/** The redacted text of a message in lines of a length that can be drawn. */
export function textLines(lines: readonly MessageLine[]): TextLine[] {
    return lines.flatMap((messageLine, line) => {
        const text = '  '.repeat(Math.min(messageLine.depth, MAXIMUM_INDENTATION)) + textOfLine(messageLine);
        return parts(text).map(({ part, start }) => ({ text: part, line, start }));
    });
}

function parts(text: string): { part: string; start: number }[] {
    const found = [];
    for (let start = 0; start === 0 || start < text.length; start += LONGEST_LINE) {
        found.push({ part: text.slice(start, start + LONGEST_LINE), start });
    }
    return found;
}
