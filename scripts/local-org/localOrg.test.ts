import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { LocalOrg } from './localOrg.ts';
import { fixtureSourceDirectory } from './store/testDatabase.ts';

describe('the local org', () => {
    let directory: string;
    let org: LocalOrg;

    before(() => {
        directory = mkdtempSync(join(tmpdir(), 'local-org-'));
        const records = [
            { attributes: { type: 'OrderPaymentSummary', referenceId: 'S1' }, Method: 'Visa', CapturedAmount: 12.3 },
            {
                attributes: { type: 'Payment', referenceId: 'P1' },
                OrderPaymentSummaryId: '@S1',
                GatewayRefNumber: 'pi_1'
            }
        ];
        writeFileSync(join(directory, 'data.json'), JSON.stringify({ records }));
        org = LocalOrg.open({ dataPaths: [join(directory, 'data.json')], sourceDirectory: fixtureSourceDirectory });
    });
    after(() => {
        org.close();
        rmSync(directory, { recursive: true });
    });

    function withAccess(access: LocalOrg['access'], action: () => void): void {
        org.access = access;
        try {
            action();
        } finally {
            org.access = { hiddenObjects: [], hiddenFields: [] };
        }
    }

    it('is a sandbox with one user, and says that it is local', () => {
        const [organization] = org.query('SELECT Name, IsSandbox FROM Organization').records;
        assert.equal(organization?.['Name'], 'Local org');
        assert.equal(organization['IsSandbox'], true);
        assert.equal(org.query('SELECT COUNT() FROM User').totalSize, 1);
    });

    it('has the imported records, and the custom metadata records of the package', () => {
        assert.equal(org.query("SELECT Id FROM Payment WHERE OrderPaymentSummary.Method = 'visa'").totalSize, 1);
        const [account] = org.query('SELECT Account_Id__c, Live__c, Position__c FROM Stripe_Account__mdt').records;
        assert.equal(account?.['Account_Id__c'], 'acct_1Fixture');
        assert.equal(account['Live__c'], true);
        assert.equal(account['Position__c'], 2);
    });

    it('can be opened for a user from whom objects and fields are hidden', () => {
        const hidden = ['Refund', 'payment.gatewayrefnumber'];
        const other = LocalOrg.open({ dataPaths: [], sourceDirectory: fixtureSourceDirectory, hidden });
        assert.deepEqual(other.access, { hiddenObjects: ['Refund'], hiddenFields: ['payment.gatewayrefnumber'] });
        assert.deepEqual(other.callApex('paymentaccessreader', 'GETOBJECTACCESS', { fieldNames: ['Refund.Id'] }), [
            { objectName: 'Refund', objectExists: true, objectReadable: false, missingFields: [], hiddenFields: [] }
        ]);
        other.close();
    });

    it('returns a record with all fields that the user may read, nulls included', () => {
        const record = org.getRecord('orderpaymentsummary', '0bM000000000001');
        assert.equal(record?.attributes.type, 'OrderPaymentSummary');
        assert.equal(record['CapturedAmount'], 12.3);
        assert.equal(record['RefundedAmount'], null);
        withAccess({ hiddenObjects: [], hiddenFields: ['OrderPaymentSummary.CapturedAmount'] }, () => {
            assert.equal('CapturedAmount' in (org.getRecord('OrderPaymentSummary', '0bM000000000001') ?? {}), false);
        });
    });

    it('has no record of an unknown id or of an object that the user may not read', () => {
        assert.equal(org.getRecord('Payment', '0aQ000000000009'), undefined);
        assert.equal(org.getRecord('Payment', 'nonsense'), undefined);
        withAccess({ hiddenObjects: ['Payment'], hiddenFields: [] }, () => {
            assert.equal(org.getRecord('Payment', '0aQ000000000001EAA'), undefined);
        });
        assert.throws(() => org.getRecord('Invoice', '0aQ000000000001EAA'), { errorCode: 'INVALID_TYPE' });
    });

    it('runs queries as the user', () => {
        withAccess({ hiddenObjects: [], hiddenFields: ['Payment.GatewayRefNumber'] }, () => {
            assert.throws(() => org.query('SELECT GatewayRefNumber FROM Payment'), { errorCode: 'INVALID_FIELD' });
        });
        assert.equal(org.query('SELECT GatewayRefNumber FROM Payment').records[0]?.['GatewayRefNumber'], 'pi_1');
    });

    it('tells the object of an id', () => {
        assert.equal(org.objectNameOfId('0bM000000000001EAA'), 'OrderPaymentSummary');
        assert.equal(org.objectNameOfId('0Xt000000000009'), 'PaymentGatewayLog');
        assert.equal(org.objectNameOfId('zzz000000000009'), undefined);
        assert.equal(org.objectNameOfId('nonsense'), undefined);
    });

    it('does not open with bad data, and says why in one line', () => {
        const path = join(directory, 'bad.json');
        writeFileSync(
            path,
            JSON.stringify({ records: [{ attributes: { type: 'Payment', referenceId: 'P1' }, Amont: 1 }] })
        );
        assert.throws(() => LocalOrg.open({ dataPaths: [path], sourceDirectory: fixtureSourceDirectory }), {
            message: /^[^\n]*bad\.json, record P1: No such column 'Amont' on entity 'Payment'[^\n]*$/
        });
    });

    it('leaves a database file new where the data is bad, and goes on with it once it has records', () => {
        const databaseFile = join(directory, 'org.sqlite');
        const good = join(directory, 'data.json');
        const bad = join(directory, 'worse.json');
        writeFileSync(
            bad,
            JSON.stringify({ records: [{ attributes: { type: 'Payment', referenceId: 'P1' }, Nope: 1 }] })
        );
        const payments = (path: string) => {
            const org = LocalOrg.open({ dataPaths: [path], databaseFile, sourceDirectory: fixtureSourceDirectory });
            const { records } = org.query('SELECT GatewayRefNumber FROM Payment');
            org.close();
            return records.map((record) => record['GatewayRefNumber']);
        };
        assert.throws(() => payments(bad), /No such column 'Nope'/);
        assert.deepEqual(payments(good), ['pi_1']);
        assert.deepEqual(payments(bad), ['pi_1']);
    });
});
