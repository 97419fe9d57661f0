import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { NEEDED_FIELD_NAMES, NEEDED_FIELDS } from 'c/neededFields';
import { loadSchema } from '../schema/loadSchema.ts';
import { parseSoql } from '../soql/parseSoql.ts';
import { ApexClasses } from './apexClasses.ts';

const forceApp = path.join(import.meta.dirname, '../../../force-app');
const schema = loadSchema(forceApp);
const classes = new ApexClasses(forceApp);

/** Every field that the queries of the Apex classes select, as 'Object.Field': a parent's field by the parent's name. */
function selectedFields(): Set<string> {
    const methods = ['OrderPaymentReader', 'PaymentSetupReader'].flatMap((name) => [
        ...classes.get(name).methods.values()
    ]);
    return new Set(methods.flatMap(({ soql }) => fieldsOf(soql ?? assert.fail('A method without a query.'))));
}

function fieldsOf(soql: string): string[] {
    const query = parseSoql(soql.replaceAll(/LIMIT :\w+/g, 'LIMIT 1'));
    const object = schema.object(query.sObject ?? '');
    return (query.fields ?? []).flatMap((field) => {
        if (field.type === 'FieldRelationship') {
            const parent = schema.findParentRelationship(object, field.relationships[0] ?? '')?.referenceTo?.[0];
            return [`${parent}.${field.field}`];
        }
        return field.type === 'Field' ? [`${object.name}.${field.field}`] : [];
    });
}

describe('the fields that the set-up page looks for', () => {
    const selected = selectedFields();

    it('are all that the queries select', () => {
        const needed = new Set(NEEDED_FIELD_NAMES);
        assert.deepEqual(
            [...selected].filter((name) => !needed.has(name)),
            []
        );
    });

    it('are no more than those, but for what FIELDS(STANDARD) gives', () => {
        const further = NEEDED_FIELD_NAMES.filter((name) => !selected.has(name));
        assert.deepEqual(
            further.filter((name) => !name.startsWith('OrderPaymentSummary.')),
            []
        );
    });

    it('exist', () => {
        for (const [objectName, fields] of Object.entries(NEEDED_FIELDS)) {
            const object = schema.object(objectName);
            assert.deepEqual(
                fields.map((field) => schema.field(object, field).name),
                fields
            );
        }
    });
});
