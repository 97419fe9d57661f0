import type { StripeMode } from 'c/gatewayReference';
import type Stripe from 'stripe';
import type { ListedPayment, PaymentStanding, StripeFee, StripePayment, StripeRefund } from './stripeObjects.ts';

/** Stripe's statuses of a PaymentIntent (docs.stripe.com/payments/paymentintents/lifecycle). */
const STANDINGS: ReadonlyMap<string, PaymentStanding> = new Map([
    ['requires_payment_method', 'open'],
    ['requires_confirmation', 'open'],
    ['requires_action', 'open'],
    ['processing', 'open'],
    ['requires_capture', 'authorized'],
    ['succeeded', 'captured'],
    ['canceled', 'ended']
]);

/** @param intent with `latest_charge.balance_transaction` expanded, as far as there is one */
export function toPaymentOfIntent(intent: Stripe.PaymentIntent): StripePayment {
    const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : undefined;
    return {
        type: 'payment',
        id: intent.id,
        mode: modeOf(intent.livemode),
        currency: intent.currency.toUpperCase(),
        amount: intent.amount,
        captured: intent.amount_received,
        refunded: charge?.amount_refunded ?? 0,
        status: intent.status,
        standing: standingOfIntent(intent),
        charge: idOf(intent.latest_charge),
        paymentIntent: intent.id,
        isDisputed: charge?.disputed ?? false,
        orderNumber: orderNumberOf(intent),
        fee: feeOf(charge?.balance_transaction)
    };
}

/** @param charge with `balance_transaction` and `payment_intent` expanded, as far as there are any */
export function toPaymentOfCharge(charge: Stripe.Charge): StripePayment {
    return {
        type: 'payment',
        id: charge.id,
        mode: modeOf(charge.livemode),
        currency: charge.currency.toUpperCase(),
        amount: charge.amount,
        captured: charge.amount_captured,
        refunded: charge.amount_refunded,
        status: statusOfCharge(charge),
        standing: standingOfCharge(charge),
        charge: charge.id,
        paymentIntent: idOf(charge.payment_intent),
        isDisputed: charge.disputed,
        orderNumber: orderNumberOf(charge),
        fee: feeOf(charge.balance_transaction)
    };
}

export function toRefund(refund: Stripe.Refund): StripeRefund {
    return {
        type: 'refund',
        id: refund.id,
        currency: refund.currency.toUpperCase(),
        amount: refund.amount,
        status: refund.status ?? 'unknown',
        charge: idOf(refund.charge),
        paymentIntent: idOf(refund.payment_intent)
    };
}

export function toListedPayment(intent: Stripe.PaymentIntent): ListedPayment {
    return {
        id: intent.id,
        orderNumber: orderNumberOf(intent),
        currency: intent.currency.toUpperCase(),
        amount: intent.amount,
        status: intent.status,
        standing: standingOfIntent(intent)
    };
}

/** A status that is not known yet is open: nothing is concluded from it. */
function standingOfIntent({ status }: Stripe.PaymentIntent): PaymentStanding {
    return STANDINGS.get(status) ?? 'open';
}

/**
 * Its PaymentIntent knows better: a charge whose authorization was let go says so only in versions of the API before
 * 2025-03-31.basil, by `refunded` (docs.stripe.com/changelog/basil).
 */
function standingOfCharge({ status, captured, refunded, payment_intent: intent }: Stripe.Charge): PaymentStanding {
    if (status === 'pending') {
        return 'open';
    }
    if (status === 'failed') {
        return 'ended';
    }
    if (captured) {
        return 'captured';
    }
    const isCanceled = refunded || (typeof intent === 'object' && intent?.status === 'canceled');
    return isCanceled ? 'ended' : 'authorized';
}

/** A charge that was authorized counts as succeeded: what became of it, its PaymentIntent says. */
function statusOfCharge({ status, captured, payment_intent: intent }: Stripe.Charge): string {
    return status === 'succeeded' && !captured && typeof intent === 'object' && intent ? intent.status : status;
}

function feeOf(transaction: Stripe.Charge['balance_transaction'] | undefined): StripeFee | undefined {
    return typeof transaction === 'object' && transaction !== null
        ? { amount: transaction.fee, currency: transaction.currency.toUpperCase() }
        : undefined;
}

/** A charge has the metadata of its PaymentIntent. */
function orderNumberOf({ metadata }: Stripe.PaymentIntent | Stripe.Charge): string | undefined {
    return metadata?.['order_id'];
}

function idOf(reference: string | { id: string } | null | undefined): string | undefined {
    return typeof reference === 'string' ? reference : reference?.id;
}

function modeOf(livemode: boolean): StripeMode {
    return livemode ? 'live' : 'test';
}
