import type Stripe from 'stripe';
import type { PlannedOrder } from '../plan/planOrders.ts';
import type { Declined, StripePayment } from '../stripe/stripePayment.ts';
import { toDateTime, toMajor } from './amounts.ts';
import type { FieldValues } from './seedOrg.ts';

/** What every record of an order needs to know. */
export interface OrderContext {
    order: PlannedOrder;
    payment: StripePayment;
    /** `acct_…`, as far as the key may know it. */
    stripeAccount?: string;
    accountId: string;
    summaryId: string;
    groupId: string;
    gatewayId?: string;
}

/** What the storefront cartridge's payment attributes become by Salesforce's order data map. */
export function cartridgeFields(context: OrderContext, charge: string | undefined): FieldValues {
    return {
        stripeAccountId__c: context.stripeAccount,
        stripeAccountType__c: 'STRIPE_TEST',
        stripeChargeId__c: charge
    };
}

/** What the payment objects share. `seconds` is when it happened at Stripe; `comment` finds the record again. */
export function sharedFields(context: OrderContext, seconds: number, comment: string): FieldValues {
    const date = toDateTime(seconds);
    return {
        ...currencyOf(context),
        AccountId: context.accountId,
        OrderPaymentSummaryId: context.summaryId,
        PaymentGroupId: context.groupId,
        PaymentGatewayId: context.gatewayId,
        Date: date,
        EffectiveDate: date,
        GatewayDate: date,
        Comments: comment
    };
}

export function currencyOf({ order }: OrderContext): FieldValues {
    return { CurrencyIsoCode: order.currency.toUpperCase() };
}

/** The authorization of the storefront that Stripe approved. */
export function authorizationValues(context: OrderContext, intent: Stripe.PaymentIntent): FieldValues {
    const { order } = context;
    const charge = chargeOf(intent);
    const amount = toMajor(order.amount, order.currency);
    const captured = toMajor(order.captured ?? 0, order.currency);
    const reversed = order.scenario.isReversed ? amount : 0;
    const heldUntil = charge?.payment_method_details?.card?.capture_before;
    return {
        Amount: amount,
        Balance: toMajor(order.amount - (order.captured ?? 0), order.currency) - reversed,
        TotalPaymentCaptureAmount: captured,
        TotalAuthReversalAmount: reversed,
        Status: 'Processed',
        ProcessingMode: 'External',
        GatewayRefNumber: intent.id,
        GatewayResultCode: 'requires_capture',
        GatewayResultCodeDescription: 'Authorized in the storefront',
        SfResultCode: 'Success',
        ...(heldUntil === undefined ? {} : { ExpirationDate: toDateTime(heldUntil) }),
        ...cartridgeFields(context, charge?.id)
    };
}

/** An attempt in the storefront that the bank declined. */
export function declinedValues(context: OrderContext, declined: Declined): FieldValues {
    const { amount, currency } = context.order;
    return {
        Amount: toMajor(amount, currency),
        Balance: 0,
        TotalPaymentCaptureAmount: 0,
        TotalAuthReversalAmount: 0,
        Status: 'Failed',
        ProcessingMode: 'External',
        GatewayRefNumber: declined.paymentIntent,
        GatewayResultCode: declined.code,
        GatewayResultCodeDescription: declined.declineCode,
        SfResultCode: 'Decline',
        ...cartridgeFields(context, declined.charge)
    };
}

/** A payment that the storefront took at once: `pi_…`, and with an older cartridge `txn_…`. */
export function saleValues(context: OrderContext, intent: Stripe.PaymentIntent): FieldValues {
    const charge = chargeOf(intent);
    const reference = context.order.scenario.isOlderCartridge ? transactionOf(charge) : intent.id;
    return {
        ...takenFields(context, context.order.amount),
        Type: 'Sale',
        ProcessingMode: 'External',
        GatewayRefNumber: reference,
        ...cartridgeFields(context, charge?.id)
    };
}

/** A capture by Order Management: Salesforce's adapters make up an `SF…` number. */
export function captureValues(context: OrderContext, authorizationId: string, reference: string): FieldValues {
    return {
        ...takenFields(context, context.order.captured ?? 0),
        Type: 'Capture',
        ProcessingMode: 'Salesforce',
        GatewayRefNumber: reference,
        PaymentAuthorizationId: authorizationId
    };
}

function takenFields({ order }: OrderContext, taken: number): FieldValues {
    const refunded = order.refunds.reduce((sum, refund) => sum + refund, 0);
    return {
        Amount: toMajor(taken, order.currency),
        Balance: toMajor(taken - refunded, order.currency),
        ImpactAmount: -toMajor(taken, order.currency),
        NetRefundApplied: toMajor(refunded, order.currency),
        TotalRefundApplied: toMajor(refunded, order.currency),
        Status: 'Processed',
        GatewayResultCode: 'succeeded',
        SfResultCode: 'Success'
    };
}

/** A refund by Order Management, with an `SF…` number too. */
export function refundValues({ order }: OrderContext, refund: Stripe.Refund, reference: string): FieldValues {
    const amount = toMajor(refund.amount, order.currency);
    return {
        Amount: amount,
        Balance: 0,
        NetApplied: amount,
        TotalApplied: amount,
        TotalUnapplied: 0,
        Type: 'Referenced',
        Status: 'Processed',
        ProcessingMode: 'Salesforce',
        GatewayRefNumber: reference,
        GatewayResultCode: refund.status ?? undefined,
        SfResultCode: 'Success'
    };
}

/** The reversal of an authorization by Order Management. */
export function reversalValues({ order }: OrderContext, authorizationId: string, reference: string): FieldValues {
    return {
        Amount: toMajor(order.amount, order.currency),
        Type: 'Reversal',
        Status: 'Processed',
        ProcessingMode: 'Salesforce',
        PaymentAuthorizationId: authorizationId,
        GatewayRefNumber: reference,
        GatewayResultCode: 'canceled',
        GatewayResultCodeDescription: 'The authorization was released',
        SfResultCode: 'Success'
    };
}

/** `SF` and digits, as Salesforce's sample adapters make them up; here the same for the same order and step. */
export function salesforceReference({ number }: PlannedOrder, step: number): string {
    return `SF${100_000 + number * 10 + step}`;
}

/** The charge of a payment intent that was asked for with it. */
export function chargeOf(intent: Stripe.PaymentIntent): Stripe.Charge | undefined {
    const { latest_charge: charge } = intent;
    return charge !== null && typeof charge === 'object' ? charge : undefined;
}

function transactionOf(charge: Stripe.Charge | undefined): string | undefined {
    const transaction = charge?.balance_transaction;
    return typeof transaction === 'string' ? transaction : transaction?.id;
}
