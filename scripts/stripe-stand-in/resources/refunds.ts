import type { Stripe } from 'stripe';
import type { RequestContext } from '../context.ts';
import type { ParameterReader } from '../parameterReader.ts';
import { invalidRequest, noSuchObject, StandInError } from '../standInError.ts';
import { checkPositive } from './amount.ts';
import { createRefund } from './refund.ts';

const REASONS = ['duplicate', 'fraudulent', 'requested_by_customer'] as const;

/** POST /v1/refunds: of a charge or a payment intent, in part or what is left of it. */
export function refundPayment(reader: ParameterReader, context: RequestContext): Stripe.Refund {
    const charge = findCharge(reader.text('charge'), reader.text('payment_intent'), context);
    const left = charge.amount_captured - charge.amount_refunded;
    const amount = reader.integer('amount') ?? left;
    const values = {
        amount,
        reason: reader.oneOf('reason', REASONS) ?? null,
        metadata: reader.texts('metadata')
    };
    reader.finish();
    checkRefundable(charge, amount, left);
    return createRefund(charge, values, context);
}

function checkRefundable(charge: Stripe.Charge, amount: number, left: number): void {
    if (!charge.captured) {
        const message = `Charge ${charge.id} was not captured: cancel its PaymentIntent instead of refunding it.`;
        throw invalidRequest(message, { code: 'charge_not_refundable' });
    }
    if (left === 0) {
        const message = `Charge ${charge.id} has already been refunded.`;
        throw invalidRequest(message, { code: 'charge_already_refunded' });
    }
    checkPositive(amount, 'amount');
    if (amount > left) {
        const message = `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`;
        throw invalidRequest(message, { param: 'amount' });
    }
}

function findCharge(
    chargeId: string | undefined,
    intentId: string | undefined,
    context: RequestContext
): Stripe.Charge {
    if (chargeId === undefined && intentId === undefined) {
        throw invalidRequest(
            'One of the following params should be provided for this request: payment_intent or charge.'
        );
    }
    const latest = intentId === undefined ? chargeId : latestChargeOf(intentId, context);
    const charge = latest === undefined ? undefined : context.state.find('charge', latest, context);
    if (charge?.paid) {
        return charge;
    }
    if (intentId !== undefined) {
        const message = `This PaymentIntent (${intentId}) does not have a successful charge to refund.`;
        throw invalidRequest(message, { param: 'payment_intent' });
    }
    throw new StandInError(404, noSuchObject('charge', chargeId ?? '', 'id').fields);
}

function latestChargeOf(intentId: string, context: RequestContext): string | undefined {
    const intent = context.state.find('payment_intent', intentId, context);
    if (!intent) {
        throw noSuchObject('payment_intent', intentId, 'payment_intent');
    }
    return typeof intent.latest_charge === 'string' ? intent.latest_charge : intent.latest_charge?.id;
}
