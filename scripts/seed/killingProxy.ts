import http from 'node:http';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';

/** Stands between the seed and its two servers, and does something at a chosen request. For tests. */
export interface KillingProxy {
    /** The proxy's address for each target, in the order of the targets. */
    urls: string[];
    close(): void;
}

/** When to strike: at the request with this number, over all targets, before it is passed on or before it is answered. */
export interface Strike {
    at: number;
    when: 'after' | 'before';
    kill(): void;
}

/** @param strike is asked for each request; undefined lets all of them pass */
export async function startKillingProxy(
    targets: readonly string[],
    strike: () => Strike | undefined
): Promise<KillingProxy> {
    let count = 0;
    const servers = targets.map((target) =>
        http.createServer((request, response) => {
            count += 1;
            const now = strike();
            const isNow = now !== undefined && count === now.at;
            if (now && count >= now.at) {
                count = 0;
            }
            if (isNow && now.when === 'before') {
                now.kill();
                response.destroy();
                return;
            }
            pass(target, request)
                .then(({ body, headers, status }) => {
                    if (isNow) {
                        now.kill();
                        response.destroy();
                        return;
                    }
                    response.writeHead(status, headers).end(body);
                })
                .catch(() => response.destroy());
        })
    );
    const urls: string[] = [];
    for (const server of servers) {
        server.listen(0, '127.0.0.1');
        await once(server, 'listening');
        const address = server.address();
        urls.push(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
    }
    const close = () => {
        for (const server of servers) {
            server.close();
            server.closeAllConnections();
        }
    };
    return { urls, close };
}

async function pass(target: string, request: http.IncomingMessage) {
    const body = await buffer(request);
    const headers = { ...request.headers, host: new URL(target).host, connection: 'close' };
    const options = { method: request.method, headers };
    const passed = http.request(new URL(request.url ?? '/', target), options).end(body);
    const [response] = (await once(passed, 'response')) as [http.IncomingMessage];
    return { status: response.statusCode ?? 500, headers: response.headers, body: await buffer(response) };
}
