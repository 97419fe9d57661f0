import type { Schema } from '../schema/schema.ts';

/** What the running user may read. */
export interface ReadAccess {
    canReadObject(objectName: string): boolean;
    /** False also for every field of an object that the user may not read. */
    canReadField(objectName: string, fieldName: string): boolean;
}

/** System mode: everything. */
export const fullAccess: ReadAccess = { canReadObject: () => true, canReadField: () => true };

/** What `LocalOrg.access` says: names of objects, and of fields as 'Payment.GatewayRefNumber', in any case. */
export interface UserAccess {
    hiddenObjects: string[];
    hiddenFields: string[];
}

export function toReadAccess(access: UserAccess): ReadAccess {
    const hiddenObjects = new Set(access.hiddenObjects.map((name) => name.toLowerCase()));
    const hiddenFields = new Set(access.hiddenFields.map((name) => name.toLowerCase()));
    const canReadObject = (objectName: string): boolean => !hiddenObjects.has(objectName.toLowerCase());
    return {
        canReadObject,
        canReadField: (objectName, fieldName) =>
            canReadObject(objectName) && !hiddenFields.has(`${objectName}.${fieldName}`.toLowerCase())
    };
}

/**
 * The access of a user from whom these objects and fields are hidden.
 * @param names of objects, such as `Refund`, and of fields, such as `Payment.GatewayRefNumber`.
 * @throws SalesforceError INVALID_TYPE or INVALID_FIELD where there is no such object or field.
 */
export function toUserAccess(schema: Schema, names: readonly string[]): UserAccess {
    for (const name of names) {
        const [objectName = '', fieldName] = name.split('.');
        const object = schema.object(objectName);
        if (fieldName !== undefined) {
            schema.field(object, fieldName);
        }
    }
    return {
        hiddenObjects: names.filter((name) => !name.includes('.')),
        hiddenFields: names.filter((name) => name.includes('.'))
    };
}
