import { UserError } from '../command/userError.ts';

/** Where to send requests instead of to Stripe: options of its SDK. */
export interface StripeBase {
    protocol: 'http';
    host: string;
    port: number;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The address in STRIPE_API_BASE, for the stand-in on this computer.
 * @returns undefined where the variable is not set: Stripe itself
 * @throws UserError for any address that is not this computer's, so that no key leaves it for a stranger
 */
export function readStripeBase(env: Readonly<Record<string, string | undefined>>): StripeBase | undefined {
    const text = env['STRIPE_API_BASE']?.trim();
    if (!text) {
        return undefined;
    }
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const isPlain = url?.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
    if (!url || !isPlain || url.protocol !== 'http:' || !LOOPBACK.has(url.hostname)) {
        throw new UserError(
            'STRIPE_API_BASE is for the Stripe stand-in on this computer, such as http://127.0.0.1:12111. ' +
                'Leave it out to reach Stripe.'
        );
    }
    return { protocol: 'http', host: url.hostname.replace(/[[\]]/g, ''), port: Number(url.port || 80) };
}
