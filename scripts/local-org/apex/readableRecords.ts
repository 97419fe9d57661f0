import type { ReadAccess } from '../soql/readAccess.ts';
import { isQueryResult, isRecord, type SObjectRecord } from '../soql/records.ts';
import type { FieldDefinition, ObjectDefinition, Schema } from '../schema/schema.ts';

/** What the Apex class ReadableRecords holds, in the shape in which a component receives it. */
export interface ReadableRecords {
    readonly objectReadable: boolean;
    readonly records: Record<string, unknown>[];
    /** Fields that were taken out, as 'Payment.GatewayRefNumber', sorted. */
    readonly hiddenFields: string[];
}

/**
 * Does what the constructor of ReadableRecords does in Apex: takes out what the running user may not read.
 * @param objectName the queried object.
 * @param queried the records of the query, as the REST API shows them.
 */
export function toReadableRecords(
    schema: Schema,
    access: ReadAccess,
    objectName: string,
    queried: readonly SObjectRecord[]
): ReadableRecords {
    if (!access.canReadObject(objectName)) {
        return { objectReadable: false, records: [], hiddenFields: [] };
    }
    const stripping = new Stripping(schema, access);
    const records = queried.map((record) => stripping.strip(record));
    return { objectReadable: true, records, hiddenFields: [...stripping.hiddenFields].sort() };
}

/** One pass of `Security.stripInaccessible` over records, parents and child records included. */
class Stripping {
    readonly hiddenFields = new Set<string>();
    private readonly schema: Schema;
    private readonly access: ReadAccess;

    constructor(schema: Schema, access: ReadAccess) {
        this.schema = schema;
        this.access = access;
    }

    /** The record as a component receives it: without attributes and without fields that are null. */
    strip(record: SObjectRecord): Record<string, unknown> {
        const object = this.objectOf(record);
        const stripped: Record<string, unknown> = {};
        for (const [key, value] of Object.entries(record)) {
            const kept = key === 'attributes' ? undefined : this.stripValue(object, key, value);
            if (kept !== undefined && kept !== null) {
                stripped[key] = kept;
            }
        }
        return stripped;
    }

    private stripValue(object: ObjectDefinition | undefined, key: string, value: unknown): unknown {
        if (isQueryResult(value)) {
            return value.records.map((child) => this.strip(child));
        }
        const lookup = object && this.schema.findParentRelationship(object, key);
        if (object && lookup && this.isHidden(object, lookup)) {
            return undefined;
        }
        if (isRecord(value)) {
            const parent = this.strip(value);
            return Object.keys(parent).length === 0 ? undefined : parent;
        }
        const field = object && this.schema.findField(object, key);
        if (!object || !field) {
            return value;
        }
        return this.isHidden(object, field) ? undefined : toComponentValue(field, value);
    }

    private isHidden(object: ObjectDefinition, field: FieldDefinition): boolean {
        const isHidden = !this.access.canReadField(object.name, field.name) && this.canBeHidden(object, field);
        if (isHidden) {
            this.hiddenFields.add(`${object.name}.${field.name}`);
        }
        return isHidden;
    }

    /** Field-level security never hides the Id of an object that the user may read. */
    private canBeHidden(object: ObjectDefinition, field: FieldDefinition): boolean {
        return field.type !== 'id' || !this.access.canReadObject(object.name);
    }

    /** Undefined for an AggregateResult, which has no fields of its own. */
    private objectOf(record: SObjectRecord): ObjectDefinition | undefined {
        const id = record.attributes.url?.split('/').at(-1);
        return id === undefined ? undefined : this.schema.findObjectOfId(id);
    }
}

/** A component gets a date-time with a Z where the REST API writes +0000. */
function toComponentValue(field: FieldDefinition, value: unknown): unknown {
    return field.type === 'datetime' && typeof value === 'string' ? value.replace('+0000', 'Z') : value;
}
