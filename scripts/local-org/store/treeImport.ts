import type { SalesforceError } from '../errors.ts';
import type { FieldDefinition } from '../schema/schema.ts';
import { runningUserId, type Database, type StoredRow } from './database.ts';
import { normalizeRecordId } from './recordId.ts';
import { checkReferences } from './references.ts';
import { readTreeFiles } from './treeFiles.ts';
import { atPlace, readTreeRecords, type TreeRecord } from './treeRecords.ts';

/**
 * Imports files of `sf data export tree`: a plan or tree files, in any order. The records may refer to each other in
 * circles. A record keeps its Id, dates, auto number and read-only amounts where the file has them.
 * @throws Error of one line with file, record, field and what to do. Nothing is imported then.
 */
export function importTree(database: Database, paths: readonly string[]): void {
    const records = readTreeRecords(database.schema, readTreeFiles(paths));
    const ids = assignIds(database, records);
    const referenceIds = collectReferenceIds(records, ids);
    database.transaction(() => {
        const rows = numberedFirst(records).map((record) => {
            const values = resolveValues(database, record, ids, referenceIds);
            return {
                record,
                row: atPlace(record.place, () => database.insertUnchecked(record.object, values), advise)
            };
        });
        // After all are in, because records refer to records that come later.
        for (const { record, row } of rows) {
            addUnknownUsers(database, row);
            atPlace(record.place, () => checkReferences(database, record.object, row), advise);
        }
    });
}

/** Records that bring their auto number come first, so that no other record is given the same one. */
function numberedFirst(records: readonly TreeRecord[]): TreeRecord[] {
    const isNumbered = (record: TreeRecord): boolean => record.values[record.object.nameField] !== undefined;
    return [...records.filter(isNumbered), ...records.filter((record) => !isNumbered(record))];
}

function assignIds(database: Database, records: readonly TreeRecord[]): Map<TreeRecord, string> {
    const ownIds = new Map<TreeRecord, string>();
    for (const record of records) {
        const text = record.values['Id'];
        if (text !== undefined && text !== null) {
            const id = typeof text === 'string' ? normalizeRecordId(text) : undefined;
            if (id === undefined) {
                throw new Error(
                    `${record.place}, field Id: ${JSON.stringify(text)} is not a record id. Correct it or leave it out.`
                );
            }
            ownIds.set(record, id);
        }
    }
    const taken = new Set(ownIds.values());
    return new Map(records.map((record) => [record, ownIds.get(record) ?? database.createId(record.object, taken)]));
}

function collectReferenceIds(
    records: readonly TreeRecord[],
    ids: ReadonlyMap<TreeRecord, string>
): Map<string, string | undefined> {
    const owners = new Map<string, TreeRecord>();
    for (const record of records) {
        const { referenceId } = record;
        const other = referenceId === undefined ? undefined : owners.get(referenceId);
        if (other) {
            throw new Error(
                `${record.place}: ${other.place} has the same referenceId. Give each record its own, or name each file once.`
            );
        }
        if (referenceId !== undefined) {
            owners.set(referenceId, record);
        }
    }
    return new Map([...owners].map(([referenceId, record]) => [referenceId, ids.get(record)]));
}

function resolveValues(
    database: Database,
    record: TreeRecord,
    ids: ReadonlyMap<TreeRecord, string>,
    referenceIds: ReadonlyMap<string, string | undefined>
): Record<string, unknown> {
    // Without a prototype, as the record's own.
    const values = Object.create(null) as Record<string, unknown>;
    for (const [name, value] of Object.entries(record.values)) {
        const field = database.schema.findField(record.object, name);
        values[name] = field?.type === 'reference' ? resolveReference(record, field, value, referenceIds) : value;
    }
    if (record.parent) {
        values[record.parent.fieldName] = ids.get(record.parent.record);
    }
    values['Id'] = ids.get(record);
    return values;
}

function resolveReference(
    record: TreeRecord,
    field: FieldDefinition,
    value: unknown,
    referenceIds: ReadonlyMap<string, string | undefined>
): unknown {
    if (typeof value !== 'string' || !value.startsWith('@')) {
        return value;
    }
    const id = referenceIds.get(value.slice(1));
    if (id === undefined) {
        throw new Error(
            `${record.place}, field ${field.name}: no record has the referenceId ${value.slice(1)}. Add the file that ` +
                'has it, or correct the reference.'
        );
    }
    return id;
}

/** An export names users (owner, creator) but does not bring them: each gets a record that says so. */
function addUnknownUsers(database: Database, row: StoredRow): void {
    const user = database.schema.object('User');
    for (const [field, stored] of row) {
        const isUser =
            field.type === 'reference' && typeof stored === 'string' && field.referenceTo?.includes(user.name);
        if (isUser && stored.startsWith(user.keyPrefix) && stored !== runningUserId && !database.exists(user, stored)) {
            database.insertUnchecked(user, { Id: stored, Name: `User ${stored} (not in the data)`, IsActive: false });
        }
    }
}

function advise(error: SalesforceError): string {
    switch (error.errorCode) {
        case 'INVALID_FIELD':
            return 'Correct the name or leave the field out of the export query.';
        case 'INVALID_CROSS_REFERENCE_KEY':
        case 'FIELD_INTEGRITY_EXCEPTION':
            return 'Export the record it means too, or leave the field out.';
        default:
            return 'Correct the value or leave the field out.';
    }
}
