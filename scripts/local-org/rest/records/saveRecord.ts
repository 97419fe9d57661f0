import { SalesforceError } from '../../errors.ts';
import type { LocalOrg } from '../../localOrg.ts';
import { isFilterable } from '../../schema/fieldRules.ts';
import type { ObjectDefinition } from '../../schema/schema.ts';
import { normalizeRecordId } from '../../store/recordId.ts';
import { readRecordValues } from './recordValues.ts';

type RecordJson = Readonly<Record<string, unknown>>;

/** @returns the id of the new record. */
export function createRecord(org: LocalOrg, object: ObjectDefinition, json: RecordJson): string {
    return org.insert(object.name, readRecordValues(org, object, json, 'create'));
}

/** @throws SalesforceError NOT_FOUND if there is no such record. */
export function updateRecord(org: LocalOrg, object: ObjectDefinition, id: string, json: RecordJson): void {
    const values = readRecordValues(org, object, json, 'update');
    org.update(object.name, existingId(org, object, id), values);
}

/** @throws SalesforceError NOT_FOUND if there is no such record. */
export function deleteRecord(org: LocalOrg, object: ObjectDefinition, id: string): void {
    // For the read-only objects.
    readRecordValues(org, object, {}, 'update');
    org.delete(object.name, existingId(org, object, id));
}

/**
 * Updates the record that has the value in an external id field or in Id, or else makes one.
 * @param value as the address or the record has it.
 * @throws SalesforceError DUPLICATE_EXTERNAL_ID if several records have the value.
 */
export function upsertRecord(
    org: LocalOrg,
    object: ObjectDefinition,
    fieldName: string,
    value: unknown,
    json: RecordJson
): { id: string; created: boolean } {
    const { [fieldName]: _ownValue, ...values } = json;
    const id = findByExternalId(org, object, fieldName, value);
    if (id === undefined) {
        return { id: createRecord(org, object, { ...values, [fieldName]: value }), created: true };
    }
    updateRecord(org, object, id, values);
    return { id, created: false };
}

/**
 * The id of the one record that has this value in an external id field; for the field Id, of the record with that id.
 * @returns undefined if no record has the value.
 */
export function findByExternalId(
    org: LocalOrg,
    object: ObjectDefinition,
    fieldName: string,
    value: unknown
): string | undefined {
    const field = org.schema.findField(object, fieldName);
    if (field?.type === 'id') {
        return existingId(org, object, String(value));
    }
    if (!field?.isExternalId || !isFilterable(field)) {
        throw new SalesforceError(
            'NOT_FOUND',
            `Provided external ID field does not exist or is not accessible: ${fieldName}`,
            404
        );
    }
    const { records } = org.query(`SELECT Id FROM ${object.name} WHERE ${field.name} = :value`, {
        value: typeof value === 'number' ? value : String(value)
    });
    if (records.length > 1) {
        throw new SalesforceError(
            'DUPLICATE_EXTERNAL_ID',
            `${field.name}: more than one record found for external id field: ${records.length} records`,
            300,
            [field.name]
        );
    }
    return records[0] && String(records[0]['Id']);
}

/** @throws SalesforceError NOT_FOUND if the object has no record of this id, or it is none. */
export function existingId(org: LocalOrg, object: ObjectDefinition, id: string): string {
    const normalized = normalizeRecordId(id);
    if (normalized === undefined || !org.getRecord(object.name, normalized)) {
        throw new SalesforceError('NOT_FOUND', 'The requested resource does not exist', 404);
    }
    return normalized;
}
