import type { XmlElement } from './parseLayout.ts';

/** A text to put into another one. Nothing else ever happens to a layout. */
export interface Insertion {
    position: number;
    text: string;
}

/** @param insertions in any order; those at the same position come in the order given */
export function insert(text: string, insertions: readonly Insertion[]): string {
    const pieces: string[] = [];
    let end = 0;
    for (const insertion of insertions.toSorted((one, other) => one.position - other.position)) {
        pieces.push(text.slice(end, insertion.position), insertion.text);
        end = insertion.position;
    }
    return pieces.join('') + text.slice(end);
}

/**
 * The line end and the indentation before the last of these elements that begins a line.
 * Empty where none does: then what is inserted begins no line either.
 */
export function lineStart(text: string, elements: readonly XmlElement[]): string {
    return elements.map(({ start }) => lineStartAt(text, start)).findLast((blanks) => blanks !== '') ?? '';
}

function lineStartAt(text: string, position: number): string {
    let start = position;
    while (text[start - 1] === ' ' || text[start - 1] === '\t') {
        start -= 1;
    }
    const lineEnd = text.slice(Math.max(0, start - 2), start).match(/\r\n$|\n$|\r$/)?.[0] ?? '';
    return lineEnd && text.slice(start - lineEnd.length, position);
}

/** Comments that end a line. A comment before something else in its line belongs to that. */
const COMMENTS_TO_LINE_END = /(?:[ \t]*<!--(?:(?!-->)[^])*-->)+(?=[ \t]*[\r\n])/y;

/** A position after an element; after the comments beside it as well, so that they stay beside it. */
export function after(text: string, position: number): number {
    COMMENTS_TO_LINE_END.lastIndex = position;
    return COMMENTS_TO_LINE_END.test(text) ? COMMENTS_TO_LINE_END.lastIndex : position;
}
