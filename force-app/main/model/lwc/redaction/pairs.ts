import { MASK } from 'c/gatewayReference';
import { decodePercent } from './escapes';
import type { KeyRule, MaskKind, Position } from './keyRules';
import { maskAt, positionBelow, ruleOfKey } from './keyRules';
import type { RedactionOptions } from './values';
import { maskOfValue, maskText } from './values';

const VALUE_START = /[^ \t>=:]/g;
const VALUE_END = /[\s&"'<>;,]/g;
const LINE_END = /[\n\r&"<>;,}]/g;
/** What stands between a key and its value: no colon of an address, and none of a time. */
const OPERATOR = /=|:(?!\/)(?!(?<=\d:)\d\d(?!\d))/g;
const LONG_NUMBER = /'?\d(?:[ +-]?\d){11,40}'?/y;

export function mayHoldPair(text: string): boolean {
    return text.includes('=') || text.includes(':');
}

/**
 * Redacts `key=value` by the key, nested as forms write it (`card[number]`, also percent-encoded), and `key: value` where
 * the key is that of a secret. Values in apostrophes are taken as a whole.
 */
export function redactPairs(text: string, options: RedactionOptions): string {
    let redacted = '';
    let copied = 0;
    for (
        let at = indexOfNext(OPERATOR, text, 0);
        at < text.length;
        at = indexOfNext(OPERATOR, text, Math.max(at + 1, copied))
    ) {
        const key = keyBefore(text, at, copied);
        const pair = key === '' ? undefined : redactPair(text, key, at, options);
        if (pair) {
            redacted += text.slice(copied, pair.start) + pair.text;
            copied = pair.end;
        }
    }
    return redacted + text.slice(copied);
}

/** Where the pattern of one character matches next; the length of the text where it does not. */
export function indexOfNext(pattern: RegExp, text: string, from: number): number {
    pattern.lastIndex = from;
    return pattern.test(text) ? pattern.lastIndex - 1 : text.length;
}

/** The longest key that a form may have; Stripe's go four levels deep. */
const MAXIMUM_KEY = 200;

/** The key that ends where the operator stands, perhaps in apostrophes and before a space. */
function keyBefore(text: string, operator: number, from: number): string {
    let end = operator;
    while (end > from && (text[end - 1] === ' ' || text[end - 1] === "'")) {
        end -= 1;
    }
    let start = end;
    while (start > from && end - start < MAXIMUM_KEY && isOfKey(text.charCodeAt(start - 1))) {
        start -= 1;
    }
    return text.slice(start, end);
}

/** Letters, digits, and `_ . [ ] % -`. */
function isOfKey(code: number): boolean {
    return (
        (code >= 97 && code <= 122) ||
        (code >= 48 && code <= 57) ||
        (code >= 65 && code <= 91) ||
        code === 95 ||
        code === 93 ||
        code === 46 ||
        code === 45 ||
        code === 37
    );
}

/** What stands in place of a value, and from where to where; undefined where it may be shown. */
interface RedactedValue {
    start: number;
    end: number;
    text: string;
}

function redactPair(text: string, key: string, operator: number, options: RedactionOptions): RedactedValue | undefined {
    const place = placeOfKey(key);
    const mask = maskAt(place.position, place.rule);
    const isCardNumber = place.rule.isNumber && place.position === 'open';
    if (!isCardNumber && !mayHide(mask, place, options)) {
        return undefined;
    }
    // After spaces, and after the second character of `=>` or `==`.
    const start = indexOfNext(VALUE_START, text, operator + 1);
    if (isCardNumber) {
        return redactLongNumber(text, start);
    }
    const isQuoted = text[start] === "'";
    if (text[operator] === ':' && !isQuoted && mask !== 'secret') {
        return undefined;
    }
    const from = isQuoted ? start + 1 : start;
    const end = isQuoted
        ? endOfQuoted(text, start)
        : indexOfNext(mask === 'personal' ? LINE_END : VALUE_END, text, start);
    const value = decodeValue(text.slice(from, end));
    const kind = maskOfValue(value, place.position, place.rule);
    return kind === undefined || value === '' ? undefined : { start: from, end, text: maskText(value, kind) };
}

/** The value of a pair, without the end of a sentence or of what it stands in. */
export function decodeValue(encoded: string): string {
    return decodePercent(encoded.replaceAll('+', ' ')).replace(/[.!?)\]}]$/, '');
}

/** A `number` as long as a card's. It may be mistyped, so that its check digit says nothing. */
function redactLongNumber(text: string, start: number): RedactedValue | undefined {
    LONG_NUMBER.lastIndex = start;
    return LONG_NUMBER.test(text) ? { start, end: LONG_NUMBER.lastIndex, text: MASK } : undefined;
}

/** Whether a pair has to be looked at: where it is not, none after it is looked at twice. */
function mayHide(mask: MaskKind | undefined, { position }: Place, options: RedactionOptions): boolean {
    return mask === 'secret' || (!options.revealPersonal && (mask !== undefined || position !== 'open'));
}

export interface Place {
    position: Position;
    rule: KeyRule;
}

/** Few enough to need no care for the memory. */
const MAXIMUM_PLACES = 5_000;
const knownPlaces = new Map<string, Place>();

/** Where `payment_method_data[card][number]` or `a.b` stands, and what its last part says; list positions say nothing. */
export function placeOfKey(key: string): Place {
    if (!/[%[.]/.test(key)) {
        return { position: 'open', rule: ruleOfKey(key) };
    }
    const known = knownPlaces.get(key);
    const place = known ?? placeOfPath(key);
    if (!known && knownPlaces.size < MAXIMUM_PLACES) {
        knownPlaces.set(key, place);
    }
    return place;
}

function placeOfPath(key: string): Place {
    let place: Place = { position: 'open', rule: ruleOfKey('') };
    for (const segment of decodePercent(key).split(/[[\].]+/)) {
        if (segment !== '' && !/^\d+$/.test(segment)) {
            place = { position: positionBelow(place.position, place.rule), rule: ruleOfKey(segment) };
        }
    }
    return place;
}

function endOfQuoted(text: string, start: number): number {
    const end = text.indexOf("'", start + 1);
    return end < 0 ? text.length : end;
}
