import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { containsSecret } from 'c/gatewayReference';
import { STRIPE_OBJECTS } from '../../force-app/main/model/lwc/gatewayReference/stripeObjects.ts';
import type { Answer, LineError } from './answer.ts';
import { answer } from './answer.ts';

const ACCOUNT = 'acct_1PgafTB7WZ01zgkW';
const PROVEN = { account: ACCOUNT, mode: 'live' };
const DASHBOARD = 'https://dashboard.stripe.com';

function ask(request: unknown): Answer & Partial<LineError> {
    const result = answer('Line 1', () => request);
    assert.ok(!('error' in result), JSON.stringify(result));
    return result;
}

function errorFor(request: unknown): string {
    const result = answer('Line 1', () => request);
    assert.ok('error' in result, JSON.stringify(result));
    assert.deepEqual(Object.keys(result), ['error']);
    return result.error;
}

test('an answer has its five keys in their order', () => {
    for (const request of [{ reference: 'pi_3MtwBwLk' }, {}]) {
        assert.deepEqual(Object.keys(ask(request)), ['kind', 'url', 'opens', 'confidence', 'reason']);
    }
});

test('a payment in a given account and mode opens its page, with high confidence', () => {
    assert.deepEqual(ask({ reference: 'pi_3MtwBwLk', account: ACCOUNT, mode: 'test' }), {
        kind: 'stripe',
        url: `${DASHBOARD}/${ACCOUNT}/test/payments/pi_3MtwBwLk`,
        opens: 'payment',
        confidence: 'high',
        reason: `Opens payment pi_3MtwBwLk; test mode; account ${ACCOUNT}.`
    });
    assert.equal(ask({ reference: 'pi_3MtwBwLk', ...PROVEN }).url, `${DASHBOARD}/${ACCOUNT}/payments/pi_3MtwBwLk`);
});

test('an unknown mode has no segment, low confidence, and is said', () => {
    const { url, confidence, reason } = ask({ reference: 'pi_3MtwBwLk', account: ACCOUNT });
    assert.equal(url, `${DASHBOARD}/${ACCOUNT}/payments/pi_3MtwBwLk`);
    assert.equal(confidence, 'low');
    assert.match(reason, /mode not known, so this opens live mode/);
});

test('an unknown account is said', () => {
    assert.match(ask({ reference: 'pi_3MtwBwLk', mode: 'live' }).reason, /account not known/);
});

for (const reference of [undefined, null, '', ' \t']) {
    test(`the reference ${JSON.stringify(reference)} is empty, which is no error`, () => {
        assert.deepEqual(ask({ reference }), {
            kind: 'empty',
            url: null,
            opens: null,
            confidence: null,
            reason: 'The reference is empty; nothing to open or to search for was found.'
        });
    });
}

test('a number made up by Salesforce opens the related payment', () => {
    const { kind, url, confidence, reason } = ask({ reference: 'SF12', related: 'pi_3MtwBwLk', ...PROVEN });
    assert.equal(kind, 'salesforce');
    assert.equal(url, `${DASHBOARD}/${ACCOUNT}/payments/pi_3MtwBwLk`);
    assert.equal(confidence, 'medium');
    assert.match(reason, /^The reference is a number made up by Salesforce; opens payment pi_3MtwBwLk, which is rel/);
});

test('of several related references, the nearest with a payment page is opened', () => {
    const { url, reason } = ask({ reference: 'txn_3MtwBwLk', related: ['SF12', 'ch_near', 'pi_3MtwFar'], ...PROVEN });
    assert.match(url ?? '', /\/payments\/pi_3MtwFar$/);
    assert.match(reason, /which is related reference 3/);
});

const RELATED = {
    'an array': ['SF1', 'pi_3MtwBwLk'],
    'an object': { authorization: 'pi_3MtwBwLk', source: 'ch_3MtwBwLk' },
    'an object of arrays': { payment: [], authorization: ['pi_3MtwBwLk'] },
    'an object with a reference': { reference: 'pi_3MtwBwLk' },
    'an array of objects with a reference': [null, { reference: null }, { reference: 'pi_3MtwBwLk' }],
    'an object of arrays of objects with a reference': { authorization: [{ reference: 'pi_3MtwBwLk' }] }
};
for (const [shape, related] of Object.entries(RELATED)) {
    test(`related references may be ${shape}`, () => {
        assert.equal(ask({ reference: 'SF12', related }).url, `${DASHBOARD}/payments/pi_3MtwBwLk`);
    });
}

test('the order is searched for when there is nothing better', () => {
    const { kind, url, opens, confidence } = ask({ reference: 'SF12', orderNumber: '00000123', mode: 'test' });
    assert.equal(kind, 'salesforce');
    assert.equal(url, `${DASHBOARD}/test/search?query=order_id%3A00000123`);
    assert.equal(opens, 'search');
    assert.equal(confidence, 'low');
});

test('an id that names its mode overrules the mode given, and the conflict is said', () => {
    const { url, reason } = ask({ reference: 'cs_test_a1B2c3D4', mode: 'live' });
    assert.match(url ?? '', /\/test\//);
    assert.match(reason, /the evidence for account or mode disagrees/);
});

test('every Stripe object has a reason in words', () => {
    for (const prefix of STRIPE_OBJECTS.keys()) {
        assert.match(ask({ reference: `${prefix}_3MtwBwLk` }).reason, /^[A-Z].*\.$/);
    }
});

test('a line with a wrong key says which, and what to do, but not what it holds', () => {
    const secret = 'sk_live_51Hs2ab3cd4ef5';
    const requests = {
        'is not a JSON object': [secret],
        '"reference" that is not a text': { reference: 17 },
        '"orderNumber" that is not a text': { orderNumber: [secret] },
        '"account" that is not a Stripe account id': { account: secret },
        '"mode" that is neither "live" nor "test"': { mode: secret },
        '"related" that holds something other than texts': { related: { authorization: 1, [secret]: true } },
        '"related" that is nested too deep': { related: [[[[secret]]]] }
    };
    for (const [problem, request] of Object.entries(requests)) {
        const error = errorFor(request);
        assert.ok(error.startsWith('Line 1 ') && error.includes(problem), error);
        assert.ok(!error.includes(secret), error);
    }
    assert.match(errorFor(null), /is not a JSON object/);
    assert.match(errorFor({ mode: '' }), /neither/);
});

test('keys that are null or not known are passed over', () => {
    const nothing = { account: null, mode: null, orderNumber: null, related: null, Id: 5 };
    assert.equal(ask({ reference: 'pi_3MtwBwLk', ...nothing }).kind, 'stripe');
});

test('no answer holds a secret or an unsafe text, or leads elsewhere, whatever is asked', () => {
    const text = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('pi_3MtwBwLk', 'pi_3MtwBwLk_secret_x1', 'sk_live_51Hs2ab3cd4ef5', 'SF12', 'txn_1', '0012'),
        fc.constantFrom('4242 4242 4242 4242', '<b onclick=x>', 'javascript:alert(1)', '//evil.example', '\u202Epi_1')
    );
    const request = fc.record(
        { reference: text, orderNumber: text, related: fc.array(text), mode: fc.constantFrom('live', 'test') },
        { requiredKeys: [] }
    );
    fc.assert(
        fc.property(request, (asked) => {
            const { url, reason } = ask(asked);
            assert.ok(!containsSecret(reason) && !/[\p{Cc}\p{Cf}\p{Cs}<>]/u.test(reason), reason);
            assert.ok(url === null || (new URL(url).origin === DASHBOARD && !containsSecret(url)));
        }),
        { numRuns: 2000 }
    );
});
