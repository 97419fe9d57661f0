import type { Stripe } from 'stripe';
import type { Exchange } from './exchanges.ts';

/** One step of a payment at Stripe. */
export interface Step<Result> {
    result: Result;
    exchange: Exchange;
    /** Its idempotency key. */
    key: string;
}

/** What a declined attempt says of itself. */
export interface Declined {
    paymentIntent: string;
    charge?: string;
    code: string;
    declineCode?: string;
    message: string;
    /** Seconds since 1970. */
    created: number;
}

/** All that an order's payment became at Stripe. */
export interface StripePayment {
    customer: string;
    paymentIntent: string;
    declined?: Step<Declined>;
    paid?: Step<Stripe.PaymentIntent>;
    capture?: Step<Stripe.PaymentIntent>;
    reversal?: Step<Stripe.PaymentIntent>;
    refunds: readonly Step<Stripe.Refund>[];
}
