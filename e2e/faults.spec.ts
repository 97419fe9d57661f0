import type { Locator, Page } from '@playwright/test';
import { NEEDED_FIELDS } from 'c/neededFields';
import type { RunningLocalOrg } from '../scripts/local-org/server/startLocalOrg.ts';
import { expect, expectAccessible, test } from './fixtures.ts';
import { expectLoaded, listOf } from './pageStates.ts';
import { expectShown, NOTICE, shownPayments, type ShownPayments } from './shownPayments.ts';

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

/**
 * How a query fails, and what the message says of who can help. A page goes through all of them: neighbours say different
 * things, so that each is told from the one before. Axe sees the last, since the messages differ in their words alone.
 */
const FAILURES = [
    {
        what: 'fails in Apex',
        failure: { message: 'Apex CPU time limit exceeded', exceptionType: 'System.LimitException' },
        says: /tell your administrator\. Apex CPU time limit exceeded/
    },
    { what: 'loses its connection', failure: 'cut', says: /Check your connection\./ },
    {
        what: 'is refused',
        failure: { status: 403, message: 'You do not have access to the Apex class.' },
        says: /Ask your administrator\. You do not have access to the Apex class\./
    },
    { what: 'is cut off in the middle of its answer', failure: 'cutOff', says: /Check your connection\./ }
] as const;

type Failure = (typeof FAILURES)[number];

/** All failures, beginning with another one for each number, so that a page meets each of them first somewhere. */
const failuresFrom = (number: number) => {
    const start = number % FAILURES.length;
    return [...FAILURES.slice(start), ...FAILURES.slice(0, start)];
};

interface FailingPart {
    /** What fails, in every way that there is. */
    query: string;
    /** Opens the page, and the part of it that says so. */
    open: () => Promise<Locator>;
    /** What the part shows after each failure, besides its message. */
    expectMissed?: (page: Page, failure: Failure) => Promise<void>;
    /** What the page shows once the query does not fail. */
    expectRead: (page: Page) => Promise<void>;
}

/** Opens a page while a query of it fails, and tries again until it does not: the page says each time how it failed. */
async function expectAnotherTry(
    faults: RunningLocalOrg['faults'],
    { query, open, expectMissed, expectRead }: FailingPart
): Promise<void> {
    let part: Locator | undefined;
    const tryAgain = () => part?.getByRole('button', { name: 'Try again' }).click();
    for (const failure of failuresFrom(query.length)) {
        await test.step(`${query} ${failure.what}`, async () => {
            faults.failApex(query, failure.failure);
            await tryAgain();
            part ??= await open();
            await expect(part.getByRole('alert'), failure.what).toContainText(failure.says);
            await expectMissed?.(part.page(), failure);
        });
    }
    const opened = part ?? (await open());
    await expectAccessible(opened.page());
    faults.clear();
    await tryAgain();
    await expectRead(opened.page());
    await expect(opened.getByRole('alert')).toHaveCount(0);
}

/** Salesforce shows these to everybody who may read the object, or no list reads them. */
const NEVER_HIDDEN = /^(Id|CreatedDate|(Payment|Refund)\w*Number|Request|Response)$/;

/** What the browser itself logs of an answer that is no success: nothing of ours. */
const BROWSER_SAYS = [/^Failed to load resource: /];

const rowsOf = (page: Page, title: string): Locator => listOf(page, title).locator('tbody tr');

/** The place of the page of that name: a list, or the notice above them. */
const placeOf = (page: Page, name: string): Locator =>
    name === NOTICE ? page.locator('c-settings-notice') : listOf(page, name);

const pressRefresh = (page: Page): Promise<void> => page.getByRole('button', { name: 'Refresh', exact: true }).click();

/** What the page of an order shows when all is well. Opened once for all tests of a worker. */
const wholes = new Map<string, ShownPayments>();

async function readWhole(openSummary: (order: string) => Promise<Page>, order = ORDER): Promise<ShownPayments> {
    const known = wholes.get(order);
    if (known) {
        return known;
    }
    const page = await openSummary(order);
    await expectLoaded(page);
    const whole = await shownPayments(page);
    expect(Object.keys(whole.rows)).toEqual(TITLES);
    expect(order === ORDER && Object.values(whole.rows).includes(0), 'The order has no records of a kind.').toBe(false);
    expect(whole.amounts.length).toBeGreaterThanOrEqual(6);
    expect(whole).toMatchObject({ alerts: {}, isTimelineUncertain: false, isBusy: false });
    wholes.set(order, whole);
    return whole;
}

/** The rows of the other lists, which must be there whatever the one of this title shows. */
function rowsExcept({ rows }: ShownPayments, title: string): unknown {
    return expect.objectContaining(Object.fromEntries(Object.entries(rows).filter(([name]) => name !== title)));
}

test.describe('when a query', () => {
    test.use({ expectedErrors: BROWSER_SAYS });

    for (const query of QUERIES) {
        const place = LIST_OF_QUERY[query] ?? NOTICE;
        const name = LIST_OF_QUERY[query] ?? OBJECT_OF_QUERY[query] ?? '';

        test(`fails in whatever way, ${query} is missed by name, and read on another try`, async ({
            openSummary,
            localOrg
        }) => {
            const whole = await readWhole(openSummary);
            await expectAnotherTry(localOrg.faults, {
                query,
                open: async () => placeOf(await openSummary(ORDER), place),
                expectMissed: (page, { what, says }) => {
                    const missed = new RegExp(`^${name} (could not|may be).*${says.source}`);
                    // The others have nothing to complain of.
                    const alerts = { [place]: expect.stringMatching(missed) };
                    const expected = { rows: rowsExcept(whole, place), alerts, isBusy: false };
                    return expectShown(page, expect.objectContaining(expected), what);
                },
                expectRead: (page) => expectShown(page, whole, 'read on another try')
            });
        });

        test(`fails in whatever way while ${query} is read again, what was on the screen stays`, async ({
            openSummary,
            localOrg
        }) => {
            const whole = await readWhole(openSummary);
            const page = await openSummary(ORDER);
            await expectShown(page, whole);
            const search = listOf(page, 'Payments').getByRole('searchbox');
            await search.fill('P-');
            for (const { what, failure, says } of FAILURES) {
                await test.step(`${query} ${what}`, async () => {
                    localOrg.faults.failApex(query, failure);
                    await page.getByRole('button', { name: 'Refresh Payments' }).click();
                    await expectShown(
                        page,
                        {
                            ...whole,
                            alerts: { [place]: expect.stringMatching(says) },
                            isTimelineUncertain: expect.any(Boolean)
                        },
                        what
                    );
                    await expect(search).toHaveValue('P-');
                });
            }
            localOrg.faults.clear();
            await pressRefresh(page);
            await expectShown(page, whole);
        });
    }

    test('fails for every list, nothing is told of what is not known', async ({ openSummary, localOrg }) => {
        const whole = await readWhole(openSummary);
        QUERIES.forEach((query) => localOrg.faults.failApex(query, FAILURES[0].failure));
        const page = await openSummary(ORDER);
        await expect(page.getByRole('alert')).toHaveCount(TITLES.length + 1);
        const timeline = page.locator('c-timeline-view');
        await expect(timeline).toContainText('not all records of these objects have been read: PaymentAuthorization, ');
        await expect(timeline).not.toContainText('Nothing has happened');
        expect((await shownPayments(page)).amounts).toEqual(whole.amounts.map(() => 'Not known'));
        await expectAccessible(page);
        localOrg.faults.clear();
        await placeOf(page, NOTICE).getByRole('button', { name: 'Try again' }).click();
        await expectShown(page, whole);
    });

    test('fails in whatever way, the window of a log says so, and reads it on another try', async ({
        openSummary,
        localOrg
    }) => {
        await expectAnotherTry(localOrg.faults, {
            query: 'getGatewayLogBody',
            open: async () => {
                const page = await openSummary(ORDER);
                const logs = listOf(page, 'Gateway Logs').getByRole('button', { name: /^Read log/ });
                await logs.first().click();
                return page.getByRole('dialog');
            },
            expectRead: (page) => expect(page.getByRole('dialog').getByRole('tree')).toBeVisible()
        });
    });

    test('fails in whatever way, the page of an order says so, and reads its payments on another try', async ({
        openOrder,
        localOrg
    }) => {
        await expectAnotherTry(localOrg.faults, {
            query: 'getOrderPaymentSummariesOfOrder',
            open: async () => (await openOrder(ORDER)).locator('body'),
            expectRead: expectLoaded
        });
    });

    for (const query of ['getObjectAccess', 'getPaymentGateways', 'getRecentOrderPaymentSummaries']) {
        test(`fails in whatever way, the set-up page says so of ${query}, and checks it on another try`, async ({
            open,
            localOrg
        }) => {
            await expectAnotherTry(localOrg.faults, {
                query,
                open: async () => (await open('/lightning/n/Stripe_Payments_Setup')).locator('body'),
                expectRead: (page) => expect(page.getByText('You can read all 11 objects')).toBeVisible()
            });
        });
    }
});

test('a slow query holds up no other list', async ({ openSummary, localOrg }) => {
    const whole = await readWhole(openSummary);
    for (const query of QUERIES) {
        await test.step(query, async () => {
            const release = localOrg.faults.delayApex(query);
            const page = await openSummary(ORDER);
            // The logs of single records are looked up by the ids of the others; those of the summary are there.
            for (const title of TITLES.filter((name) => name !== LIST_OF_QUERY[query])) {
                await expect(rowsOf(page, title).first(), `${title} while ${query} is slow`).toBeVisible();
            }
            release();
            await expectShown(page, whole, `after a slow ${query}`);
        });
    }
});

/** Objects whose records the page of a summary reads besides those of the lists. Without the summary there is no page. */
const OBJECTS_OF_NOTICE = Object.values(OBJECT_OF_QUERY).filter((name) => name !== 'OrderPaymentSummary');

for (const { place, objectNames } of [
    { place: 'list', objectNames: Object.keys(LIST_OF_OBJECT) },
    { place: 'notice', objectNames: OBJECTS_OF_NOTICE }
]) {
    test(`without access to an object its ${place} says so, and the lists stand`, async ({ openSummary, localOrg }) => {
        const whole = await readWhole(openSummary);
        localOrg.faults.hideObject(objectNames[0] ?? '');
        const page = await openSummary(ORDER);
        for (const objectName of objectNames) {
            await test.step(objectName, async () => {
                localOrg.faults.clear();
                localOrg.faults.hideObject(objectName);
                await pressRefresh(page);
                const name = LIST_OF_OBJECT[objectName] ?? NOTICE;
                await expect(placeOf(page, name), objectName).toContainText('Ask your administrator');
                await expect(placeOf(page, name), objectName).toContainText(objectName);
                await expectShown(page, expect.objectContaining({ rows: rowsExcept(whole, name) }), objectName);
                // What is said of the others differs in their names alone.
                if (objectName === objectNames[0]) {
                    await expectAccessible(page);
                }
                localOrg.faults.clear();
                await pressRefresh(page);
                await expectShown(page, whole, `${objectName}, with access again`);
            });
        }
    });
}

/** Read with the records that refer to them: where that reference is hidden, nothing is known of these. */
const PARENTS = ['OrderSummary', 'PaymentGateway'];

/** Objects, the places that name their hidden fields, and the fields that can be hidden. */
const HIDEABLE = Object.entries(NEEDED_FIELDS).map(([objectName, needed]) => ({
    objectName,
    places: (objectName === 'PaymentGateway' ? TITLES : [LIST_OF_OBJECT[objectName] ?? NOTICE]) as readonly string[],
    fields: needed.filter((field) => !NEVER_HIDDEN.test(field))
}));

for (const { what, order, includes } of [
    {
        what: 'the records',
        order: ORDER,
        includes: (objectName: string) => ![...PARENTS, 'PaymentAuthAdjustment'].includes(objectName)
    },
    { what: 'their parents', order: ORDER, includes: (objectName: string) => PARENTS.includes(objectName) },
    {
        what: 'a reversal',
        order: REVERSED_ORDER,
        includes: (objectName: string) => objectName === 'PaymentAuthAdjustment'
    }
]) {
    test(`each hidden field of ${what} is named with who can help, and costs no row`, async ({
        openSummary,
        localOrg
    }) => {
        test.slow();
        const whole = await readWhole(openSummary, order);
        const page = await openSummary(order);
        await expectShown(page, whole);
        // One of each object at a time: they are read apart from each other.
        const objects = HIDEABLE.filter(({ objectName }) => includes(objectName));
        const rounds = Math.max(...objects.map(({ fields }) => fields.length));
        expect(objects.filter(({ fields }) => fields.length === 0)).toEqual([]);
        for (let round = 0; round < rounds; round += 1) {
            localOrg.faults.clear();
            const hidden = objects.map(({ objectName, places, fields }) => ({
                name: `${objectName}.${fields[round % fields.length]}`,
                places
            }));
            hidden.forEach(({ name }) => localOrg.faults.hideField(name));
            await pressRefresh(page);
            const notes = Object.fromEntries(
                [...TITLES, NOTICE].flatMap((place) => {
                    const names = hidden.filter(({ places }) => places.includes(place)).map(({ name }) => name);
                    return names.length === 0 ? [] : [[place, expect.stringMatching(hiddenNote(names))]];
                })
            );
            const expected = { rows: whole.rows, alerts: {}, notes: expect.objectContaining(notes) };
            const names = hidden.map(({ name }) => name).join();
            await expectShown(page, expect.objectContaining(expected), names);
        }
        await expectAccessible(page);
        localOrg.faults.clear();
        await pressRefresh(page);
        await expectShown(page, whole);
    });
}

/** That these fields, in any order and no others, are hidden, and who can help. */
function hiddenNote(names: readonly string[]): RegExp {
    const each = names.map((name) => `(?=[^:]*\\b${name}[,.] )`).join('');
    const others = `(?:[\\w.]+, ){${names.length - 1}}`;
    return new RegExp(`hidden from you: ${each}${others}[\\w.]+\\. Your administrator can grant`);
}
