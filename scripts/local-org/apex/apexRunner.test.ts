import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fullAccess, toReadAccess, type ReadAccess } from '../soql/readAccess.ts';
import type { Database } from '../store/database.ts';
import { createTestDatabase } from '../store/testDatabase.ts';
import { ApexClasses } from './apexClasses.ts';
import { ApexRunner } from './apexRunner.ts';
import type { ReadableRecords } from './readableRecords.ts';

describe('running an Apex method', () => {
    let database: Database;
    let runner: ApexRunner;
    let paymentId: string;
    let refundLineId: string;
    before(() => {
        database = createTestDatabase();
        runner = new ApexRunner(database, new ApexClasses(join(import.meta.dirname, 'fixtures')));
        const account = database.insert('Account', { Name: 'Customer' });
        paymentId = database.insert('Payment', {
            AccountId: account,
            Amount: 10.5,
            Comments: 'First',
            CreatedDate: '2026-01-02T03:04:05Z'
        });
        database.insert('Payment', { Amount: 1, Comments: 'Second' });
        database.insert('Payment', { Amount: 2, Comments: 'LIMIT :pageSize' });
        const refund = database.insert('Refund', {});
        refundLineId = database.insert('RefundLinePayment', { PaymentId: paymentId, RefundId: refund, Amount: 3 });
    });
    after(() => {
        database.close();
    });

    function run(
        methodName: string,
        parameters: Record<string, unknown> = {},
        access: ReadAccess = fullAccess
    ): ReadableRecords {
        return runner.run('FixtureReader', methodName, parameters, access);
    }

    function getPayments(changes: Record<string, unknown> = {}, access?: ReadAccess): ReadableRecords {
        const parameters = {
            ids: [paymentId],
            pattern: '%',
            amount: 0,
            isDeleted: false,
            day: '2026-01-01',
            ...changes
        };
        return run('getPayments', parameters, access);
    }

    it('returns records as a component gets them: no attributes, no nulls, parents as objects, children as a list', () => {
        assert.deepEqual(getPayments(), {
            objectReadable: true,
            records: [
                {
                    Id: paymentId,
                    Account: { Id: '001000000000001AAA', Name: 'Customer' },
                    Comments: 'First',
                    CreatedDate: '2026-01-02T03:04:05.000Z',
                    RefundLinePayments: [{ Id: refundLineId, Amount: 3 }]
                }
            ],
            hiddenFields: []
        });
    });

    it('binds parameters by name, ids of 15 characters and nulls included', () => {
        assert.equal(getPayments({ ids: [paymentId.slice(0, 15), null] }).records.length, 1);
        assert.equal(getPayments({ ids: null }).records.length, 0);
        assert.equal(getPayments({ ids: [] }).records.length, 0);
        assert.equal(getPayments({ pattern: 'fir%' }).records.length, 1);
        assert.equal(getPayments({ amount: 11 }).records.length, 0);
        assert.equal(getPayments({ amount: undefined }).records.length, 0);
    });

    it('refuses a value that is not of the parameter type', () => {
        const place = /^FixtureReader\.getPayments \(line \d+\): /;
        assert.throws(() => getPayments({ ids: ['nope'] }), {
            errorCode: 'INVALID_ID_FIELD',
            message: /Invalid id: nope/
        });
        assert.throws(() => getPayments({ ids: paymentId }), {
            message: /ids takes a value of the type List<Id>, not "0aQ/
        });
        assert.throws(() => getPayments({ amount: '5' }), {
            message: /amount takes a value of the type Decimal, not "5"/
        });
        assert.throws(() => getPayments({ day: '1 May' }), { message: place });
        assert.throws(() => getPayments({ dya: '2026-01-01' }), {
            message: /There is no parameter 'dya'. The parameters are: ids, /
        });
        assert.throws(() => run('getWithUnknownType', {}), {
            message: /The Apex parameter type Map<String, Object> \(filter\)/
        });
    });

    it('puts numbers in the place of LIMIT and OFFSET binds, but not inside a text', () => {
        assert.equal(run('getPage', { pageSize: 1, skipped: 0 }).records.length, 1);
        assert.equal(run('getPage', { pageSize: 5, skipped: 1 }).records.length, 1);
        for (const pageSize of [0, -1, null]) {
            assert.throws(() => run('getPage', { pageSize, skipped: 0 }), {
                message: /LIMIT :pageSize takes a whole number from 1 on/
            });
        }
        assert.throws(() => run('getPage', { pageSize: 1.5, skipped: 0 }), {
            message: /pageSize takes a value of the type Integer/
        });
    });

    it('refuses any other method body, with class, method, line and what is supported', () => {
        for (const methodName of ['getList', 'getInTwoSteps']) {
            const message = new RegExp(
                `^FixtureReader\\.${methodName} \\(line \\d+\\): This method body .* return new ReadableRecords\\(\\[SELECT`
            );
            assert.throws(() => run(methodName), { errorCode: 'NOT_SUPPORTED_BY_LOCAL_ORG', message });
        }
    });

    it('refuses a method that is not there or not for components, and names those that are', () => {
        assert.throws(() => run('nope'), {
            errorCode: 'NOT_FOUND',
            message: /has no @AuraEnabled static method nope. It has: getPayments, /
        });
        assert.throws(() => run('notForComponents'), { errorCode: 'NOT_FOUND' });
    });

    it('passes the error of a query on, with the place', () => {
        assert.throws(() => run('getUnknownField'), {
            errorCode: 'INVALID_FIELD',
            message: /^FixtureReader\.getUnknownField \(line \d+\): No such column 'Amont' on entity 'Payment'/
        });
    });

    describe('as a user who may not read everything', () => {
        it('leaves hidden fields out of records, parents and children, and names them in order', () => {
            const access = toReadAccess({
                hiddenObjects: [],
                hiddenFields: ['payment.comments', 'Account.Name', 'RefundLinePayment.Amount']
            });
            const { records, hiddenFields } = getPayments({}, access);
            assert.deepEqual(hiddenFields, ['Account.Name', 'Payment.Comments', 'RefundLinePayment.Amount']);
            assert.deepEqual(Object.keys(records[0] ?? {}), ['Id', 'Account', 'CreatedDate', 'RefundLinePayments']);
            assert.deepEqual(records[0]?.['Account'], { Id: '001000000000001AAA' });
        });

        it('leaves out what is reached through a hidden object or a hidden relationship field', () => {
            const withoutAccounts = getPayments({}, toReadAccess({ hiddenObjects: ['Account'], hiddenFields: [] }));
            assert.deepEqual(withoutAccounts.hiddenFields, ['Account.Id', 'Account.Name']);
            assert.equal(withoutAccounts.records[0]?.['Account'], undefined);
            const withoutLookup = getPayments(
                {},
                toReadAccess({ hiddenObjects: [], hiddenFields: ['Payment.AccountId'] })
            );
            assert.deepEqual(withoutLookup.hiddenFields, ['Payment.AccountId']);
            assert.equal(withoutLookup.records[0]?.['Account'], undefined);
        });

        it('says so if the object itself is hidden', () => {
            const access = toReadAccess({ hiddenObjects: ['Payment'], hiddenFields: [] });
            assert.deepEqual(getPayments({}, access), { objectReadable: false, records: [], hiddenFields: [] });
        });

        it('fails as a whole in user mode', () => {
            const access = toReadAccess({ hiddenObjects: [], hiddenFields: ['Payment.GatewayRefNumber'] });
            for (const methodName of ['getInUserMode', 'getInUserModeInLowerCase', 'getWithSecurityEnforced']) {
                assert.throws(() => run(methodName, {}, access), {
                    errorCode: 'INVALID_FIELD',
                    message: /No such column 'GatewayRefNumber'/
                });
            }
        });
    });
});
