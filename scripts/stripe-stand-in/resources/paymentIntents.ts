import type { Stripe } from 'stripe';
import { requestLogUrl, type RequestContext } from '../context.ts';
import type { ParameterReader } from '../parameterReader.ts';
import { invalidRequest, noSuchObject, StandInError } from '../standInError.ts';
import { readMoney, checkPositive } from './amount.ts';
import { createBalanceTransaction } from './balanceTransaction.ts';
import { createCharge } from './charge.ts';
import { readShipping } from './customers.ts';
import { useTestCard, type UsedCard } from './paymentMethod.ts';

const CAPTURE_METHODS = ['automatic', 'automatic_async', 'manual'] as const;
const CANCELLATION_REASONS = ['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'] as const;

/** POST /v1/payment_intents; with `confirm` it is confirmed at once. */
export function createPaymentIntent(reader: ParameterReader, context: RequestContext): Stripe.PaymentIntent {
    const intent = readPaymentIntent(reader, context);
    const confirm = reader.boolean('confirm') ?? false;
    const card = reader.text('payment_method');
    readWithoutEffect(reader);
    reader.finish();
    context.state.put(intent, context);
    return confirm ? confirmWith(intent, card, context) : intent;
}

/** POST /v1/payment_intents/{id}/confirm */
export function confirmPaymentIntent(
    intent: Stripe.PaymentIntent,
    reader: ParameterReader,
    context: RequestContext
): Stripe.PaymentIntent {
    const card = reader.text('payment_method');
    readWithoutEffect(reader);
    reader.finish();
    expectStatus(intent, 'confirmed', ['requires_payment_method', 'requires_confirmation', 'requires_action']);
    return confirmWith(intent, card, context);
}

/**
 * POST /v1/payment_intents/{id}/capture. What is not captured is released, for Stripe captures once; that is no refund since
 * the version 2025-03-31.basil of the API.
 */
export function capturePaymentIntent(
    intent: Stripe.PaymentIntent,
    reader: ParameterReader,
    context: RequestContext
): Stripe.PaymentIntent {
    const amount = reader.integer('amount_to_capture') ?? intent.amount_capturable;
    const metadata = reader.texts('metadata');
    reader.finish();
    expectStatus(intent, 'captured', ['requires_capture']);
    checkPositive(amount, 'amount_to_capture');
    if (amount > intent.amount_capturable) {
        const message = `The amount to capture (${amount}) is greater than the amount that can be captured (${intent.amount_capturable}).`;
        throw invalidRequest(message, { code: 'amount_too_large', param: 'amount_to_capture' });
    }
    const charge = latestCharge(intent, context);
    Object.assign(charge, { captured: true, amount_captured: amount });
    settle(charge, context);
    Object.assign(intent.metadata, metadata);
    return save({ ...intent, status: 'succeeded', amount_received: amount, amount_capturable: 0 }, context);
}

/** POST /v1/payment_intents/{id}/cancel */
export function cancelPaymentIntent(
    intent: Stripe.PaymentIntent,
    reader: ParameterReader,
    context: RequestContext
): Stripe.PaymentIntent {
    const reason = reader.oneOf('cancellation_reason', CANCELLATION_REASONS) ?? null;
    reader.finish();
    const cancelable = ['requires_payment_method', 'requires_capture', 'requires_confirmation', 'requires_action'];
    expectStatus(intent, 'canceled', cancelable);
    const canceled = { status: 'canceled', canceled_at: context.now, cancellation_reason: reason };
    return save({ ...intent, ...canceled, amount_capturable: 0 }, context);
}

function readPaymentIntent(reader: ParameterReader, context: RequestContext): Stripe.PaymentIntent {
    const { amount, currency } = readMoney(reader);
    const id = context.state.ids.next('pi', context.account);
    const types = reader.list('payment_method_types');
    return {
        id,
        object: 'payment_intent',
        allowed_payment_method_types: null,
        amount,
        amount_capturable: 0,
        amount_details: { tip: {} },
        amount_received: 0,
        application: null,
        application_fee_amount: null,
        automatic_payment_methods: readAutomaticPaymentMethods(reader),
        canceled_at: null,
        cancellation_reason: null,
        capture_method: reader.oneOf('capture_method', CAPTURE_METHODS) ?? 'automatic_async',
        client_secret: `${id}_secret_${context.state.ids.letters(25)}`,
        confirmation_method: 'automatic',
        created: context.now,
        currency,
        customer: readCustomer(reader, context),
        customer_account: null,
        description: reader.text('description') ?? null,
        excluded_payment_method_types: null,
        last_payment_error: null,
        latest_charge: null,
        livemode: context.livemode,
        managed_payments: null,
        metadata: reader.texts('metadata'),
        next_action: null,
        on_behalf_of: null,
        payment_method: null,
        payment_method_configuration_details: null,
        payment_method_options: {},
        payment_method_types: types.length > 0 ? types : ['card'],
        payment_record: null,
        processing: null,
        receipt_email: reader.text('receipt_email') ?? null,
        review: null,
        setup_future_usage: null,
        shipping: readShipping(reader),
        source: null,
        statement_descriptor: null,
        statement_descriptor_suffix: reader.text('statement_descriptor_suffix') ?? null,
        status: 'requires_payment_method',
        transfer_group: null
    };
}

/** Parameters that Stripe knows and that change nothing for a test card. */
function readWithoutEffect(reader: ParameterReader): void {
    reader.text('return_url');
    reader.boolean('off_session');
    reader.boolean('error_on_requires_action');
}

function readAutomaticPaymentMethods(reader: ParameterReader): Stripe.PaymentIntent.AutomaticPaymentMethods | null {
    const inner = reader.object('automatic_payment_methods');
    const enabled = inner?.boolean('enabled') ?? false;
    const redirects = inner?.oneOf('allow_redirects', ['always', 'never'] as const);
    inner?.finish();
    return enabled ? { enabled, ...(redirects && { allow_redirects: redirects }) } : null;
}

function readCustomer(reader: ParameterReader, context: RequestContext): string | null {
    const id = reader.text('customer');
    const customer = id === undefined ? undefined : context.state.find('customer', id, context);
    if (id !== undefined && (!customer || customer.deleted)) {
        throw new StandInError(400, noSuchObject('customer', id, 'customer').fields);
    }
    return id ?? null;
}

/** Tries to pay with a card, and tells how that went. */
function confirmWith(
    intent: Stripe.PaymentIntent,
    name: string | undefined,
    context: RequestContext
): Stripe.PaymentIntent {
    if (name === undefined) {
        const message = `You cannot confirm this PaymentIntent because it's missing a payment method.`;
        throw invalidRequest(message, { code: 'payment_intent_unexpected_state' });
    }
    const customer = typeof intent.customer === 'string' ? intent.customer : null;
    const used = useTestCard(name, customer, context);
    const charge = createCharge(intent, used, context);
    context.state.put(charge, context);
    if (used.card.decline) {
        throw declined(intent, charge, used, context);
    }
    const isManual = intent.capture_method === 'manual';
    if (!isManual) {
        settle(charge, context);
    }
    const paid: Stripe.PaymentIntent = {
        ...intent,
        amount_capturable: isManual ? intent.amount : 0,
        amount_received: isManual ? 0 : intent.amount,
        last_payment_error: null,
        latest_charge: charge.id,
        payment_method: used.paymentMethod.id,
        status: isManual ? 'requires_capture' : 'succeeded'
    };
    return save(paid, context);
}

/** Notes the declined attempt on the payment intent. @returns the answer, status 402 */
function declined(
    intent: Stripe.PaymentIntent,
    charge: Stripe.Charge,
    { card: { decline }, paymentMethod }: UsedCard,
    context: RequestContext
): StandInError {
    const error = {
        type: 'card_error' as const,
        ...(decline?.advice && { advice_code: decline.advice }),
        charge: charge.id,
        code: decline?.code ?? 'card_declined',
        ...(decline?.declineCode && { decline_code: decline.declineCode }),
        message: decline?.message ?? '',
        payment_method: paymentMethod
    };
    const lastError = { ...error, doc_url: docUrl(error.code), request_log_url: requestLogUrl(context) };
    const failed: Stripe.PaymentIntent = {
        ...intent,
        last_payment_error: lastError,
        latest_charge: charge.id,
        payment_method: null,
        status: 'requires_payment_method'
    };
    return new StandInError(402, { ...error, payment_intent: save(failed, context) });
}

/** Where Stripe explains an error code. */
export function docUrl(code: string): string {
    return `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;
}

/** The captured amount comes onto the balance. */
function settle(charge: Stripe.Charge, context: RequestContext): void {
    const { id: source, amount_captured: amount, currency, description } = charge;
    const movement = { amount, currency, source, type: 'charge' as const, description };
    charge.balance_transaction = createBalanceTransaction(movement, context).id;
    context.state.put(charge, context);
}

function latestCharge(intent: Stripe.PaymentIntent, context: RequestContext): Stripe.Charge {
    const id = typeof intent.latest_charge === 'string' ? intent.latest_charge : (intent.latest_charge?.id ?? '');
    const charge = context.state.find('charge', id, context);
    if (!charge) {
        throw new Error(`The stand-in has ${intent.id}, but not its charge ${id}: put that into the state too.`);
    }
    return charge;
}

function expectStatus(intent: Stripe.PaymentIntent, done: string, allowed: readonly string[]): void {
    if (!allowed.includes(intent.status)) {
        const message =
            `This PaymentIntent could not be ${done} because it has a status of ${intent.status}. ` +
            `Only a PaymentIntent with one of the following statuses may be ${done}: ${allowed.join(', ')}.`;
        throw new StandInError(400, {
            type: 'invalid_request_error',
            code: 'payment_intent_unexpected_state',
            message,
            payment_intent: intent
        });
    }
}

function save(intent: Stripe.PaymentIntent, context: RequestContext): Stripe.PaymentIntent {
    context.state.put(intent, context);
    return intent;
}
