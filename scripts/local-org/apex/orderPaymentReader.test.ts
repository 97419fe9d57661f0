import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fullAccess, toReadAccess } from '../soql/readAccess.ts';
import type { Database } from '../store/database.ts';
import { createTestDatabase } from '../store/testDatabase.ts';
import { ApexClasses } from './apexClasses.ts';
import { ApexRunner } from './apexRunner.ts';
import type { ReadableRecords } from './readableRecords.ts';

const className = 'OrderPaymentReader';
const forceApp = join(import.meta.dirname, '../../../force-app');

describe('the Apex class OrderPaymentReader of the package', () => {
    const classes = new ApexClasses(forceApp);
    let database: Database;
    let runner: ApexRunner;
    const ids: Record<string, string> = {};

    before(() => {
        database = createTestDatabase(forceApp);
        runner = new ApexRunner(database, classes);
        const insert = (name: string, objectName: string, values: Record<string, unknown> = {}): void => {
            ids[name] = database.insert(objectName, { CreatedDate: '2026-03-01T00:00:00Z', ...values });
        };
        insert('organization', 'Organization', { Name: 'Test', IsSandbox: true });
        insert('setting', 'Stripe_Gateway_Setting__mdt', {
            MasterLabel: 'Default',
            DeveloperName: 'Default',
            Mode__c: 'Test'
        });
        insert('gateway', 'PaymentGateway', { PaymentGatewayName: 'Stripe' });
        insert('order', 'OrderSummary');
        const ofOrder = { OrderSummaryId: ids['order'] };
        insert('summary', 'OrderPaymentSummary', { ...ofOrder, Method: 'Visa', CapturedAmount: 20 });
        insert('secondSummary', 'OrderPaymentSummary', { ...ofOrder, CreatedDate: '2026-03-02T00:00:00Z' });
        insert('otherSummary', 'OrderPaymentSummary', { Method: 'Other' });
        const ofSummary = { OrderPaymentSummaryId: ids['summary'] };
        const ofOther = { OrderPaymentSummaryId: ids['otherSummary'] };
        insert('oldAuthorization', 'PaymentAuthorization', {
            ...ofSummary,
            CreatedDate: '2026-02-01T00:00:00Z',
            PaymentGatewayId: ids['gateway']
        });
        insert('authorization', 'PaymentAuthorization', { ...ofSummary, Amount: 20 });
        insert('otherAuthorization', 'PaymentAuthorization', ofOther);
        insert('reversal', 'PaymentAuthAdjustment', { PaymentAuthorizationId: ids['authorization'], Type: 'Reversal' });
        insert('otherReversal', 'PaymentAuthAdjustment', { PaymentAuthorizationId: ids['otherAuthorization'] });
        insert('payment', 'Payment', { ...ofSummary, PaymentAuthorizationId: ids['authorization'], Amount: 20 });
        insert('orphan', 'Payment', { PaymentAuthorizationId: ids['authorization'] });
        insert('otherPayment', 'Payment', { ...ofOther, PaymentAuthorizationId: ids['authorization'] });
        insert('refund', 'Refund', { ...ofSummary, Amount: 5 });
        insert('refundLine', 'RefundLinePayment', { RefundId: ids['refund'], PaymentId: ids['payment'], Amount: 5 });
        insert('log', 'PaymentGatewayLog', { ...ofSummary, ReferencedEntityId: ids['payment'], Request: 'body' });
        insert('reversalLog', 'PaymentGatewayLog', { ReferencedEntityId: ids['reversal'] });
        insert('otherLog', 'PaymentGatewayLog', { ...ofOther, ReferencedEntityId: ids['refund'] });
    });
    after(() => {
        database.close();
    });

    function run(methodName: string, parameters: Record<string, unknown>, access = fullAccess): ReadableRecords {
        return runner.run(className, methodName, parameters, access);
    }

    function page(changes: Record<string, unknown> = {}): Record<string, unknown> {
        return {
            orderPaymentSummaryIds: [ids['summary']],
            createdBefore: '2999-01-01T00:00:00.000Z',
            beforeId: null,
            pageSize: 10,
            ...changes
        };
    }

    const expectedRecords: Readonly<Record<string, string[]>> = {
        getPaymentAuthorizations: ['authorization', 'oldAuthorization'],
        getPaymentAuthAdjustments: ['reversal'],
        getPayments: ['orphan', 'payment'],
        getRefunds: ['refund'],
        getRefundLinePayments: ['refundLine'],
        getGatewayLogs: ['log']
    };
    for (const [methodName, names] of Object.entries(expectedRecords)) {
        it(`${methodName} reads the records of one summary, newest first`, () => {
            const { objectReadable, records, hiddenFields } = run(methodName, page());
            assert.equal(objectReadable, true);
            assert.deepEqual(hiddenFields, []);
            assert.deepEqual(
                records.map((record) => record['Id']),
                names.map((name) => ids[name])
            );
        });
    }

    it('getOrderPaymentSummary reads every standard field of the summary that has a value', () => {
        const { records } = run('getOrderPaymentSummary', { orderPaymentSummaryId: ids['summary'] });
        assert.equal(records.length, 1);
        assert.equal(records[0]?.['CapturedAmount'], 20);
        assert.equal(records[0]['CurrencyIsoCode'], 'USD');
        assert.equal('RefundedAmount' in records[0], false);
    });

    it('getOrderPaymentSummariesOfOrder reads all summaries of an order, the oldest first', () => {
        const { records } = run('getOrderPaymentSummariesOfOrder', { orderSummaryId: ids['order'] });
        assert.deepEqual(
            records.map((record) => record['Id']),
            [ids['summary'], ids['secondSummary']]
        );
    });

    it('reads the records of several summaries at once', () => {
        const orderPaymentSummaryIds = [ids['summary'], ids['otherSummary']];
        const { records } = run('getPaymentAuthorizations', page({ orderPaymentSummaryIds }));
        assert.deepEqual(
            records.map((record) => record['Id']),
            [ids['otherAuthorization'], ids['authorization'], ids['oldAuthorization']]
        );
        assert.deepEqual(run('getPaymentAuthorizations', page({ orderPaymentSummaryIds: [] })).records, []);
    });

    it('getGatewayLogsOfRecords reads the logs that name a record but no summary', () => {
        const { orderPaymentSummaryIds, ...paging } = page();
        assert.ok(orderPaymentSummaryIds);
        const recordIds = [ids['reversal'], ids['payment'], ids['refund']];
        const { records } = run('getGatewayLogsOfRecords', { ...paging, recordIds });
        assert.deepEqual(
            records.map((record) => record['Id']),
            [ids['reversalLog']]
        );
        assert.equal('Request' in (records[0] ?? {}), false);
    });

    it('getOrganization says that this is a sandbox', () => {
        assert.deepEqual(run('getOrganization', {}).records, [{ Id: ids['organization'], IsSandbox: true }]);
    });

    it('getGatewayLogBody reads the bodies of one log', () => {
        assert.deepEqual(run('getGatewayLogBody', { gatewayLogId: ids['log'] }).records, [
            { Id: ids['log'], Request: 'body' }
        ]);
    });

    it('getGatewaySettings reads the custom metadata', () => {
        assert.deepEqual(run('getGatewaySettings', {}).records, [
            { Id: ids['setting'], MasterLabel: 'Default', Mode__c: 'Test' }
        ]);
    });

    it('has no other method than those tested here', () => {
        const tested = [
            ...Object.keys(expectedRecords),
            'getOrderPaymentSummary',
            'getOrderPaymentSummariesOfOrder',
            'getGatewayLogsOfRecords',
            'getGatewayLogBody',
            'getGatewaySettings',
            'getOrganization'
        ];
        const names = [...classes.get(className).methods.values()].map(({ name }) => name);
        assert.deepEqual(names.sort(), tested.sort());
    });

    it('continues a list after the last record of the page before', () => {
        const [last] = run('getPaymentAuthorizations', page({ pageSize: 1 })).records;
        assert.ok(last);
        assert.equal(last['Id'], ids['authorization']);
        const next = run(
            'getPaymentAuthorizations',
            page({ createdBefore: last['CreatedDate'], beforeId: last['Id'] })
        );
        assert.deepEqual(
            next.records.map((record) => record['Id']),
            [ids['oldAuthorization']]
        );
    });

    it("reads the parent's name, and names it when it is hidden", () => {
        const parameters = page({ createdBefore: '2026-02-02T00:00:00Z' });
        assert.deepEqual(run('getPaymentAuthorizations', parameters).records[0]?.['PaymentGateway'], {
            PaymentGatewayName: 'Stripe'
        });
        const access = toReadAccess({
            hiddenObjects: ['PaymentGateway'],
            hiddenFields: ['PaymentAuthorization.Amount']
        });
        assert.deepEqual(run('getPaymentAuthorizations', parameters, access).hiddenFields, [
            'PaymentAuthorization.Amount',
            'PaymentGateway.PaymentGatewayName'
        ]);
    });
});
