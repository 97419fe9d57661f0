import type { Binds } from './binds.ts';
import type { Database } from '../store/database.ts';
import { parseSoql, queryAccessMode } from './parseSoql.ts';
import { QueryCompiler } from './queryCompiler.ts';
import { fullAccess, type ReadAccess } from './readAccess.ts';
import type { QueryResult } from './records.ts';

export interface QueryOptions {
    readonly binds?: Binds;
    /** What the running user may read. It holds unless the query says WITH SYSTEM_MODE. */
    readonly access?: ReadAccess;
}

/**
 * Runs a SOQL query.
 * @returns records in the shape of the REST API.
 * @throws SalesforceError with Salesforce's code and wording for what Salesforce refuses, and with
 *   NOT_SUPPORTED_BY_LOCAL_ORG for what only the local org lacks.
 */
export function runQuery(database: Database, soql: string, options: QueryOptions = {}): QueryResult {
    const query = parseSoql(soql);
    const object = database.schema.object(query.sObject ?? '');
    const access = queryAccessMode(query) === 'SYSTEM_MODE' ? fullAccess : (options.access ?? fullAccess);
    const run = new QueryCompiler(database, options.binds ?? {}, access).compile(query, object);
    return run();
}
