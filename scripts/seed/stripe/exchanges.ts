import { setTimeout } from 'node:timers/promises';
import Stripe from 'stripe';
import { repeatAfterRateLimit } from '../../stripe-client/repeatAfterRateLimit.ts';

/** What went over the wire for one request: bodies alone, no headers and so no key. */
export interface Exchange {
    /** Form-encoded, as the SDK sent it. Undefined where the request was made in an earlier run that nobody can ask. */
    request?: string;
    /** JSON, as Stripe sent it. */
    response: string;
}

type HttpClient = ReturnType<typeof Stripe.createNodeHttpClient>;

/** Watches the requests of a client that bear an idempotency key, for the gateway logs. */
export class Exchanges {
    readonly httpClient: HttpClient = repeatAfterRateLimit(Stripe.createNodeHttpClient(), setTimeout);
    private readonly byKey = new Map<string, Exchange>();

    constructor() {
        const makeRequest = this.httpClient.makeRequest.bind(this.httpClient);
        this.httpClient.makeRequest = async (host, port, path, method, headers, body, ...more) => {
            const response = await makeRequest(host, port, path, method, headers, body, ...more);
            const key = Reflect.get(headers, 'Idempotency-Key');
            if (typeof key === 'string') {
                this.watch(key, body, response);
            }
            return response;
        };
    }

    /** The bodies of the request with this key. */
    take(key: string): Exchange | undefined {
        const exchange = this.byKey.get(key);
        this.byKey.delete(key);
        return exchange;
    }

    private watch(key: string, request: string, response: { toJSON(): Promise<unknown> }): void {
        const toJSON = response.toJSON.bind(response);
        response.toJSON = async () => {
            const json = await toJSON();
            // Before the SDK adds headers and status to an error.
            this.byKey.set(key, { request, response: JSON.stringify(json, undefined, 2) });
            return json;
        };
    }
}

/** What is known of a request of an earlier run: the object as it is now. */
export function exchangeOf(object: object): Exchange {
    return { response: JSON.stringify(object, undefined, 2) };
}
