import { test as base, expect, type Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import {
    SAMPLE_DATA,
    startLocalOrg,
    type RunningLocalOrg,
    type StartOptions
} from '../scripts/local-org/server/startLocalOrg.ts';

/** What a project of the Playwright configuration may set. */
export interface WorkerOptions {
    /** The package's components run in the sandbox of Lightning Web Security. */
    lightningWebSecurity: boolean;
}

/** What the browser says of the frame that Lightning Web Security itself makes. */
export const SANDBOX_WARNING = /^An iframe which has both allow-scripts and allow-same-origin/;

/** For fixtures that may have to build the console, in milliseconds. */
export const BUILD_TIMEOUT = 180_000;

type StartOrg = (options: StartOptions) => Promise<RunningLocalOrg>;

interface WorkerFixtures extends WorkerOptions {
    /**
     * The local org of this name, for all tests of a worker, whatever their file: its build takes longer than a test.
     * @param make starts it, where no test has needed it before
     */
    orgNamed: (name: string, make: (start: StartOrg) => Promise<RunningLocalOrg>) => Promise<RunningLocalOrg>;
}

interface TestFixtures {
    /** With the sample data. Tests with another one name it: as a fixture of the worker it would need one of its own. */
    localOrg: RunningLocalOrg;
    /** The id of the order payment summary of an order, by number and by method where there are several. */
    summaryId: (orderNumber: string, method?: string) => string;
    /** Opens an address of the local org. Fails the test if the page then logs an error or asks anybody else. */
    open: (address: string) => Promise<Page>;
    openSummary: (orderNumber: string, method?: string) => Promise<Page>;
    /** Opens the page of an order summary, by the number of the order. */
    openOrder: (orderNumber: string) => Promise<Page>;
    /** Errors that a test causes on purpose: matching console messages are let through. */
    expectedErrors: RegExp[];
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
    lightningWebSecurity: [false, { option: true, scope: 'worker' }],

    orgNamed: [
        async ({ lightningWebSecurity }, use) => {
            const orgs = new Map<string, Promise<RunningLocalOrg>>();
            await use((name, make) => {
                const org = orgs.get(name) ?? make((options) => startLocalOrg({ ...options, lightningWebSecurity }));
                orgs.set(name, org);
                return org;
            });
            for (const org of orgs.values()) {
                await (await org).close();
            }
        },
        { scope: 'worker' }
    ],

    localOrg: [
        async ({ orgNamed }, use) => {
            await use(await orgNamed('sample data', (start) => start({ dataPaths: [SAMPLE_DATA] })));
        },
        // Of the build, which a busy machine needs longer for than a test may take.
        { scope: 'test', timeout: BUILD_TIMEOUT }
    ],

    summaryId: async ({ localOrg }, use) => {
        await use((orderNumber, method) => {
            const { records } = localOrg.org.query(
                'SELECT Id, Method FROM OrderPaymentSummary WHERE OrderSummary.OrderNumber = :orderNumber',
                { orderNumber }
            );
            const found = records.find((record) => method === undefined || record['Method'] === method);
            if (!found) {
                throw new Error(
                    `The sample data has no order payment summary for order ${orderNumber} ${method ?? ''}.`
                );
            }
            return String(found['Id']);
        });
    },

    // Playwright reads the dependencies of a fixture from this pattern.
    expectedErrors: async ({}, use) => {
        await use([]);
    },

    open: async ({ page, localOrg, lightningWebSecurity, expectedErrors }, use) => {
        const expected = lightningWebSecurity ? [...expectedErrors, SANDBOX_WARNING] : expectedErrors;
        const problems: string[] = [];
        page.on('console', (message) => {
            const text = message.text();
            if (['error', 'warning'].includes(message.type()) && !expected.some((error) => error.test(text))) {
                problems.push(text);
            }
        });
        page.on('pageerror', (error) => problems.push(error.message));
        // The browser finds no other host, see the configuration: to intercept requests would slow down every page.
        page.on('request', (request) => {
            if (new URL(request.url()).origin !== localOrg.url) {
                problems.push(`The page asked for ${request.url()}.`);
            }
        });
        await use(async (address) => {
            await page.goto(localOrg.url + address);
            return page;
        });
        localOrg.faults.clear();
        expect(problems).toEqual([]);
    },

    openOrder: async ({ open, localOrg }, use) => {
        await use((orderNumber) => {
            const { records } = localOrg.org.query('SELECT Id FROM OrderSummary WHERE OrderNumber = :orderNumber', {
                orderNumber
            });
            return open(`/lightning/r/OrderSummary/${String(records[0]?.['Id'])}/view`);
        });
    },

    openSummary: async ({ open, summaryId }, use) => {
        await use((orderNumber, method) =>
            open(`/lightning/r/OrderPaymentSummary/${summaryId(orderNumber, method)}/view`)
        );
    }
});

/** Fails where axe finds anything against WCAG 2.2 A or AA in the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
    const { violations } = await new AxeBuilder({ page })
        // Without the elements of what passed, and in the page itself instead of another one: a third of the time.
        .options({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })
        .setLegacyMode()
        .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

export { expect } from '@playwright/test';
