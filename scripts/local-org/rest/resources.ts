import { compositeSObjects, retrieveMany, upsertMany } from './records/collections.ts';
import { createSObject, sObjectRow, sObjectRowByExternalId } from './records/sObjectRows.ts';
import { importRecordTree } from './records/recordTree.ts';
import { startRestDeploy, readRestDeploy } from './deploy/restDeploy.ts';
import { describeGlobal, describeObject, objectSummary } from './describe/describeResources.ts';
import { identityUrl } from './identity.ts';
import { query, queryMore, toolingQuery } from './query/queryResources.ts';
import { ok, type RestHandler } from './restRequest.ts';

export interface RestResource {
    /** What follows `/services/data/vXX.X`. Its groups are handed to the handlers. */
    readonly path: RegExp;
    readonly methods: Readonly<Record<string, RestHandler>>;
}

/** What the local org answers below `/services/data/vXX.X`. The first that fits counts. */
export const resources: readonly RestResource[] = [
    { path: /^$/, methods: { GET: listResources } },
    { path: /^\/limits$/, methods: { GET: () => ok({}) } },
    { path: /^\/(?:query|queryAll)$/, methods: { GET: query } },
    { path: /^\/(?:query|queryAll)\/([^/]+)$/, methods: { GET: queryMore } },
    { path: /^\/tooling\/query$/, methods: { GET: toolingQuery } },
    { path: /^\/composite\/tree\/(\w+)$/, methods: { POST: importRecordTree } },
    { path: /^\/composite\/sobjects$/, methods: compositeSObjects },
    { path: /^\/composite\/sobjects\/(\w+)$/, methods: { POST: retrieveMany } },
    { path: /^\/composite\/sobjects\/(\w+)\/(\w+)$/, methods: { PATCH: upsertMany } },
    { path: /^\/sobjects$/, methods: { GET: describeGlobal } },
    { path: /^\/sobjects\/(\w+)$/, methods: { GET: objectSummary, POST: createSObject } },
    { path: /^\/sobjects\/(\w+)\/describe$/, methods: { GET: describeObject } },
    { path: /^\/sobjects\/(\w+)\/([^/]+)$/, methods: sObjectRow },
    { path: /^\/sobjects\/(\w+)\/(\w+)\/([^/]+)$/, methods: sObjectRowByExternalId },
    { path: /^\/metadata\/deployRequest$/, methods: { POST: startRestDeploy } },
    { path: /^\/metadata\/deployRequest\/(\w+)$/, methods: { GET: readRestDeploy } }
];

function listResources(request: Parameters<RestHandler>[0]): ReturnType<RestHandler> {
    const base = `/services/data/v${request.version}`;
    const names = ['composite', 'limits', 'metadata', 'query', 'queryAll', 'sobjects', 'tooling'];
    const addresses = Object.fromEntries(names.map((name) => [name, `${base}/${name}`]));
    return ok({ ...addresses, identity: identityUrl(request) });
}
