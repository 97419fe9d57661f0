import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { SalesforceError } from '../errors.ts';
import { loadSchema } from '../schema/loadSchema.ts';
import { toReadAccess } from '../soql/readAccess.ts';
import { ApexClasses } from './apexClasses.ts';
import { findNativeMethod } from './nativeMethods.ts';

const forceApp = path.join(import.meta.dirname, '../../../force-app');
const schema = loadSchema(forceApp);

function ask(fieldNames: unknown, hiddenObjects: string[] = [], hiddenFields: string[] = []): unknown {
    const method = findNativeMethod('PaymentAccessReader', 'getObjectAccess') ?? assert.fail('There is no stand-in.');
    return method(schema, toReadAccess({ hiddenObjects, hiddenFields }), { fieldNames });
}

describe('what stands in for PaymentAccessReader.getObjectAccess', () => {
    it('stands for a method that the class has', () => {
        const method = new ApexClasses(forceApp).get('PaymentAccessReader').methods.get('getobjectaccess');
        assert.deepEqual(
            method?.parameters.map(({ name, type }) => [name, type]),
            [['fieldNames', 'List<String>']]
        );
    });

    it('tells by object what the user cannot read, and what there is not', () => {
        assert.deepEqual(
            ask(['Payment.Id', 'Refund.Amount', 'Payment.Amount', 'Payment.Nonsense'], [], ['payment.AMOUNT']),
            [
                {
                    objectName: 'Payment',
                    objectExists: true,
                    objectReadable: true,
                    missingFields: ['Nonsense'],
                    hiddenFields: ['Amount']
                },
                { objectName: 'Refund', objectExists: true, objectReadable: true, missingFields: [], hiddenFields: [] }
            ]
        );
    });

    it('says no more of an object that is hidden, or is not there', () => {
        assert.deepEqual(ask(['Refund.Amount', 'Nothing__c.Id'], ['Refund']), [
            { objectName: 'Refund', objectExists: true, objectReadable: false, missingFields: [], hiddenFields: [] },
            {
                objectName: 'Nothing__c',
                objectExists: false,
                objectReadable: false,
                missingFields: [],
                hiddenFields: []
            }
        ]);
    });

    it('refuses what Apex refuses', () => {
        for (const fieldNames of [undefined, 'Payment.Id', [1], Array.from({ length: 1001 }, () => 'Payment.Id')]) {
            assert.throws(() => ask(fieldNames), SalesforceError);
        }
    });
});
