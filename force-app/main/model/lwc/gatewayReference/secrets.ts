/** What stands in place of a hidden text. Without letters, so that it needs no translation. */
export const MASK = '••••••';

/** A secret or publishable key, a webhook secret or an ephemeral key at the start of a word, of any length. */
const KEY_AT_START = /^(?:[srp]k_(?:test|live|prod|org)_|whsec_|ephkey_)/i;

/** A key inside a longer run of word characters. Eight more characters tell it from a word such as `task_test_1`. */
const KEY_INSIDE = /(?:[srp]k_(?:test|live|prod|org)_|whsec_|ephkey_)[a-z0-9]{8}/i;

/** The same in base64, as it stands in the credentials of basic authentication: `sk_test_`, `rk_live_`, … */
const KEY_IN_BASE64 = /^(?:c2tf|cmtf|cGtf)(?:dGVzdF|bGl2ZV)/;

/** 13 to 19 digits, in groups or not: the shape of a card number (ISO/IEC 7812). */
const CARD_NUMBER_SHAPE = /(?<![\w.])\d(?:[ -]?\d){12,18}(?![\w.])/g;

/**
 * A web address. A `receipt_url` and a hosted checkout page carry an access token in theirs, so that only addresses of the
 * Dashboard and of the documentation stay.
 */
const ADDRESS = /https?:\/\/[^\s"'<>]+/gi;
const OPEN_ADDRESS = /^https:\/\/(?:(?:dashboard|docs)\.stripe\.com|stripe\.com\/docs)\//;

/** Whether a run of word characters is, or holds, a client secret or a key. */
function isSecretWord(word: string): boolean {
    return /_secret/i.test(word) || KEY_AT_START.test(word) || KEY_INSIDE.test(word) || KEY_IN_BASE64.test(word);
}

/** The Luhn check digit test (ISO/IEC 7812-1). */
function passesLuhn(digits: string): boolean {
    let sum = 0;
    for (let index = 0; index < digits.length; index += 1) {
        const digit = Number(digits[digits.length - 1 - index]);
        const doubled = index % 2 === 1 ? digit * 2 : digit;
        sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 === 0;
}

/**
 * Replaces client secrets, keys of every Stripe kind, card numbers and addresses with a token by a mask; everything
 * else stays as it is.
 * Works word by word, so the time grows with the length of the text and no more.
 * Source: docs.stripe.com/api/payment_intents/object ("should not be stored, logged, or exposed"), docs.stripe.com/keys.
 */
export function maskSecrets(text: string): string {
    return text
        .replace(ADDRESS, (address) => (OPEN_ADDRESS.test(address) ? address : MASK))
        .replace(/\w+/g, (word) => (isSecretWord(word) ? MASK : word))
        .replace(CARD_NUMBER_SHAPE, (number) => (passesLuhn(number.replace(/\D/g, '')) ? MASK : number));
}

/** Whether `maskSecrets` would hide any part of the text. */
export function containsSecret(text: string): boolean {
    return maskSecrets(text) !== text;
}
