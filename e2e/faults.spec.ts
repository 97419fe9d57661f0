import type { Locator, Page } from '@playwright/test';
import { NEEDED_FIELDS } from 'c/neededFields';
import { expect, expectAccessible, test } from './fixtures.ts';
import { expectLoaded, listOf } from './pageStates.ts';

/** An order that has records of every kind but a reversal, and one that has a reversal. */
const ORDER = '00000106';
const REVERSED_ORDER = '00000108';

const TITLES = ['Payment Authorizations', 'Payments', 'Refunds', 'Gateway Logs'] as const;
type Title = (typeof TITLES)[number];

/** The lists that show what a query reads. */
const LIST_OF_QUERY: Readonly<Record<string, Title>> = {
    getPaymentAuthorizations: 'Payment Authorizations',
    getPayments: 'Payments',
    getRefunds: 'Refunds',
    getGatewayLogs: 'Gateway Logs',
    getGatewayLogsOfRecords: 'Gateway Logs'
};

/** What the others read. It stands in no list, and a notice above the lists names it. */
const OBJECT_OF_QUERY: Readonly<Record<string, string>> = {
    getOrderPaymentSummary: 'OrderPaymentSummary',
    getPaymentAuthAdjustments: 'PaymentAuthAdjustment',
    getRefundLinePayments: 'RefundLinePayment',
    getGatewaySettings: 'Stripe_Gateway_Setting__mdt',
    getOrganization: 'Organization'
};

const QUERIES = [...Object.keys(LIST_OF_QUERY), ...Object.keys(OBJECT_OF_QUERY)];

const LIST_OF_OBJECT: Readonly<Record<string, Title>> = {
    PaymentAuthorization: 'Payment Authorizations',
    Payment: 'Payments',
    Refund: 'Refunds',
    PaymentGatewayLog: 'Gateway Logs'
};

/** How a query fails, and what the message says of who can help. */
const FAILURES = {
    'fails in Apex': {
        failure: { message: 'Apex CPU time limit exceeded', exceptionType: 'System.LimitException' },
        says: /tell your administrator\. Apex CPU time limit exceeded/
    },
    'is refused': {
        failure: { status: 403, message: 'You do not have access to the Apex class.' },
        says: /Ask your administrator\. You do not have access to the Apex class\./
    },
    'loses its connection': { failure: 'cut', says: /Check your connection\./ },
    'is cut off in the middle of its answer': { failure: 'cutOff', says: /Check your connection\./ }
} as const;

/** Salesforce shows these to everybody who may read the object, or no list reads them. */
const NEVER_HIDDEN = /^(Id|CreatedDate|(Payment|Refund)\w*Number|Request|Response)$/;

/** What the browser itself logs of an answer that is no success: nothing of ours. */
const BROWSER_SAYS = [/^Failed to load resource: /];

const rowsOf = (page: Page, title: string): Locator => listOf(page, title).locator('tbody tr');
const noticeOf = (page: Page): Locator => page.locator('c-settings-notice');
const events = (page: Page): Locator => page.locator('c-timeline-view li');

/** The place of the page where something of the object is told. */
const placeOf = (page: Page, objectName: string): Locator => {
    const title = LIST_OF_OBJECT[objectName];
    return title ? listOf(page, title) : noticeOf(page);
};

/** What the whole page of an order shows. Opened once for all tests of a worker. */
interface Whole {
    rows: Readonly<Record<string, number>>;
    events: number;
    amounts: string[];
}
const wholes = new Map<string, Whole>();

const amountsOf = (page: Page): Promise<string[]> =>
    page.locator('c-totals-table .total .slds-text-heading_small').allInnerTexts();

async function readWhole(openSummary: (order: string) => Promise<Page>, order = ORDER): Promise<Whole> {
    const known = wholes.get(order);
    if (known) {
        return known;
    }
    const page = await openSummary(order);
    await expectLoaded(page);
    const rows: Record<string, number> = {};
    for (const title of TITLES) {
        rows[title] = await rowsOf(page, title).count();
    }
    expect(order === ORDER && Object.values(rows).includes(0), 'The order has no records of a kind.').toBe(false);
    const whole = { rows, events: await events(page).count(), amounts: await amountsOf(page) };
    expect(whole.amounts.length).toBeGreaterThanOrEqual(6);
    wholes.set(order, whole);
    return whole;
}

async function expectRows(page: Page, { rows }: Whole, except?: string): Promise<void> {
    for (const [title, count] of Object.entries(rows).filter(([name]) => name !== except)) {
        await expect(rowsOf(page, title), title).toHaveCount(count);
    }
}

/** Nothing is wrong any more, and everything is there. */
async function expectWhole(page: Page, expected: Whole): Promise<void> {
    await expectRows(page, expected);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(events(page)).toHaveCount(expected.events);
    await expect(page.locator('c-timeline-view')).not.toContainText('Events may be missing');
    await expect.poll(() => amountsOf(page)).toEqual(expected.amounts);
}

test.describe('when a query', () => {
    test.use({ expectedErrors: BROWSER_SAYS });

    for (const [what, { failure, says }] of Object.entries(FAILURES)) {
        for (const query of QUERIES) {
            const title = LIST_OF_QUERY[query];
            const name = title ?? OBJECT_OF_QUERY[query] ?? '';

            test(`${what}: ${query} is missed by name, and read on another try`, async ({ openSummary, localOrg }) => {
                const expected = await readWhole(openSummary);
                localOrg.faults.failApex(query, failure);
                const page = await openSummary(ORDER);
                await expectRows(page, expected, title);
                const place = title ? listOf(page, title) : noticeOf(page);
                await expect(place.getByRole('alert')).toContainText(new RegExp(`^\\s*${name} (could not|may be)`));
                await expect(place.getByRole('alert')).toContainText(says);
                // The others have nothing to complain of.
                await expect(page.getByRole('alert')).toHaveCount(1);
                await expectAccessible(page);
                localOrg.faults.clear();
                await place.getByRole('button', { name: 'Try again' }).click();
                await expectWhole(page, expected);
            });

            test(`${what} while ${query} is read again, what was on the screen stays`, async ({
                openSummary,
                localOrg
            }) => {
                const expected = await readWhole(openSummary);
                const page = await openSummary(ORDER);
                await expectWhole(page, expected);
                await listOf(page, 'Payments').getByRole('searchbox').fill('P-');
                localOrg.faults.failApex(query, failure);
                await page.getByRole('button', { name: 'Refresh Payments' }).click();
                const place = title ? listOf(page, title) : noticeOf(page);
                await expect(place.getByRole('alert')).toContainText(says);
                await expectRows(page, expected);
                await expect(events(page)).toHaveCount(expected.events);
                expect(await amountsOf(page)).toEqual(expected.amounts);
                await expect(listOf(page, 'Payments').getByRole('searchbox')).toHaveValue('P-');
            });
        }
    }

    test('fails for every list, nothing is told of what is not known', async ({ openSummary, localOrg }) => {
        const expected = await readWhole(openSummary);
        const { failure } = FAILURES['fails in Apex'];
        QUERIES.forEach((query) => localOrg.faults.failApex(query, failure));
        const page = await openSummary(ORDER);
        await expect(page.getByRole('alert')).toHaveCount(TITLES.length + 1);
        const timeline = page.locator('c-timeline-view');
        await expect(timeline).toContainText('not all records of these objects have been read: PaymentAuthorization, ');
        await expect(timeline).not.toContainText('Nothing has happened');
        expect(await amountsOf(page)).toEqual(expected.amounts.map(() => 'Not known'));
        await expectAccessible(page);
        localOrg.faults.clear();
        await noticeOf(page).getByRole('button', { name: 'Try again' }).click();
        await expectWhole(page, expected);
    });

    for (const [what, { failure, says }] of Object.entries(FAILURES)) {
        test(`${what}: the window of a log says so, and reads it on another try`, async ({ openSummary, localOrg }) => {
            localOrg.faults.failApex('getGatewayLogBody', failure);
            const page = await openSummary(ORDER);
            const log = listOf(page, 'Gateway Logs')
                .getByRole('button', { name: /^Read log/ })
                .first();
            await log.click();
            const dialog = page.getByRole('dialog');
            await expect(dialog.getByRole('alert')).toContainText(says);
            await expectAccessible(page);
            localOrg.faults.clear();
            await dialog.getByRole('button', { name: 'Try again' }).click();
            await expect(dialog.getByRole('tree')).toBeVisible();
            await expect(dialog.getByRole('alert')).toHaveCount(0);
        });

        test(`${what}: the page of an order says so, and reads its payments on another try`, async ({
            openOrder,
            localOrg
        }) => {
            localOrg.faults.failApex('getOrderPaymentSummariesOfOrder', failure);
            const page = await openOrder(ORDER);
            await expect(page.getByRole('alert')).toContainText(says);
            await expectAccessible(page);
            localOrg.faults.clear();
            await page.getByRole('button', { name: 'Try again' }).click();
            await expectLoaded(page);
            await expect(page.getByRole('alert')).toHaveCount(0);
        });

        for (const query of ['getObjectAccess', 'getPaymentGateways', 'getRecentOrderPaymentSummaries']) {
            test(`${what}: the set-up page says so of ${query}, and checks it on another try`, async ({
                open,
                localOrg
            }) => {
                localOrg.faults.failApex(query, failure);
                const page = await open('/lightning/n/Stripe_Payments_Setup');
                await expect(page.getByRole('alert')).toContainText(says);
                await expectAccessible(page);
                localOrg.faults.clear();
                await page.getByRole('button', { name: 'Try again' }).click();
                await expect(page.getByText('You can read all 11 objects')).toBeVisible();
                await expect(page.getByRole('alert')).toHaveCount(0);
            });
        }
    }
});

for (const query of QUERIES) {
    test(`a slow ${query} holds up no other list`, async ({ openSummary, localOrg }) => {
        const expected = await readWhole(openSummary);
        const release = localOrg.faults.delayApex(query);
        const page = await openSummary(ORDER);
        // The logs of single records are looked up by the ids of the other records; those of the summary are there.
        for (const title of TITLES.filter((name) => name !== LIST_OF_QUERY[query])) {
            await expect(rowsOf(page, title).first(), title).toBeVisible();
        }
        release();
        await expectWhole(page, expected);
    });
}

/** Objects whose records the page of a summary reads. */
const DENIABLE = [...Object.keys(LIST_OF_OBJECT), ...Object.values(OBJECT_OF_QUERY)].filter(
    // Without this one there is no page.
    (name) => name !== 'OrderPaymentSummary'
);

for (const objectName of DENIABLE) {
    test(`without access to ${objectName} its place says so, and the lists stand`, async ({
        openSummary,
        localOrg
    }) => {
        const expected = await readWhole(openSummary);
        localOrg.faults.hideObject(objectName);
        const page = await openSummary(ORDER);
        await expect(placeOf(page, objectName)).toContainText('Ask your administrator');
        await expect(placeOf(page, objectName)).toContainText(objectName);
        await expectRows(page, expected, LIST_OF_OBJECT[objectName]);
        await expectAccessible(page);
        localOrg.faults.clear();
        await page.getByRole('button', { name: 'Refresh', exact: true }).click();
        await expectWhole(page, expected);
    });
}

for (const [objectName, needed] of Object.entries(NEEDED_FIELDS)) {
    const fields = needed.filter((field) => !NEVER_HIDDEN.test(field));

    test(`each hidden field of ${objectName} is named with who can help, and costs no row`, async ({
        openSummary,
        localOrg
    }) => {
        test.slow();
        const order = objectName === 'PaymentAuthAdjustment' ? REVERSED_ORDER : ORDER;
        const expected = await readWhole(openSummary, order);
        expect(fields.length).toBeGreaterThan(0);
        const page = await openSummary(order);
        await expectWhole(page, expected);
        // A gateway is read with the records that it belongs to.
        const place = objectName === 'PaymentGateway' ? listOf(page, 'Payments') : placeOf(page, objectName);
        for (const field of fields) {
            localOrg.faults.clear();
            localOrg.faults.hideField(`${objectName}.${field}`);
            await page.getByRole('button', { name: 'Refresh', exact: true }).click();
            await expect(place).toContainText(
                new RegExp(`hidden from you: [^.]*(\\.[^.]*)*${objectName}\\.${field}\\b.*Your administrator can grant`)
            );
            await expectRows(page, expected);
            await expect(page.getByRole('alert'), field).toHaveCount(0);
        }
        await expectAccessible(page);
        localOrg.faults.clear();
        await page.getByRole('button', { name: 'Refresh', exact: true }).click();
        await expect(place).not.toContainText('hidden from you');
        await expectWhole(page, expected);
    });
}
