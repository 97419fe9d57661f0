import type { StripeMode } from 'c/gatewayReference';
import { parseGatewayReference } from 'c/gatewayReference';
import Stripe from 'stripe';
import { toListedPayment, toPaymentOfCharge, toPaymentOfIntent, toRefund } from './fromStripe.ts';
import type { StripeAnswer, StripeObject, StripeObjects } from './stripeObjects.ts';
import { StripeProblem } from './stripeObjects.ts';

/** The most that Stripe gives in a page. */
const PAGE_SIZE = 100;

/** Pauses and further attempts are Asking's, which knows of the other requests. */
const ONE_ATTEMPT = { maxNetworkRetries: 0 };

type Question = (stripe: Stripe, id: string, mode: StripeMode) => Promise<StripeObject>;

/** How an object is asked for, by the prefix of its id. What opens no payment only has to exist. */
const QUESTIONS: ReadonlyMap<string, Question> = new Map<string, Question>([
    ['pi', askForIntent],
    ['ch', askForCharge],
    ['py', askForCharge],
    ['re', askForRefund],
    ['pyr', askForRefund],
    ['txn', askForBalanceTransaction],
    ['cus', existence((stripe, id) => stripe.customers.retrieve(id, {}, ONE_ATTEMPT))],
    ['pm', existence((stripe, id) => stripe.paymentMethods.retrieve(id, {}, ONE_ATTEMPT))],
    ['dp', existence((stripe, id) => stripe.disputes.retrieve(id, {}, ONE_ATTEMPT))],
    ['du', existence((stripe, id) => stripe.disputes.retrieve(id, {}, ONE_ATTEMPT))],
    ['seti', existence((stripe, id) => stripe.setupIntents.retrieve(id, {}, ONE_ATTEMPT))],
    ['src', existence((stripe, id) => stripe.sources.retrieve(id, {}, ONE_ATTEMPT))],
    ['evt', existence((stripe, id) => stripe.events.retrieve(id, {}, ONE_ATTEMPT))]
]);

/** The account that a key belongs to, asked through the SDK. */
export class StripeAccount implements StripeObjects {
    readonly mode: StripeMode;
    private readonly stripe: Stripe;

    constructor(stripe: Stripe, mode: StripeMode) {
        this.stripe = stripe;
        this.mode = mode;
    }

    async account(): Promise<string | undefined> {
        try {
            const account = await this.stripe.accounts.retrieveCurrent({}, ONE_ATTEMPT);
            return account.id;
        } catch (error) {
            if (error instanceof Stripe.errors.StripePermissionError) {
                return undefined;
            }
            throw toProblem(error);
        }
    }

    async retrieve(id: string): Promise<StripeAnswer> {
        const reference = parseGatewayReference(id);
        const question = reference.kind === 'stripe' ? QUESTIONS.get(reference.prefix) : undefined;
        if (question === undefined) {
            return { state: 'notAskable' };
        }
        try {
            return { state: 'found', object: await question(this.stripe, id, this.mode) };
        } catch (error) {
            return toAnswer(error);
        }
    }

    async listPayments({ since, until, after }: { since: number; until: number; after?: string }) {
        try {
            const page = await this.stripe.paymentIntents.list(
                { limit: PAGE_SIZE, created: { gte: since, lte: until }, ...(after && { starting_after: after }) },
                ONE_ATTEMPT
            );
            return { payments: page.data.map(toListedPayment), hasMore: page.has_more };
        } catch (error) {
            throw toProblem(error);
        }
    }
}

async function askForIntent(stripe: Stripe, id: string): Promise<StripeObject> {
    const expand = ['latest_charge.balance_transaction'];
    return toPaymentOfIntent(await stripe.paymentIntents.retrieve(id, { expand }, ONE_ATTEMPT));
}

async function askForCharge(stripe: Stripe, id: string): Promise<StripeObject> {
    const expand = ['balance_transaction', 'payment_intent'];
    return toPaymentOfCharge(await stripe.charges.retrieve(id, { expand }, ONE_ATTEMPT));
}

async function askForRefund(stripe: Stripe, id: string): Promise<StripeObject> {
    return toRefund(await stripe.refunds.retrieve(id, {}, ONE_ATTEMPT));
}

async function askForBalanceTransaction(stripe: Stripe, id: string): Promise<StripeObject> {
    const { source, fee, currency } = await stripe.balanceTransactions.retrieve(id, {}, ONE_ATTEMPT);
    return {
        type: 'balanceTransaction',
        id,
        source: typeof source === 'string' ? source : source?.id,
        fee: { amount: fee, currency: currency.toUpperCase() }
    };
}

function existence(ask: (stripe: Stripe, id: string) => Promise<{ livemode?: boolean; deleted?: unknown }>): Question {
    return async (stripe, id, mode) => {
        const { livemode } = await ask(stripe, id);
        const named = livemode === undefined ? mode : livemode ? 'live' : 'test';
        return { type: 'other', id, mode: named };
    };
}

/** Stripe's words where the id is that of the other mode (docs.stripe.com/error-codes, resource_missing). */
const SIMILAR_OBJECT = /similar object exists in (live|test) mode/i;

function toAnswer(error: unknown): StripeAnswer {
    if (error instanceof Stripe.errors.StripePermissionError) {
        return { state: 'notPermitted' };
    }
    if (error instanceof Stripe.errors.StripeInvalidRequestError) {
        if (error.code !== 'resource_missing') {
            // One odd reference does not stop a run.
            return { state: 'notAskable' };
        }
        return { state: SIMILAR_OBJECT.test(error.message) ? 'otherMode' : 'missing' };
    }
    throw toProblem(error);
}

/** Stripe's messages may hold a part of a key, so that they are not passed on. */
function toProblem(error: unknown): unknown {
    if (error instanceof Stripe.errors.StripeRateLimitError) {
        return new StripeProblem('Stripe takes no more requests for now. Try a lower --rate.', true, retryAfter(error));
    }
    if (error instanceof Stripe.errors.StripeAuthenticationError) {
        return new StripeProblem('Stripe does not accept the key. Check STRIPE_SECRET_KEY.', false);
    }
    if (error instanceof Stripe.errors.StripeConnectionError) {
        return new StripeProblem('Stripe cannot be reached. Check the network.', true);
    }
    if (error instanceof Stripe.errors.StripeError) {
        const { statusCode = 0, requestId } = error;
        const request = requestId === undefined ? '' : ` (request ${requestId})`;
        return new StripeProblem(
            `Stripe answered with the status ${statusCode}${request}.`,
            statusCode >= 500 || statusCode === 409 || statusCode === 429,
            retryAfter(error)
        );
    }
    return error;
}

/** The header is in seconds. */
function retryAfter({ headers }: { headers?: Record<string, string> }): number | undefined {
    const seconds = Number(headers?.['retry-after'] ?? NaN);
    return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
