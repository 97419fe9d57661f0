import { SalesforceError } from '../errors.ts';
import type { OrgData } from '../pages/orgData.ts';

/**
 * `GET /local/record?id=…&fields=Object.Field,…`: the fields in the shape of the User Interface API, for the stand-in
 * of `lightning/uiRecordApi`.
 */
export function readRecord(org: OrgData, query: URLSearchParams) {
    const id = query.get('id') ?? '';
    const objectName = org.objectNameOfId(id);
    const record = objectName ? org.getRecord(objectName, id) : undefined;
    if (!objectName || !record) {
        throw new SalesforceError('NOT_FOUND', `There is no record with the id "${id}".`, 404);
    }
    const object = org.schema.object(objectName);
    const names = (query.get('fields') ?? '').split(',').filter((name) => name !== '');
    const fields = names.map((name) => {
        const [fieldObject = '', fieldName = '', ...rest] = name.split('.');
        if (fieldObject.toLowerCase() !== objectName.toLowerCase() || rest.length > 0) {
            const message = `${name} is not a field of ${objectName}: the local org reads no fields of parent records here.`;
            throw new SalesforceError('INVALID_FIELD', message, 400);
        }
        const field = org.schema.field(object, fieldName);
        return [field.name, { value: record[field.name] ?? null, displayValue: null }];
    });
    return { apiName: objectName, id: record['Id'], fields: Object.fromEntries(fields) as Record<string, unknown> };
}
