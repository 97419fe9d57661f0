import type { StripeAnswer, StripePayment, StripeRefund } from '../stripe/stripeObjects.ts';
import type { RecordLink } from './recordLinks.ts';

/** The answer to the question for an id. */
export type AnswerOf = (id: string) => StripeAnswer | undefined;

/** What a record stands for in Stripe: a payment, or a refund and, where it is known, its payment. */
export interface Subject {
    payment?: StripePayment;
    refund?: StripeRefund;
}

/** The record's own reference first, then what its link opens. A balance transaction stands for its source. */
export function subjectOf({ own, target }: RecordLink, answerOf: AnswerOf): Subject {
    const objects = [own, target].flatMap((id) => (id === undefined ? [] : (objectOf(id, answerOf) ?? [])));
    const refund = objects.find((object) => object.type === 'refund');
    const payments = objects.filter((object) => object.type === 'payment');
    // A refund's own payment is meant, not the one that the link falls back to.
    const payment = payments.find((object) => refund === undefined || isOf(refund, object));
    return { payment, refund };
}

function objectOf(id: string, answerOf: AnswerOf): StripePayment | StripeRefund | undefined {
    const answer = answerOf(id);
    if (answer?.state !== 'found') {
        return undefined;
    }
    const { object } = answer;
    if (object.type === 'balanceTransaction') {
        return object.source === undefined ? undefined : objectOf(object.source, answerOf);
    }
    return object.type === 'other' ? undefined : object;
}

function isOf(refund: StripeRefund, payment: StripePayment): boolean {
    return refund.paymentIntent === payment.paymentIntent || refund.charge === payment.charge;
}

/** One key for a PaymentIntent and its charge. */
export function paymentKey({ payment, refund }: Subject): string | undefined {
    return refund?.paymentIntent ?? payment?.paymentIntent ?? refund?.charge ?? payment?.id;
}
