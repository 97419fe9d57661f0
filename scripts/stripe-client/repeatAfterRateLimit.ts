import type Stripe from 'stripe';

type HttpClient = ReturnType<typeof Stripe.createNodeHttpClient>;

/** How often a request is sent before the 429 is passed on. */
const MOST_ATTEMPTS = 8;

/** In milliseconds. */
const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;

/**
 * Lets a client of the SDK send a request again after a 429, which the SDK itself does not: as late as Stripe asks for by
 * Retry-After, else twice as late each time (docs.stripe.com/rate-limits). An idempotency key goes along, so that nothing is
 * done twice.
 * @returns the same client
 */
export function repeatAfterRateLimit(client: HttpClient, wait: (milliseconds: number) => Promise<void>): HttpClient {
    const makeRequest = client.makeRequest.bind(client);
    client.makeRequest = async (...request) => {
        for (let attempt = 1; ; attempt += 1) {
            const response = await makeRequest(...request);
            if (response.getStatusCode() !== 429 || attempt === MOST_ATTEMPTS) {
                return response;
            }
            // Lets go of the connection.
            await response.toJSON().catch(() => undefined);
            const seconds = Number(response.getHeaders()['retry-after'] ?? NaN);
            const delay = Math.min(FIRST_DELAY * 2 ** (attempt - 1), LONGEST_DELAY);
            await wait(seconds >= 0 ? seconds * 1000 : delay * (0.5 + Math.random() / 2));
        }
    };
    return client;
}
