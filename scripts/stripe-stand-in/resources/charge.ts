import type { Stripe } from 'stripe';
import type { RequestContext } from '../context.ts';
import type { TestCard } from '../testCards.ts';
import { cardOfCharge, type UsedCard } from './paymentMethod.ts';

/** Seven days: how long the authorization of a card usually holds online (docs.stripe.com, place a hold). */
const HOLD_SECONDS = 7 * 24 * 60 * 60;

/** The charge of an attempt to pay, declined or approved; `captured` says whether the money is taken at once. */
export function createCharge(
    intent: Stripe.PaymentIntent,
    { card, paymentMethod }: UsedCard,
    context: RequestContext
): Stripe.Charge {
    const { decline } = card;
    const captured = !decline && intent.capture_method !== 'manual';
    const holdsUntil = decline || captured ? undefined : context.now + HOLD_SECONDS;
    return {
        id: context.state.ids.next('ch', context.account, intent.id),
        object: 'charge',
        amount: intent.amount,
        amount_captured: captured ? intent.amount : 0,
        amount_refunded: 0,
        application: null,
        application_fee: null,
        application_fee_amount: null,
        balance_transaction: null,
        billing_details: paymentMethod.billing_details,
        calculated_statement_descriptor: 'STAND-IN',
        captured,
        created: context.now,
        currency: intent.currency,
        customer: intent.customer,
        description: intent.description,
        disputed: false,
        failure_balance_transaction: null,
        failure_code: decline?.code ?? null,
        failure_message: decline?.message ?? null,
        fraud_details: {},
        livemode: context.livemode,
        metadata: intent.metadata,
        on_behalf_of: null,
        outcome: outcomeOf(card),
        paid: !decline,
        payment_intent: intent.id,
        payment_method: paymentMethod.id,
        payment_method_details: cardOfCharge(card, intent.amount, holdsUntil),
        receipt_email: intent.receipt_email,
        receipt_number: null,
        receipt_url: decline ? null : `https://pay.stripe.com/receipts/payment/${context.state.ids.letters(32)}`,
        refunded: false,
        review: null,
        shipping: intent.shipping,
        source: null,
        source_transfer: null,
        statement_descriptor: null,
        statement_descriptor_suffix: intent.statement_descriptor_suffix,
        status: decline ? 'failed' : 'succeeded',
        transfer_data: null,
        transfer_group: null
    };
}

function outcomeOf({ decline }: TestCard): Stripe.Charge.Outcome {
    const risk = { risk_level: 'normal', risk_score: 12 };
    if (!decline) {
        return {
            ...risk,
            advice_code: null,
            network_advice_code: null,
            network_decline_code: null,
            network_status: 'approved_by_network',
            reason: null,
            seller_message: 'Payment complete.',
            type: 'authorized'
        };
    }
    return {
        ...risk,
        advice_code: decline.advice ?? null,
        network_advice_code: null,
        network_decline_code: null,
        network_status: 'declined_by_network',
        reason: decline.declineCode ?? decline.code,
        seller_message: 'The bank did not return any further details with this decline.',
        type: 'issuer_declined'
    };
}
