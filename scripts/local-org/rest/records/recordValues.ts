import { notSupported, SalesforceError } from '../../errors.ts';
import type { LocalOrg } from '../../localOrg.ts';
import { isId, isNumber } from '../../schema/fieldRules.ts';
import type { FieldDefinition, ObjectDefinition } from '../../schema/schema.ts';
import type { FieldValues } from '../../store/database.ts';
import { normalizeRecordId } from '../../store/recordId.ts';
import { toReadAccess } from '../../soql/readAccess.ts';
import { canCreate, canUpdate, isWritableObject } from './writableFields.ts';

/**
 * The values that a client wants to write, by field name. Numbers and booleans may be texts, as `sf data create record`
 * sends them.
 * @param json the record of the request; its `attributes` are left out.
 * @throws SalesforceError for a field that does not exist, may not be written, or has a value of another type.
 */
export function readRecordValues(
    org: LocalOrg,
    object: ObjectDefinition,
    json: Readonly<Record<string, unknown>>,
    operation: 'create' | 'update'
): FieldValues {
    refuseReadOnlyObject(object, operation);
    const values: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(json)) {
        if (name !== 'attributes') {
            const field = findField(org, object, name);
            refuseReadOnlyField(object, field, operation);
            values[field.name] = readValue(field, value);
        }
    }
    return values;
}

function refuseReadOnlyObject(object: ObjectDefinition, operation: 'create' | 'update'): void {
    if (!isWritableObject(object)) {
        const done = operation === 'create' ? 'inserted' : 'updated';
        throw new SalesforceError(
            'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
            `entity type cannot be ${done}: ${object.label}`
        );
    }
}

function findField(org: LocalOrg, object: ObjectDefinition, name: string): FieldDefinition {
    if (org.schema.findParentRelationship(object, name)) {
        throw notSupported(`A parent by its external id (${name})`, 'Give the id of the parent record.');
    }
    const field = org.schema.findField(object, name);
    if (!field || !toReadAccess(org.access).canReadField(object.name, field.name)) {
        // `sf` reads the field and the object out of this very sentence.
        throw new SalesforceError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
    }
    return field;
}

function refuseReadOnlyField(object: ObjectDefinition, field: FieldDefinition, operation: 'create' | 'update'): void {
    const isWritable = operation === 'create' ? canCreate : canUpdate;
    if (!isWritable(object, field)) {
        throw new SalesforceError(
            'INVALID_FIELD_FOR_INSERT_UPDATE',
            `Unable to create/update fields: ${field.name}. Please check the security settings of this field and ` +
                'verify that it is read/write for your profile or permission set.',
            400,
            [field.name]
        );
    }
}

function readValue(field: FieldDefinition, value: unknown): unknown {
    if (typeof value !== 'string' || value === '') {
        return value;
    }
    if (isNumber(field) && /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value.trim())) {
        return Number(value);
    }
    if (field.type === 'boolean' && /^(?:true|false)$/i.test(value)) {
        return value.toLowerCase() === 'true';
    }
    if (isId(field) && normalizeRecordId(value) === undefined) {
        throw new SalesforceError('MALFORMED_ID', `${field.label}: id value of incorrect type: ${value}`, 400, [
            field.name
        ]);
    }
    return value;
}
