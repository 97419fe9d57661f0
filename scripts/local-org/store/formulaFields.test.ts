import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fullAccess } from '../soql/readAccess.ts';
import { runQuery } from '../soql/runQuery.ts';
import type { Database } from './database.ts';
import { formulaInputs } from './formulaFields.ts';
import { createTestDatabase } from './testDatabase.ts';

const LINK =
    '<a href="https://dashboard.stripe.com/test/payments/pi_3MtwBwLkdIwHu7" target="_blank">pi_3MtwBwLkdIwHu7</a>';

describe('a formula field', () => {
    let database: Database;
    let paymentId: string;

    const select = (soql: string, access = fullAccess) =>
        runQuery(database, soql, { access }).records.map(({ attributes: _attributes, ...values }) => values);

    before(() => {
        database = createTestDatabase(path.join(import.meta.dirname, '../../../force-app'));
        paymentId = database.insert('Payment', {
            GatewayRefNumber: 'pi_3MtwBwLkdIwHu7',
            stripeAccountType__c: 'STRIPE_TEST',
            stripeDashboardLink__c: 'what a file says'
        });
        database.insert('Payment', { GatewayRefNumber: 'SF1' });
        const refund = database.insert('Refund', {});
        database.insert('RefundLinePayment', { PaymentId: paymentId, RefundId: refund });
        database.insert('RefundLinePayment', { RefundId: refund });
    });

    after(() => database.close());

    it('is calculated where it is selected, whatever was imported, and null where it is empty', () => {
        assert.deepEqual(select('SELECT stripeDashboardLink__c FROM Payment ORDER BY GatewayRefNumber'), [
            { stripeDashboardLink__c: LINK },
            { stripeDashboardLink__c: null }
        ]);
    });

    it('is calculated for a parent, where there is one', () => {
        const [first, second] = select('SELECT Payment.stripeDashboardLink__c FROM RefundLinePayment ORDER BY Id');
        assert.equal((first?.['Payment'] as Record<string, unknown>)['stripeDashboardLink__c'], LINK);
        assert.equal(second?.['Payment'], null);
    });

    it('is calculated in a whole record, and follows its fields', () => {
        assert.equal(database.get('Payment', paymentId)?.['stripeDashboardLink__c'], LINK);
        database.update('Payment', paymentId, { stripeAccountType__c: 'STRIPE_LIVE' });
        assert.match(String(database.get('Payment', paymentId)?.['stripeDashboardLink__c']), /\.com\/payments\//);
        database.update('Payment', paymentId, { stripeAccountType__c: 'STRIPE_TEST' });
    });

    it('uses fields that the user may not read, and is itself hidden where the user may not read it', () => {
        const canRead = (hidden: string) => ({
            ...fullAccess,
            canReadField: (_objectName: string, field: string) => field !== hidden
        });
        const soql = `SELECT stripeDashboardLink__c FROM Payment WHERE Id = '${paymentId}'`;
        assert.deepEqual(select(soql, canRead('GatewayRefNumber')), [{ stripeDashboardLink__c: LINK }]);
        assert.throws(() => select(soql, canRead('stripeDashboardLink__c')), /No such column/);
    });

    for (const clause of [
        "WHERE stripeDashboardLink__c = 'x'",
        'ORDER BY stripeDashboardLink__c',
        'GROUP BY stripeDashboardLink__c'
    ]) {
        it(`is refused in ${clause}, with what to do`, () => {
            assert.throws(
                () => select(`SELECT COUNT(Id) FROM Payment ${clause}`),
                /formula field stripeDashboardLink__c.*Select it/s
            );
        });
    }

    it('is refused in an aggregate function', () => {
        assert.throws(() => select('SELECT MAX(stripeDashboardLink__c) FROM Payment'), /formula field/);
    });

    it('that calculates with a number is refused', () => {
        const payment = database.schema.object('Payment');
        const field = { name: 'Sum__c', label: 'Sum', type: 'string', formula: 'TEXT(Amount)' } as const;
        assert.throws(() => formulaInputs(database.schema, payment, field), /Payment\.Sum__c.*Amount.*currency/s);
    });
});
