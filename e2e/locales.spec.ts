import fs from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { RunningLocalOrg } from '../scripts/local-org/server/startLocalOrg.ts';
import { expect, expectAccessible, test } from './fixtures.ts';
import { expectLoaded, expectNoOverflow, explainLinks, listOf, readLog } from './pageStates.ts';
import { speaking } from './speaking.ts';

const REFUNDED_ORDER = '00000106';
const CAPTURED_ORDER = '00000104';
const YEN_ORDER = '00000113';

type Values = Record<string, string | number | null>;

/** What puts the records back that a test has changed: the local org is that of all tests of a worker. */
const undo: (() => void)[] = [];

/** Changes the record whose name or number this is. */
function change({ org }: RunningLocalOrg, objectName: string, number: string, values: Values): void {
    const { records } = org.query(`SELECT Id FROM ${objectName} WHERE ${objectName}Number = :number`, { number });
    changeRecord(org, objectName, String(records[0]?.['Id']), values);
}

function changeRecord(org: RunningLocalOrg['org'], objectName: string, id: string, values: Values): void {
    const before = org.getRecord(objectName, id) ?? {};
    undo.push(() =>
        org.update(objectName, id, Object.fromEntries(Object.keys(values).map((name) => [name, valueOf(before, name)])))
    );
    org.update(objectName, id, values);
}

function valueOf(record: object, name: string): string | number | null {
    const value: unknown = Object.entries(record).find(([key]) => key === name)?.[1];
    return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** Puts an order's payment into a currency, with this amount. */
function payIn(localOrg: RunningLocalOrg, currency: string, amount: number, summaryId: string): void {
    changeRecord(localOrg.org, 'OrderPaymentSummary', summaryId, {
        CurrencyIsoCode: currency,
        CapturedAmount: amount,
        AuthorizationAmount: amount
    });
    change(localOrg, 'Payment', 'P-0003', { CurrencyIsoCode: currency, Amount: amount });
}

function putBack(): void {
    undo.splice(0).forEach((step) => step());
}

const dates = (list: Locator): Locator => list.locator('td[data-label^=Date]');
/** The event of the record with this number in the timeline. */
const eventOf = (page: Page, number: string): Locator =>
    page.locator('c-timeline-view li').filter({ hasText: number }).first();

/** The CSV file of a list, as lines. */
async function exported(page: Page, list: string): Promise<string[]> {
    const [download] = await Promise.all([
        page.waitForEvent('download'),
        listOf(page, list)
            .getByRole('button', { name: /^Export .* as CSV/ })
            .click()
    ]);
    return fs
        .readFileSync(await download.path(), 'utf8')
        .trim()
        .split('\r\n');
}

test.afterEach(putBack);

test.describe('in the hour that comes twice when the clocks go back', () => {
    test.use({ timezoneId: 'America/New_York' });

    test('records stand in the order in which they happened, though both show the same time', async ({
        openSummary,
        localOrg
    }) => {
        change(localOrg, 'Refund', 'R-0005', { GatewayDate: '2026-11-01T05:30:00.000+0000' });
        change(localOrg, 'Refund', 'R-0001', { GatewayDate: '2026-11-01T06:30:00.000+0000' });
        const page = await openSummary(REFUNDED_ORDER);
        await expectLoaded(page);
        const list = listOf(page, 'Refunds');
        await list.getByRole('columnheader', { name: 'Date (America/New_York)' }).getByRole('button').click();
        await expect(dates(list).filter({ hasText: /Nov 1, 2026, 1:30\sAM/ })).toHaveCount(2);
        const numbers = await list.locator('td[data-label=Number]').allInnerTexts();
        expect(numbers.map((text) => text.trim()).slice(-2)).toEqual(['R-0005', 'R-0001']);
        const headlines = await page.locator('c-timeline-view li .headline').allInnerTexts();
        const positionOf = (number: string) => headlines.findIndex((headline) => headline.includes(number));
        expect(positionOf('R-0005')).toBeLessThan(positionOf('R-0001'));
        const lines = await exported(page, 'Refunds');
        expect(lines[0]).toContain('Date (UTC)');
        expect(lines.slice(-2).join()).toMatch(/2026-11-01T05:30:00Z.*2026-11-01T06:30:00Z/s);
    });
});

test.describe('in the hour that is left out when the clocks go forward', () => {
    test.use({ timezoneId: 'Europe/Berlin' });

    test('no time of that hour is shown', async ({ openSummary, localOrg }) => {
        change(localOrg, 'Refund', 'R-0005', { GatewayDate: '2026-03-29T00:59:00.000+0000' });
        change(localOrg, 'Refund', 'R-0001', { GatewayDate: '2026-03-29T01:00:00.000+0000' });
        const list = listOf(await openSummary(REFUNDED_ORDER), 'Refunds');
        await expect(dates(list).filter({ hasText: /Mar 29, 2026, 1:59\sAM/ })).toHaveCount(1);
        await expect(dates(list).filter({ hasText: /Mar 29, 2026, 3:00\sAM/ })).toHaveCount(1);
    });
});

for (const { zone, shows } of [
    { zone: 'Pacific/Kiritimati', shows: /Nov 1, 2026, 12:30\sAM/ },
    { zone: 'Pacific/Pago_Pago', shows: /Oct 30, 2026, 11:30\sPM/ },
    { zone: 'Australia/Eucla', shows: /Oct 31, 2026, 7:15\sPM/ },
    { zone: 'UTC', shows: /Oct 31, 2026, 10:30\sAM/ }
]) {
    test.describe(`in the time zone ${zone}`, () => {
        test.use({ timezoneId: zone });

        test('an instant is shown on its local day, everywhere alike, and exported in UTC', async ({
            openSummary,
            localOrg
        }) => {
            change(localOrg, 'Payment', 'P-0003', { GatewayDate: '2026-10-31T10:30:00.000+0000' });
            const page = await openSummary(CAPTURED_ORDER);
            await expectLoaded(page);
            const list = listOf(page, 'Payments');
            await expect(list.getByRole('columnheader', { name: `Date (${zone})` })).toBeVisible();
            await expect(dates(list)).toHaveText(shows);
            await expect(eventOf(page, 'P-0003').locator('.headline')).toContainText(shows);
            expect((await exported(page, 'Payments'))[1]).toContain('2026-10-31T10:30:00Z');
        });
    });
}

for (const { currency, amount, shows, exports } of [
    { currency: 'JPY', amount: 1234, shows: '¥1,234', exports: '"1234","JPY"' },
    { currency: 'KRW', amount: 1234, shows: '₩1,234', exports: '"1234","KRW"' },
    { currency: 'KWD', amount: 1.234, shows: /^KWD\s1\.234$/, exports: '"1.234","KWD"' },
    { currency: 'BHD', amount: 5, shows: /^BHD\s5\.000$/, exports: '"5.000","BHD"' },
    { currency: 'EUR', amount: 1234.5, shows: '€1,234.50', exports: '"1234.50","EUR"' }
]) {
    test(`an amount in ${currency} has the decimals of its currency: list, totals, timeline, CSV`, async ({
        openSummary,
        localOrg,
        summaryId
    }) => {
        payIn(localOrg, currency, amount, summaryId(CAPTURED_ORDER));
        const page = await openSummary(CAPTURED_ORDER);
        await expectLoaded(page);
        await expect(listOf(page, 'Payments').locator('td[data-label=Amount]')).toHaveText(shows);
        await expect(
            page.locator('c-totals-table dd .slds-text-heading_small').filter({ hasText: shows }).first()
        ).toBeVisible();
        await expect(eventOf(page, 'P-0003').locator('.amount')).toHaveText(shows);
        expect((await exported(page, 'Payments'))[1]).toContain(exports);
    });
}

test('a log in yen tells the amount that was asked for without decimals', async ({ openSummary }) => {
    const page = await openSummary(YEN_ORDER);
    await expectLoaded(page);
    const dialog = await readLog(page, 'PGL-0028');
    await expect(dialog.locator('.fact').filter({ hasText: 'Amount asked for' })).toContainText('¥12,800');
});

const inGerman = speaking('de');
const inJapanese = speaking('ja');

for (const { inLanguage, language, amount, date } of [
    { inLanguage: inGerman, language: 'German', amount: /^1,234\sKWD$/, date: /^31\.10\.2026, 10:30$/ },
    { inLanguage: inJapanese, language: 'Japanese', amount: /^KWD\s1\.234$/, date: /^2026\/10\/31 10:30$/ }
]) {
    inLanguage.describe(`in ${language}`, () => {
        inLanguage.use({ timezoneId: 'UTC' });
        inLanguage.afterEach(putBack);

        inLanguage('amounts and dates are written as there', async ({ openSummary, localOrg, summaryId }) => {
            payIn(localOrg, 'KWD', 1.234, summaryId(CAPTURED_ORDER));
            change(localOrg, 'Payment', 'P-0003', { GatewayDate: '2026-10-31T10:30:00.000+0000' });
            const page = await openSummary(CAPTURED_ORDER);
            await expectLoaded(page);
            const row = page.locator('c-payment-record-list').nth(1).locator('tbody tr');
            await expect(row.locator('td').filter({ hasText: amount })).toHaveCount(1);
            await expect(row.locator('td').filter({ hasText: date })).toHaveCount(1);
            await expectAccessible(page);
        });
    });
}

const inRightToLeft = speaking('pseudo-rtl');

/** Where the characters of a text are drawn: their left edges, in the order in which they are written. */
function edgesOf(element: Locator): Promise<number[]> {
    return element.evaluate((found) => {
        const walker = document.createTreeWalker(found, NodeFilter.SHOW_TEXT);
        const text = walker.nextNode();
        const range = document.createRange();
        return [...(text?.nodeValue ?? '')].map((_, position) => {
            range.setStart(text as Text, position);
            range.setEnd(text as Text, position + 1);
            return range.getBoundingClientRect().left;
        });
    });
}

const leftOf = async (element: Locator): Promise<number> => (await element.boundingBox())?.x ?? 0;
const isAscending = (values: number[]) =>
    values.every((value, index) => index === 0 || value >= (values[index - 1] ?? 0));

inRightToLeft.describe('from right to left', () => {
    inRightToLeft.afterEach(putBack);

    inRightToLeft('the layout is mirrored, and ids and amounts are not', async ({ openSummary, localOrg }) => {
        change(localOrg, 'Payment', 'P-0003', { Amount: -5.5 });
        const page = await openSummary(CAPTURED_ORDER);
        await expectLoaded(page);
        const list = page.locator('c-payment-record-list').nth(1);
        const headers = list.getByRole('columnheader');
        expect(await leftOf(headers.first())).toBeGreaterThan(await leftOf(headers.last()));
        expect(await leftOf(list.getByRole('heading'))).toBeGreaterThan(await leftOf(list.locator('.refresh')));
        const amount = list.locator('td.number').first();
        await expect(amount).toHaveText('-$5.50');
        expect(isAscending(await edgesOf(amount))).toBe(true);
        const event = eventOf(page, 'P-0003').locator('.amount');
        expect(isAscending(await edgesOf(event))).toBe(true);
        const reference = list.locator('.line > [dir=auto]').first();
        await expect(reference).toHaveCSS('direction', 'ltr');
        await explainLinks(page);
        await expectNoOverflow(page);
        await expectAccessible(page);
    });

    inRightToLeft('the message of a log is written from left to right, as all code', async ({ openSummary }) => {
        const page = await openSummary('00000109');
        await expectLoaded(page);
        await page.locator('c-record-table .read-log').first().click();
        const dialog = page.getByRole('dialog');
        const tree = dialog.getByRole('tree');
        await expect(tree).toHaveCSS('direction', 'ltr');
        const line = tree.getByRole('treeitem').nth(1);
        expect(await leftOf(line.locator('.key'))).toBeLessThan(await leftOf(line.locator('.value, a').first()));
        await expectAccessible(page);
    });
});
