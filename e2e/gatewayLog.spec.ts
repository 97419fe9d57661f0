import fs from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { RunningLocalOrg } from '../scripts/local-org/server/startLocalOrg.ts';
import { expect, expectAccessible, test } from './fixtures.ts';
import { chooseMode, expectLoaded, listOf } from './pageStates.ts';

const DECLINED_ORDER = '00000109';
const LARGE_LOG_ORDER = '00000110';
const BUSY_ORDER = '00000116';
/** Its records tell no account and mode, but for what the response of a log says. */
const UNDECIDED_ORDER = '00000101';
const UNDECIDED_LOG = 'PGL-0102';

const TEST_MODE = /^https:\/\/dashboard\.stripe\.com\/(acct_\w+\/)?test\//;

/** With secrets or personal data in the request, in the response or in both, as JSON and as a request of HTTP. */
const LOGS_WITH_SECRETS = ['PGL-0002', 'PGL-0003', 'PGL-0031', 'PGL-0032'];
const SECRETS = /pi_\w+_secret_\w+|sk_(?:test|live)_\w+|4242424242424242|[\w.-]+@example\.\w+/g;

/** Opens the window of the log that stands first in the list, or of the one with this number. */
async function readLog(page: Page, number?: string): Promise<Locator> {
    const row = page.locator('c-record-table tr').filter({ hasText: number ?? /PGL-/ });
    await row.getByRole('button', { name: 'Read log' }).first().click();
    return page.getByRole('dialog');
}

/** A log whose response changes for the time of a test. */
function logOf({ org }: RunningLocalOrg, number: string) {
    const [log] = org.query('SELECT Id, Response FROM PaymentGatewayLog WHERE PaymentGatewayLogNumber = :number', {
        number
    }).records;
    const answer = (response: unknown) => org.update('PaymentGatewayLog', String(log?.['Id']), { Response: response });
    return {
        answer,
        withResponse: async (response: unknown, action: () => Promise<void>) => {
            answer(response);
            try {
                await action();
            } finally {
                answer(log?.['Response']);
            }
        }
    };
}

const treeIn = (dialog: Locator): Locator => dialog.getByRole('tree');

test.describe('a gateway log', () => {
    test('says what was tried, why it failed, what to do and what to tell', async ({ openSummary }) => {
        const page = await openSummary(DECLINED_ORDER);
        const dialog = await readLog(page, 'PGL-0018');
        await expect(dialog.getByRole('heading', { name: 'Gateway log PGL-0018' })).toBeVisible();
        await expect(dialog).toContainText('Amount asked for');
        await expect(dialog).toContainText('$84.50');
        await expect(dialog).toContainText('The account has too little money or credit for this payment.');
        await expect(dialog).toContainText('Tell the customer: “The payment could not be completed this way.');
        await expect(treeIn(dialog).getByRole('treeitem', { name: 'insufficient_funds' })).toContainText(
            'decline_code'
        );
        await expectAccessible(page);
    });

    test('is read by keyboard alone: opened, searched, closed', async ({ openSummary }) => {
        const page = await openSummary(DECLINED_ORDER);
        const open = page.locator('c-timeline-view').getByRole('button', { name: 'Read log PGL-0018' });
        await open.focus();
        await page.keyboard.press('Enter');
        const dialog = page.getByRole('dialog');
        const tree = treeIn(dialog);
        await tree.focus();
        await expect(tree.locator('.active')).toHaveCount(1);
        await page.keyboard.press('End');
        await page.keyboard.press('Home');
        const first = tree.getByRole('treeitem').first();
        await expect(first).toHaveAttribute('aria-selected', 'true');
        await dialog.getByRole('searchbox').fill('risk_level');
        await page.keyboard.press('Enter');
        await page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
        await expect(open).toBeFocused();
    });

    test('links Stripe ids in its bodies to the page that the log itself is linked to', async ({ openSummary }) => {
        const dialog = await readLog(await openSummary(DECLINED_ORDER), 'PGL-0018');
        const link = treeIn(dialog).getByRole('link', { name: /^ch_/ }).first();
        await expect(link).toHaveAttribute(
            'href',
            /^https:\/\/dashboard\.stripe\.com\/acct_1QzKmRLk8WnTe5Vb\/test\/payments\/ch_\w+$/
        );
    });

    test('is found again by its own link', async ({ openSummary, context, page: start, localOrg }) => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: localOrg.url });
        const dialog = await readLog(await openSummary(DECLINED_ORDER), 'PGL-0018');
        await dialog.getByRole('button', { name: 'Copy link to this log' }).click();
        await expect(dialog.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
        await start.goto(await start.evaluate(() => navigator.clipboard.readText()));
        await expect(start.getByRole('dialog').getByRole('heading', { name: 'Gateway log PGL-0018' })).toBeVisible();
    });

    test('that has been answered since shows the answer when it is opened again', async ({ openSummary, localOrg }) => {
        const log = logOf(localOrg, 'PGL-0018');
        await log.withResponse(null, async () => {
            const page = await openSummary(DECLINED_ORDER);
            const dialog = await readLog(page, 'PGL-0018');
            await expect(dialog).toContainText('Nothing was recorded.');
            await page.keyboard.press('Escape');
            log.answer('{"late":true}');
            await readLog(page, 'PGL-0018');
            await expect(treeIn(dialog)).toContainText('late');
        });
    });

    test('takes the choice of a mode for all links of the page', async ({ openSummary, localOrg }) => {
        localOrg.faults.hideObject('Organization');
        const log = logOf(localOrg, UNDECIDED_LOG);
        await log.withResponse('{"id":"none"}', async () => {
            const page = await openSummary(UNDECIDED_ORDER);
            await expectLoaded(page);
            const links = listOf(page, 'Gateway Logs').locator('a[target=_blank]');
            await expect(links).toHaveCount(0);
            const dialog = await readLog(page, UNDECIDED_LOG);
            await expect(treeIn(dialog)).toBeVisible();
            await (await chooseMode(dialog, 'In test mode')).close();
            await expect(dialog.locator('c-reference-cell a')).toHaveAttribute('href', TEST_MODE);
            await page.keyboard.press('Escape');
            await expect(links.first()).toHaveAttribute('href', TEST_MODE);
        });
    });

    test('that a link names and that is not there is said to be missing', async ({ open, summaryId }) => {
        const page = await open(
            `/lightning/r/OrderPaymentSummary/${summaryId(DECLINED_ORDER)}/view?c__log=0xt0000000zzzzzAAA`
        );
        await expect(page.getByRole('alert')).toHaveText(
            'The log that the link names is not among the logs of this page.'
        );
    });

    test('of 120,000 characters draws only the lines in sight, and finds the others', async ({ openSummary }) => {
        const dialog = await readLog(await openSummary(LARGE_LOG_ORDER), 'PGL-0024');
        const tree = treeIn(dialog);
        await dialog.getByRole('button', { name: 'Expand all' }).click();
        await expect.poll(() => tree.evaluate((element) => element.scrollHeight)).toBeGreaterThan(20_000);
        expect(await tree.getByRole('treeitem').count()).toBeLessThan(60);
        await dialog.getByRole('searchbox').fill('livemode');
        await expect(dialog.getByRole('status').filter({ hasText: 'matching lines' })).toHaveText(/^1 of \d+/);
        await expect(tree.locator('.current')).toBeInViewport();
        await tree.evaluate((element) => element.scrollTo(0, element.scrollHeight));
        await tree.scrollIntoViewIfNeeded();
        await expect(tree.getByRole('treeitem').last()).toBeInViewport();
    });

    test('that is cut off says so, and is shown as far as it goes', async ({ openSummary, localOrg }) => {
        const { records } = localOrg.org.query(
            'SELECT PaymentGatewayLogNumber, Response FROM PaymentGatewayLog WHERE OrderPaymentSummary.OrderSummary.OrderNumber = :order',
            { order: BUSY_ORDER }
        );
        const cutOff = records.find(({ Response }) => /^\{/.test(String(Response)) && !/\}\s*$/.test(String(Response)));
        const page = await openSummary(BUSY_ORDER);
        const number = String(cutOff?.['PaymentGatewayLogNumber']);
        await page.getByRole('searchbox', { name: 'Filter Gateway Logs' }).fill(number);
        const dialog = await readLog(page, number);
        await expect(dialog).toContainText('before its structure does');
        await expect(treeIn(dialog).getByRole('treeitem').first()).toBeVisible();
    });

    test('keeps personal data hidden from whoever lacks the permission', async ({ openSummary, localOrg }) => {
        localOrg.faults.withholdPermission('Stripe_Payments_Reveal_Personal_Data');
        const dialog = await readLog(await openSummary(LARGE_LOG_ORDER), 'PGL-0024');
        await expect(treeIn(dialog)).toBeVisible();
        await expect(dialog.getByRole('button', { name: 'Show personal data' })).toHaveCount(0);
    });

    test('shows personal data on demand, and never a secret', async ({ openSummary }) => {
        const dialog = await readLog(await openSummary(LARGE_LOG_ORDER), 'PGL-0024');
        await dialog.getByRole('button', { name: 'Show personal data' }).click();
        await dialog.getByRole('button', { name: 'Expand all' }).click();
        await dialog.getByRole('searchbox').fill('line1');
        await expect(treeIn(dialog).locator('.current')).not.toContainText('••••••');
        await dialog.getByRole('searchbox').fill('client_secret');
        await expect(treeIn(dialog).locator('.current')).toContainText('••••••');
    });

    test('that cannot be read says why, and is read on another try', async ({ openSummary, localOrg }) => {
        localOrg.faults.failApex('getGatewayLogBody', { status: 500, message: 'No heap left.' });
        const page = await openSummary(DECLINED_ORDER);
        const dialog = await readLog(page, 'PGL-0018');
        await expect(dialog.getByRole('alert')).toContainText('No heap left.');
        localOrg.faults.clear();
        await dialog.getByRole('button', { name: 'Try again' }).click();
        await expect(treeIn(dialog)).toBeVisible();
    });

    test.use({ expectedErrors: [/status of 500/] });

    test('fits a narrow screen', async ({ openSummary, page }) => {
        await page.setViewportSize({ width: 360, height: 740 });
        const dialog = await readLog(await openSummary(DECLINED_ORDER), 'PGL-0018');
        await expect(treeIn(dialog)).toBeVisible();
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    });
});

test.describe('what leaves the page', () => {
    test('is a case for a ticket, without secrets and with times in UTC', async ({
        openSummary,
        context,
        localOrg
    }) => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: localOrg.url });
        const page = await openSummary(DECLINED_ORDER);
        await page.getByRole('button', { name: 'Copy case' }).click();
        await expect(page.getByText('Copied.')).toBeVisible();
        const text = await page.evaluate(() => navigator.clipboard.readText());
        expect(text).toContain(`Order: ${DECLINED_ORDER}`);
        expect(text).toContain('What happened: The account has too little money or credit for this payment.');
        expect(text).toMatch(/Date \(UTC\): 2026-09-30T\d\d:\d\d:\d\dZ/);
    });

    test('is a CSV file of the rows that match', async ({ openSummary }) => {
        const page = await openSummary(BUSY_ORDER);
        const [download] = await Promise.all([
            page.waitForEvent('download'),
            page.getByRole('button', { name: 'Export Payments as CSV (rows: 49)' }).click()
        ]);
        expect(download.suggestedFilename()).toBe('Payment.csv');
        const csv = fs.readFileSync(await download.path(), 'utf8');
        expect(csv.trim().split('\r\n')).toHaveLength(50);
        expect(csv).toContain('"https://dashboard.stripe.com/');
    });

    test('holds none of the secrets of a log, neither of its request nor of its response', async ({
        openSummary,
        context,
        localOrg
    }) => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: localOrg.url });
        const { records } = localOrg.org.query(
            `SELECT PaymentGatewayLogNumber, OrderPaymentSummary.OrderSummary.OrderNumber, Request, Response
             FROM PaymentGatewayLog WHERE PaymentGatewayLogNumber IN :numbers`,
            { numbers: LOGS_WITH_SECRETS }
        );
        expect(records).toHaveLength(LOGS_WITH_SECRETS.length);
        for (const log of records) {
            const order = log['OrderPaymentSummary'] as { OrderSummary: { OrderNumber: string } };
            const page = await openSummary(order.OrderSummary.OrderNumber);
            const dialog = await readLog(page, String(log['PaymentGatewayLogNumber']));
            const plantedIn = (name: string): string[] => String(log[name]).match(SECRETS) ?? [];
            const names = (['Request', 'Response'] as const).filter((name) => plantedIn(name).length > 0);
            expect(names).not.toEqual([]);
            for (const name of names) {
                await dialog.getByRole('tab', { name }).click();
                // The copy is the whole body; the page draws only the lines in sight.
                const texts = [await copyBody(dialog, name), await page.content()];
                expect(texts[0]).toContain('••••••');
                expect(plantedIn(name).filter((secret) => texts.some((text) => text.includes(secret)))).toEqual([]);
            }
        }
    });
});

/** Copies a body of a log. @returns what is on the clipboard then */
async function copyBody(dialog: Locator, name: 'Request' | 'Response'): Promise<string> {
    const page = dialog.page();
    const readClipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await dialog.getByRole('button', { name: `Copy ${name}` }).click();
    await expect.poll(readClipboard).not.toBe('');
    return readClipboard();
}
