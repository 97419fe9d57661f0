import type { Masking } from 'c/gatewayReference';
import { MASK, maskBy, SECRET_MASKINGS } from 'c/gatewayReference';
import { decodePercent } from './escapes';
import { mayHoldMarkup, redactMarkup } from './markup';
import { indexOfNext, mayHoldPair, redactPairs } from './pairs';
import { PERSONAL_MASKINGS } from './personalText';
import type { RedactionOptions } from './values';
import { isHarmless } from './values';

/** After that many rounds a text is given up and hidden. Two are the rule: one that masks, one that finds nothing. */
const MAXIMUM_ROUNDS = 6;

/** What is looked for where nothing is encoded: with personal data, and where that is revealed. */
const OF_ALL = [...SECRET_MASKINGS, ...maskingsByKey({}), ...PERSONAL_MASKINGS];
const OF_SECRETS = [...SECRET_MASKINGS, ...maskingsByKey({ revealPersonal: true })];

/** The same in any text. */
const OF_ALL_ENCODED = [...OF_ALL, maskingOfEncoded(OF_ALL)];
const OF_SECRETS_ENCODED = [...OF_SECRETS, maskingOfEncoded(OF_SECRETS)];

function maskingsByKey(options: RedactionOptions): readonly Masking[] {
    return [
        { mayChange: mayHoldPair, mask: (text) => redactPairs(text, options) },
        { mayChange: mayHoldMarkup, mask: (text) => redactMarkup(text, options) }
    ];
}

function maskingOfEncoded(maskings: readonly Masking[]): Masking {
    return { mayChange: (text) => text.includes('%'), mask: (text) => maskEncoded(text, maskings) };
}

/**
 * Hides secrets, the values of pairs and personal data by its shape, once more until nothing changes: what is redacted
 * stays as it is when it is redacted again.
 */
export function redactUntilStable(text: string, options: RedactionOptions): string {
    const all = options.revealPersonal ? OF_SECRETS_ENCODED : OF_ALL_ENCODED;
    const needed = all.filter(({ mayChange }) => mayChange(text));
    let redacted = text;
    for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
        const before = redacted;
        for (const { mask } of needed) {
            redacted = mask(redacted);
        }
        if (redacted === before) {
            return redacted;
        }
    }
    return MASK;
}

const WORD_END = /[\s&=,;"'<>]/g;
const NO_WORD = /[\s&=,;"'<>]/;

/** How often a word is decoded. What is still encoded then was made to hide something. */
const MAXIMUM_DECODING = 3;

/** Hides what stands percent-encoded: a word that would change if it were decoded. */
function maskEncoded(text: string, maskings: readonly Masking[]): string {
    let masked = '';
    let copied = 0;
    for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', Math.max(at + 1, copied))) {
        let start = at;
        while (start > copied && !NO_WORD.test(text.charAt(start - 1))) {
            start -= 1;
        }
        const end = indexOfNext(WORD_END, text, at);
        masked += text.slice(copied, start);
        masked += hidesSomething(text.slice(start, end), maskings) ? MASK : text.slice(start, end);
        copied = end;
    }
    return masked + text.slice(copied);
}

function hidesSomething(word: string, maskings: readonly Masking[]): boolean {
    let decoded = word;
    for (let time = 0; time < MAXIMUM_DECODING; time += 1) {
        const before = decoded;
        decoded = decodePercent(before);
        if (decoded === before) {
            return false;
        }
        if (!isHarmless(decoded.replaceAll('+', ' ')) && maskBy(maskings, decoded) !== decoded) {
            return true;
        }
    }
    return decodePercent(decoded) !== decoded;
}
