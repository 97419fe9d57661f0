import type { IncomingMessage } from 'node:http';
import { SalesforceError } from '../errors.ts';

/** A request body may have this many bytes: Apex parameters are far smaller. */
export const LARGEST_BODY = 1024 * 1024;

const READING = new Set(['GET', 'HEAD']);

/**
 * Refuses what does not come from the user's own browser page or a local tool.
 * A foreign host name (DNS rebinding) or a write from another site's page would let that site use the local org.
 */
export function checkSender(request: IncomingMessage, port: number): void {
    const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
    if (!hosts.includes(request.headers.host ?? '')) {
        throw new SalesforceError('FOREIGN_HOST', `This server answers only to ${hosts.join(' and ')}.`, 403);
    }
    if (READING.has(request.method ?? '')) {
        return;
    }
    const { origin, 'sec-fetch-site': site } = request.headers;
    const ownOrigin = origin === undefined || hosts.some((host) => origin === `http://${host}`);
    const ownSite = site === undefined || site === 'same-origin' || site === 'none';
    if (!ownOrigin || !ownSite) {
        throw new SalesforceError('FOREIGN_ORIGIN', 'A page of another site may not write to the local org.', 403);
    }
}

/** The address without host and query. Refuses one that is not well formed. */
export function requestUrl(request: IncomingMessage): URL {
    const target = request.url ?? '';
    try {
        // The sf CLI writes two slashes after the host, which would make the next word a host, as would a backslash.
        const url = new URL(target.replace(/^[/\\]+/, '/'), 'http://localhost');
        // No file or record has a null byte in its name.
        if (target.startsWith('/') && !decodeURIComponent(url.pathname).includes('\u0000')) {
            return url;
        }
    } catch {
        // Refused below.
    }
    // A whole address is for a proxy, and its host would count more than the Host header.
    throw new SalesforceError('BAD_ADDRESS', 'The address of the request is not well formed.', 400);
}

/** Refuses other methods than these. */
export function allowMethods(request: IncomingMessage, ...methods: string[]): void {
    if (!methods.includes(request.method ?? '')) {
        const message = `${request.method} is not allowed here: only ${methods.join(', ')}.`;
        throw new SalesforceError('METHOD_NOT_ALLOWED', message, 405);
    }
}

/** Reads a JSON object from the body. An empty body is an empty object. */
export async function readJsonObject(request: IncomingMessage): Promise<Record<string, unknown>> {
    // A form of another site can post many types without asking first, but not this one.
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
        throw new SalesforceError('UNSUPPORTED_MEDIA_TYPE', 'The body must be application/json.', 415);
    }
    return parseJsonObject(await readBody(request, LARGEST_BODY));
}

/** An empty body is an empty object. */
export function parseJsonObject(body: Buffer): Record<string, unknown> {
    const value = body.length === 0 ? {} : parseJson(body.toString('utf8'));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new SalesforceError('JSON_PARSER_ERROR', 'The body must be a JSON object.', 400);
    }
    return value as Record<string, unknown>;
}

/** @param largest number of bytes. Refuses more, where that is announced before any of them has come. */
export async function readBody(request: IncomingMessage, largest: number): Promise<Buffer> {
    const refuseMore = (size: number) => {
        if (size > largest) {
            throw new SalesforceError('REQUEST_TOO_LARGE', `The body may have ${largest} bytes at most.`, 413);
        }
    };
    refuseMore(Number(request.headers['content-length'] ?? 0));
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of request as AsyncIterable<Buffer>) {
        size += part.length;
        refuseMore(size);
        parts.push(part);
    }
    return Buffer.concat(parts);
}

function parseJson(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        throw new SalesforceError('JSON_PARSER_ERROR', 'The body is not valid JSON.', 400);
    }
}
