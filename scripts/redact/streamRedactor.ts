import type { Quote } from 'c/redaction';
import { findClosingQuote, findQuoted, LineRedactor, MASK } from 'c/redaction';
import { findSafeCut } from './safeCut.ts';

/**
 * In characters: what is kept of a line at most. The largest line of an export, with both bodies of a log in it, is
 * shorter; of a longer one, parts are redacted.
 */
export const MAXIMUM_PART = 1024 * 1024;

/** No word that says what the next one is has as many characters. */
const SHORTEST_LONG_WORD = 64;

/** What is left out, up to where: a text in quotation marks, a word or a line that is longer than a part. */
type Skipping = { until: 'quote'; quote: Quote } | { until: 'wordEnd' } | { until: 'lineEnd' };

/**
 * Redacts a text that comes in pieces of any size. What comes out does not depend on the sizes: lines, and the parts of a
 * line that is too long, start and end where the text says so.
 *
 * What cannot be judged without keeping more than a part of it is hidden: a text or word of more than a million
 * characters.
 */
export class StreamRedactor {
    private readonly redactor = new LineRedactor({});
    private readonly maximumPart: number;
    private pending = '';
    private isLineStart = true;
    private skipping?: Skipping;

    constructor(maximumPart = MAXIMUM_PART) {
        this.maximumPart = maximumPart;
    }

    push(text: string): string {
        this.pending += text;
        return this.take(false);
    }

    /** The rest, when nothing more comes. */
    end(): string {
        return this.take(true);
    }

    private take(isEnd: boolean): string {
        const redacted: string[] = [];
        let from = 0;
        const rest = () => this.pending.slice(from);
        for (let next = this.next(from, isEnd); next; next = this.next(from, isEnd)) {
            redacted.push(next.text);
            from = next.end;
        }
        this.pending = rest();
        return redacted.join('');
    }

    /** The next line or part of one, redacted, and where it ends; undefined where more has to come first. */
    private next(from: number, isEnd: boolean): { text: string; end: number } | undefined {
        if (from >= this.pending.length) {
            return undefined;
        }
        if (this.skipping) {
            return this.skip(this.skipping, from, isEnd);
        }
        const lineEnd = this.pending.indexOf('\n', from);
        const isLine = lineEnd >= 0 && lineEnd - from <= this.maximumPart;
        if (isLine) {
            return { text: `${this.redact(from, lineEnd, true)}\n`, end: lineEnd + 1 };
        }
        if (this.pending.length - from > this.maximumPart) {
            return this.nextPart(from);
        }
        return isEnd ? { text: this.redact(from, this.pending.length, true), end: this.pending.length } : undefined;
    }

    private nextPart(from: number): { text: string; end: number } {
        const part = this.pending.slice(from, from + this.maximumPart);
        const cut = findSafeCut(part);
        if (cut > 0) {
            return { text: this.redact(from, from + cut, false), end: from + cut };
        }
        const quoted = findQuoted(part, 0);
        if (quoted?.opening.start === 0) {
            this.skipping = { until: 'quote', quote: quoted.opening };
            const mark = part.slice(0, quoted.opening.end);
            return { text: this.redactor.redact(mark + MASK + mark, this.isLineStart), end: from + quoted.opening.end };
        }
        const separators = /^[\s&;,"]+/.exec(part)?.[0];
        if (separators !== undefined) {
            return { text: separators, end: from + separators.length };
        }
        return { text: MASK, end: from + this.leaveOutLongWord(part) };
    }

    /**
     * Leaves out a word that is too long, and what stands before it. Not a shorter word alone: it may say that the next one
     * is a credential.
     */
    private leaveOutLongWord(part: string): number {
        const words = [...part.matchAll(/[^\s&;,"]+/g)].map(({ 0: word, index }) => ({
            start: index,
            length: word.length
        }));
        const longest = words.reduce((one, other) => (other.length > one.length ? other : one));
        const end = longest.start + longest.length;
        this.isLineStart = false;
        if (longest.length < SHORTEST_LONG_WORD) {
            this.skipping = { until: 'lineEnd' };
            return part.length;
        }
        if (end === part.length) {
            this.skipping = { until: 'wordEnd' };
        }
        return end;
    }

    private redact(from: number, to: number, isWhole: boolean): string {
        const redacted = this.redactor.redact(this.pending.slice(from, to), this.isLineStart);
        this.isLineStart = isWhole;
        if (!isWhole && this.redactor.hidesRestOfLine) {
            this.skipping = { until: 'lineEnd' };
        }
        return redacted;
    }

    /** Leaves out what belongs to a text that is hidden already. A line end is never left out. */
    private skip(skipping: Skipping, from: number, isEnd: boolean): { text: string; end: number } | undefined {
        this.isLineStart = false;
        const end = this.endOfSkipped(skipping, from);
        if (end >= 0) {
            this.skipping = undefined;
            return { text: '', end };
        }
        const length = this.pending.length;
        // Backslashes and marks at the end belong to what comes next.
        const keep = isEnd ? 0 : (/[\\"]*$/.exec(this.pending.slice(-100))?.[0].length ?? 0);
        return length - keep > from ? { text: '', end: length - keep } : undefined;
    }

    private endOfSkipped(skipping: Skipping, from: number): number {
        const line = this.pending.indexOf('\n', from);
        const end = line < 0 ? this.pending.length : line;
        if (skipping.until === 'lineEnd') {
            return line;
        }
        if (skipping.until === 'wordEnd') {
            const word = this.pending.slice(from, end).search(/[\s&;,"]/);
            return word >= 0 ? from + word : line;
        }
        const { backslashes, marks } = skipping.quote;
        const closing = findClosingQuote(this.pending.slice(from, end), { start: 0, end: 0, backslashes, marks });
        const closingEnd = from + closing + backslashes + marks;
        return closing >= 0 && (closingEnd < this.pending.length || line >= 0) ? closingEnd : line;
    }
}
