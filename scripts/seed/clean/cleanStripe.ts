import type Stripe from 'stripe';
import { isMarkerOf } from '../plan/planOrders.ts';
import { findPaymentIntents } from '../stripe/findPayment.ts';
import type { Cleaned } from './cleanOrg.ts';

const CANCELABLE = new Set(['requires_payment_method', 'requires_capture', 'requires_confirmation', 'requires_action']);

/** Cancels the payments that can be canceled and deletes the customers that runs of this name made. */
export async function cleanStripe(name: string, stripe: Stripe): Promise<Cleaned> {
    const cleaned: Cleaned = { removed: {}, left: [] };
    const kept: string[] = [];
    for (const { id, marker } of await findCustomers(name, stripe)) {
        for (const intent of await findPaymentIntents(marker, id, stripe)) {
            if (CANCELABLE.has(intent.status)) {
                await stripe.paymentIntents.cancel(intent.id);
                count(cleaned, 'payments canceled');
            } else if (intent.status === 'succeeded') {
                kept.push(intent.id);
            }
        }
        await stripe.customers.del(id);
        count(cleaned, 'customers deleted');
    }
    if (kept.length > 0) {
        const why = 'Stripe keeps what was captured, with its refunds. Delete the sandbox to be rid of it.';
        cleaned.left.push({ what: `${kept.length} captured payments`, why });
    }
    return cleaned;
}

/**
 * The customers that runs of this name made. All of them before the first is deleted: each page of the list begins after the
 * last customer of the one before, which has to be there.
 */
export async function findCustomers(name: string, stripe: Stripe): Promise<{ id: string; marker: string }[]> {
    const found: { id: string; marker: string }[] = [];
    for await (const { id, metadata } of stripe.customers.list({ limit: 100 })) {
        const marker = metadata['seed'];
        if (marker !== undefined && isMarkerOf(name, marker)) {
            found.push({ id, marker });
        }
    }
    return found;
}

function count({ removed }: Cleaned, what: string): void {
    removed[what] = (removed[what] ?? 0) + 1;
}
