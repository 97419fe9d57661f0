import type { Stripe } from 'stripe';

/** The fields of Stripe's error body that the stand-in fills (docs.stripe.com/api/errors). */
export interface StripeErrorFields {
    type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
    message: string;
    code?: string;
    param?: string;
    decline_code?: string;
    advice_code?: string;
    network_decline_code?: string;
    charge?: string;
    payment_intent?: Stripe.PaymentIntent;
    payment_method?: Stripe.PaymentMethod;
}

/** An answer that is an error: status and body as Stripe gives them. */
export class StandInError extends Error {
    readonly status: number;
    readonly fields: StripeErrorFields;

    constructor(status: number, fields: StripeErrorFields) {
        super(fields.message);
        this.status = status;
        this.fields = fields;
    }
}

/** A request that cannot be answered, status 400. */
export function invalidRequest(message: string, more: { code?: string; param?: string } = {}): StandInError {
    return new StandInError(400, { type: 'invalid_request_error', message, ...more });
}

/** An id without an object behind it, status 404. The type is as in Stripe's message: `payment_intent`. */
export function noSuchObject(type: string, id: string, param: string, otherMode?: 'live' | 'test'): StandInError {
    const requestMode = otherMode === 'live' ? 'test' : 'live';
    const elsewhere = otherMode
        ? `; a similar object exists in ${otherMode} mode, but a ${requestMode} mode key was used to make this request.`
        : '';
    const message = `No such ${type}: '${id}'${elsewhere}`;
    return new StandInError(404, { type: 'invalid_request_error', code: 'resource_missing', message, param });
}
