import type { Stripe } from 'stripe';
import type { RequestContext } from '../context.ts';
import { noSuchObject, StandInError } from '../standInError.ts';
import { TEST_CARDS, type TestCard } from '../testCards.ts';

const EXPIRY = { exp_month: 12, exp_year: 2034 };

/** A test payment method and the card behind it; each use makes a payment method of its own, as at Stripe. */
export interface UsedCard {
    paymentMethod: Stripe.PaymentMethod;
    card: TestCard;
}

/** @throws StandInError for a payment method that is none of the test cards */
export function useTestCard(name: string, customer: string | null, context: RequestContext): UsedCard {
    const card = TEST_CARDS[name];
    if (!card) {
        const { fields } = noSuchObject('PaymentMethod', name, 'payment_method');
        throw new StandInError(400, fields);
    }
    const paymentMethod = createPaymentMethod(card, customer, context);
    context.state.put(paymentMethod, context);
    return { paymentMethod, card };
}

function createPaymentMethod(card: TestCard, customer: string | null, context: RequestContext): Stripe.PaymentMethod {
    return {
        id: context.state.ids.next('pm', context.account),
        object: 'payment_method',
        billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
        card: {
            ...EXPIRY,
            brand: card.brand,
            checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
            country: 'US',
            display_brand: card.brand,
            fingerprint: `StandInCard${card.last4}0`,
            funding: 'credit',
            generated_from: null,
            last4: card.last4,
            networks: { available: [card.brand], preferred: null },
            regulated_status: null,
            three_d_secure_usage: { supported: true },
            wallet: null
        },
        created: context.now,
        customer,
        customer_account: null,
        livemode: context.livemode,
        metadata: {},
        type: 'card'
    };
}

/** The card as a charge shows it. `captureBefore` in seconds since 1970, for what is still to be captured. */
export function cardOfCharge(
    card: TestCard,
    amount: number,
    captureBefore: number | undefined
): Stripe.Charge.PaymentMethodDetails {
    return {
        card: {
            ...EXPIRY,
            amount_authorized: amount,
            authorization_code: '123456',
            brand: card.brand,
            ...(captureBefore === undefined ? {} : { capture_before: captureBefore }),
            checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
            country: 'US',
            electronic_commerce_indicator: null,
            fingerprint: `StandInCard${card.last4}0`,
            funding: 'credit',
            installments: null,
            last4: card.last4,
            mandate: null,
            network: card.brand,
            network_transaction_id: null,
            regulated_status: null,
            three_d_secure: null,
            transaction_link_id: null,
            wallet: null
        },
        type: 'card'
    };
}
