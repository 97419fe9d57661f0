import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { loadSchema } from './loadSchema.ts';
import { readPackageRecords } from './packageRecords.ts';

const fixture = join(import.meta.dirname, 'fixtures/force-app');

const fieldTypes = new Set(
    'id string textarea email phone url picklist encryptedstring reference boolean int double currency date datetime'.split(
        ' '
    )
);

/** Runs the action on a package with one file. */
function withPackage(path: string, content: string, action: (sourceDirectory: string) => void): void {
    const directory = mkdtempSync(join(tmpdir(), 'local-org-'));
    try {
        mkdirSync(dirname(join(directory, path)), { recursive: true });
        writeFileSync(join(directory, path), content);
        action(directory);
    } finally {
        rmSync(directory, { recursive: true });
    }
}

describe('the standard objects', () => {
    const schema = loadSchema(fixture);

    it('are all there', () => {
        const names = schema.objects.map(({ name }) => name).filter((name) => !name.includes('__'));
        assert.deepEqual(names, [
            'Account',
            'AlternativePaymentMethod',
            'CardPaymentMethod',
            'DigitalWallet',
            'Order',
            'OrderPaymentSummary',
            'OrderSummary',
            'Organization',
            'Payment',
            'PaymentAuthAdjustment',
            'PaymentAuthorization',
            'PaymentGateway',
            'PaymentGatewayLog',
            'PaymentGatewayProvider',
            'PaymentGroup',
            'PaymentLineInvoice',
            'Refund',
            'RefundLinePayment',
            'User'
        ]);
    });

    it("have Salesforce's key prefixes where those are known", () => {
        const known = schema.objects.filter((object) => object.keyPrefixKnown);
        assert.deepEqual(Object.fromEntries(known.map(({ name, keyPrefix }) => [name, keyPrefix])), {
            Account: '001',
            CardPaymentMethod: '03O',
            Order: '801',
            OrderPaymentSummary: '0bM',
            OrderSummary: '1Os',
            Organization: '00D',
            Payment: '0aQ',
            PaymentAuthorization: '0Xc',
            PaymentGateway: '0b0',
            PaymentGatewayLog: '0Xt',
            User: '005'
        });
    });

    for (const object of schema.objects) {
        it(`${object.name} is complete: labels, name field, types, relationships`, () => {
            assert.match(object.keyPrefix, /^[0-9A-Za-z]{3}$/);
            assert.ok(object.label && object.labelPlural);
            assert.ok(schema.findField(object, object.nameField), `no name field ${object.nameField}`);
            assert.equal(new Set(object.fields.map(({ name }) => name.toLowerCase())).size, object.fields.length);
            for (const field of object.fields) {
                assert.ok(fieldTypes.has(field.type), `${field.name} has the type ${field.type}`);
                assert.ok(field.label, `${field.name} has no label`);
                assert.equal(field.type === 'reference', field.referenceTo !== undefined, field.name);
                assert.equal(field.type === 'reference', field.relationshipName !== undefined, field.name);
            }
        });

        it(`${object.name} has one child relationship of each name`, () => {
            const names = schema.childRelationships(object).map(({ name }) => name);
            assert.equal(new Set(names).size, names.length, names.join());
        });
    }

    it('know the child relationships that are documented', () => {
        const childNames = (name: string): string[] =>
            schema.childRelationships(schema.object(name)).map((relationship) => relationship.name);
        assert.ok(childNames('OrderSummary').includes('OrderPaymentSummaries'));
        for (const name of ['PaymentAuthorizations', 'Payments', 'Refunds']) {
            assert.ok(childNames('OrderPaymentSummary').includes(name));
            assert.ok(childNames('PaymentGroup').includes(name));
        }
        assert.deepEqual(childNames('PaymentAuthorization').sort(), [
            'PaymentAuthAdjustments',
            'PaymentGatewayLogs',
            'Payments'
        ]);
        assert.ok(childNames('Payment').includes('PaymentLinesInvoice'));
        assert.ok(childNames('Refund').includes('RefundLinePayments'));
    });

    it('find objects and fields in any case', () => {
        const payment = schema.object('payment');
        assert.equal(payment.name, 'Payment');
        assert.equal(schema.field(payment, 'GATEWAYREFNUMBER').name, 'GatewayRefNumber');
    });
});

describe('what the package deploys', () => {
    const schema = loadSchema(fixture);

    it('adds custom fields to standard objects', () => {
        const summary = schema.object('OrderPaymentSummary');
        assert.equal(schema.field(summary, 'Stripe_Account__c').length, 64);
        assert.deepEqual(schema.field(summary, 'Stripe_Mode__c').picklistValues, ['live', 'test']);
    });

    it('adds a custom object with its relationship and auto number', () => {
        const dispute = schema.object('Dispute__c');
        assert.equal(dispute.labelPlural, 'Disputes');
        assert.equal(dispute.keyPrefix[0], 'a');
        assert.equal(schema.field(dispute, 'Name').autoNumberFormat, 'D-{000}');
        assert.equal(schema.field(dispute, 'Evidence__c').filterable, false);
        assert.equal(schema.findParentRelationship(dispute, 'Payment__r')?.name, 'Payment__c');
        assert.equal(schema.findChildRelationship(schema.object('Payment'), 'Disputes__r')?.childObject, dispute);
    });

    it('adds custom metadata types with their records', () => {
        assert.equal(schema.object('Stripe_Account__mdt').keyPrefix[0], 'm');
        assert.deepEqual(readPackageRecords(fixture, schema), [
            {
                objectName: 'Stripe_Account__mdt',
                values: {
                    DeveloperName: 'Main',
                    QualifiedApiName: 'Main',
                    MasterLabel: 'Main account',
                    Account_Id__c: 'acct_1Fixture',
                    Live__c: true,
                    Position__c: 2
                }
            }
        ]);
    });

    it('fails with file and line for XML that is not well-formed', () => {
        const path = 'objects/Payment/fields/Note__c.field-meta.xml';
        withPackage(path, '<CustomField>\n<type>Text\n</CustomField>', (directory) => {
            assert.throws(() => loadSchema(directory), /Note__c\.field-meta\.xml, line 3: .*type/);
        });
    });

    it('fails for a field type it does not know', () => {
        const path = 'objects/Payment/fields/Place__c.field-meta.xml';
        withPackage(path, '<CustomField><type>Location</type></CustomField>', (directory) => {
            assert.throws(() => loadSchema(directory), /Place__c.*does not know the field type 'Location'/);
        });
    });

    it('fails for fields of an object that is nowhere defined', () => {
        const path = 'objects/Contract/fields/Note__c.field-meta.xml';
        withPackage(path, '<CustomField><type>TextArea</type></CustomField>', (directory) => {
            assert.throws(
                () => loadSchema(directory),
                /'Contract', which is neither a standard object of the local org/
            );
        });
    });

    it('fails with the file for a custom metadata record with a field that its type does not have', () => {
        const record = '<CustomMetadata><values><field>Nope__c</field><value>1</value></values></CustomMetadata>';
        withPackage('customMetadata/Stripe_Account.Bad.md-meta.xml', record, (directory) => {
            assert.throws(
                () => readPackageRecords(directory, schema),
                /Stripe_Account\.Bad\.md-meta\.xml: No such column 'Nope__c' on entity 'Stripe_Account__mdt'/
            );
        });
    });
});
