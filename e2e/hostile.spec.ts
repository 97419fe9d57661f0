import fs from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import type { RunningLocalOrg } from '../scripts/local-org/server/startLocalOrg.ts';
import { BUILD_TIMEOUT, expect, test as base } from './fixtures.ts';
import { listOf } from './pageStates.ts';
import { fuzzPages } from './fuzzPages.ts';
import {
    addHostileSummary,
    answerWithRealCharacters,
    everyText,
    textFields,
    type HostileSummary
} from './hostileOrg.ts';
import { problemsOn, watchPage, watchWork } from './hostilePage.ts';
import { HOSTILE_TEXTS, REORDERING } from './hostileTexts.ts';

/** As many records of each kind as there are texts: every field gets each of them. */
const COUNT = HOSTILE_TEXTS.length;

/** Rows that a list shows at first, and adds on request. */
const ROWS = 10;

const WIDTHS = [1280, 360];

/**
 * Seconds of processor time in which a page, or the window of a log, has to be there: a quarter of one is usual. Texts that
 * take a time that grows faster than they do need many more.
 */
const MOST_WORK = 3;

/** The same run everywhere; `npm run fuzz` looks elsewhere. */
const SEED = 20261123;

interface TestFixtures {
    localOrg: RunningLocalOrg;
    hostile: HostileSummary;
    /** Opens an address, and fails the test if the page then does anything that a text made it do. */
    openHostile: (address: string) => Promise<Page>;
    /** Seconds of processor time that the page has taken since this was last asked. */
    work: () => Promise<number>;
}

/** One for all tests that share a local org. */
const summaries = new WeakMap<RunningLocalOrg, HostileSummary>();

const test = base.extend<TestFixtures>({
    localOrg: [
        async ({ orgNamed }, use) => {
            const localOrg = await orgNamed('hostile', async (start) => {
                const started = await start({});
                answerWithRealCharacters(started.org);
                return started;
            });
            await use(localOrg);
        },
        { scope: 'test', timeout: BUILD_TIMEOUT }
    ],

    hostile: async ({ localOrg }, use) => {
        const hostile = summaries.get(localOrg) ?? addHostileSummary(localOrg.org, COUNT, everyText);
        summaries.set(localOrg, hostile);
        await use(hostile);
    },

    openHostile: async ({ open, page, localOrg }, use) => {
        const problems = watchPage(page, localOrg.url);
        await use(open);
        expect(problems).toEqual([]);
    },

    work: async ({ page }, use) => {
        await use(await watchWork(page));
    }
});

const addressOf = (objectName: string, id: string) => `/lightning/r/${objectName}/${id}/view`;

async function expectUnharmed(page: Page): Promise<void> {
    expect(await problemsOn(page)).toEqual([]);
}

/** Presses "Show more" of a list until all its rows are there. */
async function showAll(list: Locator): Promise<void> {
    for (let shown = ROWS; shown < COUNT; shown += ROWS) {
        await list.getByRole('button', { name: /^Show more/ }).click();
        await expect(list.locator('tbody tr')).toHaveCount(Math.min(shown + ROWS, COUNT));
    }
}

test.describe('hostile texts in every field', () => {
    test('are in each text field of each object that the local org knows', ({ hostile, localOrg }) => {
        for (const { name } of localOrg.org.schema.objects) {
            const records = hostile.records.filter(({ objectName }) => objectName === name);
            expect(records, name).not.toHaveLength(0);
            for (const { id } of records) {
                const record = localOrg.org.getRecord(name, id) ?? {};
                const empty = textFields(localOrg.org, name).filter((field) => !Reflect.get(record, field.name));
                expect(
                    empty.map((field) => field.name),
                    name
                ).toEqual([]);
            }
        }
    });

    for (const width of WIDTHS) {
        test(`do nothing on the page of a summary ${width} pixels wide, and its lists work`, async ({
            openHostile,
            hostile,
            page,
            work
        }) => {
            await page.setViewportSize({ width, height: 900 });
            await openHostile(addressOf('OrderPaymentSummary', hostile.summaryId));
            await expect(page.locator('c-timeline-view')).toBeVisible();
            expect(await work()).toBeLessThan(MOST_WORK);
            for (const title of ['Payment Authorizations', 'Payments', 'Refunds', 'Gateway Logs']) {
                await showAll(listOf(page, title));
            }
            await page.locator('c-timeline-view').getByRole('button', { name: 'Show more events' }).click();
            await expectUnharmed(page);
            expect(await work()).toBeLessThan(MOST_WORK);

            const list = listOf(page, 'Payments');
            await list.getByRole('searchbox').fill(HOSTILE_TEXTS[0] ?? '');
            await expect(list.getByRole('status').filter({ hasText: 'rows shown' })).toContainText(/^\d+ of/);
            await list.getByRole('searchbox').fill('');
            await list.getByRole('columnheader', { name: 'Reference' }).getByRole('button').click();
            await list.getByRole('combobox', { name: 'Status' }).click();
            await expect(list.getByRole('option').nth(2)).toBeVisible();
            await expectUnharmed(page);
        });

        test(`do nothing on the page of an order ${width} pixels wide`, async ({ openHostile, hostile, page }) => {
            await page.setViewportSize({ width, height: 900 });
            await openHostile(addressOf('OrderSummary', hostile.orderId));
            await page.locator(`c-order-payments-console .toggle[value="${hostile.summaryId}"]`).click();
            await expect(listOf(page, 'Payments').locator('tbody tr').first()).toBeVisible();
            await expectUnharmed(page);
        });

        test(`do nothing on the set-up page ${width} pixels wide`, async ({ openHostile, page, hostile }) => {
            await page.setViewportSize({ width, height: 900 });
            await openHostile('/lightning/n/Stripe_Payments_Setup');
            await expect(page.locator('c-setup-gateway-table tbody tr').nth(hostile.logIds.length)).toBeVisible();
            await page.getByRole('button', { name: 'Check again' }).click();
            await expect(page.getByRole('status').filter({ hasText: 'Checked again' })).toBeVisible();
            await expectUnharmed(page);
        });
    }

    test('do nothing where the way to a link is explained', async ({ openHostile, hostile, page }) => {
        await openHostile(addressOf('OrderPaymentSummary', hostile.summaryId));
        const list = listOf(page, 'Payments');
        await showAll(list);
        const buttons = list.locator('button.explain');
        await expect(buttons).toHaveCount(COUNT);
        await buttons.evaluateAll((found: HTMLElement[]) => found.forEach((button) => button.click()));
        await expect(list.locator('c-reference-details ul')).toHaveCount(COUNT);
        await expectUnharmed(page);
    });

    test('do nothing on the page of any record', async ({ openHostile, hostile, page }) => {
        for (const objectName of new Set(hostile.records.map((record) => record.objectName))) {
            const [first] = hostile.records.filter((record) => record.objectName === objectName);
            await openHostile(addressOf(objectName, first?.id ?? ''));
            await expect(page.locator('h1')).toBeVisible();
            await expectUnharmed(page);
        }
    });

    for (const half of [0, 1]) {
        test(`do nothing in the window of a gateway log, of every ${half === 0 ? 'even' : 'odd'} one`, async ({
            openHostile,
            hostile,
            page,
            work
        }) => {
            test.slow();
            await openHostile(addressOf('OrderPaymentSummary', hostile.summaryId));
            const list = listOf(page, 'Gateway Logs');
            await showAll(list);
            const rows = list.locator('tbody tr');
            for (let index = half; index < COUNT; index += 2) {
                await work();
                // Within the row: to name every button of the list anew, for each log, takes longer than the log.
                await rows
                    .nth(index)
                    .getByRole('button', { name: /^Read log/ })
                    .click();
                const dialog = page.getByRole('dialog');
                await expect(dialog.locator('c-message-view').first()).toBeVisible();
                // Not by its text, which a spinner draws a moment after itself.
                await expect(dialog.locator('lightning-spinner')).toHaveCount(0);
                expect(await work(), `log ${index}`).toBeLessThan(MOST_WORK);
                await expectUnharmed(page);
                const text = dialog.locator('.slds-radio_faux:visible', { hasText: 'Text' });
                if ((await text.count()) > 0) {
                    await text.click();
                    await expectUnharmed(page);
                }
                await dialog.getByRole('tab', { name: 'Request' }).click();
                await expectUnharmed(page);
                await page.keyboard.press('Escape');
                await expect(dialog).toHaveCount(0);
            }
        });
    }

    test('begin no formula in an exported file, and keep to their cells', async ({ openHostile, hostile, page }) => {
        await openHostile(addressOf('OrderPaymentSummary', hostile.summaryId));
        for (const title of ['Payments', 'Gateway Logs']) {
            const [download] = await Promise.all([
                page.waitForEvent('download'),
                listOf(page, title)
                    .getByRole('button', { name: /^Export/ })
                    .click()
            ]);
            const csv = fs.readFileSync(await download.path(), 'utf8').replace(/^\uFEFF/, '');
            // Fails where a row has not as many cells as the header.
            const rows = parse(csv) as string[][];
            expect(rows).toHaveLength(COUNT + 1);
            const formulas = rows
                .flat()
                .filter((cell) => /(^|;)[\s"']*[=+@-]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell));
            // An apostrophe before the sign makes it a text.
            expect(formulas.length).toBeGreaterThan(0);
            expect(formulas.filter((cell) => !/(^|;)'/.test(cell))).toEqual([]);
            expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        }
    });

    test('do not add lines to the text of a case', async ({ openHostile, hostile, page, context, localOrg }) => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: localOrg.url });
        await openHostile(addressOf('OrderPaymentSummary', hostile.summaryId));
        await page.getByRole('button', { name: 'Copy case' }).click();
        await expect(page.getByText('Copied.')).toBeVisible();
        const text = await page.evaluate(() => navigator.clipboard.readText());
        expect(text).not.toMatch(REORDERING);
        for (const line of text.split('\n').filter(Boolean)) {
            expect(line).toMatch(/^([A-Z][\w ()]*: .|[a-z]+( [a-z]+)* \S+$)/);
        }
    });
});

test('the search for harm finds what is planted', async ({ open, localOrg }) => {
    const [first] = localOrg.org.query('SELECT Id FROM OrderPaymentSummary ORDER BY Id LIMIT 1').records;
    const page = await open(addressOf('OrderPaymentSummary', String(first?.['Id'])));
    const cell = page.locator('c-record-table td').first();
    await expect(cell).toBeVisible();
    await expectUnharmed(page);
    await cell.evaluate((element: HTMLElement) => {
        const link = document.createElement('a');
        link.setAttribute('href', 'https://dashboard.stripe.com.evil.example/');
        link.setAttribute('target', '_blank');
        link.setAttribute('data-hostile', '');
        link.setAttribute('title', '\u202E');
        link.append(`\u2067${'x'.repeat(9000)}`);
        Object.assign(window, { hostile: 1 });
        element.append(link);
    });
    const found = (await problemsOn(page)).join('\n');
    for (const problem of [
        'ran as code',
        'became an element',
        'A link leads to',
        'turns its neighbours',
        'pixels wide'
    ]) {
        expect(found).toContain(problem);
    }
});

test('random hostile texts do nothing on any page', async ({ page, localOrg }) => {
    test.slow();
    expect(await fuzzPages({ page, localOrg, seed: SEED, pages: 5 })).toBeUndefined();
});
