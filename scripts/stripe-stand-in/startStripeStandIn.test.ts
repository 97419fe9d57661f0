import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import Stripe from 'stripe';
import { createStripeClient } from '../stripe-client/createStripeClient.ts';
import { startStripeStandIn, type StripeStandIn } from './startStripeStandIn.ts';
import { STAND_IN_KEY } from './standInKey.ts';

const ACCOUNT = 'acct_1StndInLocalTest';
const CONNECTED = 'acct_1OtherLocalTests';

let standIn: StripeStandIn;
let stripe: Stripe;

beforeEach(async () => {
    standIn = await startStripeStandIn({ now: () => 1_800_000_000_000, connectedAccounts: [CONNECTED] });
    stripe = clientOf(standIn);
});
afterEach(() => standIn.close());

function clientOf({ url }: StripeStandIn, maxNetworkRetries = 0): Stripe {
    return createStripeClient({ env: { STRIPE_API_BASE: url }, allowLive: false, maxNetworkRetries });
}

/** A confirmed payment: held, or taken at once. */
function pay(more: Partial<Stripe.PaymentIntentCreateParams> = {}): Promise<Stripe.PaymentIntent> {
    const usual = { amount: 5000, currency: 'usd', capture_method: 'manual', payment_method: 'pm_card_visa' } as const;
    return stripe.paymentIntents.create({ ...usual, confirm: true, ...more });
}

/** The error that a request ends with. */
async function errorOf(request: Promise<unknown>): Promise<Stripe.errors.StripeError> {
    try {
        await request;
    } catch (error) {
        assert.ok(error instanceof Stripe.errors.StripeError, String(error));
        return error;
    }
    assert.fail('The request was answered without an error.');
}

test('a held payment is captured in part, and what is left is released without a refund', async () => {
    const held = await pay({ metadata: { order_id: '00000001' } });
    assert.equal(held.status, 'requires_capture');
    assert.equal(held.amount_capturable, 5000);
    assert.match(held.id, /^pi_3\w{5}ndInLocalTest|^pi_3\w{23}$/);

    const captured = await stripe.paymentIntents.capture(held.id, {
        amount_to_capture: 3000,
        expand: ['latest_charge.balance_transaction']
    });
    assert.equal(captured.status, 'succeeded');
    assert.equal(captured.amount_received, 3000);
    assert.equal(captured.amount_capturable, 0);
    const charge = captured.latest_charge;
    assert.ok(charge && typeof charge === 'object');
    assert.equal(charge.amount_captured, 3000);
    assert.equal(charge.amount_refunded, 0);
    assert.equal(charge.refunded, false);
    assert.ok(charge.balance_transaction && typeof charge.balance_transaction === 'object');
    assert.deepEqual(
        [charge.balance_transaction.amount, charge.balance_transaction.fee, charge.balance_transaction.net],
        [3000, 117, 2883]
    );
    assert.equal(charge.balance_transaction.source, charge.id);
    assert.deepEqual((await stripe.refunds.list({ payment_intent: held.id })).data, []);
});

test('a payment without manual capture is taken at once', async () => {
    const paid = await pay({ capture_method: 'automatic' });
    assert.equal(paid.status, 'succeeded');
    assert.equal(paid.amount_received, 5000);
    assert.ok((await errorOf(stripe.paymentIntents.capture(paid.id))).message.includes('has a status of succeeded'));
});

test('more than was held cannot be captured, and nothing twice', async () => {
    const { id } = await pay();
    assert.equal(
        (await errorOf(stripe.paymentIntents.capture(id, { amount_to_capture: 5001 }))).code,
        'amount_too_large'
    );
    await stripe.paymentIntents.capture(id);
    const error = await errorOf(stripe.paymentIntents.capture(id));
    assert.equal(error.code, 'payment_intent_unexpected_state');
    assert.equal(error.payment_intent?.id, id);
});

test('a canceled payment holds nothing any more and cannot be refunded', async () => {
    const { id } = await pay();
    const canceled = await stripe.paymentIntents.cancel(id, { cancellation_reason: 'requested_by_customer' });
    assert.equal(canceled.status, 'canceled');
    assert.equal(canceled.amount_capturable, 0);
    assert.equal(canceled.canceled_at, 1_800_000_000);
    const charge = await stripe.charges.retrieve(String(canceled.latest_charge));
    assert.deepEqual([charge.captured, charge.refunded, charge.amount_refunded], [false, false, 0]);
    assert.equal((await errorOf(stripe.refunds.create({ payment_intent: id }))).code, 'charge_not_refundable');
});

test('refunds take what is left of a charge, and no more', async () => {
    const { id } = await pay({ capture_method: 'automatic' });
    const first = await stripe.refunds.create({ payment_intent: id, amount: 1500, reason: 'requested_by_customer' });
    assert.equal(first.status, 'succeeded');
    const transaction = await stripe.balanceTransactions.retrieve(String(first.balance_transaction));
    assert.deepEqual(
        [transaction.amount, transaction.fee, transaction.type, transaction.source],
        [-1500, 0, 'refund', first.id]
    );
    assert.match(
        (await errorOf(stripe.refunds.create({ payment_intent: id, amount: 3501 }))).message,
        /greater than unrefunded/
    );
    const second = await stripe.refunds.create({ charge: String(first.charge) });
    assert.equal(second.amount, 3500);
    assert.equal((await errorOf(stripe.refunds.create({ payment_intent: id }))).code, 'charge_already_refunded');
    assert.equal((await stripe.charges.retrieve(String(first.charge))).refunded, true);
});

test('a refund fails or waits where the test card says so', async () => {
    const failing = await pay({ capture_method: 'automatic', payment_method: 'pm_card_refundFail' });
    const failed = await stripe.refunds.create({ payment_intent: failing.id });
    assert.deepEqual([failed.status, failed.balance_transaction], ['failed', null]);
    assert.equal((await stripe.charges.retrieve(String(failed.charge))).amount_refunded, 0);
    const waiting = await pay({ capture_method: 'automatic', payment_method: 'pm_card_pendingRefund' });
    assert.equal((await stripe.refunds.create({ payment_intent: waiting.id })).status, 'pending');
});

test('a declined card is an error 402 that names charge, payment, reason and log', async () => {
    const error = await errorOf(pay({ payment_method: 'pm_card_visa_chargeDeclinedInsufficientFunds' }));
    assert.ok(error instanceof Stripe.errors.StripeCardError);
    assert.deepEqual(
        [error.statusCode, error.code, error.decline_code, error.advice_code],
        [402, 'card_declined', 'insufficient_funds', 'try_again_later']
    );
    assert.equal(error.payment_intent?.status, 'requires_payment_method');
    assert.equal(
        error.request_log_url,
        `https://dashboard.stripe.com/${ACCOUNT}/test/workbench/logs?object=${error.requestId}`
    );
    const intent = await stripe.paymentIntents.retrieve(String(error.payment_intent?.id));
    assert.equal(intent.last_payment_error?.decline_code, 'insufficient_funds');
    assert.equal((await stripe.charges.retrieve(String(error.charge))).status, 'failed');

    const confirmed = await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' });
    assert.equal(confirmed.status, 'requires_capture');
    assert.equal(confirmed.last_payment_error, null);
});

test('the same key and parameters give the same answer, and other parameters an error', async () => {
    const create = (amount: number) =>
        stripe.paymentIntents.create({ amount, currency: 'usd' }, { idempotencyKey: 'seed-1' });
    const first = await create(700);
    const again = await create(700);
    assert.equal(first.lastResponse.headers['idempotent-replayed'], undefined);
    assert.equal(again.lastResponse.headers['idempotent-replayed'], 'true');
    assert.deepEqual({ ...again }, { ...first });
    const error = await errorOf(create(701));
    assert.ok(error instanceof Stripe.errors.StripeIdempotencyError);
    assert.match(error.message, /same parameters/);
    const elsewhere = stripe.customers.create({}, { idempotencyKey: 'seed-1' });
    assert.match((await errorOf(elsewhere)).message, /same endpoint/);
    assert.equal(standIn.state.list('payment_intent').length, 1);
});

test('a key is forgotten after a day', async () => {
    let now = 1_800_000_000_000;
    const clocked = await startStripeStandIn({ now: () => now });
    const create = () => clientOf(clocked).customers.create({ name: 'A' }, { idempotencyKey: 'a' });
    const first = await create();
    now += 86_400_000;
    assert.equal((await create()).id, first.id);
    now += 1000;
    assert.notEqual((await create()).id, first.id);
    await clocked.close();
});

test('a declined attempt is repeated by its key, and does not pay twice', async () => {
    const parameters = { amount: 700, currency: 'usd', confirm: true, payment_method: 'pm_card_visa_chargeDeclined' };
    const attempt = () => errorOf(stripe.paymentIntents.create(parameters, { idempotencyKey: 'declined' }));
    assert.equal((await attempt()).charge, (await attempt()).charge);
    assert.equal(standIn.state.list('charge').length, 1);
});

test('a connection cut after the work was done is made good by the key that the SDK repeats', async () => {
    standIn.faults.next({ cut: 'after', path: '/v1/payment_intents' });
    const retrying = clientOf(standIn, 1);
    const intent = await retrying.paymentIntents.create({ amount: 700, currency: 'usd' });
    assert.equal(intent.amount, 700);
    assert.deepEqual(
        standIn.requests.map(({ status, isReplayed }) => [status, isReplayed]),
        [
            [undefined, false],
            [200, true]
        ]
    );
    assert.equal(standIn.state.list('payment_intent').length, 1);
});

test('429 and 500 come on demand, as often as asked for, and do nothing', async () => {
    standIn.faults.next({ status: 429, retryAfter: 3, count: 2 });
    const error = await errorOf(stripe.customers.create({}));
    assert.ok(error instanceof Stripe.errors.StripeRateLimitError);
    assert.equal(error.headers?.['retry-after'], '3');
    await errorOf(stripe.customers.create({}));
    assert.equal(standIn.state.list('customer').length, 0);
    standIn.faults.next({ status: 500 });
    assert.ok((await errorOf(stripe.customers.create({}))) instanceof Stripe.errors.StripeAPIError);
    assert.match((await stripe.customers.create({})).id, /^cus_\w{14}$/);
});

test('a steady rate limit answers 429 to what is too much for a second, and every so many requests fail', async () => {
    let now = 1_800_000_000_000;
    const strict = await startStripeStandIn({ now: () => now, rateLimit: 3, failEvery: 5 });
    const create = () => clientOf(strict).customers.create({});
    await Promise.all([create(), create(), create()]);
    assert.ok((await errorOf(create())) instanceof Stripe.errors.StripeRateLimitError);
    now += 1000;
    assert.ok((await errorOf(create())) instanceof Stripe.errors.StripeAPIError);
    await create();
    assert.equal(strict.state.list('customer').length, 4);
    await strict.close();
});

test('without a key, and with a wrong one, nobody gets in, and the error masks the key', async () => {
    const none = await fetch(`${standIn.url}/v1/customers`);
    assert.equal(none.status, 401);
    const wrong = 'sk_live_abcdefghijklmnop1234';
    const answer = await fetch(`${standIn.url}/v1/customers`, { headers: { Authorization: `Bearer ${wrong}` } });
    const text = await answer.text();
    assert.equal(answer.status, 401);
    assert.match(text, /Invalid API Key provided: sk_live_\*{16}1234/);
    assert.ok(!text.includes(wrong));
});

test('an id that there is not, or only in the other mode, is missing', async () => {
    const missing = await errorOf(stripe.paymentIntents.retrieve('pi_3nothing'));
    assert.deepEqual([missing.statusCode, missing.code, missing.param], [404, 'resource_missing', 'intent']);
    assert.equal(missing.message, "No such payment_intent: 'pi_3nothing'");
    const { id } = await pay();
    const intent = standIn.state.find('payment_intent', id);
    assert.ok(intent);
    standIn.state.put({ ...intent, livemode: true }, { livemode: true });
    const other = await errorOf(stripe.paymentIntents.retrieve(id));
    assert.match(other.message, /a similar object exists in live mode, but a test mode key was used/);
});

test('an account sees its own objects only, and a stranger is refused', async () => {
    const { id } = await stripe.customers.create({ name: 'A' }, { stripeAccount: CONNECTED });
    assert.equal((await stripe.customers.retrieve(id, {}, { stripeAccount: CONNECTED })).id, id);
    assert.equal((await errorOf(stripe.customers.retrieve(id))).code, 'resource_missing');
    const stranger = stripe.customers.retrieve(id, {}, { stripeAccount: 'acct_1NobodyKnowsThis' });
    assert.equal((await errorOf(stranger)).code, 'account_invalid');
});

test('addresses, methods and parameters that there are not are refused in the words of Stripe', async () => {
    const unknown = await errorOf(stripe.prices.list());
    assert.equal(unknown.statusCode, 404);
    assert.match(unknown.message, /^Unrecognized request URL \(GET: \/v1\/prices\)/);
    const post = (path: string, body: string) =>
        fetch(`${standIn.url}${path}`, { method: 'POST', body, headers: { Authorization: `Bearer ${STAND_IN_KEY}` } });
    assert.equal((await post('/v1/charges/ch_1', '')).status, 404);
    const errors = {
        'currency=usd': ['parameter_missing', 'amount'],
        'amount=1.5&currency=usd': ['parameter_invalid_integer', 'amount'],
        'amount=0&currency=usd': ['parameter_invalid_integer', 'amount'],
        'amount=49&currency=usd': ['amount_too_small', 'amount'],
        'amount=100&currency=usd&colour=red': ['parameter_unknown', 'colour'],
        'amount=100&currency=usd&customer=cus_none': ['resource_missing', 'customer'],
        'amount=100&currency=dollars': [undefined, 'currency'],
        'amount=1001&currency=kwd': [undefined, 'amount'],
        'amount=100&currency=usd&expand[]=colour': [undefined, 'expand']
    };
    for (const [body, expected] of Object.entries(errors)) {
        const answer = await post('/v1/payment_intents', body);
        const { error } = (await answer.json()) as { error: Stripe.StripeRawError };
        assert.deepEqual([answer.status, error.code, error.param], [400, ...expected], body);
        assert.match(String(error.request_log_url), new RegExp(`object=${answer.headers.get('request-id')}$`));
    }
});

test('a list is read to its end, page by page, and by customer', async () => {
    const { id: customer } = await stripe.customers.create({ email: 'one@example.com' });
    for (let index = 0; index < 25; index += 1) {
        await pay({ amount: 100 + index, ...(index % 5 === 0 ? { customer } : {}) });
    }
    const amounts: number[] = [];
    for await (const { amount } of stripe.paymentIntents.list({ limit: 7 })) {
        amounts.push(amount);
    }
    assert.deepEqual(
        amounts,
        Array.from({ length: 25 }, (_, index) => 124 - index)
    );
    const own = await stripe.paymentIntents.list({ customer, limit: 3, expand: ['data.latest_charge'] });
    assert.deepEqual([own.data.map(({ amount }) => amount), own.has_more], [[120, 115, 110], true]);
    assert.equal(typeof own.data[0]?.latest_charge, 'object');
    const later = await stripe.paymentIntents.list({ created: { gt: 1_800_000_000 } });
    assert.equal(later.data.length, 0);
});

test('yen has no minor unit and a dinar three, and both are settled in dollars', async () => {
    const transactionOf = async (intent: Stripe.PaymentIntent) => {
        const charge = await stripe.charges.retrieve(String(intent.latest_charge), { expand: ['balance_transaction'] });
        assert.ok(charge.balance_transaction && typeof charge.balance_transaction === 'object');
        const { amount, currency, exchange_rate } = charge.balance_transaction;
        return [amount, currency, exchange_rate];
    };
    const yen = await pay({ amount: 10_000, currency: 'jpy', capture_method: 'automatic' });
    assert.deepEqual(await transactionOf(yen), [6700, 'usd', 0.0067]);
    const dinar = await pay({ amount: 10_000, currency: 'kwd', capture_method: 'automatic' });
    assert.deepEqual(await transactionOf(dinar), [3250, 'usd', 3.25]);
});

test('a deleted customer stays known as deleted', async () => {
    const { id } = await stripe.customers.create({ name: 'A', address: { city: 'Graz' }, metadata: { a: 'b' } });
    assert.equal((await stripe.customers.del(id)).deleted, true);
    const found = await stripe.customers.retrieve(id);
    assert.equal(found.deleted, true);
    assert.deepEqual((await stripe.customers.list()).data, []);
    assert.equal((await errorOf(pay({ customer: id }))).code, 'resource_missing');
});

test('what was made is there again for the next stand-in with the same file, also its answers to keys', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stand-in-test-'));
    const stateFile = path.join(folder, 'state.jsonl');
    const first = await startStripeStandIn({ stateFile });
    const made = await clientOf(first).customers.create({ name: 'A' }, { idempotencyKey: 'a' });
    await first.close();
    fs.appendFileSync(stateFile, '{"kind":"object","obj');
    const second = await startStripeStandIn({ stateFile });
    const again = await clientOf(second).customers.create({ name: 'A' }, { idempotencyKey: 'a' });
    const other = await clientOf(second).customers.create({ name: 'A' }, { idempotencyKey: 'b' });
    await second.close();
    fs.rmSync(folder, { recursive: true });
    assert.equal(again.id, made.id);
    assert.notEqual(other.id, made.id);
});

test('a state file is read by one process at a time, whose end lets the next one in', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stand-in-test-'));
    const stateFile = path.join(folder, 'state.jsonl');
    const command = `
        import { startStripeStandIn } from ${JSON.stringify(import.meta.resolve('./startStripeStandIn.ts'))};
        await startStripeStandIn({ stateFile: ${JSON.stringify(stateFile)} });
        process.stdout.write('ready');`;
    const options = ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', command];
    const other = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
        await once(other.stdout, 'data');
        const second = async () => (await startStripeStandIn({ stateFile })).close();
        await assert.rejects(second(), /Another stand-in for Stripe uses .*state\.jsonl/);
    } finally {
        other.kill('SIGKILL');
        await once(other, 'exit');
    }
    await (await startStripeStandIn({ stateFile })).close();
    assert.deepEqual(fs.readdirSync(folder), []);
    fs.rmSync(folder, { recursive: true });
});

test('two stand-ins with the same seed give the same ids, and no id twice', async () => {
    const other = await startStripeStandIn();
    const create = { amount: 100, currency: 'usd', confirm: true, payment_method: 'pm_card_visa' };
    const ids: string[] = [];
    for (let index = 0; index < 200; index += 1) {
        ids.push((await stripe.paymentIntents.create(create)).id);
    }
    const [first] = ids;
    assert.equal((await clientOf(other).paymentIntents.create(create)).id, first);
    await other.close();
    assert.equal(new Set(ids).size, 200);
});
