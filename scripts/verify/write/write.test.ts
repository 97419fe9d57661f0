import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { makeCapturedOrder, makeSale, TEST_ACCOUNT } from '../test/testOrders.ts';
import { startWorld, verifyWorld, type TestWorld } from '../test/testWorld.ts';
import { describePlan } from './describeWrite.ts';
import { writeChanges } from './writeChanges.ts';

let world: TestWorld;

before(async () => {
    world = await startWorld(async (stripe) => [
        ...(await makeCapturedOrder(stripe, '1001')),
        ...(await makeSale(stripe, '1002'))
    ]);
});

after(() => world.close());

function fieldsOf(object: string): Record<string, unknown>[] {
    const custom = object === 'Refund' ? '' : ', stripeChargeId__c';
    const soql = `SELECT Id, stripeAccountId__c, stripeAccountType__c${custom} FROM ${object} ORDER BY Id`;
    return world.org.org.query(soql).records.map((record) => ({ ...record }));
}

test('the plan names each empty field that would be filled, and nothing is written', async () => {
    const { changes } = await verifyWorld(world);
    const plan = describePlan(changes);
    assert.match(plan, /^To be written into empty fields of 4 records:\n/);
    assert.match(plan, /Payment P-\d+ \(\w{18}\): stripeChargeId__c = ch_\w+\n/);
    assert.match(plan, /Nothing was written/);
    assert.ok(fieldsOf('Refund').every((record) => record['stripeAccountId__c'] === null));
});

test('values that came since, and values that differ, stay; what is empty is filled', async () => {
    const { changes } = await verifyWorld(world);
    const [refund] = fieldsOf('Refund');
    world.org.org.update('Refund', String(refund?.['Id']), { stripeAccountId__c: 'acct_1SomebodyWasFaster' });
    const result = await writeChanges(world.records, changes);
    assert.deepEqual(result, { written: 4, skipped: 0, refused: [] });
    const [written] = fieldsOf('Refund');
    assert.equal(written?.['stripeAccountId__c'], 'acct_1SomebodyWasFaster');
    assert.equal(written['stripeAccountType__c'], 'STRIPE_TEST');
    const [capture, sale] = fieldsOf('Payment');
    assert.equal(capture?.['stripeAccountId__c'], TEST_ACCOUNT);
    // The source of the txn_ that is the payment's reference.
    assert.match(String(sale?.['stripeChargeId__c']), /^ch_/);
    world.org.org.update('Refund', String(refund?.['Id']), { stripeAccountId__c: TEST_ACCOUNT });
});

test('an attempt that failed is not given the charge of the one that succeeded', async () => {
    const [authorization] = world.org.org.query(
        'SELECT Id, OrderPaymentSummaryId, GatewayRefNumber FROM PaymentAuthorization'
    ).records;
    const failed = world.org.org.insert('PaymentAuthorization', {
        ...{ Amount: 50, CurrencyIsoCode: 'EUR', Status: 'Failed', ProcessingMode: 'External' },
        OrderPaymentSummaryId: authorization?.['OrderPaymentSummaryId'],
        GatewayRefNumber: authorization?.['GatewayRefNumber']
    });
    const { changes } = await verifyWorld(world);
    const change = changes.find(({ update }) => update.Id === failed);
    assert.deepEqual(change?.update, {
        Id: failed,
        stripeAccountId__c: TEST_ACCOUNT,
        stripeAccountType__c: 'STRIPE_TEST'
    });
    world.org.org.delete('PaymentAuthorization', failed);
});

test('after it was written there is nothing more to write, and still no finding', async () => {
    const { changes, findings } = await verifyWorld(world);
    assert.equal(describePlan(changes), 'There is nothing to write.\n');
    assert.deepEqual(findings, []);
    assert.deepEqual(await writeChanges(world.records, changes), { written: 0, skipped: 0, refused: [] });
});
