import type { FieldDefinition } from '../schema/schema.ts';
import { fromStored } from '../store/fieldValue.ts';
import { calculateFormula, isFormulaField } from '../store/formulaFields.ts';
import type { SqlValue } from '../store/sql.ts';
import type { SelectedColumn } from './selectList.ts';

/** The REST API version that the local org speaks. */
export const apiVersion = '66.0';

export interface SObjectAttributes {
    readonly type: string;
    readonly url?: string;
}

/** A record as the REST API shows it. A parent record is an SObjectRecord, child records are a QueryResult. */
export interface SObjectRecord {
    readonly attributes: SObjectAttributes;
    [fieldName: string]: unknown;
}

export interface QueryResult {
    readonly totalSize: number;
    readonly done: true;
    readonly records: SObjectRecord[];
}

export function recordAttributes(objectName: string, id: string): SObjectAttributes {
    return { type: objectName, url: `/services/data/v${apiVersion}/sobjects/${objectName}/${id}` };
}

/** A selected value beside the ids of the parents it belongs to, nearest to the queried record first. */
export interface ColumnValue {
    readonly column: SelectedColumn;
    readonly stored: SqlValue;
    readonly parentIds: readonly SqlValue[];
}

/** Puts a row's values into a record: those of parents into nested records, null where there is no parent. */
export function toRecord(attributes: SObjectAttributes, values: readonly ColumnValue[]): SObjectRecord {
    const record: SObjectRecord = { attributes };
    for (const { column, stored, parentIds } of values) {
        const target = parentRecord(record, column, parentIds);
        if (target) {
            target[column.key] = toValue(column.field, stored);
        }
    }
    return record;
}

function toValue(field: FieldDefinition, stored: SqlValue) {
    return isFormulaField(field)
        ? calculateFormula(field.formula, JSON.parse(String(stored)) as SqlValue[])
        : fromStored(field, stored);
}

function parentRecord(
    record: SObjectRecord,
    column: SelectedColumn,
    parentIds: readonly SqlValue[]
): SObjectRecord | undefined {
    let current = record;
    for (const [index, parent] of column.parents.entries()) {
        const id = parentIds[index];
        if (typeof id !== 'string') {
            current[parent.relationshipName] = null;
            return undefined;
        }
        const existing = current[parent.relationshipName];
        const next = isRecord(existing) ? existing : { attributes: parentAttributes(parent.objects, id) };
        current[parent.relationshipName] = next;
        current = next;
    }
    return current;
}

/** Salesforce gives a parent that may be of several objects the type "Name", and the real object in the url. */
function parentAttributes(objects: SelectedColumn['parents'][number]['objects'], id: string): SObjectAttributes {
    const object = objects.find(({ keyPrefix }) => id.startsWith(keyPrefix));
    const attributes = recordAttributes(object?.name ?? 'Name', id);
    return objects.length > 1 ? { ...attributes, type: 'Name' } : attributes;
}

export function isRecord(value: unknown): value is SObjectRecord {
    return typeof value === 'object' && value !== null && 'attributes' in value;
}

export function isQueryResult(value: unknown): value is QueryResult {
    return typeof value === 'object' && value !== null && 'records' in value && 'totalSize' in value;
}
