import fc from 'fast-check';
import { excerpt, foldCase, highlight, indexOfMatch } from '../highlight';
import type { TextPart } from '../highlight';

/** The parts as they are read: what matches stands in brackets. */
const marked = (parts: readonly TextPart[]) =>
    parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');
const joined = (parts: readonly TextPart[]) => parts.map(({ text }) => text).join('');

/** Texts in which short queries are found often, also beside characters that change with their case. */
const characters = fc.constantFrom(
    'a',
    'A',
    'b',
    'İ',
    'i',
    'I',
    'ß',
    'ẞ',
    'Σ',
    'ς',
    'σ',
    'K',
    'k',
    '𐐀',
    '😀',
    ' ',
    '.'
);
const REORDERING = /[\u202A-\u202E\u2066-\u2069]/g;
const text = fc
    .oneof(fc.string({ unit: characters, maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 40 }))
    // Those are not drawn as they are: they have a test of their own.
    .map((anything) => anything.replace(REORDERING, ''));
const query = fc.oneof(fc.string({ unit: characters, maxLength: 3 }), fc.string({ unit: 'binary', maxLength: 3 }));

/** For every character of a text whether it is part of a match: the plain and slow way. */
function isInMatch(searched: string, wanted: string): boolean[] {
    const folded = foldCase(searched);
    const found = foldCase(wanted);
    const places = Array.from({ length: searched.length }, (_, at) => at);
    const starts = places.filter((at) => found !== '' && folded.startsWith(found, at));
    return places.map((at) => starts.some((start) => start <= at && at < start + found.length));
}

describe('foldCase', () => {
    it('keeps the length of every character that there is', () => {
        const changed: string[] = [];
        for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
            const character = String.fromCodePoint(codePoint);
            if (foldCase(character).length !== character.length) {
                changed.push(character);
            }
        }
        expect(changed).toEqual([]);
    });

    it('gives a character the same whatever stands beside it, and nothing new when it is done again', () => {
        fc.assert(
            fc.property(fc.string({ unit: characters }), fc.string({ unit: characters }), (left, right) => {
                expect(foldCase(left + right)).toBe(foldCase(left) + foldCase(right));
                expect(foldCase(foldCase(left))).toBe(foldCase(left));
            })
        );
    });
});

describe('highlight', () => {
    it.each([
        ['card_declined', 'CARD', '[card]_declined'],
        ['İstanbul Foo', 'foo', 'İstanbul [Foo]'],
        ['İstanbul', 'istanbul', '[İstanbul]'],
        ['istanbul', 'İSTANBUL', '[istanbul]'],
        ['ΟΔΟΣ οδοσ', 'οδος', '[ΟΔΟΣ] [οδοσ]'],
        ['ab.ab', '.', 'ab[.]ab'],
        ['abab', 'ab', '[ab][ab]'],
        ['ababa', 'aba', '[ababa]'],
        ['abc', '', 'abc'],
        ['abc', 'abcd', 'abc'],
        ['', 'a', '']
    ])('marks in %j what matches %j', (searched, wanted, expected) => {
        expect(marked(highlight(searched, wanted))).toBe(expected);
    });

    it('marks in a stretch also what begins before it or ends behind it', () => {
        expect(marked(highlight('xxsecretxx', 'secret', 4, 6))).toBe('[cr]');
        expect(marked(highlight('xxsecretxx', 'secret', 0, 4))).toBe('xx[se]');
        expect(marked(highlight('xxsecretxx', 'secret', 6, 10))).toBe('[et]xx');
    });

    it('cuts any text into parts that make up the text, and marks every match and nothing else', () => {
        fc.assert(
            fc.property(text, query, (searched, wanted) => {
                const parts = highlight(searched, wanted);
                expect(joined(parts)).toBe(searched);
                const marks = parts.flatMap(({ text: part, isMatch }) => Array(part.length).fill(isMatch));
                expect(marks).toEqual(isInMatch(searched, wanted));
            })
        );
    });

    it('marks the same in stretches as in the whole', () => {
        fc.assert(
            fc.property(
                fc.string({ unit: 'binary-ascii' }),
                fc.string({ maxLength: 3 }),
                fc.nat(40),
                (all, wanted, cut) => {
                    const at = Math.min(cut, all.length);
                    const marksOf = (parts: TextPart[]) =>
                        parts.flatMap(({ text: part, isMatch }) => [...part].map((character) => [character, isMatch]));
                    expect([
                        ...marksOf(highlight(all, wanted, 0, at)),
                        ...marksOf(highlight(all, wanted, at, all.length))
                    ]).toEqual(marksOf(highlight(all, wanted)));
                }
            )
        );
    });

    it('gives every part a key of its own', () => {
        fc.assert(
            fc.property(text, query, (searched, wanted) => {
                const keys = excerpt(searched.repeat(20), wanted).map(({ key }) => key);
                expect(new Set(keys).size).toBe(keys.length);
            })
        );
    });
});

describe('indexOfMatch', () => {
    it('finds without regard to case, and nothing for no text', () => {
        expect(indexOfMatch('Card_Declined', 'declined')).toBe(5);
        expect(indexOfMatch('card', 'cart')).toBe(-1);
        expect(indexOfMatch('card', '')).toBe(-1);
    });
});

describe('excerpt', () => {
    it('shows a short value whole', () => {
        expect(joined(excerpt('x'.repeat(200), ''))).toBe('x'.repeat(200));
    });

    it('shows the start of a long value', () => {
        expect(joined(excerpt('x'.repeat(131_072), ''))).toBe(`${'x'.repeat(200)}…`);
    });

    it('shows a long value where it matches', () => {
        const value = `${'x'.repeat(1_000)}needle${'y'.repeat(1_000)}`;
        expect(marked(excerpt(value, 'NEEDLE'))).toBe(`…${'x'.repeat(40)}[needle]${'y'.repeat(154)}…`);
        expect(marked(excerpt(`${'x'.repeat(1_000)}needle`, 'needle'))).toBe(`…${'x'.repeat(40)}[needle]`);
    });

    it('marks as much as there is room for of a match that is longer', () => {
        expect(marked(excerpt(`ab${'x'.repeat(500)}`, 'x'.repeat(500)))).toBe(`ab[${'x'.repeat(198)}]…`);
    });

    it('shows the start where a long text that is searched for is not found', () => {
        expect(joined(excerpt('x'.repeat(300), 'y'.repeat(250)))).toBe(`${'x'.repeat(200)}…`);
    });

    it('is never much longer than a line, and holds a match where the value has one', () => {
        const long = fc.string({ unit: characters, minLength: 150, maxLength: 600 });
        fc.assert(
            fc.property(long, query, (value, wanted) => {
                const parts = excerpt(value, wanted);
                expect(joined(parts).length).toBeLessThanOrEqual(202);
                expect(parts.some(({ isMatch }) => isMatch)).toBe(indexOfMatch(value, wanted) >= 0);
            })
        );
    });
});

describe('characters that turn around what stands beside them', () => {
    it('are shown as JSON writes them, and found as they are', () => {
        expect(marked(highlight('a\u202Eb\u2069c', 'B'))).toBe('a\\u202e[b]\\u2069c');
        expect(marked(highlight('a\u202Eb', '\u202E'))).toBe('a[\\u202e]b');
        expect(joined(excerpt('\u2066'.repeat(300), ''))).toBe(`${'\\u2066'.repeat(200)}…`);
    });
});
