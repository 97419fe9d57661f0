import { STRIPE_OBJECTS } from './stripeObjects';

/**
 * Whether a word is a Stripe id by its prefix, and its body longer than a word of a status: never a secret. Narrower and
 * faster than parseGatewayReference.
 */
export function isLongStripeId(word: string): boolean {
    const body = word.lastIndexOf('_') + 1;
    return (
        body > 0 &&
        word.length >= body + 14 &&
        word.length <= 255 &&
        STRIPE_OBJECTS.has(word.slice(0, body - 1)) &&
        /^[A-Za-z0-9]+$/.test(word.slice(body))
    );
}
