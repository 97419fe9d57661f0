import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';

const SPLIT_ORDER = '00000107';
const REVERSED_ORDER = '00000108';
const UNMANAGED_ORDER = '00000117';
const REFUNDED_ORDER = '00000106';

const cards = (page: Page) => page.locator('article.summary');
const events = (page: Page) => page.locator('c-timeline-view li');

test.describe('the payments of an order', () => {
    test('stand side by side, each with its totals and its records on demand', async ({ openOrder }) => {
        const page = await openOrder(SPLIT_ORDER);
        await expect(cards(page)).toHaveCount(2);
        const [left, right] = await cards(page).evaluateAll((all) =>
            all.map((card) => card.getBoundingClientRect().top)
        );
        expect(left).toBe(right);
        const applePay = cards(page).filter({ hasText: 'Apple Pay' });
        await expect(applePay).toContainText('$45.50');
        const toggle = applePay.getByRole('button', { name: 'Show records of Apple Pay' });
        await toggle.press('Enter');
        await expect(applePay.getByRole('heading', { name: 'Refunds (1)' })).toBeVisible();
        await expect(applePay.getByRole('heading', { name: 'Payments (1)' })).toBeVisible();
        await expect(applePay.getByRole('button', { name: 'Hide records of Apple Pay' })).toHaveAttribute(
            'aria-expanded',
            'true'
        );
        await expectAccessible(page);
    });

    test('have one timeline, oldest first, which is filtered by kind and outcome', async ({ openOrder }) => {
        const page = await openOrder(SPLIT_ORDER);
        await expect(events(page).locator('.headline')).toContainText([
            /^AuthorizationPA-0004/,
            /^AuthorizationPA-0005/,
            /^CaptureP-0006/,
            /^CaptureP-0007/,
            /^RefundR-0003/
        ]);
        await page.getByRole('combobox', { name: 'Kind' }).click();
        await page.getByRole('option', { name: 'Refund' }).click();
        await expect(events(page)).toHaveCount(1);
        await expect(page.getByRole('status').filter({ hasText: 'events' })).toHaveText('1 of 5 events');
    });

    test('are read in one burst: no query is asked twice', async ({ openOrder, localOrg }) => {
        localOrg.calls.length = 0;
        const page = await openOrder(SPLIT_ORDER);
        await expect(events(page)).toHaveCount(5);
        await cards(page)
            .first()
            .getByRole('button', { name: /^Show records/ })
            .click();
        await expect(cards(page).first().locator('tbody tr').first()).toBeVisible();
        const names = localOrg.calls.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        expect(names.length).toBeLessThanOrEqual(10);
    });

    test('open their records, and gateway logs, from the timeline', async ({ openOrder }) => {
        const page = await openOrder(SPLIT_ORDER);
        await events(page).getByRole('button', { name: 'Read log PGL-0020' }).click();
        await expect(page.getByRole('dialog').getByRole('heading', { name: 'Gateway log PGL-0020' })).toBeVisible();
        await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
        await events(page).getByRole('link', { name: 'R-0003' }).click();
        await expect(page).toHaveURL(/\/lightning\/r\/Refund\/\w+\/view$/);
    });

    test('say what deserves a look, and never show what is pending or failed as done', async ({ openOrder }) => {
        const page = await openOrder(REVERSED_ORDER);
        await expect(page.getByRole('region', { name: 'Worth a look' })).toContainText('it can no longer be captured');
        await expect(events(page).filter({ hasText: 'PAA-0002' }).locator('.slds-badge')).toHaveText('Pending');
        await expect(events(page).filter({ hasText: 'PA-0006' }).first().locator('.slds-badge')).toHaveText('Expired');
    });

    test('are computed where Order Management has stored no totals, and say so', async ({ openOrder }) => {
        const page = await openOrder(UNMANAGED_ORDER);
        await expect(cards(page)).toContainText('Computed from the records');
        await expect(cards(page)).toContainText('Salesforce has not stored totals');
    });

    test('that failed to be refunded are struck through', async ({ openOrder }) => {
        const page = await openOrder(REFUNDED_ORDER);
        const failed = events(page).filter({ hasText: 'could not be paid' }).first();
        await expect(failed.locator('.void')).toHaveCSS('text-decoration-line', 'line-through');
    });

    test('are refreshed by a button, and the change is announced', async ({ openOrder, localOrg }) => {
        const page = await openOrder(SPLIT_ORDER);
        await expect(events(page)).toHaveCount(5);
        const { records } = localOrg.org.query("SELECT Id FROM Refund WHERE RefundNumber = 'R-0003'");
        localOrg.org.update('Refund', String(records[0]?.['Id']), { Status: 'Pending' });
        await page.getByRole('button', { name: 'Refresh', exact: true }).click();
        await expect(page.getByRole('status').filter({ hasText: 'read again' })).toHaveText(
            'The records were read again. 1 changed since.'
        );
        await expect(events(page).filter({ hasText: 'R-0003' }).locator('.slds-badge')).toHaveText('Pending');
        localOrg.org.update('Refund', String(records[0]?.['Id']), { Status: 'Processed' });
    });

    test('that cannot be read say so, and are read on another try', async ({ openOrder, localOrg }) => {
        localOrg.faults.failApex('getOrderPaymentSummariesOfOrder', { status: 500, message: 'No heap left.' });
        const page = await openOrder(SPLIT_ORDER);
        await expect(page.getByRole('alert')).toContainText('No heap left.');
        localOrg.faults.clear();
        await page.getByRole('button', { name: 'Try again' }).click();
        await expect(cards(page)).toHaveCount(2);
    });

    test.use({ expectedErrors: [/status of 500/] });

    test('fit a narrow screen', async ({ openOrder, page }) => {
        await page.setViewportSize({ width: 360, height: 740 });
        await openOrder(SPLIT_ORDER);
        await expect(events(page)).toHaveCount(5);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        await expectAccessible(page);
    });
});
