import type { Place } from './pairs';
import { decodeValue, placeOfKey } from './pairs';
import { redactUntilStable } from './untilStable';
import type { RedactionOptions } from './values';
import { isHarmless, maskOfValue, maskText } from './values';

/** A key, and then neither white space, quotation marks, brackets of an object nor an address: pairs of a form. */
const FORM = /^[^\s"'<>{}[\]:\\&=][^\s"'<>{}:\\&=]*=[^\s"'<>{}:\\]*$/;
const ADDRESS_WITHOUT_SCHEME = /stripe\.com\//i;

/** Whether a line is a form-encoded request, as it is sent. */
export function isForm(text: string): boolean {
    return FORM.test(text) && !ADDRESS_WITHOUT_SCHEME.test(text);
}

/** Redacts a form pair by pair: nothing that is looked for goes beyond one. */
export function redactForm(text: string, options: RedactionOptions): string {
    return text
        .split('&')
        .map((pair) => redactFormPair(pair, options))
        .join('&');
}

/** Nothing that ends a value before the pair ends. */
const WHOLE_VALUE = /^[\w%+@*.\u2022-]*$/;

function redactFormPair(pair: string, options: RedactionOptions): string {
    const operator = pair.indexOf('=');
    if (operator < 0 && isHarmless(pair)) {
        return pair;
    }
    const place = placeOfShownKey(pair.slice(0, Math.max(0, operator)));
    const encoded = pair.slice(operator + 1);
    if (!place || !WHOLE_VALUE.test(encoded)) {
        return redactUntilStable(pair, options);
    }
    const value = decodeValue(encoded);
    const kind = maskOfValue(value, place.position, place.rule);
    if (kind !== undefined && !(kind === 'personal' && options.revealPersonal)) {
        return pair.slice(0, operator + 1) + maskText(value, kind);
    }
    return isHarmless(value) ? pair : redactUntilStable(pair, options);
}

const KEY = /^[\w.%[\]-]{1,200}$/;

/** Few enough to need no care for the memory. */
const MAXIMUM_KNOWN = 5_000;
const known = new Map<string, Place | undefined>();

/**
 * Where the value of a key stands; undefined where there is something to hide in the key itself. Keys repeat, but for the
 * positions in lists, so that each is looked at once.
 */
function placeOfShownKey(key: string): Place | undefined {
    const name = key.replace(/\[\d+\]/g, '[]');
    const found = known.get(name);
    if (found ?? known.has(name)) {
        return found;
    }
    const isShown = KEY.test(key) && redactUntilStable(name, {}) === name;
    const place = isShown ? placeOfKey(name) : undefined;
    if (known.size < MAXIMUM_KNOWN && KEY.test(key)) {
        known.set(name, place);
    }
    return place;
}
