import type { GatewayMessage, MessageNode } from 'c/gatewayMessage';
import { fromMinorUnits } from 'c/money';
import { fieldOf, subjectOf, textOf } from './messageFields';

/** An amount as the gateway was asked for it. */
export interface AttemptedAmount {
    /** In major units. */
    amount: number;
    /** ISO 4217, in upper case. */
    currency: string;
}

/** How Stripe names the amount that a request asks for; a capture may be of less than the payment. */
const ASKED_KEYS = ['amount_to_capture', 'amount'] as const;

/** What was captured of a payment intent, and of a charge. */
const CAPTURED_KEYS = ['amount_received', 'amount_captured'] as const;

/**
 * The amount that the request asks for, else that of the object that the response tells of. Stripe writes whole
 * numbers of minor units and the currency beside them (docs.stripe.com/currencies); a request to capture or to refund
 * names no currency, which is then that of the response. Undefined where either is missing: nothing is guessed.
 */
export function attemptedAmount(request?: GatewayMessage, response?: GatewayMessage): AttemptedAmount | undefined {
    const asked = request?.body;
    const answered = subjectOf(response);
    const minor = amountAskedIn(asked) ?? amountToldBy(answered);
    const currency = currencyOf(asked) ?? currencyOf(answered);
    if (minor === undefined || currency === undefined) {
        return undefined;
    }
    return { amount: Number(fromMinorUnits(minor, currency)), currency };
}

/** A body with `currencyIsoCode` is Salesforce's own request, whose amounts are in major units. */
function amountAskedIn(request: MessageNode | undefined): string | undefined {
    return fieldOf(request, 'currencyIsoCode') === undefined
        ? ASKED_KEYS.map((key) => wholeNumber(request, key)).find((amount) => amount !== undefined)
        : undefined;
}

/**
 * What was captured, else what was authorized, or refunded. After a refund a charge tells the sum of all its refunds,
 * and not the one that was asked for (docs.stripe.com/api/charges/object).
 */
function amountToldBy(object: MessageNode | undefined): string | undefined {
    if (isPositive(wholeNumber(object, 'amount_refunded'))) {
        return undefined;
    }
    const captured = CAPTURED_KEYS.map((key) => wholeNumber(object, key)).find(isPositive);
    return captured ?? wholeNumber(object, 'amount');
}

/** The digits of a whole number of minor units. */
function wholeNumber(node: MessageNode | undefined, key: string): string | undefined {
    const text = textOf(node, key);
    return text !== undefined && /^\d{1,15}$/.test(text) ? text : undefined;
}

function isPositive(digits: string | undefined): boolean {
    return Number(digits) > 0;
}

function currencyOf(node: MessageNode | undefined): string | undefined {
    const currency = textOf(node, 'currency');
    return currency !== undefined && /^[a-z]{3}$/i.test(currency) ? currency.toUpperCase() : undefined;
}
