import { SalesforceError } from '../../errors.ts';
import type { LocalOrg, SObjectRecord } from '../../localOrg.ts';
import type { ObjectDefinition } from '../../schema/schema.ts';
import { created, noContent, ok, type RestHandler, type RestRequest } from '../restRequest.ts';
import { readableObject } from './readableObject.ts';
import { createRecord, deleteRecord, existingId, findByExternalId, updateRecord, upsertRecord } from './saveRecord.ts';

/** `POST /sobjects/<object>` */
export const createSObject: RestHandler = async (request, name = '') => {
    const object = readableObject(request.org, name);
    const id = createRecord(request.org, object, await request.readJson());
    return created({ id, success: true, errors: [] });
};

/** `/sobjects/<object>/<id>` */
export const sObjectRow: Record<string, RestHandler> = {
    GET: (request, name = '', id = '') => {
        const object = readableObject(request.org, name);
        return ok(readRow(request, object, id));
    },
    PATCH: async (request, name = '', id = '') => {
        const object = readableObject(request.org, name);
        updateRecord(request.org, object, id, await request.readJson());
        return noContent;
    },
    DELETE: (request, name = '', id = '') => {
        deleteRecord(request.org, readableObject(request.org, name), id);
        return noContent;
    }
};

/** `/sobjects/<object>/<external id field>/<value>` */
export const sObjectRowByExternalId: Record<string, RestHandler> = {
    GET: (request, name = '', field = '', value = '') => {
        const object = readableObject(request.org, name);
        return ok(readRow(request, object, idOf(request.org, object, field, value)));
    },
    PATCH: async (request, name = '', field = '', value = '') => {
        const object = readableObject(request.org, name);
        const json = await request.readJson();
        const result = upsertRecord(request.org, object, field, value, json);
        const body = { id: result.id, success: true, errors: [], created: result.created };
        return result.created ? created(body) : ok(body);
    },
    DELETE: (request, name = '', field = '', value = '') => {
        const object = readableObject(request.org, name);
        deleteRecord(request.org, object, idOf(request.org, object, field, value));
        return noContent;
    }
};

/**
 * Some fields of a record, or all that the running user may read.
 * @returns undefined if there is no such record.
 * @throws SalesforceError INVALID_FIELD for a field that does not exist or may not be read.
 */
export function readFields(
    org: LocalOrg,
    object: ObjectDefinition,
    id: string,
    fieldNames: readonly string[]
): SObjectRecord | undefined {
    const record = org.getRecord(object.name, id);
    if (!record || fieldNames.length === 0) {
        return record;
    }
    const { attributes } = record;
    const fields = fieldNames.map((name) => {
        const field = org.schema.field(object, name.trim());
        if (!(field.name in record)) {
            throw new SalesforceError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
        }
        return [field.name, record[field.name]];
    });
    return { attributes, ...(Object.fromEntries(fields) as Record<string, unknown>) };
}

function readRow(request: RestRequest, object: ObjectDefinition, id: string): SObjectRecord | undefined {
    const fieldNames = (request.query.get('fields') ?? '').split(',').filter((name) => name !== '');
    return readFields(request.org, object, existingId(request.org, object, id), fieldNames);
}

function idOf(org: LocalOrg, object: ObjectDefinition, field: string, value: string): string {
    const id = findByExternalId(org, object, field, value);
    if (id === undefined) {
        throw new SalesforceError('NOT_FOUND', 'The requested resource does not exist', 404);
    }
    return id;
}
