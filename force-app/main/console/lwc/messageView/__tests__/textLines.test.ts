import fc from 'fast-check';
import { parseGatewayMessage, textOfLines } from 'c/gatewayMessage';
import { foldCase } from '../highlight';
import { LONGEST_LINE, matchingLines, textLines } from '../textLines';
import type { TextLine } from '../textLines';

const linesOf = (body: string) => textLines(parseGatewayMessage(body).lines);
const partsOf = (lines: readonly TextLine[]) => lines.map(({ text, start, end }) => text.slice(start, end));

/** The lines of the message again, from the parts that they were cut into. */
const joined = (lines: readonly TextLine[]) =>
    lines
        .map(({ text, start, end }, index) => (start === 0 && index > 0 ? '\n' : '') + text.slice(start, end))
        .join('');

const word = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.string({ unit: fc.constantFrom('a', '😀', 'é', ' '), minLength: 100, maxLength: 700 })
);
const body = fc.oneof(
    word,
    fc.array(word, { maxLength: 10 }).map((lines) => lines.join('\n')),
    fc
        .dictionary(word, fc.oneof(word, fc.array(word, { maxLength: 3 })), { maxKeys: 5 })
        .map((value) => JSON.stringify(value))
);

describe('textLines', () => {
    it('indents, and continues a long line in the next', () => {
        const lines = linesOf(JSON.stringify({ a: { note: 'x'.repeat(400) } }));
        expect(partsOf(lines)).toEqual([
            '{',
            '  "a": {',
            `    "note": "${'x'.repeat(147)}`,
            'x'.repeat(160),
            `${'x'.repeat(93)}"`,
            '  }',
            '}'
        ]);
    });

    it('keeps a line that is empty', () => {
        expect(partsOf(linesOf('one\n\ntwo'))).toEqual(['one', '', 'two']);
    });

    it('are, put together again, the redacted text of the message', () => {
        fc.assert(
            fc.property(body, (text) => {
                const { lines } = parseGatewayMessage(text);
                expect(joined(textLines(lines))).toBe(textOfLines(lines));
            })
        );
    });

    it('are none too long, and cut no character in two', () => {
        fc.assert(
            fc.property(body, (text) => {
                const parts = partsOf(linesOf(text));
                expect(parts.filter((part) => part.length > LONGEST_LINE)).toEqual([]);
                expect(parts.filter((part) => /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(part))).toEqual([]);
            })
        );
    });

    it('are indented only so far, however deep a body is', () => {
        const deep = linesOf('[1,'.repeat(1_000));
        expect(Math.max(...deep.map(({ text }) => text.search(/\S/)))).toBe(64);
    });
});

describe('matchingLines', () => {
    it('are those in which a match starts, also one that ends in the next', () => {
        const lines = linesOf(`${'x'.repeat(158)}needle\nneedle\nnothing`);
        expect(matchingLines(lines, 'NEEDLE')).toEqual([0, 2]);
    });

    it('are each once, in their order, and none for no text', () => {
        const lines = linesOf(`aa\nb\n${'a'.repeat(400)}`);
        expect(matchingLines(lines, 'a')).toEqual([0, 2, 3, 4]);
        expect(matchingLines(lines, '')).toEqual([]);
    });

    it('are the lines of every match', () => {
        const query = fc.oneof(
            fc.constantFrom('a', '😀', 'éa', '  ', '": "'),
            fc.string({ minLength: 1, maxLength: 3 })
        );
        fc.assert(
            fc.property(body, query, (text, wanted) => {
                const lines = linesOf(text);
                const expected = lines.flatMap((line, index) => {
                    const found = foldCase(line.text).indexOf(foldCase(wanted), line.start);
                    return found >= 0 && found < line.end ? [index] : [];
                });
                expect(matchingLines(lines, wanted)).toEqual(expected);
            })
        );
    });
});
