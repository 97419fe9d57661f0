import { maskCardNumbers, mayHoldCardNumber } from './cardNumbers';
import { maskForeignTokens, mayHoldForeignToken } from './foreignTokens';
import type { Masking } from './masking';
import { maskBy } from './masking';
import { isLongStripeId } from './stripeId';

/** What stands in place of a hidden text. Without letters, so that it needs no translation. */
export const MASK = '••••••';

/** A secret or publishable key, a webhook secret, an ephemeral key or a terminal's token, of any length. */
const KEY = '(?:[srpe]k_|pst_)(?:test|live|prod|org)_|whsec_|ephkey_';
const KEY_AT_START = new RegExp(`^(?:${KEY})`, 'i');

/** A key inside a longer run of word characters. Eight more characters tell it from a word such as `task_test_1`. */
const KEY_INSIDE = new RegExp(`(?:${KEY})[a-z0-9]{8}`, 'i');

/** How keys begin in base64, as basic authentication sends them: `sk_`, `rk_`, `pk_` and a mode, or `whsec_`. */
const KEY_IN_BASE64 = /^(?:(?:c2tf|cmtf|cGtf)(?:dGVzdF|bGl2ZV)|d2hzZWNf)/;

/**
 * Where a web address has its host. A `receipt_url` and a hosted checkout page carry an access token in theirs, so that
 * only addresses of the Dashboard, of the documentation and of the API stay. Slashes may be escaped, as some JSON
 * writers do.
 */
const BEFORE_HOST = /:\\?\/\\?\//g;
const STRIPE_PAGE = /\b(?:pay|checkout|invoice|hooks|files|buy)\.stripe\.com\\?\/[^\s"'<>]+/gi;
const ADDRESS_END = /[\s"'<>]/g;
const LONGEST_SCHEME = 20;
const OPEN_ADDRESS = /^https:\/\/(?:(?:dashboard|docs)\.stripe\.com|stripe\.com\/docs|api\.stripe\.com\/v[12])\//;
const SECRET_PARAMETER = /[?&#;][^=&?#;]{0,60}(?:key|token|secret|sign|sig|auth|pass|code)[^=&?#;]{0,60}=/i;

/** A JSON Web Token, or the start of one: base64 of `{"`. */
const JSON_WEB_TOKEN = /\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g;

/** A key in PEM, up to its end or, cut off, the end of the text. */
const PEM = /-----BEGIN [\s\S]*?(?:-----END[^-]*(?:-----|$)|$)/g;

/** What follows the name of an authorization scheme. The word alone ("basic authentication") is no credential. */
const CREDENTIAL = /(?<=\b(?:bearer|basic)(?:\s{1,20}|%20|\+))[\w.~+/=:-]{6,}/gi;
const CREDENTIAL_SHAPE = /\d|[=+/._~:]|.[A-Z]|^.{20}/;

const MAY_HOLD_ADDRESS = /:\\?\/|stripe\.com/i;
const MAY_HOLD_CREDENTIAL = /bearer|basic/i;
const MAY_HOLD_KEY = /_(?:test|live|prod|org)_|whsec_|ephkey_|_secret/i;
const MAY_HOLD_KEY_IN_BASE64 = /c2tf|cmtf|cGtf|d2hzZWNf/;

/** Everything that a secret is told by. */
export const SECRET_MASKINGS: readonly Masking[] = [
    { mayChange: mayHoldForeignToken, mask: (text) => maskForeignTokens(text, MASK) },
    { mayChange: (text) => text.includes('-----BEGIN '), mask: (text) => text.replace(PEM, MASK) },
    { mayChange: (text) => MAY_HOLD_ADDRESS.test(text), mask: maskAddresses },
    { mayChange: (text) => text.includes('eyJ'), mask: (text) => text.replace(JSON_WEB_TOKEN, MASK) },
    {
        mayChange: (text) => MAY_HOLD_CREDENTIAL.test(text),
        mask: (text) => text.replace(CREDENTIAL, (value) => (CREDENTIAL_SHAPE.test(value) ? MASK : value))
    },
    {
        mayChange: (text) => MAY_HOLD_KEY.test(text) || MAY_HOLD_KEY_IN_BASE64.test(text),
        mask: (text) => text.replace(/\w+/g, (word) => (isSecretWord(word) ? MASK : word))
    },
    { mayChange: mayHoldCardNumber, mask: (text) => maskCardNumbers(text, MASK) }
];

/**
 * Replaces client secrets, keys of every Stripe kind, credentials, card numbers and addresses with a token by a mask;
 * everything else stays as it is, also the Stripe ids of an address.
 * The time grows with the length of the text and no more.
 * Sources: docs.stripe.com/api/payment_intents/object ("should not be stored, logged, or exposed"),
 * docs.stripe.com/keys; the kinds of keys of other services: config/gitleaks.toml of gitleaks/gitleaks.
 */
export function maskSecrets(text: string): string {
    return maskBy(SECRET_MASKINGS, text);
}

/** The name of a secret, as in "client_secret is required", is none. */
const SECRET_NAME = /^(?:client|webhook|signing|shared|api)_secret$/i;

/** Whether a run of word characters is, or holds, a client secret or a key. */
function isSecretWord(word: string): boolean {
    if (/_secret/i.test(word)) {
        return !SECRET_NAME.test(word);
    }
    return KEY_AT_START.test(word) || KEY_INSIDE.test(word) || KEY_IN_BASE64.test(word);
}

/** Looks for the middle of an address, and from there to both ends: a long text without one takes no time. */
function maskAddresses(text: string): string {
    let masked = '';
    let copied = 0;
    BEFORE_HOST.lastIndex = 0;
    for (let host = BEFORE_HOST.exec(text); host; host = BEFORE_HOST.exec(text)) {
        const start = startOfScheme(text, host.index, copied);
        ADDRESS_END.lastIndex = BEFORE_HOST.lastIndex;
        const end = ADDRESS_END.exec(text)?.index ?? text.length;
        masked += text.slice(copied, start) + maskAddress(text.slice(start, end));
        copied = end;
        BEFORE_HOST.lastIndex = end;
    }
    return (masked + text.slice(copied)).replace(STRIPE_PAGE, maskAddress);
}

function startOfScheme(text: string, end: number, from: number): number {
    let start = end;
    while (start > from && end - start < LONGEST_SCHEME && /[a-z0-9+.-]/i.test(text.charAt(start - 1))) {
        start -= 1;
    }
    return start;
}

/** An address with a token keeps nothing but the Stripe ids in it: `••••••/pi_3Mtw`. */
function maskAddress(address: string): string {
    if (OPEN_ADDRESS.test(address) && !SECRET_PARAMETER.test(address)) {
        return address;
    }
    return [MASK, ...new Set(address.match(/\w+/g)?.filter(isLongStripeId))].join('/');
}

/** Whether `maskSecrets` would hide any part of the text. */
export function containsSecret(text: string): boolean {
    return maskSecrets(text) !== text;
}
