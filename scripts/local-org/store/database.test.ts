import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import Libsql from 'libsql';
import { loadSchema } from '../schema/loadSchema.ts';
import { Schema } from '../schema/schema.ts';
import { Database, runningUserId } from './database.ts';
import { createTestDatabase, fixtureSourceDirectory } from './testDatabase.ts';

describe('the database', () => {
    let database: Database;
    beforeEach(() => {
        database = createTestDatabase();
    });
    afterEach(() => {
        database.close();
    });

    it('gives records ids in sequence, with the key prefix of their object', () => {
        assert.equal(database.insert('Account', { Name: 'One' }), '001000000000001AAA');
        assert.equal(database.insert('Account', { Name: 'Two' }), '001000000000002AAA');
        assert.equal(database.insert('Payment', {}), '0aQ000000000001EAA');
    });

    it('keeps an id that a record brings, also of 15 characters, and leaves it out of the sequence', () => {
        assert.equal(database.insert('Account', { Id: '001000000000001', Name: 'One' }), '001000000000001AAA');
        assert.equal(database.insert('Account', { Name: 'Two' }), '001000000000002AAA');
    });

    it('returns every field of a record, null where there is no value', () => {
        const id = database.insert('Payment', {
            Amount: 0.1,
            Status: 'Processed',
            GatewayDate: '2026-03-31T15:32:54Z'
        });
        const payment = database.get('payment', id.slice(0, 15));
        assert.equal(payment?.['Amount'], 0.1);
        assert.equal(payment['GatewayDate'], '2026-03-31T15:32:54.000+0000');
        assert.equal(payment['Comments'], null);
        assert.equal(payment['IsDeleted'], false);
        assert.equal(payment['CurrencyIsoCode'], 'USD');
        assert.equal(payment['CreatedById'], '005000000000001AAA');
        assert.deepEqual(
            Object.keys(payment),
            database.schema.object('Payment').fields.map(({ name }) => name)
        );
    });

    it('has no record for an id that is not there', () => {
        assert.equal(database.get('Payment', '0aQ000000000009EAA'), undefined);
    });

    it('makes auto numbers and leaves out those that are taken', () => {
        const numberOf = (id: string): unknown =>
            database.get('PaymentAuthorization', id)?.['PaymentAuthorizationNumber'];
        assert.equal(numberOf(database.insert('PaymentAuthorization', {})), 'PA-0001');
        database.insert('PaymentAuthorization', { PaymentAuthorizationNumber: 'PA-0002' });
        assert.equal(numberOf(database.insert('PaymentAuthorization', {})), 'PA-0003');
    });

    it('updates the fields that are given and the time of the change', () => {
        const id = database.insert('Payment', { Amount: 5, Status: 'Draft', CreatedDate: '2020-01-01T00:00:00Z' });
        database.update('Payment', id, { Status: 'Processed' });
        const payment = database.get('Payment', id);
        assert.equal(payment?.['Status'], 'Processed');
        assert.equal(payment['Amount'], 5);
        assert.equal(payment['CreatedDate'], '2020-01-01T00:00:00.000+0000');
        assert.notEqual(payment['LastModifiedDate'], payment['CreatedDate']);
        assert.throws(() => database.update('Payment', '0aQ000000000009EAA', { Status: 'Draft' }), { status: 404 });
    });

    it('deletes a record and empties the lookups to it', () => {
        const summary = database.insert('OrderPaymentSummary', {});
        const payment = database.insert('Payment', { OrderPaymentSummaryId: summary, Amount: 5 });
        database.delete('OrderPaymentSummary', summary);
        assert.equal(database.get('OrderPaymentSummary', summary), undefined);
        assert.equal(database.get('Payment', payment)?.['OrderPaymentSummaryId'], null);
        assert.equal(database.get('Payment', payment)?.['Amount'], 5);
        assert.throws(() => database.delete('OrderPaymentSummary', summary), { status: 404 });
    });

    it('undoes an inner transaction alone, and an outer one with all in it', () => {
        const names = () => database.select({ text: 'SELECT "Name" FROM "Account"', parameters: [] }).flat();
        const failInside = (name: string) => () =>
            database.transaction(() => {
                database.insert('Account', { Name: name });
                throw new Error('stop');
            });
        database.transaction(() => {
            database.insert('Account', { Name: 'kept' });
            assert.throws(failInside('inner'), /stop/);
        });
        assert.deepEqual(names(), ['kept']);
        const outer = () =>
            database.transaction(() => {
                database.transaction(() => database.insert('Account', { Name: 'inner' }));
                throw new Error('stop');
            });
        assert.throws(outer, /stop/);
        assert.deepEqual(names(), ['kept']);
    });

    it('refuses an unknown object, field or id in the words of Salesforce', () => {
        assert.throws(() => database.insert('Invoice', {}), {
            errorCode: 'INVALID_TYPE',
            message: /^sObject type 'Invoice' is not supported\./
        });
        assert.throws(() => database.insert('Payment', { Amont: 1 }), {
            errorCode: 'INVALID_FIELD',
            message: /^No such column 'Amont' on entity 'Payment'\./
        });
        assert.throws(() => database.insert('Payment', { Id: '001000000000001AAA' }), { errorCode: 'MALFORMED_ID' });
        const id = database.insert('Account', { Name: 'One' });
        assert.throws(() => database.insert('Account', { Id: id }), { errorCode: 'DUPLICATE_VALUE' });
    });

    it('refuses a relationship to a record that is not there, and keeps nothing of the record', () => {
        assert.throws(() => database.insert('Payment', { PaymentAuthorizationId: '0Xc000000000001CAA' }), {
            errorCode: 'INVALID_CROSS_REFERENCE_KEY',
            message: /^Payment\.PaymentAuthorizationId: .*no PaymentAuthorization with the id 0Xc000000000001CAA/
        });
        assert.equal(database.get('Payment', '0aQ000000000001EAA'), undefined);
    });

    it('refuses a relationship to a record of another object', () => {
        const account = database.insert('Account', { Name: 'One' });
        assert.throws(() => database.insert('Payment', { PaymentAuthorizationId: account }), {
            errorCode: 'FIELD_INTEGRITY_EXCEPTION',
            message:
                /^Payment\.PaymentAuthorizationId: id value of incorrect type: 001\w+ is not the id of a PaymentAuthorization/
        });
        assert.throws(
            () => database.insert('PaymentGatewayLog', { ReferencedEntityId: account }),
            /a CardPaymentMethod or a Payment or/
        );
    });

    it('takes any of the objects that a polymorphic relationship may refer to', () => {
        for (const objectName of ['CardPaymentMethod', 'DigitalWallet']) {
            const method = database.insert(objectName, {});
            const payment = database.insert('Payment', { PaymentMethodId: method });
            assert.equal(database.get('Payment', payment)?.['PaymentMethodId'], method);
        }
    });

    it('takes any well-formed id where the local org does not have the object', () => {
        const contact = '003000000000001AAA';
        const summary = database.insert('OrderSummary', { BillToContactId: contact });
        assert.equal(database.get('OrderSummary', summary)?.['BillToContactId'], contact);
    });
});

describe('a database file', () => {
    let directory: string;
    beforeEach(() => {
        directory = mkdtempSync(join(tmpdir(), 'local-org-'));
    });
    afterEach(() => {
        rmSync(directory, { recursive: true });
    });
    const schema = loadSchema(fixtureSourceDirectory);

    it('is gone on with when it is opened again: its records, its ids and its auto numbers', () => {
        const file = join(directory, 'org.sqlite');
        const insert = (database: Database) => database.insert('PaymentAuthorization', { Comments: 'mine' });
        const first = new Database(schema, file, (empty) => empty.insert('User', { Id: runningUserId, Name: 'One' }));
        assert.equal(first.isGoneOnWith, false);
        const ids = [insert(first), insert(first)];
        first.delete('PaymentAuthorization', ids[1] ?? '');
        first.close();

        const second = new Database(schema, file, () => assert.fail('it is filled once'));
        assert.equal(second.isGoneOnWith, true);
        assert.equal(second.get('User', runningUserId)?.['Name'], 'One');
        assert.equal(second.get('PaymentAuthorization', ids[0] ?? '')?.['Comments'], 'mine');
        const id = insert(second);
        // Not even the id of a record that was deleted is given again.
        assert.ok(!ids.includes(id));
        assert.equal(second.get('PaymentAuthorization', id)?.['PaymentAuthorizationNumber'], 'PA-0003');
        second.close();
    });

    it('is new as long as nothing was wholly imported into it', () => {
        const file = join(directory, 'org.sqlite');
        const fail = () => {
            throw new Error('bad data');
        };
        assert.throws(() => new Database(schema, file, fail), /bad data/);
        const database = new Database(schema, file);
        assert.equal(database.isGoneOnWith, false);
        database.close();
    });

    it('of other fields or objects is refused with the names of their objects, and left alone', () => {
        const file = join(directory, 'org.sqlite');
        const objects = schema.objects.filter(({ name }) => name !== 'Dispute__c');
        const payment = schema.object('Payment');
        const changed = { ...payment, fields: payment.fields.filter(({ name }) => name !== 'Comments') };
        const others = objects.map((object) => (object === payment ? changed : object));
        new Database(new Schema(others), file).close();
        const content = readFileSync(file);
        assert.throws(
            () => new Database(schema, file),
            /Cannot use the database file .*org\.sqlite: other fields .* tables of Dispute__c, Payment\. Name a file/
        );
        assert.deepEqual(readFileSync(file), content);
    });

    it('of another program is left alone', () => {
        const file = join(directory, 'other.sqlite');
        const other = new Libsql(file, undefined);
        other.exec('CREATE TABLE "Account" (x)');
        other.close();
        assert.throws(
            () => new Database(schema, file),
            /Cannot use the database file .*other\.sqlite: it has tables of another program/
        );
        assert.deepEqual(new Libsql(file, undefined).prepare('SELECT name FROM sqlite_master').all([]), [
            { name: 'Account' }
        ]);
    });

    it('that is no database is left alone', () => {
        const file = join(directory, 'notes.txt');
        writeFileSync(file, 'notes'.repeat(300));
        assert.throws(() => new Database(schema, file), /Cannot use the database file .*notes\.txt: /);
        assert.equal(readFileSync(file, 'utf8'), 'notes'.repeat(300));
    });
});
