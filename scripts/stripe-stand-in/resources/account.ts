import type { Stripe } from 'stripe';
import type { RequestContext } from '../context.ts';
import { SETTLEMENT_CURRENCY } from './balanceTransaction.ts';

/** GET /v1/account: the account that the key belongs to. */
export function describeAccount({ account }: RequestContext): Stripe.Account {
    return {
        id: account,
        object: 'account',
        charges_enabled: true,
        country: 'US',
        default_currency: SETTLEMENT_CURRENCY,
        details_submitted: true,
        email: 'stand-in@example.com',
        payouts_enabled: true,
        type: 'standard'
    };
}
