import { invalidType, malformedQuery } from '../../errors.ts';
import { parseSoql } from '../../soql/parseSoql.ts';
import { ok, type RestHandler, type RestRequest } from '../restRequest.ts';
import { describeColumns } from './queryColumns.ts';

/** Records in one answer, where the client does not ask for fewer. Salesforce takes 200 to 2,000. */
const LARGEST_BATCH = 2000;
const SMALLEST_BATCH = 200;

/**
 * `GET /query?q=…`: the first records of a query, or with `columns=true` only its columns.
 * `queryAll` is the same: the local org has no recycle bin.
 */
export const query: RestHandler = (request) => {
    const soql = readSoql(request);
    if (request.query.get('columns') === 'true') {
        return ok(describeColumns(request.org, soql));
    }
    const result = request.org.query(soql);
    return ok(request.cursors.firstBatch(result, batchSize(request), request.version));
};

/** `GET /query/<locator>`: the next records. */
export const queryMore: RestHandler = (request, locator = '') =>
    ok(request.cursors.nextBatch(locator, request.version));

/** `GET /tooling/query`: the local org has none of the objects of the Tooling API. */
export const toolingQuery: RestHandler = (request) => {
    throw invalidType(parseSoql(readSoql(request)).sObject ?? '');
};

function readSoql({ query: parameters }: RestRequest): string {
    const soql = parameters.get('q');
    if (soql === null || soql.trim() === '') {
        throw malformedQuery('The query parameter q has no query.');
    }
    return soql;
}

function batchSize({ headers }: RestRequest): number {
    const wanted = /batchSize\s*=\s*(\d+)/i.exec(String(headers['sforce-query-options'] ?? ''))?.[1];
    return Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, Number(wanted ?? LARGEST_BATCH)));
}
