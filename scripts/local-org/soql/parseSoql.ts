import { parseQuery, type Query, type QueryBase } from '@jetstreamapp/soql-parser-js';
import { malformedQuery, notSupported } from '../errors.ts';

const maximumCachedQueries = 500;
const largestLimit = 2 ** 31 - 1;
const cachedQueries = new Map<string, Query>();

/**
 * Parses a query, Apex binds (`:name`) included. Parsing takes many times longer than running, so that parsed queries
 * are kept.
 * @throws SalesforceError MALFORMED_QUERY, or NOT_SUPPORTED_BY_LOCAL_ORG for a clause the local org lacks.
 */
export function parseSoql(text: string): Query {
    const cached = cachedQueries.get(text);
    if (cached) {
        return cached;
    }
    const query = parse(text);
    refuseLostNegations(text, query);
    refuseUnsupportedClauses(query);
    if (cachedQueries.size >= maximumCachedQueries) {
        cachedQueries.clear();
    }
    cachedQueries.set(text, query);
    return query;
}

function parse(text: string): Query {
    refuseUnparsable(text);
    try {
        return parseQuery(addMissingLimit(text), { allowApexBindVariables: true });
    } catch (error) {
        throw malformedQuery(`unexpected token: '${unexpectedToken(error)}'`);
    }
}

/**
 * The word that the parser did not expect. Its messages also list everything that it would have taken, by names of its
 * own, which helps nobody.
 */
function unexpectedToken(error: unknown): string {
    const message = error instanceof Error ? error.message : String(error);
    const found =
        /but found --> '([^]*?)' <--/.exec(message) ??
        /but found: '([^]*?)'/.exec(message) ??
        /EOF but found: ([^]*)$/.exec(message) ??
        /unexpected character: ->([^]*?)<-/.exec(message);
    return found === null ? message.replace(/\s+/g, ' ') : found[1] || '<EOF>';
}

/** The parser reads an OFFSET only after a LIMIT: SOQL allows it alone. */
function addMissingLimit(text: string): string {
    const hasLimit = /\bLIMIT\s+\d+\s+OFFSET\s+\d+\s*$/i.test(text);
    return hasLimit ? text : text.replace(/\bOFFSET(?=\s+\d+\s*$)/i, `LIMIT ${largestLimit} OFFSET`);
}

/** Valid SOQL that the parser either refuses with a message that misleads or reads as something else. */
function refuseUnparsable(text: string): void {
    const withoutLiterals = removeLiterals(text);
    if (/\bALL\s+ROWS\s*$/i.test(withoutLiterals)) {
        throw notSupported('ALL ROWS');
    }
    if (/:\s*\(/.test(withoutLiterals)) {
        throw notSupported('A bind expression in parentheses', 'Bind a single variable, such as IN :recordIds.');
    }
    if (/\bIN\s*\(\s*:/i.test(withoutLiterals)) {
        throw notSupported('A list of binds', 'Bind one list, such as IN :recordIds.');
    }
}

/** The parser drops a NOT where three of them are nested in doubled parentheses. */
function refuseLostNegations(text: string, query: Query): void {
    const written = removeLiterals(text).match(/\bNOT\b(?!\s+IN\b)/gi)?.length ?? 0;
    // A text literal cannot look like this in JSON: its quotes are escaped.
    const parsed = JSON.stringify(query).split('"operator":"NOT"').length - 1;
    if (written !== parsed) {
        throw notSupported('This nesting of NOT', 'Write the condition with fewer of them.');
    }
}

function removeLiterals(text: string): string {
    return text.replace(/'(?:\\.|[^'\\])*'/g, "''");
}

/** Whether the query itself says in whose name it reads: undefined if it leaves that to its caller. */
export function queryAccessMode(query: QueryBase): 'USER_MODE' | 'SYSTEM_MODE' | undefined {
    if (query.withSecurityEnforced) {
        return 'USER_MODE';
    }
    const level: string | undefined = query.withAccessLevel?.toUpperCase();
    return level === 'USER_MODE' || level === 'SYSTEM_MODE' ? level : undefined;
}

/** Refuses what would otherwise be left out in silence. */
export function refuseUnsupportedClauses(query: QueryBase): void {
    if (query.usingScope) {
        throw notSupported('USING SCOPE');
    }
    if (query.withDataCategory) {
        throw notSupported('WITH DATA CATEGORY');
    }
    if (query.for) {
        throw notSupported(`FOR ${query.for}`);
    }
    if (query.update) {
        throw notSupported(`UPDATE ${query.update}`);
    }
}
