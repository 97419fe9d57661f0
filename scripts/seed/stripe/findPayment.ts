import type Stripe from 'stripe';
import type { PlannedOrder } from '../plan/planOrders.ts';
import type { Declined } from './stripePayment.ts';

/** What an earlier run made at Stripe for an order. */
export interface EarlierPayment {
    intent: Stripe.PaymentIntent;
    declined?: Declined;
    refunds: Stripe.Refund[];
}

/** How often a run can have been cleaned up within a day. */
const MOST_GENERATIONS = 50;

/** The order's customer: that of an earlier run, or a new one. */
export async function makeCustomer(order: PlannedOrder, stripe: Stripe): Promise<{ id: string; isNew: boolean }> {
    const found = await findCustomer(order, stripe);
    if (found) {
        return { id: found.id, isNew: false };
    }
    const { email, name } = order.customer;
    const parameters = { email, name, metadata: { seed: order.marker } };
    for (let generation = 1; generation <= MOST_GENERATIONS; generation += 1) {
        const idempotencyKey = `${order.marker}:customer:${generation}`;
        const customer = await stripe.customers.create(parameters, { idempotencyKey });
        const isReplayed = customer.lastResponse.headers['idempotent-replayed'] === 'true';
        if (!isReplayed || (await isThere(customer.id, stripe))) {
            return { id: customer.id, isNew: !isReplayed };
        }
        // Stripe repeats the answer about a customer that --clean has deleted: the next key is free.
    }
    throw new Error(
        `${order.marker} was made and cleaned up ${MOST_GENERATIONS} times within a day: take another --name.`
    );
}

async function isThere(id: string, stripe: Stripe): Promise<boolean> {
    return !('deleted' in (await stripe.customers.retrieve(id)));
}

/** The customer that a run made for this order. */
export async function findCustomer(order: { marker: string; customer: { email: string } }, stripe: Stripe) {
    const { data } = await stripe.customers.list({ email: order.customer.email, limit: 100 });
    return data.find(({ metadata }) => metadata['seed'] === order.marker);
}

/** The customer's payments that a run made for this order. */
export async function findPaymentIntents(
    marker: string,
    customer: string,
    stripe: Stripe
): Promise<Stripe.PaymentIntent[]> {
    const { data } = await stripe.paymentIntents.list({ customer, limit: 100, expand: ['data.latest_charge'] });
    return data.filter(({ metadata }) => metadata['seed'] === marker);
}

export async function findEarlierPayment(
    order: PlannedOrder,
    customer: string,
    stripe: Stripe
): Promise<EarlierPayment | undefined> {
    const [intent] = await findPaymentIntents(order.marker, customer, stripe);
    if (!intent) {
        return undefined;
    }
    const { data: charges } = await stripe.charges.list({ payment_intent: intent.id, limit: 100 });
    const failed = charges.find(({ status }) => status === 'failed');
    const { data: refunds } = await stripe.refunds.list({ payment_intent: intent.id, limit: 100 });
    return { intent, refunds, ...(failed && { declined: declinedOf(failed, intent) }) };
}

function declinedOf(charge: Stripe.Charge, intent: Stripe.PaymentIntent): Declined {
    return {
        paymentIntent: intent.id,
        charge: charge.id,
        code: charge.failure_code ?? 'card_declined',
        ...(charge.outcome?.reason && { declineCode: charge.outcome.reason }),
        message: charge.failure_message ?? '',
        created: charge.created
    };
}
