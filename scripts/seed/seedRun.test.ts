import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { containsSecret } from 'c/gatewayReference';
import { linkPayment } from 'c/paymentLink';
import type { PaymentRecords } from 'c/paymentRecord';
import { RecordIndex } from 'c/paymentTrace';
import { createStripeClient } from '../stripe-client/createStripeClient.ts';
import { startStripeStandIn } from '../stripe-stand-in/startStripeStandIn.ts';
import { cleanOrg } from './clean/cleanOrg.ts';
import { cleanStripe } from './clean/cleanStripe.ts';
import type { SeedOrg } from './org/seedOrg.ts';
import { SCENARIOS } from './plan/scenarios.ts';

import { planRun, seed } from './seedRun.ts';
import { countAll, startTestSides, type TestSides } from './testSides.ts';

const ACCOUNT = 'acct_1StndInLocalTest';
const A_DAY = 24 * 60 * 60 * 1000;

let sides: TestSides;
beforeEach(async () => {
    sides = await startTestSides();
});
afterEach(() => sides.close());

/** All records of an object whose order tells this story. */
function recordsOf(objectName: string, story: string): Record<string, unknown>[] {
    const number = SCENARIOS.findIndex(({ name }) => name === story) + 1;
    assert.ok(number > 0, story);
    const padded = String(number).padStart(4, '0');
    const { records } = sides.server.org.query(
        `SELECT FIELDS(ALL) FROM ${objectName} WHERE OrderPaymentSummary.OrderSummary.OrderNumber = 'TEST-${padded}' ORDER BY Id LIMIT 200`
    );
    return records;
}

function pick(record: Record<string, unknown> | undefined, ...names: string[]): unknown[] {
    return names.map((name) => record?.[name]);
}

test('a run makes the same orders on both sides, and a second run nothing', async () => {
    const first = await seed(sides.run());
    assert.deepEqual(first.orders, { made: 13, finishedBefore: 0 });
    const counts = countAll(sides);
    assert.deepEqual(counts, {
        Account: 13,
        Order: 13,
        OrderSummary: 13,
        OrderPaymentSummary: 13,
        PaymentGroup: 13,
        PaymentAuthorization: 12,
        PaymentAuthAdjustment: 1,
        Payment: 10,
        Refund: 5,
        RefundLinePayment: 5,
        PaymentGatewayLog: 28,
        customer: 13,
        payment_intent: 13,
        charge: 14,
        refund: 5,
        balance_transaction: 15
    });
    const second = await seed(sides.run());
    assert.deepEqual(second.orders, { made: 0, finishedBefore: 13 });
    assert.deepEqual(countAll(sides), counts);
});

test('the amounts of the org are those of Stripe, in each currency', async () => {
    await seed(sides.run());
    const intents = new Map(sides.standIn.state.list('payment_intent').map((intent) => [intent.id, intent]));
    const intentOf = (story: string) =>
        intents.get(String(recordsOf('PaymentAuthorization', story).at(-1)?.['GatewayRefNumber']));
    const yen = intentOf('yen, refunded in part');
    assert.deepEqual([yen?.currency, yen?.amount, yen?.amount_received], ['jpy', 21_340, 21_340]);
    assert.deepEqual(pick(recordsOf('Payment', 'yen, refunded in part')[0], 'Amount', 'Balance', 'CurrencyIsoCode'), [
        21_340,
        10_670,
        'JPY'
    ]);
    const dinar = intentOf('Kuwaiti dinar, captured in part');
    assert.deepEqual([dinar?.currency, dinar?.amount, dinar?.amount_received], ['kwd', 22_710, 15_890]);
    assert.deepEqual(
        pick(recordsOf('PaymentAuthorization', 'Kuwaiti dinar, captured in part')[0], 'Amount', 'Balance'),
        [22.71, 6.82]
    );
    assert.deepEqual(pick(recordsOf('Payment', 'Kuwaiti dinar, captured in part')[0], 'Amount'), [15.89]);
    const refunded = recordsOf('Refund', 'captured in part and refunded twice').map(({ Amount }) => Amount);
    assert.deepEqual(refunded, [26.2, 13.1]);
});

test('references are those that cartridge and adapters write', async () => {
    await seed(sides.run());
    const [authorization] = recordsOf('PaymentAuthorization', 'captured in full');
    const [capture] = recordsOf('Payment', 'captured in full');
    const names = ['GatewayRefNumber', 'ProcessingMode', 'Status', 'SfResultCode', 'stripeAccountType__c'];
    const [pi, ...rest] = pick(authorization, ...names);
    assert.match(String(pi), /^pi_/);
    assert.deepEqual(rest, ['External', 'Processed', 'Success', 'STRIPE_TEST']);
    assert.equal(authorization?.['stripeAccountId__c'], ACCOUNT);
    assert.match(String(authorization?.['ExpirationDate']), /^2026-11-09T08:00:00/);
    assert.deepEqual(pick(capture, ...names), ['SF100021', 'Salesforce', 'Processed', 'Success', null]);
    assert.equal(capture?.['PaymentAuthorizationId'], authorization?.['Id']);
    assert.match(String(recordsOf('Payment', 'captured in the storefront')[0]?.['GatewayRefNumber']), /^pi_/);
    const [older] = recordsOf('Payment', 'captured in the storefront by an older cartridge');
    assert.match(String(older?.['GatewayRefNumber']), /^txn_/);
    const declined = pick(
        recordsOf('PaymentAuthorization', 'declined')[0],
        'Status',
        'GatewayResultCode',
        'SfResultCode'
    );
    assert.deepEqual(declined, ['Failed', 'card_declined', 'Decline']);
    const attempts = recordsOf('PaymentAuthorization', 'declined, then captured');
    assert.deepEqual(
        attempts.map(({ Status }) => Status),
        ['Failed', 'Processed']
    );
    assert.equal(new Set(attempts.map(({ GatewayRefNumber }) => GatewayRefNumber)).size, 1);
});

test('logs hold the bodies that went over the wire, and their idempotency keys', async () => {
    await seed(sides.run());
    const [log] = recordsOf('PaymentGatewayLog', 'declined');
    assert.match(String(log?.['Request']), /^amount=15860&currency=usd&capture_method=manual&confirm=true/);
    const { error } = JSON.parse(String(log?.['Response']));
    assert.equal(error.decline_code, 'insufficient_funds');
    assert.match(error.request_log_url, new RegExp(`/${ACCOUNT}/test/workbench/logs\\?object=req_`));
    assert.deepEqual(
        Object.keys(error).filter((name) => ['headers', 'statusCode', 'requestId'].includes(name)),
        []
    );
    const keys = new Set(sides.standIn.requests.map(({ idempotencyKey }) => idempotencyKey));
    const logs = sides.server.org.query(
        'SELECT SfRefNumber, Request, OrderPaymentSummaryId, InteractionType FROM PaymentGatewayLog'
    ).records;
    for (const { SfRefNumber, Request, OrderPaymentSummaryId, InteractionType } of logs) {
        assert.ok(keys.has(String(SfRefNumber)), String(SfRefNumber));
        assert.ok(!containsSecret(String(Request)));
        assert.equal(OrderPaymentSummaryId === null, InteractionType === 'AuthorizationReversal');
    }
});

test('the console finds a link for every record, in the account and the mode of the stand-in', async () => {
    await seed(sides.run());
    for (const story of SCENARIOS) {
        const read = <Row>(objectName: string): Row[] => {
            const rows = recordsOf(objectName, story.name).map((row) =>
                Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? undefined]))
            );
            return rows as Row[];
        };
        const lines = sides.server.org.query('SELECT Id, RefundId, PaymentId FROM RefundLinePayment').records;
        const records: PaymentRecords = {
            authorizations: read('PaymentAuthorization'),
            adjustments: [],
            payments: read('Payment'),
            refunds: read('Refund'),
            refundLines: lines as unknown as PaymentRecords['refundLines'],
            logs: read('PaymentGatewayLog')
        };
        const index = new RecordIndex(records);
        const settings = { gatewaySettings: [], isSandbox: true, chosenModes: {} };
        const own = [...records.authorizations, ...records.payments].find(({ GatewayRefNumber = '' }) =>
            GatewayRefNumber.startsWith('pi_')
        );
        for (const payment of Object.values(index.byObject).flat()) {
            const { link } = linkPayment(payment, index, settings);
            const page = `https://dashboard.stripe.com/${ACCOUNT}/test/payments/`;
            assert.ok(
                link?.url.startsWith(page) || story.isOlderCartridge,
                `${story.name}: ${payment.objectName} ${link?.url}`
            );
            if (own && payment.record.GatewayRefNumber?.startsWith('SF')) {
                assert.equal(link?.url, `${page}${own.GatewayRefNumber}`);
            }
        }
    }
});

test('without its journal, and days later, a run makes nothing twice', async () => {
    await seed(sides.run());
    const counts = countAll(sides);
    for (const later of [0, 3 * A_DAY]) {
        sides.clock.now += later;
        fs.rmSync(path.join(sides.folder, 'test.jsonl'));
        const again = await seed(sides.run());
        assert.deepEqual(again.records.made, {});
        assert.deepEqual(countAll(sides), counts);
    }
});

test('a run that stopped between Stripe and the org goes on days later', async () => {
    const run = sides.run();
    const refuses = async () => {
        throw new Error('The org is down.');
    };
    const broken = { ...run, org: Object.assign(Object.create(run.org) as typeof run.org, { create: refuses }) };
    await assert.rejects(seed({ ...broken, count: 1 }), /The org is down/);
    sides.clock.now += 3 * A_DAY;
    await seed(sides.run());
    assert.equal(countAll(sides)['payment_intent'], 13);
    assert.equal(recordsOf('PaymentGatewayLog', 'authorized').length, 1);
});

test('more orders are made beside those that are there', async () => {
    await seed(sides.run({ count: 2 }));
    const plan = await planRun(sides.run({ count: 3 }));
    assert.deepEqual(
        plan.map(({ isFinished }) => isFinished),
        [true, true, false]
    );
    const { orders } = await seed(sides.run({ count: 3 }));
    assert.deepEqual(orders, { made: 1, finishedBefore: 2 });
});

test('an org that holds a run against another Stripe account is not patched up', async () => {
    await seed(sides.run({ count: 1 }));
    const other = await startStripeStandIn({ accountId: 'acct_1OtherLocalTests', seed: 'other' });
    const stripe = createStripeClient({ env: { STRIPE_API_BASE: other.url }, allowLive: false });
    try {
        await assert.rejects(seed(sides.run({ count: 1, stripe })), /another Stripe account.*--clean/);
    } finally {
        await other.close();
    }
});

test('--clean takes away what a run made and nothing else, and the same name can be seeded again', async () => {
    await seed(sides.run({ name: 'test-1', count: 2 }));
    const others = countAll(sides);
    await seed(sides.run());
    const run = sides.run();
    const org = await cleanOrg('test', run.org);
    assert.deepEqual(org.left, []);
    const stripe = await cleanStripe('test', run.stripe);
    run.journal.remove();
    assert.equal(stripe.removed['customers deleted'], 13);
    assert.equal(stripe.removed['payments canceled'], 2);
    assert.deepEqual(
        stripe.left.map(({ what }) => what),
        ['10 captured payments']
    );
    const left = countAll(sides);
    for (const [name, count] of Object.entries(others)) {
        if (/^[A-Z]|customer/.test(name)) {
            assert.equal(left[name], count, name);
        }
    }
    const again = await seed(sides.run());
    assert.equal(again.orders.made, 13);
    assert.equal(recordsOf('Payment', 'captured in full').length, 1);
});

test('--clean deletes more customers than a page of Stripe’s list holds', async () => {
    const { stripe } = sides.run();
    const [markers, others] = [Array.from({ length: 201 }, (_, index) => `seed-test-${index}`), ['seed-other-1']];
    await Promise.all([...markers, ...others].map((seed) => stripe.customers.create({ metadata: { seed } })));
    assert.deepEqual(await cleanStripe('test', stripe), { removed: { 'customers deleted': 201 }, left: [] });
    assert.equal(countAll(sides)['customer'], 1);
});

test('--clean calls an order removed only where the org deleted all of it', async () => {
    await seed(sides.run({ count: 1 }));
    const { org } = sides.run();
    const steps: string[] = [];
    const progress = { begin: () => {}, step: (what: string) => void steps.push(what) };
    const refusing: SeedOrg = {
        find: (...query) => org.find(...query),
        isCreateable: (...field) => org.isCreateable(...field),
        create: (...record) => org.create(...record),
        delete: (objectName, id) =>
            objectName === 'OrderSummary' ? Promise.reject(new Error('DELETE_FAILED')) : org.delete(objectName, id)
    };
    const { left } = await cleanOrg('test', refusing, progress);
    assert.deepEqual(
        left.map(({ why }) => why),
        ['DELETE_FAILED']
    );
    assert.deepEqual(steps, ['seed-test-0001: records left in the org: 1']);
});
