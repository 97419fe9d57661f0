import Stripe from 'stripe';
import { UserError } from '../command/userError.ts';

/** A few words for what a user can put right; everything for a fault of the program. Never a key. */
export function errorText(error: unknown): string {
    const text = describe(error);
    return text.replace(/\b(sk|rk)_(test|live)_\w+/g, '$1_$2_***');
}

function describe(error: unknown): string {
    if (error instanceof UserError) {
        return error.message;
    }
    if (error instanceof Stripe.errors.StripeAuthenticationError) {
        return 'Stripe does not take the key in STRIPE_SECRET_KEY: it is mistyped, revoked, or of a deleted sandbox.';
    }
    if (error instanceof Stripe.errors.StripePermissionError) {
        return `The key in STRIPE_SECRET_KEY may not do that: ${error.message}`;
    }
    if (error instanceof Stripe.errors.StripeRateLimitError) {
        return 'Stripe asks to go slower. Wait a minute and run the same command again: it goes on where it was.';
    }
    if (error instanceof Stripe.errors.StripeConnectionError) {
        return `Stripe cannot be reached: ${causeOf(error)} Run the same command again: it goes on where it was.`;
    }
    if (error instanceof Stripe.errors.StripeError) {
        return `Stripe refused (${error.type}, ${error.requestId ?? 'no request id'}): ${error.message}`;
    }
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function causeOf({ detail, message }: Stripe.errors.StripeConnectionError): string {
    return detail instanceof Error ? `${detail.message}.` : message;
}
