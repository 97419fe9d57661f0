import { createServer, type Server } from 'node:http';

/** How long a client may take, in milliseconds. A client that is slower gets 408, and its connection is closed. */
export interface TimeLimits {
    headers: number;
    /** Headers and body. */
    request: number;
    /** How often connections are looked at. */
    checkEvery: number;
}

/** Everything comes from this computer: what takes longer has stopped. */
const LIMITS: TimeLimits = { headers: 10_000, request: 60_000, checkEvery: 5000 };

/**
 * A server that does not wait forever for what a client does not send. Node itself refuses requests that are not well
 * formed (400) and headers of more than 16 KB (431).
 */
export function createHttpServer(limits: TimeLimits = LIMITS): Server {
    return createServer({
        headersTimeout: limits.headers,
        requestTimeout: limits.request,
        connectionsCheckingInterval: limits.checkEvery,
        // A client ends a connection that it no longer uses. If the server did, while it is busy with a build, it would
        // cut off the request that the client has just sent.
        keepAliveTimeout: 0
    });
}
