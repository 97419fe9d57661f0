import { ok, type RestHandler } from '../restRequest.ts';
import { readableObject } from '../records/readableObject.ts';
import { describeFields } from './describeFields.ts';
import { childRelationships, summarizeObject } from './describeObject.ts';

/** `GET /sobjects`: every object that the running user may read. */
export const describeGlobal: RestHandler = ({ org, version }) => {
    const hidden = new Set(org.access.hiddenObjects.map((name) => name.toLowerCase()));
    const objects = org.schema.objects.filter(({ name }) => !hidden.has(name.toLowerCase()));
    return ok({
        encoding: 'UTF-8',
        maxBatchSize: 200,
        sobjects: objects.map((object) => summarizeObject(object, version))
    });
};

/** `GET /sobjects/<object>`: the same for one object. The local org has no list of recent records. */
export const objectSummary: RestHandler = ({ org, version }, name = '') =>
    ok({ objectDescribe: summarizeObject(readableObject(org, name), version), recentItems: [] });

/** `GET /sobjects/<object>/describe`: the object with its fields and child relationships. */
export const describeObject: RestHandler = ({ org, version }, name = '') => {
    const object = readableObject(org, name);
    return ok({
        actionOverrides: [],
        ...summarizeObject(object, version),
        childRelationships: childRelationships(org, object),
        compactLayoutable: true,
        fields: describeFields(org, object),
        lookupLayoutable: null,
        namedLayoutInfos: [],
        networkScopeFieldName: null,
        recordTypeInfos: [],
        searchLayoutable: true,
        supportedScopes: [{ label: `All ${object.labelPlural}`, name: 'everything' }]
    });
};
