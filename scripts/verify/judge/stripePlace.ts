import type { StripeMode } from 'c/gatewayReference';

/** The account and mode of the key that Stripe was asked with. */
export interface StripePlace {
    /** Undefined where a restricted key may not read its account. */
    account?: string;
    mode: StripeMode;
}

export function otherMode(mode: StripeMode): StripeMode {
    return mode === 'live' ? 'test' : 'live';
}
