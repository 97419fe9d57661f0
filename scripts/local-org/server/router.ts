import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '../build/language.ts';
import { SalesforceError } from '../errors.ts';
import type { LocalOrg } from '../localOrg.ts';
import { buildErrorDocument, contentSecurityPolicy, htmlDocument } from '../pages/html.ts';
import { answerApex } from './apexRoute.ts';
import type { Assets } from './assets.ts';
import type { ApexCall, Faults } from './faults.ts';
import { pageAt, type PageAnswer } from './pageRoutes.ts';
import { readRecord } from './recordRoute.ts';
import type { ReloadEvents } from './reloadEvents.ts';
import { answerRest, isRestAddress } from '../rest/restRoute.ts';
import type { RestParts } from '../rest/restRequest.ts';
import { allowMethods, checkSender, requestUrl } from './requestRules.ts';
import { sendHtml, sendJson } from './responses.ts';

/** What requests are answered from. */
export interface RouterParts {
    org: LocalOrg;
    sourceFolder: string;
    dataName: string;
    language: Language;
    /** Whether the package's components run in a sandbox. */
    lightningWebSecurity: boolean;
    assets: Assets;
    events: ReloadEvents;
    faults: Faults;
    calls: ApexCall[];
    rest: RestParts;
    /** Resolves when the first build is done, good or bad: pages wait for it. */
    firstBuild: Promise<unknown>;
}

/** Where open pages are told of changes. */
const EVENTS = '/local/events';

/** Answers one request, whatever happens: refusals and faults are JSON errors. */
export async function answerRequest(
    parts: RouterParts,
    port: number,
    request: IncomingMessage,
    response: ServerResponse
): Promise<void> {
    try {
        checkSender(request, port);
        const url = requestUrl(request);
        const address = decodeURIComponent(url.pathname);
        if (address.startsWith('/local/apex/')) {
            await answerApex(parts, request, response, address);
            return;
        }
        if (isRestAddress(address)) {
            await answerRest(parts.rest, request, response, url);
            return;
        }
        // An answer without a body does not go on.
        allowMethods(request, 'GET', ...(address === EVENTS ? [] : ['HEAD']));
        await answerReading(parts, response, address, url.searchParams);
    } catch (error) {
        answerError(response, error);
    }
}

async function answerReading(
    parts: RouterParts,
    response: ServerResponse,
    address: string,
    query: URLSearchParams
): Promise<void> {
    if (address.startsWith('/assets/')) {
        parts.assets.serve(response, address);
    } else if (address === EVENTS) {
        parts.events.add(response);
    } else if (address === '/local/record') {
        sendJson(response, 200, readRecord(parts.org, query));
    } else if (address === '/local/page') {
        sendJson(response, 200, findPage(parts, query.get('address') ?? '/').page);
    } else {
        await parts.firstBuild;
        answerPage(parts, response, address);
    }
}

function answerPage(parts: RouterParts, response: ServerResponse, address: string): void {
    const { page, status } = findPage(parts, address);
    const assets = parts.assets.forPage(page);
    if (assets) {
        const policy = contentSecurityPolicy(parts.lightningWebSecurity);
        sendHtml(response, status, htmlDocument(page, assets, parts.language), policy);
    } else {
        sendHtml(
            response,
            503,
            buildErrorDocument(parts.events.current.buildError ?? ''),
            contentSecurityPolicy(false)
        );
    }
}

function findPage(parts: RouterParts, address: string): PageAnswer {
    const { missingPermissions } = parts.org;
    const frame = { missingPermissions, dataName: parts.dataName, version: parts.events.current.version };
    const found = pageAt(parts.org, parts.sourceFolder, address, frame);
    if (!found) {
        throw new SalesforceError('NOT_FOUND', `There is nothing at ${address}. The local org begins at /.`, 404);
    }
    return found;
}

function answerError(response: ServerResponse, error: unknown): void {
    if (response.headersSent || response.destroyed) {
        response.destroy();
        return;
    }
    if (error instanceof SalesforceError) {
        // What is left of a refused body is not read.
        response.setHeader('Connection', 'close');
        sendJson(response, error.status, { errorCode: error.errorCode, message: error.message });
        return;
    }
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${error instanceof Error ? error.stack : message}\n`);
    sendJson(response, 500, { errorCode: 'UNKNOWN_EXCEPTION', message });
}
