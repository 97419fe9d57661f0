import type { FieldDefinition, ObjectDefinition } from '../../schema/schema.ts';

/** Salesforce writes these itself. */
const NEVER_WRITABLE = new Set(['Id', 'IsDeleted', 'SystemModstamp']);

/** Salesforce takes these for a new record only, from a user who may set audit fields. The local org's user may. */
const AUDIT_FIELDS = new Set(['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById']);

/** False for what Salesforce changes by other means than its data API. */
export function isWritableObject(object: ObjectDefinition): boolean {
    return !object.name.endsWith('__mdt') && object.name !== 'Organization';
}

/**
 * Whether a new record may bring a value. The local org takes more than Salesforce: auto numbers and calculated amounts
 * too, so that an export of another org can be imported as it is.
 */
export function canCreate(object: ObjectDefinition, field: FieldDefinition): boolean {
    return isWritableObject(object) && !NEVER_WRITABLE.has(field.name) && field.formula === undefined;
}

export function canUpdate(object: ObjectDefinition, field: FieldDefinition): boolean {
    return canCreate(object, field) && !AUDIT_FIELDS.has(field.name);
}
