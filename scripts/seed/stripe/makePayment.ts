import Stripe from 'stripe';
import type { PlannedOrder } from '../plan/planOrders.ts';
import { exchangeOf, type Exchanges } from './exchanges.ts';
import { findEarlierPayment, makeCustomer, type EarlierPayment } from './findPayment.ts';
import type { Declined, Step, StripePayment } from './stripePayment.ts';

export interface PaymentMaker {
    stripe: Stripe;
    exchanges: Exchanges;
    /** Milliseconds since 1970. */
    now(): number;
}

/** Stripe keeps idempotency keys for at least 24 hours; an hour is left for clocks that differ. */
const KEYS_KEPT_SECONDS = 23 * 60 * 60;
const GOOD_CARD = 'pm_card_visa';
const EXPAND = ['latest_charge'];

/**
 * Makes the payment of an order, or what is missing of it. A step of less than a day ago is asked for again with its
 * idempotency key, and Stripe repeats its answer; of an older one the object tells what was done.
 */
export async function makePayment(order: PlannedOrder, maker: PaymentMaker): Promise<StripePayment> {
    const { id: customer, isNew } = await makeCustomer(order, maker.stripe);
    const found = isNew ? undefined : await findEarlierPayment(order, customer, maker.stripe);
    const isOld = found !== undefined && maker.now() / 1000 - found.intent.created > KEYS_KEPT_SECONDS;
    return new PaymentSteps(order, customer, maker, isOld ? found : undefined).make();
}

class PaymentSteps {
    private readonly order: PlannedOrder;
    private readonly customer: string;
    private readonly maker: PaymentMaker;
    private readonly earlier: EarlierPayment | undefined;

    constructor(order: PlannedOrder, customer: string, maker: PaymentMaker, earlier: EarlierPayment | undefined) {
        this.order = order;
        this.customer = customer;
        this.maker = maker;
        this.earlier = earlier;
    }

    async make(): Promise<StripePayment> {
        const { scenario, captured, refunds } = this.order;
        const declined = scenario.declinedCard ? await this.decline(scenario.declinedCard) : undefined;
        const isPaid = scenario.isPaid !== false;
        const paid = isPaid ? await this.pay(declined?.result.paymentIntent) : undefined;
        const paymentIntent = paid?.result.id ?? declined?.result.paymentIntent ?? '';
        const capture = captured === undefined ? undefined : await this.capture(paymentIntent, captured);
        const reversal = scenario.isReversed ? await this.cancel(paymentIntent) : undefined;
        const made: Step<Stripe.Refund>[] = [];
        for (const [index, amount] of refunds.entries()) {
            made.push(await this.refund(paymentIntent, amount, index + 1));
        }
        return {
            customer: this.customer,
            paymentIntent,
            ...(declined && { declined }),
            ...(paid && { paid }),
            ...(capture && { capture }),
            ...(reversal && { reversal }),
            refunds: made
        };
    }

    /** A first attempt that fails: Stripe keeps the payment intent, and the next attempt confirms it. */
    private async decline(card: string): Promise<Step<Declined>> {
        const key = this.key('declined');
        const known = this.earlier?.declined;
        if (known && this.earlier) {
            return { key, result: known, exchange: exchangeOf(this.earlier.intent) };
        }
        try {
            await this.maker.stripe.paymentIntents.create(this.parameters(card), { idempotencyKey: key });
        } catch (error) {
            if (error instanceof Stripe.errors.StripeCardError && error.payment_intent) {
                return { key, result: declinedOf(error, error.payment_intent), exchange: this.exchange(key, error) };
            }
            throw error;
        }
        throw new Error(`Stripe took the card ${card} of ${this.order.marker}, which it should decline.`);
    }

    private pay(declinedIntent: string | undefined): Promise<Step<Stripe.PaymentIntent>> {
        const isDone = this.earlier && this.earlier.intent.status !== 'requires_payment_method';
        return this.step('pay', isDone ? this.earlier?.intent : undefined, (idempotencyKey) => {
            const { paymentIntents } = this.maker.stripe;
            return declinedIntent === undefined
                ? paymentIntents.create(this.parameters(GOOD_CARD), { idempotencyKey })
                : paymentIntents.confirm(
                      declinedIntent,
                      { payment_method: GOOD_CARD, expand: EXPAND },
                      { idempotencyKey }
                  );
        });
    }

    private capture(id: string, amount: number): Promise<Step<Stripe.PaymentIntent>> {
        const isDone = this.earlier?.intent.status === 'succeeded';
        return this.step('capture', isDone ? this.earlier?.intent : undefined, (idempotencyKey) =>
            this.maker.stripe.paymentIntents.capture(
                id,
                { amount_to_capture: amount, expand: EXPAND },
                { idempotencyKey }
            )
        );
    }

    private cancel(id: string): Promise<Step<Stripe.PaymentIntent>> {
        const isDone = this.earlier?.intent.status === 'canceled';
        return this.step('reversal', isDone ? this.earlier?.intent : undefined, (idempotencyKey) =>
            this.maker.stripe.paymentIntents.cancel(
                id,
                { cancellation_reason: 'requested_by_customer', expand: EXPAND },
                { idempotencyKey }
            )
        );
    }

    private refund(id: string, amount: number, number: number): Promise<Step<Stripe.Refund>> {
        const name = `refund-${number}`;
        const done = this.earlier?.refunds.find(({ metadata }) => metadata?.['seed_step'] === name);
        const metadata = { ...this.metadata(), seed_step: name };
        return this.step(name, done, (idempotencyKey) =>
            this.maker.stripe.refunds.create(
                { payment_intent: id, amount, reason: 'requested_by_customer', metadata },
                { idempotencyKey }
            )
        );
    }

    private async step<Result extends object>(
        name: string,
        done: Result | undefined,
        make: (idempotencyKey: string) => Promise<Result>
    ): Promise<Step<Result>> {
        const key = this.key(name);
        const result = done ?? (await make(key));
        return { key, result, exchange: this.exchange(key, result) };
    }

    private exchange(key: string, result: object) {
        return this.maker.exchanges.take(key) ?? exchangeOf(result);
    }

    /** Of the customer too: after `--clean` and another run, Stripe must not repeat the answers of the first. */
    private key(step: string): string {
        return `${this.order.marker}:${this.customer}:${step}`;
    }

    private parameters(card: string): Stripe.PaymentIntentCreateParams {
        const { amount, currency, scenario, customer } = this.order;
        return {
            amount,
            currency,
            capture_method: scenario.storefront === 'sale' ? 'automatic' : 'manual',
            confirm: true,
            customer: this.customer,
            payment_method: card,
            automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
            receipt_email: customer.email,
            metadata: this.metadata(),
            expand: EXPAND
        };
    }

    /** `order_id` and `site_id` are what the storefront cartridge writes. */
    private metadata(): Record<string, string> {
        return { order_id: this.order.orderNumber, site_id: 'SeedStore', seed: this.order.marker };
    }
}

function declinedOf(error: Stripe.errors.StripeCardError, intent: Stripe.PaymentIntent): Declined {
    return {
        paymentIntent: intent.id,
        ...(error.charge && { charge: error.charge }),
        code: error.code ?? 'card_declined',
        ...(error.decline_code && { declineCode: error.decline_code }),
        message: error.message,
        created: intent.created
    };
}
