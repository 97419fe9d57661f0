import type { GatewayMessage, MessageNode } from 'c/gatewayMessage';
import { fromMinorUnits } from 'c/money';
import { subjectOf, textOf } from './messageFields';

/** An amount as the gateway was asked for it. */
export interface AttemptedAmount {
    /** In major units. */
    amount: number;
    /** ISO 4217, in upper case. */
    currency: string;
}

/** How Stripe names the amount that is asked for; a capture may be of less than the payment. */
const AMOUNT_KEYS = ['amount_to_capture', 'amount'] as const;

/**
 * The amount that the request asks for, else that of the object that the response tells of. Stripe writes whole
 * numbers of minor units and the currency beside them (docs.stripe.com/currencies); a request to capture or to refund
 * names no currency, which is then that of the response. Undefined where either is missing: nothing is guessed.
 */
export function attemptedAmount(request?: GatewayMessage, response?: GatewayMessage): AttemptedAmount | undefined {
    const asked = request?.body;
    const answered = subjectOf(response);
    const minor = minorAmountOf(asked) ?? minorAmountOf(answered);
    const currency = currencyOf(asked) ?? currencyOf(answered);
    if (minor === undefined || currency === undefined) {
        return undefined;
    }
    return { amount: Number(fromMinorUnits(minor, currency)), currency };
}

function minorAmountOf(node: MessageNode | undefined): string | undefined {
    const texts = AMOUNT_KEYS.map((key) => textOf(node, key));
    return texts.find((text) => text !== undefined && /^\d{1,15}$/.test(text));
}

/** Stripe's own key: a body with `currencyIsoCode` is Salesforce's, and its amounts are in major units. */
function currencyOf(node: MessageNode | undefined): string | undefined {
    const currency = textOf(node, 'currency');
    return currency !== undefined && /^[a-z]{3}$/i.test(currency) ? currency.toUpperCase() : undefined;
}
