import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { identifier, sql } from './sql.ts';
import type { Database } from './database.ts';
import { createTestDatabase } from './testDatabase.ts';
import { importTree } from './treeImport.ts';

type TestRecord = Record<string, unknown>;

function treeRecord(type: string, referenceId: string | undefined, values: TestRecord = {}): TestRecord {
    return { attributes: { type, referenceId }, ...values };
}

describe('importing an sf data export', () => {
    let directory: string;
    let database: Database;
    beforeEach(() => {
        directory = mkdtempSync(join(tmpdir(), 'local-org-'));
        database = createTestDatabase();
    });
    afterEach(() => {
        database.close();
        rmSync(directory, { recursive: true });
    });

    function write(name: string, content: unknown): string {
        const path = join(directory, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
        return path;
    }

    function writeRecords(name: string, ...records: TestRecord[]): string {
        return write(name, { records });
    }

    function rows(objectName: string, ...fieldNames: string[]): unknown[][] {
        const columns = fieldNames.map((name) => `"${name}"`).join(', ');
        return database.select({
            text: `SELECT ${columns} FROM "${objectName}" ORDER BY "Id"`,
            parameters: []
        });
    }

    function countRecords(): number {
        const counts = database.schema.objects.map(({ name }) =>
            Number(database.select(sql`SELECT count(*) FROM ${identifier(name)}`)[0]?.[0])
        );
        return counts.reduce((sum, count) => sum + count, 0);
    }

    it('reads a plan whose files are relative to it and resolves references between them', () => {
        writeRecords('data/Account.json', treeRecord('Account', 'AccountRef1', { Name: 'Customer' }));
        writeRecords(
            'data/Payment.json',
            treeRecord('Payment', 'PaymentRef1', { AccountId: '@AccountRef1', Amount: 12.34 })
        );
        const plan = write('data/plan.json', [
            { sobject: 'Account', saveRefs: true, resolveRefs: false, files: ['Account.json'] },
            { sobject: 'Payment', files: ['Payment.json'] }
        ]);
        importTree(database, [plan]);
        assert.deepEqual(rows('Payment', 'Id', 'AccountId', 'Amount'), [
            ['0aQ000000000001EAA', '001000000000001AAA', 12.34]
        ]);
    });

    it('takes tree files in any order', () => {
        const payments = writeRecords('p.json', treeRecord('Payment', 'PaymentRef1', { AccountId: '@AccountRef1' }));
        const accounts = writeRecords('a.json', treeRecord('Account', 'AccountRef1', { Name: 'Customer' }));
        importTree(database, [payments, accounts]);
        assert.deepEqual(rows('Payment', 'AccountId'), [['001000000000001AAA']]);
    });

    it('takes records that refer to each other in a circle', () => {
        const file = writeRecords(
            'circle.json',
            treeRecord('OrderPaymentSummary', 'SummaryRef1', { LastPaymentGatewayLogId: '@LogRef1' }),
            treeRecord('PaymentGatewayLog', 'LogRef1', { OrderPaymentSummaryId: '@SummaryRef1' })
        );
        importTree(database, [file]);
        assert.deepEqual(rows('OrderPaymentSummary', 'LastPaymentGatewayLogId'), [['0Xt000000000001CAA']]);
        assert.deepEqual(rows('PaymentGatewayLog', 'OrderPaymentSummaryId'), [['0bM000000000001EAA']]);
    });

    it('takes child records nested in their parents', () => {
        const refund = treeRecord('RefundLinePayment', 'LineRef1', { Amount: 3 });
        const payment = treeRecord('Payment', 'PaymentRef1', { RefundLinePayments: { records: [refund] } });
        const summary = treeRecord('OrderPaymentSummary', 'SummaryRef1', {
            Method: 'Visa',
            Payments: { records: [payment] }
        });
        importTree(database, [writeRecords('tree.json', summary)]);
        assert.deepEqual(rows('Payment', 'OrderPaymentSummaryId'), [['0bM000000000001EAA']]);
        assert.deepEqual(rows('RefundLinePayment', 'PaymentId', 'Amount'), [['0aQ000000000001EAA', 3]]);
    });

    it('keeps dates, read-only amounts, numbers and ids of the file', () => {
        const file = writeRecords(
            'p.json',
            treeRecord('PaymentAuthorization', 'R1', { Balance: 7.5, CreatedDate: '2026-01-02T03:04:05.000+0000' }),
            treeRecord('PaymentAuthorization', 'R2', { Id: '0Xc00000000000Z', PaymentAuthorizationNumber: 'PA-0001' })
        );
        importTree(database, [file]);
        const created = Date.UTC(2026, 0, 2, 3, 4, 5);
        assert.deepEqual(rows('PaymentAuthorization', 'Id', 'PaymentAuthorizationNumber', 'Balance').sort(), [
            ['0Xc000000000001CAA', 'PA-0002', 7.5],
            ['0Xc00000000000ZCAQ', 'PA-0001', null]
        ]);
        assert.deepEqual(rows('PaymentAuthorization', 'CreatedDate', 'LastModifiedDate')[0], [created, created]);
    });

    it('gives the same ids in every run', () => {
        const file = writeRecords('a.json', treeRecord('Account', 'A'), treeRecord('Account', 'B'));
        importTree(database, [file]);
        const other = createTestDatabase();
        importTree(other, [file]);
        const ids = { text: 'SELECT "Id" FROM "Account" ORDER BY "Id"', parameters: [] };
        assert.deepEqual(other.select(ids), database.select(ids));
        other.close();
    });

    it('makes a user of each owner or creator that the export names but does not bring', () => {
        importTree(database, [writeRecords('a.json', treeRecord('Account', 'A', { OwnerId: '005Kb00000Abcde' }))]);
        const owner = String(rows('Account', 'OwnerId')[0]?.[0]);
        assert.match(String(database.get('User', owner)?.['Name']), /not in the data/);
    });

    it('keeps a text that begins with @ in a field that is no relationship', () => {
        importTree(database, [writeRecords('a.json', treeRecord('Account', 'A', { Name: '@home' }))]);
        assert.deepEqual(rows('Account', 'Name'), [['@home']]);
    });

    describe('fails with one line that says where, what and what to do, and imports nothing:', () => {
        function assertRefused(path: string, message: RegExp): void {
            const before = countRecords();
            assert.throws(
                () => importTree(database, [path]),
                (error: unknown) => {
                    assert.ok(error instanceof Error);
                    assert.match(error.message, message);
                    assert.doesNotMatch(error.message, /\n/);
                    return true;
                }
            );
            assert.equal(countRecords(), before);
        }

        const good = treeRecord('Account', 'Good', { Name: 'Good' });

        it('a file that is not there', () => {
            assertRefused(
                join(directory, 'nope.json'),
                /Cannot read .*nope\.json: there is no such file\. Check the path/
            );
            const plan = write('plan.json', [{ sobject: 'Account', files: ['gone.json'] }]);
            assertRefused(plan, /gone\.json, which .*plan\.json names: there is no such file/);
        });

        it('a file that is not JSON', () => {
            assertRefused(write('bad.json', '{"records": ['), /bad\.json is not JSON: /);
        });

        it('a file that is neither a plan nor a tree', () => {
            assertRefused(
                write('bad.json', { rows: [] }),
                /bad\.json is neither a plan .* nor a tree file .*sf data export tree --plan/
            );
            assertRefused(
                write('bad.json', [{ sobject: 'Account' }]),
                /bad\.json, part 1 of the plan: not of the form/
            );
        });

        it('a record without a type', () => {
            assertRefused(
                writeRecords('bad.json', good, { Name: 'x' }),
                /bad\.json, record 2: has no attributes\.type\. Add/
            );
        });

        it('an object that the local org does not have', () => {
            assertRefused(
                writeRecords('bad.json', treeRecord('Invoice', 'I1')),
                /bad\.json, record 1: sObject type 'Invoice'/
            );
        });

        it('an object other than the plan says', () => {
            writeRecords('a.json', good);
            const plan = write('plan.json', [{ sobject: 'Payment', files: ['a.json'] }]);
            assertRefused(
                plan,
                /a\.json, record Good: the plan says that the file holds Payment records, .* type Account/
            );
        });

        it('a field that the object does not have', () => {
            const bad = treeRecord('Payment', 'P1', { Amont: 1 });
            assertRefused(
                writeRecords('bad.json', good, bad),
                /bad\.json, record P1: No such column 'Amont' on entity 'Payment'.*leave the field out/
            );
        });

        it('a field that is named like what every object has', () => {
            const file = writeRecords('bad.json', good);
            writeFileSync(
                file,
                '{"records":[{"attributes":{"type":"Payment","referenceId":"P1"},"__proto__":"x","constructor":1}]}'
            );
            assertRefused(file, /record P1: No such column '__proto__' on entity 'Payment'/);
        });

        it('a null character, behind which SQLite would lose the rest', () => {
            const bad = treeRecord('Payment', 'P1', { Comments: 'a\u0000b' });
            assertRefused(writeRecords('bad.json', good, bad), /record P1: .*stores no null characters/);
        });

        it('a value of the wrong type, in a record without referenceId', () => {
            const bad = treeRecord('Payment', undefined, { Amount: '5' });
            assertRefused(
                writeRecords('bad.json', good, bad),
                /bad\.json, record 2: Amount is of type currency .* not "5"\. Correct/
            );
        });

        it('a reference to a record that no file has', () => {
            const bad = treeRecord('Payment', 'P1', { AccountId: '@AccountRef9' });
            assertRefused(
                writeRecords('bad.json', good, bad),
                /bad\.json, record P1, field AccountId: no record has the referenceId AccountRef9\. Add the file/
            );
        });

        it('an id of a record that no file has', () => {
            const bad = treeRecord('Payment', 'P1', { AccountId: '001Kb00000Abcde' });
            assertRefused(
                writeRecords('bad.json', good, bad),
                /record P1: Payment\.AccountId: invalid cross reference id.* Export the record it means too/
            );
        });

        it('a reference to a record of the wrong object', () => {
            const bad = treeRecord('Payment', 'P1', { PaymentAuthorizationId: '@Good' });
            assertRefused(
                writeRecords('bad.json', good, bad),
                /record P1: Payment\.PaymentAuthorizationId: id value of incorrect type/
            );
        });

        it('an id of another object, or none at all', () => {
            assertRefused(
                writeRecords('bad.json', treeRecord('Payment', 'P1', { Id: '001Kb00000Abcde' })),
                /record P1: Id 001\w+ is not of a Payment/
            );
            assertRefused(
                writeRecords('bad.json', treeRecord('Payment', 'P1', { Id: 'P1' })),
                /record P1, field Id: "P1" is not a record id/
            );
        });

        it('two records with the same referenceId or Id', () => {
            assertRefused(writeRecords('bad.json', good, good), /record Good: .*record Good has the same referenceId/);
            const withId = (referenceId: string): TestRecord =>
                treeRecord('Account', referenceId, { Id: '001Kb00000Abcde' });
            assertRefused(
                writeRecords('bad.json', withId('A'), withId('B')),
                /record B: There is already an? Account with the Id/
            );
        });

        it('a parent record in the place of its id', () => {
            const bad = treeRecord('Payment', 'P1', { Account: { attributes: { type: 'Account' }, Name: 'x' } });
            assertRefused(
                writeRecords('bad.json', bad),
                /record P1, field Account: is a parent record .* export its id field instead/
            );
        });

        it('child records of a relationship that the object does not have', () => {
            const bad = treeRecord('Account', 'A1', { Cases: { records: [] } });
            assertRefused(
                writeRecords('bad.json', bad),
                /record A1: Account has no child relationship 'Cases'.* It has: /
            );
        });
    });
});
