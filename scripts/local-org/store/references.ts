import { SalesforceError } from '../errors.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/schema.ts';
import type { Database, StoredRow } from './database.ts';

/**
 * Checks that every relationship field of a row names a record that exists and is of an object the field may refer to.
 * @throws SalesforceError that names the object, the field and the value.
 */
export function checkReferences(database: Database, object: ObjectDefinition, row: StoredRow): void {
    for (const [field, stored] of row) {
        if (field.type === 'reference' && typeof stored === 'string') {
            checkReference(database, object, field, stored);
        }
    }
}

function checkReference(database: Database, object: ObjectDefinition, field: FieldDefinition, id: string): void {
    const targetNames = field.referenceTo ?? [];
    // The target of a field such as BillToContactId is an object the local org does not have: nothing to look up.
    if (!targetNames.every((name) => database.schema.findObject(name))) {
        return;
    }
    const target = database.schema.findObjectOfId(id);
    if (!target || !targetNames.includes(target.name)) {
        throw new SalesforceError(
            'FIELD_INTEGRITY_EXCEPTION',
            `${object.name}.${field.name}: id value of incorrect type: ${id} is not the id of ${listNames(targetNames)}`,
            400,
            [field.name]
        );
    }
    if (!database.exists(target, id)) {
        throw new SalesforceError(
            'INVALID_CROSS_REFERENCE_KEY',
            `${object.name}.${field.name}: invalid cross reference id: there is no ${target.name} with the id ${id}`,
            400,
            [field.name]
        );
    }
}

function listNames(names: readonly string[]): string {
    return names.map((name) => (/^[AEIOU]/.test(name) ? `an ${name}` : `a ${name}`)).join(' or ');
}
