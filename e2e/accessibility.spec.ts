import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import { movingElements, ownIcons, smallButtons } from './ownElements.ts';
import {
    expectLoaded,
    expectNoOverflow,
    expectQuiet,
    explainLinks,
    listOf,
    placeOnRecordPages,
    readLog
} from './pageStates.ts';

const SPLIT_ORDER = '00000107';
const REVERSED_ORDER = '00000108';
const DECLINED_ORDER = '00000109';
const LARGE_LOG_ORDER = '00000110';
const EMPTY_ORDER = '00000111';
const BUSY_ORDER = '00000116';
const FRAUDULENT_ORDER = '00000118';

const SETUP = '/lightning/n/Stripe_Payments_Setup';

test.describe('axe finds nothing on the page of a summary', () => {
    test('without any record', async ({ openSummary }) => {
        const page = await openSummary(EMPTY_ORDER);
        await expectLoaded(page);
        await expectAccessible(page);
    });

    test('while a query is slow', async ({ openSummary, localOrg }) => {
        const release = localOrg.faults.delayApex('getPayments');
        const page = await openSummary('00000104');
        await expect(listOf(page, 'Payments').getByText('Loading Payments')).toBeAttached();
        await expectAccessible(page);
        release();
    });

    test('in lists that are sorted, filtered, grown, and match nothing', async ({ openSummary }) => {
        const page = await openSummary(BUSY_ORDER);
        await expectLoaded(page);
        const list = listOf(page, 'Payments');
        await list.getByRole('columnheader', { name: 'Amount' }).getByRole('button').click();
        await list.getByRole('button', { name: 'Show more of Payments' }).click();
        await list.getByRole('combobox').click();
        await expect(list.getByRole('option').first()).toBeVisible();
        await expectAccessible(page);
        await list.getByRole('option', { name: 'Processed' }).click();
        await list.getByRole('searchbox').fill('no such thing');
        await expect(list).toContainText('No row matches the filter.');
        await expectAccessible(page);
    });

    test('in a timeline that is filtered, and one that nothing matches', async ({ openSummary }) => {
        const page = await openSummary(REVERSED_ORDER);
        await expectLoaded(page);
        const timeline = page.locator('c-timeline-view');
        const choose = async (filter: string, option: string) => {
            await timeline.getByRole('combobox', { name: filter }).click();
            await timeline.getByRole('option', { name: option, exact: true }).click();
        };
        await choose('Kind', 'Authorization reversal');
        await expectAccessible(page);
        await choose('Outcome', 'Expired');
        await expect(timeline).toContainText('No event matches the filter.');
        await expectAccessible(page);
    });

    test('with the menu of a link whose mode is not known, and the message of a copy', async ({
        openSummary,
        localOrg,
        context
    }) => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        localOrg.faults.hideObject('Organization');
        const page = await openSummary('00000101');
        await expectLoaded(page);
        const list = listOf(page, 'Payment Authorizations');
        await list.getByRole('button', { name: /live or test\?/ }).click();
        await expect(page.getByRole('menuitem', { name: 'In live mode' })).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press('Escape');
        await list.getByRole('button', { name: /^Copy pi_/ }).click();
        await expect(page.getByText(/^Copied pi_/).first()).toBeVisible();
        await expectAccessible(page);
    });

    test('whose address names a log that is not there', async ({ open, summaryId }) => {
        const page = await open(`/lightning/r/OrderPaymentSummary/${summaryId(EMPTY_ORDER)}/view?c__log=0xt`);
        await expect(page.getByRole('alert')).toBeVisible();
        await expectAccessible(page);
    });
});

test.describe('axe finds nothing in the window of a gateway log', () => {
    test.use({ expectedErrors: [/500/] });

    test('as a tree and as text, searched, and with its request', async ({ openSummary }) => {
        const page = await openSummary(DECLINED_ORDER);
        const dialog = await readLog(page, 'PGL-0018');
        await dialog.getByRole('searchbox').fill('declined');
        await expect(dialog.getByRole('status').filter({ hasText: 'matching lines' })).toBeVisible();
        await expectAccessible(page);
        await dialog.locator('.slds-radio_faux:visible', { hasText: 'Text' }).click();
        await expect(dialog.getByRole('region', { name: 'Response' })).toBeVisible();
        await expectAccessible(page);
        await dialog.getByRole('searchbox').fill('no such thing');
        await dialog.getByRole('tab', { name: 'Request' }).click();
        await expect(dialog.getByRole('tree', { name: 'Request' })).toBeVisible();
        await expectAccessible(page);
    });

    test('whose reason is confidential', async ({ openSummary }) => {
        const page = await openSummary(FRAUDULENT_ORDER);
        const dialog = await readLog(page, 'PGL-0100');
        await expect(dialog.getByRole('button', { name: 'Copy Response' })).toHaveCount(0);
        await expectAccessible(page);
    });

    test('with personal data shown, everything open', async ({ openSummary }) => {
        const page = await openSummary(LARGE_LOG_ORDER);
        const dialog = await readLog(page, 'PGL-0024');
        await dialog.getByRole('button', { name: 'Show personal data' }).click();
        await dialog.getByRole('button', { name: 'Expand all' }).click();
        await expectAccessible(page);
    });

    test('that cannot be read, and that is slow on another try', async ({ openSummary, localOrg }) => {
        localOrg.faults.failApex('getGatewayLogBody', { status: 500, message: 'No heap left.' });
        const page = await openSummary(DECLINED_ORDER);
        await page.getByRole('button', { name: 'Read log PGL-0018' }).first().click();
        const dialog = page.getByRole('dialog');
        await expect(dialog.getByRole('alert')).toBeVisible();
        await expectAccessible(page);
        localOrg.faults.clear();
        const release = localOrg.faults.delayApex('getGatewayLogBody');
        await dialog.getByRole('button', { name: 'Try again' }).click();
        await expect(dialog.locator('lightning-spinner')).toBeVisible();
        await expectAccessible(page);
        release();
        await expect(dialog.getByRole('treeitem').first()).toBeVisible();
    });
});

test.describe('axe finds nothing on the page of an order', () => {
    test.use({ expectedErrors: [/500/] });

    test('that cannot be read', async ({ openOrder, localOrg }) => {
        localOrg.faults.failApex('getOrderPaymentSummariesOfOrder', { status: 500, message: 'No heap left.' });
        const page = await openOrder(SPLIT_ORDER);
        await expect(page.getByRole('alert').first()).toBeVisible();
        await expectAccessible(page);
    });

    test('whose payments the user may not read', async ({ openOrder, localOrg }) => {
        localOrg.faults.hideObject('OrderPaymentSummary');
        const page = await openOrder(SPLIT_ORDER);
        await expect(page.getByText('read access to OrderPaymentSummary').first()).toBeVisible();
        await expectAccessible(page);
    });
});

test.describe('axe finds nothing in Open in Stripe', () => {
    test.use({ expectedErrors: [/500/] });

    async function openPayment(page: Page, open: (address: string) => Promise<Page>, id: unknown): Promise<void> {
        await placeOnRecordPages(page, 'c:openInStripe');
        await open(`/lightning/r/Payment/${String(id)}/view`);
    }

    test('with its link explained', async ({ open, page, localOrg }) => {
        const [payment] = localOrg.org.query('SELECT Id FROM Payment LIMIT 1').records;
        await openPayment(page, open, payment?.['Id']);
        await expect(page.locator('c-reference-cell')).toBeVisible();
        await expectQuiet(page);
        await explainLinks(page);
        await expectAccessible(page);
    });

    test('where something cannot be read, and after another try, which keeps the focus', async ({
        open,
        page,
        localOrg
    }) => {
        localOrg.faults.failApex('getPayments', { status: 500, message: 'No heap left.' });
        const [payment] = localOrg.org.query('SELECT Id FROM Payment LIMIT 1').records;
        await openPayment(page, open, payment?.['Id']);
        const component = page.locator('c-open-in-stripe');
        await expect(component.getByRole('alert')).toBeVisible();
        await expectAccessible(page);
        localOrg.faults.clear();
        await component.getByRole('button', { name: 'Try again' }).press('Enter');
        await expect(component.getByRole('alert')).toHaveCount(0);
        await expect(component.locator('c-record-reference .content').first()).toBeFocused();
    });
});

test.describe('at 400 % zoom', () => {
    // A window of 1280 by 1024 pixels.
    test.use({ viewport: { width: 320, height: 256 } });

    test('a summary needs no sideways scrolling, with every link explained', async ({ openSummary }) => {
        const page = await openSummary(DECLINED_ORDER);
        await expectLoaded(page);
        await explainLinks(page);
        await expectNoOverflow(page);
        await expectAccessible(page);
    });

    test('an order and the set-up page need none either', async ({ openOrder, open }) => {
        const page = await openOrder(SPLIT_ORDER);
        await expectLoaded(page);
        await expectNoOverflow(page);
        await open(SETUP);
        await page.getByRole('button', { name: 'Show all objects' }).click();
        await expectNoOverflow(page);
    });

    test('all of a gateway log can be reached', async ({ openSummary }) => {
        const page = await openSummary(DECLINED_ORDER);
        const dialog = await readLog(page, 'PGL-0018');
        for (const content of [
            dialog.getByText('Amount asked for'),
            dialog.getByRole('searchbox'),
            dialog.getByRole('treeitem', { name: 'insufficient_funds' }),
            dialog.getByRole('button', { name: 'Copy case' }),
            dialog.getByRole('button', { name: 'Close', exact: true })
        ]) {
            await content.scrollIntoViewIfNeeded();
            await expect(content).toBeInViewport();
            // Fails where another element would take the press.
            await content.click({ trial: true });
        }
        await expectNoOverflow(page);
    });
});

test('with the spacing of text that a reader has asked for nothing is cut off', async ({ openSummary }) => {
    const page = await openSummary(DECLINED_ORDER);
    await expectLoaded(page);
    // WCAG 2.2, 1.4.12. The components inherit it.
    await page.addStyleTag({ content: 'html { letter-spacing: 0.12em; line-height: 1.5; word-spacing: 0.16em; }' });
    await page.setViewportSize({ width: 1280, height: 900 });
    await expectNoOverflow(page);
    await expectAccessible(page);
});

test.describe('in forced colours', () => {
    test.use({ forcedColors: 'active' });

    test('the icons are seen, and so is the focus', async ({ openSummary }) => {
        const page = await openSummary(DECLINED_ORDER);
        await expectLoaded(page);
        const icons = await ownIcons(page);
        expect(icons.length).toBeGreaterThan(10);
        expect(icons.filter(({ isSeen }) => !isSeen)).toEqual([]);
        const list = listOf(page, 'Payment Authorizations');
        for (const control of [
            list.getByRole('columnheader').first().getByRole('button'),
            list.getByRole('button', { name: /^Copy pi_/ }).first(),
            list.getByRole('button', { name: 'Copy the text for the customer' }).first(),
            list.getByRole('link', { name: /^pi_/ }).first(),
            page.getByRole('button', { name: 'Read log PGL-0018' }).last()
        ]) {
            await control.focus();
            await page.keyboard.press('Tab');
            await page.keyboard.press('Shift+Tab');
            await expect(control).toBeFocused();
            await expect(control).not.toHaveCSS('outline-style', 'none');
        }
        await expectAccessible(page);
    });

    test('the line that a search has found is told from the others', async ({ openSummary }) => {
        const page = await openSummary(DECLINED_ORDER);
        const dialog = await readLog(page, 'PGL-0018');
        await dialog.locator('.slds-radio_faux:visible', { hasText: 'Text' }).click();
        await dialog.getByRole('searchbox').fill('decline_code');
        await expect(dialog.locator('.line.current')).toHaveCSS('outline-style', 'dashed');
        await expectAccessible(page);
    });
});

test.describe('for whoever wants less motion', () => {
    test.use({ reducedMotion: 'reduce' });

    test('nothing of the package moves', async ({ openSummary }) => {
        const page = await openSummary(DECLINED_ORDER);
        await expectLoaded(page);
        await explainLinks(page);
        expect(await movingElements(page)).toEqual([]);
        const dialog = await readLog(page, 'PGL-0018');
        await dialog.getByRole('searchbox').fill('decline_code');
        expect(await movingElements(page)).toEqual([]);
    });
});

test('buttons are large enough to be hit', async ({ openSummary, openOrder, open }) => {
    const page = await openSummary(DECLINED_ORDER);
    await expectLoaded(page);
    expect(await smallButtons(page)).toEqual([]);
    await openOrder(SPLIT_ORDER);
    await expectLoaded(page);
    expect(await smallButtons(page)).toEqual([]);
    await open(SETUP);
    await expect(page.locator('c-setup-link-samples')).toBeVisible();
    expect(await smallButtons(page)).toEqual([]);
});

test.describe('a screen reader is told', () => {
    test('what a table is of, and what its columns and controls are called', async ({ openSummary }) => {
        const page = await openSummary('00000104');
        await expectLoaded(page);
        const table = page.getByRole('table', { name: 'Payments', exact: true });
        await expect(table).toMatchAriaSnapshot(`
            - table "Payments":
              - caption: Payments
              - rowgroup:
                - row:
                  - columnheader "Number":
                    - button "Number"
                  - columnheader "Gateway Reference":
                    - button "Gateway Reference"
                  - columnheader "Amount":
                    - button "Amount"
                  - columnheader "Type":
                    - button "Type"
                  - columnheader "Status":
                    - button "Status"
                  - columnheader "Processing Mode":
                    - button "Processing Mode"
                  - columnheader "Result":
                    - button "Result"
                  - columnheader "Date (America/New_York)":
                    - button "Date (America/New_York)"
              - rowgroup:
                - row:
                  - cell "P-0003":
                    - link "P-0003"
                  - cell:
                    - text: SF209245
                    - button "Copy SF209245"
                    - button "Explain the link of P-0003"
                    - link /^Open pi_\\w+ \\(payment, test mode, .* opens in the Stripe Dashboard in a new tab\\)$/
                    - text: /payment, test mode/
                  - cell "$165.40"
                  - cell "Capture"
                  - cell "Processed"
                  - cell "Salesforce"
                  - cell /^Success/
                  - cell /Sep 13, 2026/
        `);
    });

    test('how many rows there are where not all are drawn', async ({ openSummary }) => {
        const page = await openSummary(BUSY_ORDER);
        const list = listOf(page, 'Payments');
        await expect(list.getByRole('status').filter({ hasText: 'shown' })).toHaveText('10 of 49 rows shown');
        const more = list.getByRole('button', { name: 'Show more of Payments' });
        while ((await more.count()) > 0) {
            await more.click();
        }
        const table = page.getByRole('table', { name: 'Payments', exact: true });
        const count = await table.getAttribute('aria-rowcount');
        // The header counts.
        expect(count ?? String(await table.getByRole('row').count())).toBe('50');
    });

    test('where the tree of a message stands, and what its window is', async ({ openSummary }) => {
        const page = await openSummary(DECLINED_ORDER);
        const dialog = await readLog(page, 'PGL-0018');
        await expect(dialog).toHaveAccessibleName(/Gateway/);
        const tree = dialog.getByRole('tree', { name: 'Response' });
        const error = tree.getByRole('treeitem').first();
        await expect(error).toHaveAccessibleName(/^error/);
        await expect(error).toHaveAttribute('aria-level', '1');
        await expect(error).toHaveAttribute('aria-expanded', 'true');
        await expect(error).toHaveAttribute('aria-setsize', /\d/);
    });

    test('what a button does, and to which record', async ({ openSummary }) => {
        const page = await openSummary(DECLINED_ORDER);
        await expectLoaded(page);
        const names = await page.locator('c-payment-console').getByRole('button').all();
        const buttons = await Promise.all(names.map((button) => button.getAttribute('aria-label')));
        expect(buttons).not.toContain('');
        const snapshot = await page.locator('c-payment-console').ariaSnapshot();
        expect(snapshot).not.toMatch(/^\s*- (button|link|combobox|searchbox|table|dialog)(:|$)/m);
        for (const name of ['Refresh Payments', 'Filter Gateway Logs', 'Read log PGL-0018', 'Explain the link of']) {
            expect(snapshot).toContain(name);
        }
    });

    test('what has changed: rows, events, and what was copied', async ({ openSummary, context, localOrg }) => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: localOrg.url });
        const page = await openSummary('00000106');
        await expectLoaded(page);
        const list = listOf(page, 'Refunds');
        await list.getByRole('searchbox').fill('no such thing');
        await expect(list.getByRole('status').filter({ hasText: 'rows shown' })).toHaveText('0 of 3 rows shown');
        const timeline = page.locator('c-timeline-view');
        await timeline.getByRole('combobox', { name: 'Kind' }).click();
        await timeline.getByRole('option', { name: 'Refund', exact: true }).click();
        await expect(timeline.getByRole('status').filter({ hasText: 'events' })).toHaveText(/^3 of \d+ events$/);
        await page.getByRole('button', { name: 'Refresh', exact: true }).click();
        await expect(page.getByRole('status').filter({ hasText: 'read again' })).toHaveCount(1);
        const dialog = await readLog(page, (await firstLog(page)) ?? '');
        await dialog.getByRole('button', { name: 'Copy Response' }).click();
        await expect(dialog.getByRole('status').filter({ hasText: 'Copied.' })).toHaveCount(1);
    });
});

/** The number of the log that stands first. */
async function firstLog(page: Page): Promise<string | undefined> {
    const text = await listOf(page, 'Gateway Logs').locator('tbody tr').first().innerText();
    return /PGL-\d+/.exec(text)?.[0];
}
