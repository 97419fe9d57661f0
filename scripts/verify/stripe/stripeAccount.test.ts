import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createStripeClient } from '../../stripe-client/createStripeClient.ts';
import { startStripeStandIn, type StripeStandIn } from '../../stripe-stand-in/startStripeStandIn.ts';
import { TestClock } from '../test/testWorld.ts';
import { Asking } from './asking.ts';
import { StripeAccount } from './stripeAccount.ts';
import { StripeProblem } from './stripeObjects.ts';

let standIn: StripeStandIn;
let account: StripeAccount;
let intent: string;

before(async () => {
    standIn = await startStripeStandIn();
    const stripe = createStripeClient({
        env: { STRIPE_API_BASE: standIn.url },
        allowLive: false,
        maxNetworkRetries: 0
    });
    account = new StripeAccount(stripe, 'test');
    ({ id: intent } = await stripe.paymentIntents.create({
        ...{ amount: 1000, currency: 'kwd', capture_method: 'manual', confirm: true, payment_method: 'pm_card_visa' }
    }));
});

after(() => standIn.close());

test('a payment that is authorized holds money and has captured none', async () => {
    const answer = await account.retrieve(intent);
    assert.ok(answer.state === 'found' && answer.object.type === 'payment');
    const { standing, captured, currency, mode } = answer.object;
    assert.deepEqual(
        { standing, captured, currency, mode },
        { standing: 'authorized', captured: 0, currency: 'KWD', mode: 'test' }
    );
});

test('an authorization that was let go has ended, also when its charge is asked for', async () => {
    const stripe = createStripeClient({ env: { STRIPE_API_BASE: standIn.url }, allowLive: false });
    const made = await stripe.paymentIntents.create({
        ...{ amount: 900, currency: 'eur', capture_method: 'manual', confirm: true, payment_method: 'pm_card_visa' }
    });
    await stripe.paymentIntents.cancel(made.id);
    const answer = await account.retrieve(String(made.latest_charge));
    assert.ok(answer.state === 'found' && answer.object.type === 'payment');
    assert.equal(answer.object.standing, 'ended');
});

test('an id that there is not is missing', async () => {
    assert.deepEqual(await account.retrieve('pi_3NoSuchPaymentIntent'), { state: 'missing' });
});

test('ids of types that verify does not know are not asked for', async () => {
    const before = standIn.requests.length;
    assert.deepEqual(await account.retrieve('we_1SomeWebhookEndpoint'), { state: 'notAskable' });
    assert.deepEqual(await account.retrieve('zzz_1SomethingNew'), { state: 'notAskable' });
    assert.equal(standIn.requests.length, before);
});

test('a 429 and a 500 are asked again, with the pause that Stripe names', async () => {
    const clock = new TestClock();
    standIn.faults.next({ status: 429, retryAfter: 3 });
    standIn.faults.next({ status: 500 });
    const answer = await new Asking(1000, clock).ask(() => account.retrieve(intent));
    assert.equal(answer.state, 'found');
    assert.ok(clock.now() >= 3000, String(clock.now()));
});

test('a cut connection is asked again', async () => {
    standIn.faults.next({ cut: 'before' });
    const answer = await new Asking(1000, new TestClock()).ask(() => account.retrieve(intent));
    assert.equal(answer.state, 'found');
});

test('a key that is not accepted ends the run, and is not in the message', async () => {
    const key = 'sk_test_51NotTheKeyOfAnybody';
    const closed = await startStripeStandIn({ secretKey: 'sk_test_51TheOnlyKeyThereIs' });
    try {
        const env = { STRIPE_API_BASE: closed.url, STRIPE_SECRET_KEY: key };
        const stranger = new StripeAccount(createStripeClient({ env, allowLive: false }), 'test');
        await assert.rejects(stranger.retrieve(intent), (error) => {
            assert.ok(error instanceof StripeProblem && !error.isTemporary);
            assert.ok(!error.message.includes(key.slice(8)) && /STRIPE_SECRET_KEY/.test(error.message), error.message);
            return true;
        });
    } finally {
        await closed.close();
    }
});
