import { SalesforceError } from '../errors.ts';
import type { Schema } from '../schema/schema.ts';
import type { ReadAccess } from '../soql/readAccess.ts';

/** What the Apex class PaymentAccessReader.ObjectAccess holds, in the shape in which a component receives it. */
export interface ObjectAccess {
    readonly objectName: string;
    readonly objectExists: boolean;
    readonly objectReadable: boolean;
    /** Names without the object. */
    readonly missingFields: string[];
    readonly hiddenFields: string[];
}

const MAXIMUM_FIELDS = 1000;

/**
 * Does what PaymentAccessReader.getObjectAccess does in Apex by describe: tells from the schema and the user's access.
 * @throws SalesforceError where `fieldNames` is no list of texts, or longer than Apex takes.
 */
export function getObjectAccess(
    schema: Schema,
    access: ReadAccess,
    parameters: Readonly<Record<string, unknown>>
): ObjectAccess[] {
    const { fieldNames } = parameters;
    if (!Array.isArray(fieldNames) || fieldNames.length > MAXIMUM_FIELDS || !fieldNames.every(isText)) {
        throw new SalesforceError(
            'INVALID_PARAMETER',
            `getObjectAccess takes fieldNames, a list of at most ${MAXIMUM_FIELDS} texts.`
        );
    }
    const fieldsByObject = new Map<string, string[]>();
    for (const name of fieldNames) {
        const [objectName = '', fieldName = ''] = name.split('.');
        fieldsByObject.set(objectName, [...(fieldsByObject.get(objectName) ?? []), fieldName]);
    }
    return [...fieldsByObject].map(([objectName, fields]) => accessTo(schema, access, objectName, fields));
}

function isText(value: unknown): value is string {
    return typeof value === 'string';
}

function accessTo(schema: Schema, access: ReadAccess, objectName: string, fields: string[]): ObjectAccess {
    const object = schema.findObject(objectName);
    const objectReadable = object !== undefined && access.canReadObject(objectName);
    const exists = (field: string) => object !== undefined && schema.findField(object, field) !== undefined;
    const isHidden = (field: string) => field.toLowerCase() !== 'id' && !access.canReadField(objectName, field);
    return {
        objectName,
        objectExists: object !== undefined,
        objectReadable,
        missingFields: object ? fields.filter((field) => !exists(field)) : [],
        hiddenFields: objectReadable ? fields.filter((field) => exists(field) && isHidden(field)) : []
    };
}
