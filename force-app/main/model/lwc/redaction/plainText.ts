import { findStripeReferences, isLongStripeId, MASK, maskSecrets, parseGatewayReference } from 'c/gatewayReference';
import type { KeyRule, MaskKind, Position } from './keyRules';
import { maskAt, positionBelow, ruleOfKey } from './keyRules';
import { maskPersonal } from './personalText';

/** What may be shown: `revealPersonal` for who has the permission. There is no such choice for secrets. */
export interface RedactionOptions {
    revealPersonal?: boolean;
}

/** Without these a text has nothing that a pattern could find. */
const MAY_HOLD_PAIR = /[=:]/;

/** After that many rounds a text is given up and hidden. Two are the rule: one that masks, one that finds nothing. */
const MAXIMUM_ROUNDS = 6;

/**
 * Redacts one line without structure: secrets, `key=value` pairs, `key: value` of secrets, personal data by its shape.
 * Once more until nothing changes, so that what is redacted stays as it is when it is redacted again.
 */
export function redactPlain(text: string, options: RedactionOptions): string {
    if (isHarmless(text)) {
        return text;
    }
    let redacted = text;
    for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
        const before = redacted;
        redacted = redactOnce(before, options);
        if (redacted === before) {
            return redacted;
        }
    }
    return MASK;
}

/**
 * Words in lower case joined by underscores, as Stripe's codes are: too short for a key, and none of the beginnings.
 * Most values of a log are such a word, an id or a few words, so that this decides how long a log takes.
 */
const CODE_WORDS =
    /^(?!.*(?:k_(?:test|live|prod|org)_|pst_|_secret|whsec_|ephkey_))(?:[A-Z][a-z]{0,15}|[a-z]{0,16})(?:[_ ,.'!-](?:[A-Z][a-z]{0,15}|[a-z]{0,16}))*$/;

export function isHarmless(text: string): boolean {
    return text.length < 100 ? CODE_WORDS.test(text) || isLongStripeId(text) : false;
}

function redactOnce(text: string, options: RedactionOptions): string {
    let redacted = maskSecrets(text);
    if (MAY_HOLD_PAIR.test(redacted)) {
        redacted = redactPairs(redacted, options);
    }
    if (!options.revealPersonal) {
        redacted = maskPersonal(redacted);
    }
    return redacted.includes('%') ? maskEncoded(redacted, options) : redacted;
}

const WORD_END = /[\s&=,;"'<>]/g;
const NO_WORD = /[\s&=,;"'<>]/;

/** How often a word is decoded. What is still encoded then was made to hide something. */
const MAXIMUM_DECODING = 3;

/** Hides what stands percent-encoded: a word that would change if it were decoded. */
function maskEncoded(text: string, options: RedactionOptions): string {
    let masked = '';
    let copied = 0;
    for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', Math.max(at + 1, copied))) {
        let start = at;
        while (start > copied && !NO_WORD.test(text.charAt(start - 1))) {
            start -= 1;
        }
        const end = indexOfNext(WORD_END, text, at);
        masked += text.slice(copied, start);
        masked += hidesSomething(text.slice(start, end), options) ? MASK : text.slice(start, end);
        copied = end;
    }
    return masked + text.slice(copied);
}

function hidesSomething(word: string, options: RedactionOptions): boolean {
    let decoded = word;
    for (let time = 0; time < MAXIMUM_DECODING; time += 1) {
        const before = decoded;
        decoded = decodePercent(before);
        if (decoded === before) {
            return false;
        }
        const redacted = options.revealPersonal ? maskSecrets(decoded) : maskPersonal(maskSecrets(decoded));
        if (redacted !== decoded || redactPairs(decoded, options) !== decoded) {
            return true;
        }
    }
    return decodePercent(decoded) !== decoded;
}

/** Decodes what is valid, and leaves the rest as it is. */
export function decodePercent(text: string): string {
    if (!text.includes('%')) {
        return text;
    }
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
        const code = parseInt(bytes.slice(1), 16);
        if (bytes.length === 3) {
            return code < 128 ? String.fromCharCode(code) : bytes;
        }
        try {
            return decodeURIComponent(bytes);
        } catch {
            return bytes;
        }
    });
}

/** Hides a text, but for the Stripe ids in it: of a secret only those that are too long to be a part of one. */
export function maskText(text: string, kind: MaskKind): string {
    if (!text.includes('_')) {
        return MASK;
    }
    const ids = findStripeReferences(text).map(({ id }) => id);
    return [MASK, ...ids.filter((id) => kind === 'personal' || isLongStripeId(id))].join(' ');
}

/** What a value may look like where only known keys are shown: a word of Stripe, a number, a date, a media type. */
const CODE = /^[\w.:+/-]{0,100}$/;
const HEADER_CODE = /^[\w.:+/;=,*() -]{0,200}$/;

/** Why a value is hidden, or undefined where it may be shown as far as its text allows. Ids are always shown. */
export function maskOfValue(value: string, position: Position, rule = ruleOfKey('')): MaskKind | undefined {
    const kind = maskAt(position, rule);
    if (value === '' || (kind === undefined && position === 'open' && !rule.isNumber)) {
        return undefined;
    }
    if (isOwnNumber(value)) {
        return undefined;
    }
    if (kind !== undefined) {
        return kind;
    }
    if (position === 'open') {
        return value.replace(/\D/g, '').length >= 12 ? 'secret' : undefined;
    }
    return (position === 'headers' ? HEADER_CODE : CODE).test(value) ? undefined : 'personal';
}

const OWN_NUMBER = /^(?:[a-z_]+_|SF)[A-Za-z0-9]+$/;

/** Whether a value is a Stripe id, or a number that Salesforce made up: the same everywhere, and nobody's data. */
export function isOwnNumber(value: string): boolean {
    if (value.length > 255 || value.length < 3 || isLongStripeId(value)) {
        return isLongStripeId(value);
    }
    if (!OWN_NUMBER.test(value)) {
        return false;
    }
    const { kind } = parseGatewayReference(value);
    return kind === 'stripe' || kind === 'salesforce';
}

const VALUE_END = /[\s&"'<>;,]/g;
const LINE_END = /[\n\r&"<>;,}]/g;
const OPERATOR = /[=:]/g;
const LONG_NUMBER = /'?\d(?:[ +-]?\d){11,40}'?/y;

/**
 * Redacts `key=value` by the key, nested as forms write it (`card[number]`, also percent-encoded), and `key: value` where
 * the key is that of a secret. Values in apostrophes are taken as a whole.
 */
function redactPairs(text: string, options: RedactionOptions): string {
    let redacted = '';
    let copied = 0;
    for (
        let at = indexOfNext(OPERATOR, text, 0);
        at < text.length;
        at = indexOfNext(OPERATOR, text, Math.max(at + 1, copied))
    ) {
        const key = keyBefore(text, at, copied);
        const start = key === '' ? -1 : valueStart(text, at);
        const pair = start < 0 ? undefined : redactPair(text, key, at, start, options);
        if (pair) {
            redacted += text.slice(copied, start) + pair.text;
            copied = pair.end;
        }
    }
    return redacted + text.slice(copied);
}

/** Where the pattern matches next; the length of the text where it does not. */
function indexOfNext(pattern: RegExp, text: string, from: number): number {
    pattern.lastIndex = from;
    return pattern.exec(text)?.index ?? text.length;
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

/** Where the value starts: after spaces, and after the second character of `=>` or `==`. -1 for an address or a time. */
function valueStart(text: string, operator: number): number {
    let start = operator + 1;
    if (text[operator] === ':' && (text[start] === '/' || isTime(text, operator))) {
        return -1;
    }
    while (start < text.length && /[ \t>=:]/.test(text.charAt(start))) {
        start += 1;
    }
    return start;
}

function isTime(text: string, colon: number): boolean {
    return /\d:\d\d(?!\d)/.test(text.slice(Math.max(0, colon - 1), colon + 4));
}

function redactPair(
    text: string,
    key: string,
    operator: number,
    start: number,
    options: RedactionOptions
): { text: string; end: number } | undefined {
    const place = placeOfKey(key);
    const mask = maskAt(place.position, place.rule);
    if (place.rule.isNumber && place.position === 'open') {
        return redactLongNumber(text, start);
    }
    const isQuoted = text[start] === "'";
    if (!mayHide(mask, place, options) || (text[operator] === ':' && !isQuoted && mask !== 'secret')) {
        return undefined;
    }
    const from = isQuoted ? start + 1 : start;
    const end = isQuoted
        ? endOfQuoted(text, start)
        : indexOfNext(mask === 'personal' ? LINE_END : VALUE_END, text, start);
    const value = decodePercent(text.slice(from, end).replaceAll('+', ' ')).replace(/[.!?)\]}]$/, '');
    const kind = maskOfValue(value, place.position, place.rule);
    return kind === undefined || value === ''
        ? undefined
        : { text: text.slice(start, from) + maskText(value, kind), end };
}

/** A `number` as long as a card's. It may be mistyped, so that its check digit says nothing. */
function redactLongNumber(text: string, start: number): { text: string; end: number } | undefined {
    LONG_NUMBER.lastIndex = start;
    return LONG_NUMBER.test(text) ? { text: MASK, end: LONG_NUMBER.lastIndex } : undefined;
}

/** Whether a pair has to be looked at: where it is not, none after it is looked at twice. */
function mayHide(mask: MaskKind | undefined, { position }: Place, options: RedactionOptions): boolean {
    return mask === 'secret' || (!options.revealPersonal && (mask !== undefined || position !== 'open'));
}

interface Place {
    position: Position;
    rule: KeyRule;
}

/** Few enough to need no care for the memory. */
const MAXIMUM_PLACES = 5_000;
const knownPlaces = new Map<string, Place>();

/** Where `payment_method_data[card][number]` or `a.b` stands, and what its last part says; list positions say nothing. */
function placeOfKey(key: string): Place {
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
    const segments = decodePercent(key)
        .split(/[[\].]+/)
        .filter((segment) => segment !== '' && !/^\d+$/.test(segment));
    const last = segments.pop() ?? '';
    const position = segments.reduce<Position>((above, segment) => positionBelow(above, ruleOfKey(segment)), 'open');
    return { position, rule: ruleOfKey(last) };
}

function endOfQuoted(text: string, start: number): number {
    const end = text.indexOf("'", start + 1);
    return end < 0 ? text.length : end;
}
