import type { IncomingMessage, ServerResponse } from 'node:http';
import { notSupported, SalesforceError } from '../errors.ts';
import { parseJsonObject, readBody } from '../server/requestRules.ts';
import { sendJson, sendNoContent } from '../server/responses.ts';
import { checkAccessToken } from './accessToken.ts';
import { apiVersions } from './apiVersions.ts';
import { answerSoap } from './deploy/soapRoute.ts';
import { identity, userInfo } from './identity.ts';
import { LARGEST_REST_BODY } from './restLimits.ts';
import { resources } from './resources.ts';
import { ok, type RestAnswer, type RestHandler, type RestParts, type RestRequest } from './restRequest.ts';

const VERSIONED = /^\/services\/data\/v(\d+\.0)(\/.*)?$/;
/**
 * What a developer may miss, by how its addresses begin after the version. Not the Tooling API: by its 404 `sf` learns
 * that the org does not track sources.
 */
const UNSUPPORTED: readonly [prefix: string, api: string][] = [
    ['/jobs', 'The Bulk API'],
    ['/composite', 'The Composite API, but for record collections and trees,'],
    ['/search', 'SOSL'],
    ['/ui-api', 'The User Interface API'],
    ['/metadata', 'The Metadata REST API, but for deploys,']
];

const SOAP = /^\/services\/Soap\/m\/(\d+\.0)$/;

/** Whether an address belongs to Salesforce's APIs, not to the pages. */
export function isRestAddress(address: string): boolean {
    return address.startsWith('/services/') || address.startsWith('/id/');
}

/** Answers the clients of Salesforce's REST and Metadata APIs. Errors have Salesforce's shapes. */
export async function answerRest(
    parts: RestParts,
    request: IncomingMessage,
    response: ServerResponse,
    url: URL
): Promise<void> {
    // Not decoded as a whole: a value in the address may hold a slash.
    const address = url.pathname.replace(/(?<=.)\/+$/, '');
    if (SOAP.test(address) && request.method === 'POST') {
        await answerSoap(parts, request, response);
        return;
    }
    try {
        const { status, body } = await answer(parts, request, url, address);
        if (status === 204) {
            sendNoContent(response);
        } else {
            sendJson(response, status, body);
        }
    } catch (error) {
        if (!(error instanceof SalesforceError)) {
            throw error;
        }
        // What is left of a refused body is not read.
        response.setHeader('Connection', 'close');
        sendJson(response, error.status, [errorBody(error)]);
    }
}

/** An error as the REST API reports it. */
export function errorBody(error: SalesforceError): Record<string, unknown> {
    const { message, errorCode, fields } = error;
    return fields.length > 0 ? { message, errorCode, fields } : { message, errorCode };
}

async function answer(parts: RestParts, request: IncomingMessage, url: URL, address: string): Promise<RestAnswer> {
    if (address === '/services/data' && request.method === 'GET') {
        // Salesforce tells its versions to anybody.
        return ok(apiVersions.map((version) => ({ label: version, url: `/services/data/v${version}`, version })));
    }
    checkAccessToken(parts.accessToken, bearerToken(request));
    const { handler, names, version } = findHandler(address, request.method ?? '');
    return handler(restRequest(parts, request, url, version), ...names);
}

interface FoundHandler {
    handler: RestHandler;
    names: string[];
    version: string;
}

function findHandler(address: string, method: string): FoundHandler {
    const newest = apiVersions.at(-1) ?? '';
    if (address === '/services/oauth2/userinfo') {
        return { handler: userInfo, names: [], version: newest };
    }
    if (/^\/id\/\w+\/\w+$/.test(address)) {
        return { handler: identity, names: [], version: newest };
    }
    const [, version = '', path = ''] = VERSIONED.exec(address) ?? [];
    for (const resource of apiVersions.includes(version) ? resources : []) {
        const match = resource.path.exec(path);
        if (match) {
            const names = match.slice(1).map(decodeURIComponent);
            return { handler: methodOf(resource.methods, method), names, version };
        }
    }
    const [, api] = UNSUPPORTED.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`)) ?? [];
    throw api === undefined
        ? new SalesforceError('NOT_FOUND', 'The requested resource does not exist', 404)
        : notSupported(api);
}

function methodOf(methods: Readonly<Record<string, RestHandler>>, method: string): RestHandler {
    const handler = methods[method];
    if (!handler) {
        const allowed = Object.keys(methods).join(', ');
        throw new SalesforceError(
            'METHOD_NOT_ALLOWED',
            `HTTP Method '${method}' not allowed. Allowed are ${allowed}`,
            405
        );
    }
    return handler;
}

function bearerToken(request: IncomingMessage): string {
    return /^(?:Bearer|OAuth) (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

function restRequest(parts: RestParts, request: IncomingMessage, url: URL, version: string): RestRequest {
    return {
        ...parts,
        origin: `http://${request.headers.host ?? ''}`,
        version,
        query: url.searchParams,
        headers: request.headers,
        readBody: () => readBody(request, LARGEST_REST_BODY),
        readJson: async () => parseJsonObject(await readBody(request, LARGEST_REST_BODY))
    };
}
