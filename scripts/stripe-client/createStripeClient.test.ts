import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UserError } from '../command/userError.ts';
import { createStripeClient, isLiveKey } from './createStripeClient.ts';

const TEST_KEY = 'sk_test_51abcdefghijklmnop';
const LIVE_KEY = 'sk_live_51abcdefghijklmnop';
const RESTRICTED_LIVE_KEY = 'rk_live_51abcdefghijklmnop';

/** What is wrong with an environment, or that nothing is. */
function problem(env: Record<string, string>, allowLive = false, liveOption?: string): string {
    try {
        createStripeClient({ env, allowLive, ...(liveOption && { liveOption }) });
        return 'none';
    } catch (error) {
        assert.ok(error instanceof UserError, String(error));
        for (const value of Object.values(env)) {
            assert.ok(!value.includes('_51') || !error.message.includes(value), 'the message repeats the key');
        }
        return error.message;
    }
}

test('test keys are taken, also restricted ones, with the line end of a file behind them', () => {
    assert.equal(problem({ STRIPE_SECRET_KEY: TEST_KEY }), 'none');
    assert.equal(problem({ STRIPE_SECRET_KEY: `${TEST_KEY}\n` }), 'none');
    assert.equal(problem({ STRIPE_SECRET_KEY: TEST_KEY.replace('sk', 'rk') }), 'none');
});

test('a live secret key is refused always, a restricted one unless live is allowed', () => {
    assert.match(problem({ STRIPE_SECRET_KEY: LIVE_KEY }), /refused/);
    assert.match(problem({ STRIPE_SECRET_KEY: LIVE_KEY }, true), /refused/);
    assert.match(problem({ STRIPE_SECRET_KEY: RESTRICTED_LIVE_KEY }), /refused/);
    assert.equal(problem({ STRIPE_SECRET_KEY: RESTRICTED_LIVE_KEY }, true), 'none');
    assert.equal(isLiveKey({ env: { STRIPE_SECRET_KEY: RESTRICTED_LIVE_KEY }, allowLive: true }), true);
    assert.equal(isLiveKey({ env: { STRIPE_SECRET_KEY: TEST_KEY }, allowLive: true }), false);
});

test('a refused live key names the option that would let a restricted one in, where the command has one', () => {
    assert.match(problem({ STRIPE_SECRET_KEY: RESTRICTED_LIVE_KEY }, false, '--live'), /refused without --live/);
    assert.match(problem({ STRIPE_SECRET_KEY: LIVE_KEY }, true, '--live'), /a restricted one \(rk_live_\) with --live/);
    assert.doesNotMatch(problem({ STRIPE_SECRET_KEY: LIVE_KEY }), /rk_live/);
});

test('without a key it is said where one goes, and anything else is no key', () => {
    assert.match(problem({}), /STRIPE_SECRET_KEY .*sk_test_ or rk_test_.*--stand-in.*"npm run stripe-stand-in"/);
    assert.match(problem({ STRIPE_SECRET_KEY: 'pk_test_51abcdefghijklmnop' }), /publishable/);
    assert.match(problem({ STRIPE_SECRET_KEY: 'hello' }), /no secret key/);
    assert.match(problem({ STRIPE_SECRET_KEY: 'sk_test_' }), /no secret key/);
});

test('only an address of this computer takes the place of Stripe, and needs no key', () => {
    for (const base of ['http://127.0.0.1:12111', 'http://localhost:1/', 'http://[::1]:12111']) {
        assert.equal(problem({ STRIPE_API_BASE: base }), 'none', base);
    }
    const strangers = [
        'http://example.com',
        'https://127.0.0.1:1',
        'http://127.0.0.1.example.com',
        'http://127.0.0.1@example.com',
        'http://127.0.0.1:1/v1',
        '127.0.0.1:12111',
        'nonsense'
    ];
    for (const base of strangers) {
        assert.match(problem({ STRIPE_API_BASE: base, STRIPE_SECRET_KEY: TEST_KEY }), /this computer/, base);
    }
    assert.match(problem({ STRIPE_API_BASE: 'http://127.0.0.1:1', STRIPE_SECRET_KEY: LIVE_KEY }), /refused/);
});
