import { baseComponentTexts, readDataWords } from './dataWords.ts';
import type { ShownText } from './shownTexts.ts';

/**
 * What people never translate, or what the platform writes in the user's language: record numbers and ids, addresses,
 * API names, codes, time zones, and the words of dates and amounts.
 */
const NOT_TRANSLATED = [
    /https?:\/\/\S+/g,
    /\b(?:PA|P|R|PGL|PAA|RLP)-\d+/g,
    /\b[A-Za-z]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?\b/g,
    /\b[a-zA-Z0-9]{15}(?:[A-Z0-5]{3})?\b(?=.*\d)/g,
    /\b[A-Za-z]+(?:_+[A-Za-z0-9]+)+\b/g,
    /\b[A-Z][a-z]+(?:[A-Z][A-Za-z]*)+\b/g,
    /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d+, \d{4}(?:, \d+:\d+\s[AP]M)?/g,
    /\b(?:in )?[\d,]+ (?:day|hour|minute)s?(?: ago)?\b/g,
    /\bUTC\b|\b[A-Z]{3}\b/g
];

const WORD = /[A-Za-z]{2,}/g;

const data = readDataWords();
const baseTexts = baseComponentTexts();
const valuesByLength = [...data.values].filter((value) => value.length > 2).sort((a, b) => b.length - a.length);

/**
 * The texts that are no label: in a pseudo-language every letter of a label has an accent, so that a word of plain
 * letters is data, or was written into the code. Where a field of some record has the very text, it is taken for data.
 * @returns for each its component, where it stands, and the text; each once
 */
export function literalTexts(texts: readonly ShownText[]): string[] {
    const literal = texts.filter((shown) => !isData(shown) && wordsIn(withoutData(shown.text)).length > 0);
    return [...new Set(literal.map(({ component, where, text }) => `${component}, ${where}: ${text}`))];
}

function isData({ text, isOfBody }: ShownText): boolean {
    return (
        data.values.has(text) ||
        baseTexts.has(text) ||
        (isOfBody && wordsIn(text).every((word) => data.bodies.includes(word)))
    );
}

function wordsIn(text: string): string[] {
    return text.match(WORD) ?? [];
}

function withoutData(text: string): string {
    const rest = valuesByLength.reduce((left, value) => left.replaceAll(value, ' '), text);
    return NOT_TRANSLATED.reduce((left, pattern) => left.replace(pattern, ' '), rest);
}
