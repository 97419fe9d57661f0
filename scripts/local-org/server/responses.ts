import type { ServerResponse } from 'node:http';

/** On every answer: no guessing of types, no use by other sites, no addresses told to others. */
const COMMON_HEADERS = {
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer'
};

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
    // Apex methods without a result give undefined, which JSON does not have.
    const body = JSON.stringify(value ?? null);
    send(response, status, body, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
}

export function sendNoContent(response: ServerResponse): void {
    response.writeHead(204, { ...COMMON_HEADERS, 'Cache-Control': 'no-store' });
    response.end();
}

export function sendXml(response: ServerResponse, status: number, xml: string): void {
    send(response, status, xml, { 'Content-Type': 'text/xml; charset=utf-8', 'Cache-Control': 'no-store' });
}

export function sendHtml(response: ServerResponse, status: number, html: string, contentSecurityPolicy: string): void {
    send(response, status, html, {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        'Content-Security-Policy': contentSecurityPolicy
    });
}

/** The beginning of an answer that goes on: see `ReloadEvents`. */
export function sendEventStream(response: ServerResponse): void {
    response.writeHead(200, {
        ...COMMON_HEADERS,
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store'
    });
}

/** For files whose address changes with their content: the browser need not ask again. */
export function sendLasting(response: ServerResponse, body: string | Buffer, contentType: string): void {
    send(response, 200, body, {
        'Content-Type': contentType,
        'Cache-Control': 'public, max-age=31536000, immutable'
    });
}

function send(response: ServerResponse, status: number, body: string | Buffer, headers: Record<string, string>): void {
    response.writeHead(status, { ...COMMON_HEADERS, ...headers, 'Content-Length': Buffer.byteLength(body) });
    // Node leaves the body out of the answer to HEAD by itself.
    response.end(body);
}
