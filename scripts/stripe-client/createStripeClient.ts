import Stripe from 'stripe';
import { UserError } from '../command/userError.ts';
import { STAND_IN_KEY } from '../stripe-stand-in/standInKey.ts';
import { readStripeKey, type StripeKey } from './stripeKey.ts';
import { readStripeBase, type StripeBase } from './stripeBase.ts';

export type { StripeKey };

export interface StripeClientOptions {
    env: Readonly<Record<string, string | undefined>>;
    /** Lets restricted live keys in. Secret live keys are refused always. */
    allowLive: boolean;
    /** What the command calls the option that lets them in, to name it where one is refused. */
    liveOption?: string;
    /** How often the SDK repeats a request after a cut connection or a 5xx; 2 if left out. It does not repeat after a 429. */
    maxNetworkRetries?: number;
    /** In milliseconds for each request; the SDK's 80 seconds if left out. */
    timeout?: number;
    /** The account to act for, with a platform's key. */
    stripeAccount?: string;
    httpClient?: Stripe.StripeConfig['httpClient'];
}

/**
 * A client of Stripe with the key of the environment variable STRIPE_SECRET_KEY, or one of the stand-in that
 * STRIPE_API_BASE names; the stand-in needs no key.
 * @throws UserError without a key, with one that may not be used, or for another address than this computer's. No message
 *   repeats a key.
 */
export function createStripeClient(options: StripeClientOptions): Stripe {
    const { httpClient, maxNetworkRetries = 2, stripeAccount, timeout } = options;
    const base = readStripeBase(options.env);
    const { key } = keyOf(options, base);
    return new Stripe(key, {
        ...base,
        maxNetworkRetries,
        telemetry: false,
        ...(httpClient && { httpClient }),
        ...(stripeAccount && { stripeAccount }),
        ...(timeout && { timeout }),
        appInfo: { name: 'stripe-payments-console' }
    });
}

/** Whether the client would work in live mode. @throws UserError as `createStripeClient` does */
export function isLiveKey(options: StripeClientOptions): boolean {
    return keyOf(options, readStripeBase(options.env)).mode === 'live';
}

function keyOf({ env, allowLive, liveOption }: StripeClientOptions, base: StripeBase | undefined): StripeKey {
    const given = env['STRIPE_SECRET_KEY']?.trim();
    if (!given && base) {
        return { key: STAND_IN_KEY, mode: 'test', isRestricted: false };
    }
    if (!given) {
        throw new UserError(
            'There is no key for Stripe. Put the secret key of a Stripe sandbox into the environment variable ' +
                'STRIPE_SECRET_KEY (it begins with sk_test_ or rk_test_). Without an account: add --stand-in, or start ' +
                '"npm run stripe-stand-in" and set STRIPE_API_BASE to the address that it prints.'
        );
    }
    const key = readStripeKey(given);
    if (key.mode === 'live' && !key.isRestricted) {
        throw new UserError(
            'STRIPE_SECRET_KEY holds a live secret key, which may do anything: it is refused. ' +
                `Use one of a sandbox or of test mode${liveOption ? `, or a restricted one (rk_live_) with ${liveOption}` : ''}.`
        );
    }
    if (key.mode === 'live' && !allowLive) {
        throw new UserError(
            liveOption
                ? `STRIPE_SECRET_KEY holds a restricted live key, which is refused without ${liveOption}.`
                : 'STRIPE_SECRET_KEY holds a live key, which is refused here. Use one of a sandbox or of test mode.'
        );
    }
    return key;
}
