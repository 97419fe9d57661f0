import { Connection } from '@jsforce/jsforce-node';
import { startTestServer, temporaryFolder, TEST_TOKEN, type TestServer } from '../local-org/rest/testServer.ts';
import { createStripeClient } from '../stripe-client/createStripeClient.ts';
import { startStripeStandIn, type StripeStandIn } from '../stripe-stand-in/startStripeStandIn.ts';
import { Journal } from './journal.ts';
import { JsforceOrg } from './org/seedOrg.ts';
import type { SeedRun } from './seedRun.ts';
import { Exchanges } from './stripe/exchanges.ts';

/** A stand-in for Stripe and an org, for tests, and a clock for both. */
export interface TestSides {
    standIn: StripeStandIn;
    server: TestServer;
    /** Milliseconds since 1970. */
    clock: { now: number };
    folder: string;
    /** A run as the command makes one, with a journal that is read anew. */
    run(more?: Partial<SeedRun>): SeedRun;
    close(): Promise<void>;
}

export async function startTestSides(): Promise<TestSides> {
    const clock = { now: Date.parse('2026-11-02T08:00:00Z') };
    const standIn = await startStripeStandIn({ now: () => clock.now });
    const server = await startTestServer();
    const folder = temporaryFolder();
    const run = (more: Partial<SeedRun> = {}): SeedRun => {
        const exchanges = new Exchanges();
        const stripe = createStripeClient({
            env: { STRIPE_API_BASE: standIn.url },
            allowLive: false,
            httpClient: exchanges.httpClient
        });
        const connection = new Connection({ instanceUrl: server.url, accessToken: TEST_TOKEN, version: '66.0' });
        return {
            name: 'test',
            count: 13,
            stripe,
            exchanges,
            org: new JsforceOrg(connection),
            journal: new Journal(folder.path, 'test'),
            now: () => clock.now,
            report: () => {},
            ...more
        };
    };
    const close = async () => {
        server.close();
        await standIn.close();
        folder.remove();
    };
    return { standIn, server, clock, folder: folder.path, run, close };
}

/** How many there are of everything, on both sides; deleted customers do not count. */
export function countAll({ server, standIn }: Pick<TestSides, 'server' | 'standIn'>): Record<string, number> {
    const objects = ORG_OBJECTS.map((name) => [name, server.org.query(`SELECT Id FROM ${name}`).records.length]);
    const names = ['customer', 'payment_intent', 'charge', 'refund', 'balance_transaction'] as const;
    const isThere = (object: object) => !('deleted' in object);
    const stripe = names.map((name) => [name, standIn.state.list(name).filter(isThere).length]);
    return Object.fromEntries([...objects, ...stripe]);
}

const ORG_OBJECTS = [
    ...['Account', 'Order', 'OrderSummary', 'OrderPaymentSummary', 'PaymentGroup', 'PaymentAuthorization'],
    ...['PaymentAuthAdjustment', 'Payment', 'Refund', 'RefundLinePayment', 'PaymentGatewayLog']
];
