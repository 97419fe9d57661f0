import type { Stripe } from 'stripe';
import type { RequestContext } from '../context.ts';
import { TEST_CARDS } from '../testCards.ts';
import { createBalanceTransaction } from './balanceTransaction.ts';

export interface RefundValues {
    /** In minor units. */
    amount: number;
    reason: Stripe.Refund.Reason | null;
    metadata: Record<string, string>;
}

/** Gives back from a charge, and notes it there; a refund that fails changes nothing on the charge. */
export function createRefund(charge: Stripe.Charge, values: RefundValues, context: RequestContext): Stripe.Refund {
    const status = statusOf(charge);
    const id = context.state.ids.next('re', context.account, charge.id);
    const refund: Stripe.Refund = {
        id,
        object: 'refund',
        amount: values.amount,
        balance_transaction: status === 'failed' ? null : transactionOf(id, charge, values.amount, context),
        charge: charge.id,
        created: context.now,
        currency: charge.currency,
        customer: charge.customer,
        customer_account: null,
        destination_details: {
            card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
            type: 'card'
        },
        ...(status === 'failed' ? { failure_reason: 'lost_or_stolen_card' } : {}),
        metadata: values.metadata,
        payment_intent: charge.payment_intent,
        payment_method: charge.payment_method,
        reason: values.reason,
        receipt_number: null,
        source_transfer_reversal: null,
        status,
        transfer_reversal: null
    };
    context.state.put(refund, context);
    if (status !== 'failed') {
        charge.amount_refunded += values.amount;
        charge.refunded = charge.amount_refunded === charge.amount_captured;
        context.state.put(charge, context);
    }
    return refund;
}

function transactionOf(source: string, charge: Stripe.Charge, amount: number, context: RequestContext): string {
    const { currency, description } = charge;
    const movement = { amount: -amount, currency, source, type: 'refund' as const, description };
    return createBalanceTransaction(movement, context).id;
}

/** Some test cards do not take a refund; the charge knows their last digits. */
function statusOf(charge: Stripe.Charge): string {
    const last4 = charge.payment_method_details?.card?.last4;
    const card = Object.values(TEST_CARDS).find((testCard) => testCard.refund && testCard.last4 === last4);
    return card?.refund ?? 'succeeded';
}
