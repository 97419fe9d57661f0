/**
 * The quotation marks of a text, however often it was put into another text: `"` in JSON, `\"` in JSON in a string,
 * `""` in a field of a CSV file.
 */
export interface Quote {
    /** Where it stands, with its backslashes. */
    start: number;
    end: number;
    backslashes: number;
    marks: number;
}

/** A text in quotation marks: its content, and where the closing mark ends. */
export interface Quoted {
    opening: Quote;
    contentEnd: number;
    end: number;
    /** False where the text ends first. */
    isClosed: boolean;
}

/**
 * The next text in quotation marks. A field of a CSV file with JSON in it counts as a mark without content, so that what
 * is in it is looked at next.
 */
export function findQuoted(text: string, from: number): Quoted | undefined {
    const opening = findOpeningQuote(text, from);
    if (!opening) {
        return undefined;
    }
    const closing = findClosingQuote(text, opening);
    if (isFieldWithStructure(text, opening, closing)) {
        return { opening, contentEnd: opening.end, end: opening.end, isClosed: true };
    }
    return closing < 0
        ? { opening, contentEnd: text.length, end: text.length, isClosed: false }
        : { opening, contentEnd: closing, end: closing + opening.backslashes + opening.marks, isClosed: true };
}

/** Marks in it are doubled, or it goes on in the next line. */
function isFieldWithStructure(text: string, opening: Quote, closing: number): boolean {
    if (closing >= 0 && (opening.marks === 2 || text[closing + opening.backslashes + 1] !== '"')) {
        return false;
    }
    return /^\s*[{[]/.test(text.slice(opening.end, opening.end + 100));
}

/** The first mark from an index on that can open a text. */
function findOpeningQuote(text: string, from: number): Quote | undefined {
    for (let mark = text.indexOf('"', from); mark >= 0; mark = text.indexOf('"', mark + 1)) {
        const start = startOfBackslashes(text, mark, from);
        if (!isStrayClosing(text, start, mark)) {
            const marks = isDoubled(text, start, mark) ? 2 : 1;
            return { start, end: mark + marks, backslashes: mark - start, marks };
        }
    }
    return undefined;
}

/**
 * Where the text that a mark opens ends: at the next mark of the same kind. More backslashes are marks of a text inside
 * of it, and pairs of them a backslash before its end.
 *
 * @returns the start of the closing mark, or -1
 */
export function findClosingQuote(text: string, opening: Quote): number {
    const level = opening.backslashes + 1;
    let mark = text.indexOf('"', opening.end);
    while (mark >= 0) {
        const marks = opening.marks === 2 && text[mark + 1] === '"' ? 2 : 1;
        const backslashes = mark - startOfBackslashes(text, mark, opening.end);
        if (marks === opening.marks && backslashes % (2 * level) === opening.backslashes) {
            return mark - opening.backslashes;
        }
        mark = text.indexOf('"', mark + marks);
    }
    return -1;
}

function startOfBackslashes(text: string, mark: number, from: number): number {
    let start = mark;
    while (start > from && text[start - 1] === '\\') {
        start -= 1;
    }
    return start;
}

/**
 * Two marks open a field's text, unless they are an empty text: nothing, or what follows a value, comes after it. An empty
 * text in a text has backslashes before each of its marks.
 */
function isDoubled(text: string, start: number, mark: number): boolean {
    const followsValue = mark > start ? /^[,:}\]&;)]?$/ : /^[\s,:}\]&;)"\\]?$/;
    return text[mark + 1] === '"' && !followsValue.test(text.charAt(mark + 2));
}

/** The end of a text that started before this one did: after a bracket, or after a word and before what follows a value. */
function isStrayClosing(text: string, start: number, mark: number): boolean {
    const before = text.charAt(start - 1);
    return /[}\]]/.test(before) || (/[,:}\]]/.test(text.charAt(mark + 1)) && /[\p{L}\p{N}.!?]/u.test(before));
}
