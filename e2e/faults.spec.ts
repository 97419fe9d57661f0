import type { Locator, Page } from '@playwright/test';
import { NEEDED_FIELDS } from 'c/neededFields';
import { expect, expectAccessible, test } from './fixtures.ts';

/** An order that has records of every kind. */
const ORDER = '00000106';

/** The lists of the page by title, and the queries that each depends on to be whole. */
const LISTS = {
    'Payment Authorizations': ['getPaymentAuthorizations'],
    Payments: ['getPayments'],
    Refunds: ['getRefunds', 'getRefundLinePayments'],
    'Gateway Logs': ['getGatewayLogs', 'getGatewayLogsOfRecords']
} as const;

/** Queries whose failure takes no list away: what they tell is missed elsewhere on the page. */
const OTHERS = ['getOrderPaymentSummary', 'getPaymentAuthAdjustments', 'getGatewaySettings', 'getOrganization'];
const METHODS = [...Object.values(LISTS).flat(), ...OTHERS];

const OBJECTS = {
    PaymentAuthorization: 'Payment Authorizations',
    Payment: 'Payments',
    Refund: 'Refunds',
    PaymentGatewayLog: 'Gateway Logs'
} as const;

/** Salesforce shows these to everybody who may read the object, or no list reads them. */
const NEVER_HIDDEN = /^(Id|CreatedDate|(Payment|Refund)\w*Number|Request|Response)$/;

const FAILURES = {
    'fails in Apex': { message: 'Apex CPU time limit exceeded', exceptionType: 'System.LimitException' },
    'is refused': { status: 403, message: 'You do not have access to the Apex class.' },
    'loses its connection': 'cut'
} as const;

const listOf = (page: Page, title: string): Locator =>
    page.locator('c-payment-record-list').filter({ has: page.getByRole('heading', { name: new RegExp(`^${title}`) }) });
const rowsOf = (page: Page, title: string): Locator => listOf(page, title).locator('tbody tr');

/** The title of the list that shows what the query reads; undefined for a query that no list is made of. */
function listThatReads(method: string): string | undefined {
    return Object.entries(LISTS).find(([, methods]) => methods.some((name) => name === method))?.[0];
}

/** Counted on a whole page, which is opened once for all tests of a worker. */
let countedRows: Readonly<Record<string, number>> | undefined;

async function countRows(openSummary: (order: string) => Promise<Page>): Promise<Readonly<Record<string, number>>> {
    if (!countedRows) {
        const page = await openSummary(ORDER);
        const counts: Record<string, number> = {};
        for (const title of Object.keys(LISTS)) {
            await expect(rowsOf(page, title)).not.toHaveCount(0);
            counts[title] = await rowsOf(page, title).count();
        }
        countedRows = counts;
    }
    return countedRows;
}

async function expectRows(page: Page, counts: Readonly<Record<string, number>>, except?: string): Promise<void> {
    for (const [title, count] of Object.entries(counts).filter(([name]) => name !== except)) {
        await expect(rowsOf(page, title), title).toHaveCount(count);
    }
}

test.describe('when a query', () => {
    test.use({ expectedErrors: [/500|403|ERR_|Failed to load/] });

    for (const [what, failure] of Object.entries(FAILURES)) {
        for (const method of METHODS) {
            test(`${what}: ${method} is missed by name, and read on another try`, async ({ openSummary, localOrg }) => {
                const counts = await countRows(openSummary);
                localOrg.faults.failApex(method, failure);
                const page = await openSummary(ORDER);
                const title = listThatReads(method);
                await expectRows(page, counts, title);
                await expect(page.getByRole('alert').first()).toBeVisible();
                await expectAccessible(page);
                localOrg.faults.clear();
                await page.getByRole('button', { name: 'Try again' }).first().click();
                await expectRows(page, counts);
                await expect(page.getByRole('alert')).toHaveCount(0);
            });

            test(`${what} while ${method} is read again, what was on the screen stays`, async ({
                openSummary,
                localOrg
            }) => {
                const counts = await countRows(openSummary);
                const page = await openSummary(ORDER);
                await expectRows(page, counts);
                localOrg.faults.failApex(method, failure);
                await page.getByRole('button', { name: 'Refresh Payments' }).click();
                await expect(page.getByRole('alert').first()).toBeVisible();
                await expectRows(page, counts);
            });
        }
    }
});

for (const method of METHODS) {
    test(`a slow ${method} holds up no other list`, async ({ openSummary, localOrg }) => {
        const counts = await countRows(openSummary);
        const release = localOrg.faults.delayApex(method);
        const page = await openSummary(ORDER);
        const title = listThatReads(method);
        // The logs of single records are looked up by the ids of the other records.
        const waits = ['getPaymentAuthorizations', 'getPaymentAuthAdjustments', 'getPayments', 'getRefunds'];
        if (!waits.includes(method) && method !== 'getOrderPaymentSummary') {
            await expectRows(page, counts, title);
        }
        release();
        await expectRows(page, counts);
    });
}

for (const [objectName, title] of Object.entries(OBJECTS)) {
    test(`without access to ${objectName} its list says so, and the others stand`, async ({
        openSummary,
        localOrg
    }) => {
        const counts = await countRows(openSummary);
        localOrg.faults.hideObject(objectName);
        const page = await openSummary(ORDER);
        await expect(listOf(page, title)).toContainText(`read access to ${objectName}`);
        const others = Object.entries(counts).filter(([name]) => name !== title);
        for (const [name] of others) {
            await expect(rowsOf(page, name), name).not.toHaveCount(0);
        }
        await expectAccessible(page);
    });

    test(`each hidden field of ${objectName} costs its column alone, and is named`, async ({
        openSummary,
        localOrg
    }) => {
        test.slow();
        const counts = await countRows(openSummary);
        const fields = NEEDED_FIELDS[objectName as keyof typeof OBJECTS].filter((field) => !NEVER_HIDDEN.test(field));
        expect(fields.length).toBeGreaterThan(5);
        const page = await openSummary(ORDER);
        await expectRows(page, counts);
        for (const field of fields) {
            localOrg.faults.clear();
            localOrg.faults.hideField(`${objectName}.${field}`);
            await page.getByRole('button', { name: 'Refresh Payments' }).click();
            await expect(listOf(page, title)).toContainText(`${objectName}.${field}`);
            await expect(rowsOf(page, title), field).toHaveCount(counts[title] ?? 0);
        }
    });
}
