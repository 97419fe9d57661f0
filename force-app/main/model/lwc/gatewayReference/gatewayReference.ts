import { containsSecret } from './secrets';
import { isLongStripeId } from './stripeId';
import { STRIPE_OBJECTS } from './stripeObjects';

export { maskBy } from './masking';
export type { Masking } from './masking';
export { MASK, containsSecret, maskSecrets, SECRET_MASKINGS } from './secrets';
export { isLongStripeId } from './stripeId';

export type StripeMode = 'live' | 'test';

/** An id of a Stripe object whose type its prefix tells. `mode` only where the id itself names it (`cs_test_…`). */
export interface StripeReference {
    kind: 'stripe';
    id: string;
    prefix: string;
    object: string;
    mode?: StripeMode;
}

/** What a GatewayRefNumber says. Kinds without a text carry none, so that it cannot be shown by mistake. */
export type GatewayReference =
    | StripeReference
    /** Stripe's shape, but a prefix that is not known: it can be searched for. */
    | { kind: 'stripeShaped'; id: string }
    /** `SF` and digits: made up by Salesforce's sample gateway adapters, unknown to Stripe. */
    | { kind: 'salesforce'; number: string }
    /** The order's own number, or digits that may be it: some storefronts write it as transaction id. */
    | { kind: 'orderNumber'; number: string }
    /** A client secret, a key or a card number: never shown, never linked. */
    | { kind: 'secret' }
    /** Markup, control characters or an address: never shown, never linked. */
    | { kind: 'unsafe' }
    | { kind: 'empty' }
    | { kind: 'unknown'; text: string };

/** Stripe's limit for ids (docs.stripe.com/upgrades), and the length of GatewayRefNumber. */
export const MAXIMUM_REFERENCE_LENGTH = 255;

/** Lower-case words joined by underscores, then the body: `pi_…`, `sub_sched_…`, `cs_test_…`. */
const STRIPE_SHAPE = /^([a-z]+(?:_[a-z]+)*)_([A-Za-z0-9]+)$/;

const DIGITS = /^\d+$/;

/** Shorter than any body seen (14 to 58 characters), but Stripe promises no length. */
const UNKNOWN_PREFIX_MINIMUM_BODY = 8;

/** White space, quotes, zero-width characters and the byte order mark: what copying from a page or a sheet adds. */
const WRAPPING = '[\\s"\'`“”‘’„«»\\u200B-\\u200D\\u2060\\uFEFF]+';
const SURROUNDING = new RegExp(`^${WRAPPING}|${WRAPPING}$`, 'g');

/** Control, format (also bidirectional) and surrogate characters, markup, and addresses with a scheme or a host. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}<>\\]|^[\w+.-]+:|\/\//u;

/**
 * Reads a gateway reference number.
 *
 * Total: takes anything, never throws and never guesses. `SFnnnnnn` is what Salesforce's sample adapters write
 * (forcedotcom/commerce-on-lightning, SalesforceAdapter.cls); Stripe ids are told by their prefix, never by length.
 *
 * @param value the field's value; anything but a string is empty
 * @param orderNumber the number of the order. Where it is not known, digits may be it; where it is, no others are
 */
export function parseGatewayReference(value: unknown, orderNumber?: string): GatewayReference {
    const text = typeof value === 'string' ? unwrap(value) : '';
    if (text === '') {
        return { kind: 'empty' };
    }
    // Most are, and then nothing else.
    if (!isLongStripeId(text)) {
        if (text.length > MAXIMUM_REFERENCE_LENGTH || UNSAFE.test(text)) {
            return { kind: 'unsafe' };
        }
        if (containsSecret(text)) {
            return { kind: 'secret' };
        }
    }
    const known = orderNumber?.trim();
    if (text === known || (!known && DIGITS.test(text))) {
        return { kind: 'orderNumber', number: text };
    }
    if (/^SF\d+$/.test(text)) {
        return { kind: 'salesforce', number: text };
    }
    return parseStripeId(text) ?? { kind: 'unknown', text };
}

/**
 * Whether another gateway than Stripe must have written the reference. Digits may also be those that Salesforce's sample
 * adapter makes up for an authorization (SalesforceAdapter.cls), or the number of another order.
 */
export function isOfOtherGateway(reference: GatewayReference): boolean {
    return reference.kind === 'unknown' && !DIGITS.test(reference.text);
}

/** Takes off what surrounds the reference. A text far over the limit is left alone: it is none, and would take long. */
function unwrap(value: string): string {
    return value.length > 2 * MAXIMUM_REFERENCE_LENGTH ? value : value.replace(SURROUNDING, '');
}

function parseStripeId(text: string): GatewayReference | undefined {
    const match = STRIPE_SHAPE.exec(text);
    const prefix = match?.[1];
    const body = match?.[2];
    if (prefix === undefined || body === undefined || isWord(body)) {
        return undefined;
    }
    const object = STRIPE_OBJECTS.get(prefix);
    if (object !== undefined) {
        return { kind: 'stripe', id: text, prefix, object, ...modeOf(prefix) };
    }
    return body.length >= UNKNOWN_PREFIX_MINIMUM_BODY && /\d/.test(body)
        ? { kind: 'stripeShaped', id: text }
        : undefined;
}

/** `card_declined` and `in_progress` have the shape of an id, but their bodies are words of a status. */
function isWord(body: string): boolean {
    return /^[a-z]{1,13}$/.test(body);
}

/** `cs_live_…` and `cs_test_…` name their mode. No payment, charge, refund or balance transaction does. */
function modeOf(prefix: string): { mode?: StripeMode } {
    const mode = /_(live|test)$/.exec(prefix)?.[1];
    return mode === 'live' || mode === 'test' ? { mode } : {};
}

/**
 * The Stripe ids inside a longer text (a message, a description, JSON, an address), in order, each once.
 * Only known prefixes count. Words that hold a secret are passed over.
 */
export function findStripeReferences(text: string | undefined): StripeReference[] {
    const found = new Map<string, StripeReference>();
    for (const word of text?.match(/\w+/g) ?? []) {
        const reference = word.length <= MAXIMUM_REFERENCE_LENGTH ? parseGatewayReference(word) : undefined;
        if (reference?.kind === 'stripe') {
            found.set(reference.id, reference);
        }
    }
    return [...found.values()];
}
