import { decimalsOf } from 'c/money';
import type { Stripe } from 'stripe';
import type { RequestContext } from '../context.ts';

/** The one currency that the stand-in's accounts are paid in. */
export const SETTLEMENT_CURRENCY = 'usd';

/** Made-up and fixed: US dollars for one of the other. Any other currency counts as one to one. */
const DOLLARS: Readonly<Record<string, number>> = { eur: 1.08, gbp: 1.27, jpy: 0.0067, kwd: 3.25 };

/** 2.9 % and 30 cents: what Stripe's public price list says for cards in the United States. */
const FEE_SHARE = 0.029;
const FEE_CENTS = 30;
const TWO_DAYS = 2 * 24 * 60 * 60;

/** What moves on the balance when `source` is paid (`amount` above zero) or refunded (below), in the payment's minor units. */
export interface Movement {
    amount: number;
    currency: string;
    source: string;
    type: 'charge' | 'refund';
    description: string | null;
}

/** A movement on the account's balance, in the settlement currency, with its fee. Refunds cost no fee and give none back. */
export function createBalanceTransaction(movement: Movement, context: RequestContext): Stripe.BalanceTransaction {
    const isConverted = movement.currency !== SETTLEMENT_CURRENCY;
    const rate = DOLLARS[movement.currency] ?? 1;
    const decimals = decimalsOf(movement.currency) - decimalsOf(SETTLEMENT_CURRENCY);
    const amount = isConverted ? Math.round((movement.amount * rate) / 10 ** decimals) : movement.amount;
    const fee = movement.type === 'charge' ? Math.round(amount * FEE_SHARE) + FEE_CENTS : 0;
    const transaction: Stripe.BalanceTransaction = {
        id: context.state.ids.next('txn', context.account, movement.source),
        object: 'balance_transaction',
        amount,
        available_on: context.now + TWO_DAYS,
        balance_type: 'payments',
        created: context.now,
        currency: SETTLEMENT_CURRENCY,
        description: movement.description,
        exchange_rate: isConverted ? rate : null,
        fee,
        fee_details: fee === 0 ? [] : [feeDetail(fee)],
        net: amount - fee,
        reporting_category: movement.type,
        source: movement.source,
        status: 'pending',
        type: movement.type
    };
    context.state.put(transaction, context);
    return transaction;
}

function feeDetail(amount: number): Stripe.BalanceTransaction.FeeDetail {
    return {
        amount,
        application: null,
        currency: SETTLEMENT_CURRENCY,
        description: 'Stripe processing fees',
        type: 'stripe_fee'
    };
}
