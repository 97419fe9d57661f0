import type { IncomingHttpHeaders } from 'node:http';
import type { LocalOrg } from '../localOrg.ts';
import type { Deployments } from './deploy/deployments.ts';
import type { QueryCursors } from './query/queryCursors.ts';
import type { Retrievals } from './retrieve/retrievals.ts';

/** What the REST and Metadata APIs answer from. */
export interface RestParts {
    org: LocalOrg;
    /** The one token that opens this local org. */
    accessToken: string;
    cursors: QueryCursors;
    deployments: Deployments;
    retrievals: Retrievals;
}

/** A request of a client that has shown the access token. */
export interface RestRequest extends RestParts {
    /** Scheme, host and port that the client asked, such as `http://127.0.0.1:4600`. */
    origin: string;
    /** The API version in the address, such as `66.0`. */
    version: string;
    query: URLSearchParams;
    headers: IncomingHttpHeaders;
    /** The body as a JSON object. @throws SalesforceError if it is too large or anything else. */
    readJson(): Promise<Record<string, unknown>>;
    /** @throws SalesforceError if it is too large. */
    readBody(): Promise<Buffer>;
}

/** Without a body for 204. */
export interface RestAnswer {
    status: number;
    body?: unknown;
}

/** Answers one method of one address; `names` are the parts of the address that vary. */
export type RestHandler = (request: RestRequest, ...names: string[]) => RestAnswer | Promise<RestAnswer>;

export function ok(body: unknown): RestAnswer {
    return { status: 200, body };
}

export function created(body: unknown): RestAnswer {
    return { status: 201, body };
}

export const noContent: RestAnswer = { status: 204 };
