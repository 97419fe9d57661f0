import { isObject } from '../../../command/isObject.ts';
import { SalesforceError } from '../../errors.ts';
import type { LocalOrg } from '../../localOrg.ts';
import type { ObjectDefinition } from '../../schema/schema.ts';
import { ok, type RestHandler } from '../restRequest.ts';
import { readableObject } from './readableObject.ts';
import { saveEach } from './saveResults.ts';
import { createRecord, deleteRecord, updateRecord, upsertRecord } from './saveRecord.ts';
import { readFields } from './sObjectRows.ts';

type RecordJson = Readonly<Record<string, unknown>>;

const MOST_RECORDS = 200;
const MOST_RETRIEVED = 2000;

/** `/composite/sobjects`: creates, updates or deletes up to 200 records, all or each for itself. */
export const compositeSObjects: Record<string, RestHandler> = {
    POST: async ({ org, readJson }) => {
        const { records, allOrNone } = readCollection(await readJson());
        return ok(saveEach(org, records, allOrNone, (json) => ({ id: createRecord(org, objectOf(org, json), json) })));
    },
    PATCH: async ({ org, readJson }) => {
        const { records, allOrNone } = readCollection(await readJson());
        return ok(
            saveEach(org, records, allOrNone, (json) => {
                const { id, ...values } = withLowerCaseId(json);
                const recordId = String(id ?? '');
                asCrossReference(() => updateRecord(org, objectOf(org, json), recordId, values));
                return { id: recordId };
            })
        );
    },
    DELETE: ({ org, query }) => {
        const ids = (query.get('ids') ?? '').split(',').filter((id) => id !== '');
        refuseTooMany(ids, MOST_RECORDS);
        return ok(
            saveEach(org, ids, query.get('allOrNone') === 'true', (id) => {
                asCrossReference(() => deleteRecord(org, readableObject(org, org.objectNameOfId(id) ?? ''), id));
                return { id };
            })
        );
    }
};

/** `POST /composite/sobjects/<object>`: several records by their ids; null for what does not exist. */
export const retrieveMany: RestHandler = async ({ org, readJson }, name = '') => {
    const object = readableObject(org, name);
    const { ids, fields } = await readJson();
    if (!isListOfTexts(ids) || !isListOfTexts(fields)) {
        throw new SalesforceError('JSON_PARSER_ERROR', 'The body must have "ids" and "fields", both lists of texts.');
    }
    refuseTooMany(ids, MOST_RETRIEVED);
    return ok(ids.map((id) => readFields(org, object, id, fields) ?? null));
};

/** `PATCH /composite/sobjects/<object>/<external id field>` */
export const upsertMany: RestHandler = async ({ org, readJson }, name = '', field = '') => {
    const object = readableObject(org, name);
    const { records, allOrNone } = readCollection(await readJson());
    return ok(
        saveEach(org, records, allOrNone, (json) =>
            upsertRecord(org, object, field, json[field], withoutKey(json, field))
        )
    );
};

function readCollection(json: RecordJson): { records: RecordJson[]; allOrNone: boolean } {
    const { records, allOrNone } = json;
    if (!Array.isArray(records) || !records.every(isObject)) {
        throw new SalesforceError('JSON_PARSER_ERROR', 'The body must have "records", a list of objects.');
    }
    refuseTooMany(records, MOST_RECORDS);
    return { records, allOrNone: allOrNone === true };
}

function refuseTooMany(list: readonly unknown[], most: number): void {
    if (list.length > most) {
        throw new SalesforceError(
            'EXCEEDED_ID_LIMIT',
            `record limit reached. cannot submit more than ${most} records into this call`
        );
    }
}

function objectOf(org: LocalOrg, json: RecordJson): ObjectDefinition {
    const attributes = json['attributes'];
    const type = isObject(attributes) ? attributes['type'] : undefined;
    if (typeof type !== 'string') {
        throw new SalesforceError('INVALID_INPUT', 'Each record needs "attributes": {"type": "<object>"}.');
    }
    return readableObject(org, type);
}

/** Among several records, one that does not exist is told as a reference to nothing. */
function asCrossReference(action: () => void): void {
    try {
        action();
    } catch (error) {
        if (error instanceof SalesforceError && error.errorCode === 'NOT_FOUND') {
            throw new SalesforceError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
        }
        throw error;
    }
}

/** Clients write the id of a record as `id` or `Id`. */
function withLowerCaseId(json: RecordJson): RecordJson {
    const { Id, ...rest } = json;
    return Id === undefined ? rest : { id: Id, ...rest };
}

function withoutKey(json: RecordJson, key: string): RecordJson {
    const { [key]: _left, ...rest } = json;
    return rest;
}

function isListOfTexts(value: unknown): value is string[] {
    return Array.isArray(value) && value.every((element) => typeof element === 'string');
}
