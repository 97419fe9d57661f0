import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type Stripe from 'stripe';
import type { Finding, FindingKind } from './judge/findings.ts';
import { FINDING_KINDS } from './judge/findings.ts';
import { makeCapturedOrder, makeSale, TEST_ACCOUNT } from './test/testOrders.ts';
import { startWorld, verifyWorld, type TestWorld } from './test/testWorld.ts';

const OTHER_ACCOUNT = 'acct_1SomebodyElse';

let world: TestWorld;

before(async () => {
    world = await startWorld(async (stripe) => [
        ...(await makeCapturedOrder(stripe, '1001')),
        ...(await makeCapturedOrder(stripe, '1002')),
        ...(await makeSale(stripe, '1003')),
        ...(await makeSale(stripe, '1004', {}))
    ]);
});

after(() => world.close());

/** What a mistake does to the two sides, and how it is taken back. */
type Mistake = () => (() => void) | Promise<() => void>;

/** The record of an object in an order. */
function recordOf(object: string, order: string): { Id: string; GatewayRefNumber: string; stripeChargeId__c: string } {
    const { records } = world.org.org.query(
        `SELECT Id FROM ${object} WHERE OrderPaymentSummary.OrderSummary.OrderNumber = '${order}'`
    );
    const stored = fieldsOf(object, String(records[0]?.['Id']));
    return {
        Id: String(stored['Id']),
        GatewayRefNumber: String(stored['GatewayRefNumber']),
        stripeChargeId__c: String(stored['stripeChargeId__c'])
    };
}

function fieldsOf(object: string, id: string): Record<string, unknown> {
    const stored = world.org.org.getRecord(object, id);
    assert.ok(stored, `${object} ${id}`);
    return { ...stored };
}

/** Changes fields of a record. */
function change(object: string, order: string, values: Record<string, unknown>): Mistake {
    return () => changeRecord(object, recordOf(object, order).Id, values);
}

function changeRecord(object: string, id: string, values: Record<string, unknown>): () => void {
    const stored = fieldsOf(object, id);
    const before = Object.fromEntries(Object.keys(values).map((field) => [field, stored[field]]));
    world.org.org.update(object, id, values);
    return () => world.org.org.update(object, id, before);
}

/** Moves an order's objects of Stripe elsewhere, as if they had been made there. */
function move(scope: { account?: string; livemode?: boolean }, ids: () => readonly string[]): Mistake {
    return () => {
        const here = { account: TEST_ACCOUNT, livemode: false };
        const objects = ids().map((id) => world.standIn.state.findAny(id, here));
        const put = (to: typeof scope) => objects.forEach((object) => object && world.standIn.state.put(object, to));
        put(scope);
        return () => put(here);
    };
}

function idsOfSale(order: string): string[] {
    const transaction = recordOf('Payment', order).GatewayRefNumber;
    const charge = world.standIn.state.list('charge').find((each) => each.balance_transaction === transaction);
    assert.ok(charge);
    return [transaction, charge.id, String(charge.payment_intent)];
}

function chargeOf(order: string): Stripe.Charge {
    const charge = world.standIn.state.find('charge', recordOf('PaymentAuthorization', order).stripeChargeId__c);
    assert.ok(charge);
    return charge;
}

/** Somebody asks their bank for the money back. */
function dispute(chargeToDispute: () => Stripe.Charge): Mistake {
    return () => {
        const charge = chargeToDispute();
        world.standIn.state.put({ ...charge, disputed: true });
        return () => world.standIn.state.put(charge);
    };
}

const MISTAKES: Readonly<Record<FindingKind, { on: Finding['object']; plant: Mistake }>> = {
    missing: {
        on: 'Refund',
        plant: () => {
            const refund = world.standIn.state.find('refund', recordOf('Refund', '1001').GatewayRefNumber);
            assert.ok(refund);
            world.standIn.state.remove(refund.id);
            return () => world.standIn.state.put(refund, { account: TEST_ACCOUNT, livemode: false });
        }
    },
    otherMode: {
        on: 'Refund',
        plant: move({ livemode: true }, () => [recordOf('Refund', '1001').GatewayRefNumber])
    },
    otherAccount: {
        on: 'Payment',
        plant: async () => {
            const back = await move({ account: OTHER_ACCOUNT }, () => idsOfSale('1003'))();
            const undo = await change('Payment', '1003', { stripeAccountId__c: OTHER_ACCOUNT })();
            return () => {
                undo();
                back();
            };
        }
    },
    accountDiffers: {
        on: 'PaymentAuthorization',
        plant: change('PaymentAuthorization', '1001', { stripeAccountId__c: OTHER_ACCOUNT })
    },
    modeDiffers: {
        on: 'PaymentAuthorization',
        plant: change('PaymentAuthorization', '1001', { stripeAccountType__c: 'STRIPE_LIVE' })
    },
    modeUnknown: {
        on: 'PaymentAuthorization',
        plant: async () => {
            const [organization] = world.org.org.query('SELECT Id FROM Organization').records;
            const production = changeRecord('Organization', String(organization?.['Id']), { IsSandbox: false });
            const undo = await change('PaymentAuthorization', '1001', { stripeAccountType__c: null })();
            return () => {
                production();
                undo();
            };
        }
    },
    chargeDiffers: {
        on: 'PaymentAuthorization',
        plant: change('PaymentAuthorization', '1001', { stripeChargeId__c: 'ch_3SomeOtherPaymentsCharge' })
    },
    secretReference: {
        on: 'PaymentGatewayLog',
        plant: change('PaymentGatewayLog', '1001', { GatewayRefNumber: 'pi_3SomePayment_secret_verySecretIndeed' })
    },
    noLink: { on: 'Payment', plant: change('Payment', '1003', { GatewayRefNumber: 'see the note of Nora' }) },
    noReference: { on: 'Payment', plant: change('Payment', '1003', { GatewayRefNumber: null }) },
    searchFindsNothing: { on: 'Payment', plant: change('Payment', '1004', { GatewayRefNumber: '1004' }) },
    orderDiffers: {
        on: 'PaymentAuthorization',
        plant: () =>
            change('PaymentAuthorization', '1001', {
                GatewayRefNumber: recordOf('PaymentAuthorization', '1002').GatewayRefNumber
            })()
    },
    currencyDiffers: {
        on: 'PaymentAuthorization',
        plant: change('PaymentAuthorization', '1001', { CurrencyIsoCode: 'USD' })
    },
    amountDiffers: { on: 'PaymentAuthorization', plant: change('PaymentAuthorization', '1001', { Amount: 50.01 }) },
    statusDiffers: { on: 'Refund', plant: change('Refund', '1001', { Status: 'Canceled' }) },
    capturedDiffers: { on: 'Payment', plant: change('Payment', '1001', { Amount: 49.99 }) },
    refundedDiffers: {
        on: 'Refund',
        plant: () => {
            const charge = world.standIn.state.find(
                'charge',
                recordOf('PaymentAuthorization', '1001').stripeChargeId__c
            );
            assert.ok(charge);
            world.standIn.state.put({ ...charge, amount_refunded: 2500 });
            return () => world.standIn.state.put(charge);
        }
    },
    disputed: { on: 'PaymentAuthorization', plant: dispute(() => chargeOf('1001')) },
    unclaimedPayment: {
        on: 'PaymentIntent',
        plant: async () => {
            const { id } = await world.stripe.paymentIntents.create({
                amount: 700,
                currency: 'eur',
                confirm: true,
                payment_method: 'pm_card_visa',
                metadata: { order_id: '1002' }
            });
            return () => world.standIn.state.remove(id);
        }
    },
    notChecked: {
        on: 'PaymentGatewayLog',
        plant: change('PaymentGatewayLog', '1001', { GatewayRefNumber: 'we_1SomeWebhookEndpoint' })
    }
};

async function planted(mistake: Mistake): Promise<Finding[]> {
    const undo = await mistake();
    try {
        return (await verifyWorld(world)).findings;
    } finally {
        undo();
    }
}

test('an org and an account that agree have no finding', async () => {
    const { findings, totals } = await verifyWorld(world);
    assert.deepEqual(findings, []);
    assert.deepEqual(totals.currencies, {
        EUR: {
            salesforceCaptured: '100.00',
            stripeCaptured: '100.00',
            salesforceRefunded: '40.00',
            stripeRefunded: '40.00',
            salesforceCapturedNotFound: '0.00',
            salesforceRefundedNotFound: '0.00'
        },
        JPY: {
            salesforceCaptured: '2468',
            stripeCaptured: '2468',
            salesforceRefunded: '0',
            stripeRefunded: '0',
            salesforceCapturedNotFound: '0',
            salesforceRefundedNotFound: '0'
        }
    });
    assert.deepEqual(Object.keys(totals.fees), ['USD']);
});

for (const [kind, { on, plant }] of Object.entries(MISTAKES)) {
    test(`one planted mistake is one finding: ${kind}`, async () => {
        const findings = await planted(plant);
        assert.deepEqual(
            findings.map((finding) => [finding.kind, finding.object]),
            [[kind, on]],
            JSON.stringify(findings, undefined, 1)
        );
    });
}

test('a mistyped reference is one finding, which names the payment that is meant', async () => {
    const [, , intent = ''] = idsOfSale('1003');
    const findings = await planted(change('Payment', '1003', { GatewayRefNumber: 'txn_3Mistyped' }));
    assert.deepEqual(
        findings.map(({ kind, reference }) => [kind, reference]),
        [['missing', 'txn_3Mistyped']]
    );
    assert.match(findings[0]?.stripe ?? '', new RegExp(`named by no record: ${intent}`));
});

test('what is in another account or mode is linked where it is, not where the key looks', async () => {
    const [elsewhere] = await planted(MISTAKES.otherAccount.plant);
    assert.match(String(elsewhere?.url), new RegExp(`/${OTHER_ACCOUNT}/test/`));
    const [live] = await planted(MISTAKES.otherMode.plant);
    assert.equal(live?.url, `https://dashboard.stripe.com/${TEST_ACCOUNT}/refunds/${String(live?.reference)}`);
});

test('a finding names its order, and what is at stake where Stripe has nothing to compare', async () => {
    const [finding] = await planted(MISTAKES.missing.plant);
    assert.deepEqual(
        [finding?.order, finding?.salesforce, finding?.stripe],
        ['1001', '20.00 EUR, Processed', 'not found']
    );
});

test('money for which nothing is found in Stripe is told apart from the sums that are compared', async () => {
    const undo = await change('Payment', '1003', { GatewayRefNumber: 'txn_3Mistyped' })();
    try {
        const { JPY } = (await verifyWorld(world)).totals.currencies;
        assert.deepEqual(
            [JPY?.salesforceCaptured, JPY?.stripeCaptured, JPY?.salesforceCapturedNotFound],
            ['1234', '1234', '1234']
        );
    } finally {
        undo();
    }
});

test('findings come by their kinds, errors first', async () => {
    const undo = await change('Payment', '1003', { GatewayRefNumber: null })();
    try {
        const amount = change('PaymentAuthorization', '1002', { Amount: 50.01 });
        assert.deepEqual(
            (await planted(amount)).map(({ kind, severity }) => [kind, severity]),
            [
                ['amountDiffers', 'error'],
                ['noReference', 'warning']
            ]
        );
    } finally {
        undo();
    }
});

test('what a capture in part let go is no refund, also where an older version of the API counts it as one', async () => {
    const findings = await planted(async () => {
        const payment = recordOf('Payment', '1002').Id;
        const undo = changeRecord('Payment', payment, { Amount: 30 });
        const intent = world.standIn.state.find(
            'payment_intent',
            recordOf('PaymentAuthorization', '1002').GatewayRefNumber
        );
        const charge = world.standIn.state.find('charge', String(intent?.latest_charge));
        assert.ok(intent && charge);
        world.standIn.state.put({ ...intent, amount_received: 3000 });
        world.standIn.state.put({ ...charge, amount_captured: 3000, amount_refunded: 2000 + 2000 });
        return () => {
            undo();
            world.standIn.state.put(intent);
            world.standIn.state.put(charge);
        };
    });
    assert.deepEqual(findings, []);
});

test('a payment that Stripe has canceled is one finding, not one for each sum', async () => {
    const findings = await planted(() => {
        const intent = world.standIn.state.find(
            'payment_intent',
            recordOf('PaymentAuthorization', '1001').GatewayRefNumber
        );
        const charge = world.standIn.state.find('charge', String(intent?.latest_charge));
        assert.ok(intent && charge);
        world.standIn.state.put({ ...intent, status: 'canceled', amount_received: 0 });
        world.standIn.state.put({ ...charge, captured: false, amount_captured: 0 });
        return () => {
            world.standIn.state.put(intent);
            world.standIn.state.put(charge);
        };
    });
    assert.deepEqual(
        findings.map(({ kind, object, salesforce, stripe }) => [kind, object, salesforce, stripe]),
        [['statusDiffers', 'Payment', 'Processed', 'canceled']]
    );
});

test('an authorization that failed in Salesforce, but holds money in Stripe, is a finding', async () => {
    const failed = change('PaymentAuthorization', '1002', { Status: 'Failed' });
    assert.deepEqual(
        (await planted(failed)).map(({ kind, object }) => [kind, object]),
        [['statusDiffers', 'PaymentAuthorization']]
    );
});

test('what concerns several records is told once, with their number', async () => {
    const [finding] = await planted(change('PaymentAuthorization', '1001', { stripeAccountType__c: 'STRIPE_LIVE' }));
    // The payment, the refund and the log come from the authorization.
    assert.equal(finding?.otherRecords, 3);
});

test('a dispute is found by a balance transaction too, and is told once for all records of the payment', async () => {
    const [, charge = '', intent] = idsOfSale('1003');
    const ofSale = dispute(() => world.standIn.state.find('charge', charge) ?? assert.fail(charge));
    assert.deepEqual(
        (await planted(ofSale)).map(({ kind, object, reference, otherRecords }) => [
            kind,
            object,
            reference,
            otherRecords
        ]),
        [['disputed', 'Payment', intent, 0]]
    );
    const [finding] = await planted(MISTAKES.disputed.plant);
    // On the authorization, for its payment too. The refund names itself alone.
    assert.equal(finding?.otherRecords, 1);
});

test('Stripe is asked for each object once, however many records name it', async () => {
    const before = world.standIn.requests.length;
    await verifyWorld(world);
    const asked = world.standIn.requests.slice(before).map(({ path }) => path);
    assert.equal(new Set(asked).size, asked.length, asked.join('\n'));
});

test('no report holds a secret', async () => {
    const undo = change('PaymentGatewayLog', '1001', { GatewayRefNumber: 'pi_3Some_secret_verySecretIndeed' });
    assert.ok(!JSON.stringify(await planted(undo)).includes('verySecret'));
});

test('every kind of finding has a planted mistake', () => {
    assert.deepEqual(Object.keys(MISTAKES).sort(), Object.keys(FINDING_KINDS).sort());
});
