import { expect, test } from './fixtures.ts';
import { expectKeyboardReachesAll, hasFocus } from './keyboardWalk.ts';
import {
    chooseMode,
    expectLoaded,
    expectQuiet,
    explainLinks,
    listOf,
    placeOnRecordPages,
    readLog
} from './pageStates.ts';

const SPLIT_ORDER = '00000107';
const DECLINED_ORDER = '00000109';
const BUSY_ORDER = '00000116';

test.describe('the Tab key reaches each control once, in reading order, and shows where it is', () => {
    test('on the page of a summary, its links explained', async ({ openSummary }) => {
        const page = await openSummary(DECLINED_ORDER);
        await expectLoaded(page);
        await explainLinks(page);
        expect(await expectKeyboardReachesAll(page, page.locator('c-payment-console'))).toBeGreaterThan(50);
    });

    test('on the page of an order, with the records of a payment open', async ({ openOrder }) => {
        const page = await openOrder(SPLIT_ORDER);
        await expectLoaded(page);
        await page
            .getByRole('button', { name: /^Show records/ })
            .first()
            .press('Enter');
        await expectQuiet(page);
        await expectKeyboardReachesAll(page, page.locator('c-order-payments-console'));
    });

    test('in a list whose rows are not all drawn', async ({ openSummary }) => {
        const page = await openSummary(BUSY_ORDER);
        await expectLoaded(page);
        await expectKeyboardReachesAll(page, listOf(page, 'Refunds'));
    });

    test('in the window of a gateway log, which keeps the focus', async ({ openSummary }) => {
        const page = await openSummary(DECLINED_ORDER);
        const dialog = await readLog(page, 'PGL-0018');
        await dialog.getByRole('searchbox').fill('decline');
        await expectKeyboardReachesAll(page, dialog, true);
    });

    test('on the set-up page, all objects shown', async ({ open }) => {
        const page = await open('/lightning/n/Stripe_Payments_Setup');
        await page.getByRole('button', { name: 'Show all objects' }).press('Enter');
        await expectKeyboardReachesAll(page, page.locator('c-stripe-payments-setup'));
    });

    test('in Open in Stripe', async ({ open, page, localOrg }) => {
        await placeOnRecordPages(page, 'c:openInStripe');
        const [payment] = localOrg.org.query('SELECT Id FROM Payment LIMIT 1').records;
        await open(`/lightning/r/Payment/${String(payment?.['Id'])}/view`);
        await expect(page.locator('c-reference-cell')).toBeVisible();
        await expectKeyboardReachesAll(page, page.locator('c-open-in-stripe'));
    });

    test.describe('on a narrow screen', () => {
        test.use({ viewport: { width: 320, height: 640 } });

        test('where the buttons that sort stay in sight', async ({ openSummary }) => {
            const page = await openSummary('00000104');
            await expectLoaded(page);
            await expectKeyboardReachesAll(page, page.locator('c-payment-console'));
            const header = listOf(page, 'Payments').getByRole('columnheader', { name: 'Amount' });
            await header.getByRole('button').press('Enter');
            await expect(header).toHaveAttribute('aria-sort', 'ascending');
        });
    });
});

test.describe('the keyboard alone', () => {
    test('filters by status, sorts, shows more, explains a link and reads a log', async ({ openSummary }) => {
        const page = await openSummary(BUSY_ORDER);
        await expectLoaded(page);
        const list = listOf(page, 'Gateway Logs');
        await list.getByRole('searchbox').focus();
        await page.keyboard.press('Tab');
        await expect(list.getByRole('combobox')).toBeFocused();
        await page.keyboard.press('ArrowDown');
        await expect(list.getByRole('option').first()).toBeVisible();
        await page.keyboard.press('End');
        await page.keyboard.press('Enter');
        await expect(list.getByRole('status').filter({ hasText: 'rows shown' })).not.toHaveText('');
        await expect(list.getByRole('combobox')).toBeFocused();
        await page.keyboard.press('Tab');
        await page.keyboard.press('Space');
        await expect(list.getByRole('columnheader').first()).toHaveAttribute('aria-sort', 'ascending');
        const explain = list.getByRole('button', { name: /^Explain the link/ }).first();
        await explain.press('Space');
        await expect(explain).toHaveAttribute('aria-expanded', 'true');
        await expect(explain).toBeFocused();
        const read = list.getByRole('button', { name: /^Read log/ }).first();
        await read.press('Space');
        await expect(page.getByRole('dialog')).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
        await expect(read).toBeFocused();
    });

    test('moves through the tree of a message as through any tree', async ({ openSummary }) => {
        const page = await openSummary(DECLINED_ORDER);
        const dialog = await readLog(page, 'PGL-0018');
        const tree = dialog.getByRole('tree');
        await tree.focus();
        await page.keyboard.press('Home');
        const chosen = tree.locator('[aria-selected=true]');
        await expect(chosen).toHaveAttribute('aria-expanded', 'true');
        await page.keyboard.press('ArrowLeft');
        await expect(chosen).toHaveAttribute('aria-expanded', 'false');
        await expect(tree.getByRole('treeitem')).toHaveCount(1);
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('ArrowRight');
        await expect(chosen).toHaveAttribute('aria-level', '2');
        await expect(tree).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '');
    });
});

test.describe('the focus is never lost', () => {
    test.use({ expectedErrors: [/500/] });

    const failure = { status: 500, message: 'No heap left.' };

    test('after a list is read again on request', async ({ openSummary, localOrg }) => {
        localOrg.faults.failApex('getPayments', failure);
        const page = await openSummary('00000104');
        const list = listOf(page, 'Payments');
        const again = list.getByRole('button', { name: 'Try again' });
        await expect(again).toBeVisible();
        localOrg.faults.clear();
        await again.press('Enter');
        await expect(list.getByRole('alert')).toHaveCount(0);
        await expect(list.getByRole('button', { name: 'Refresh Payments' })).toBeFocused();
    });

    test('while everything is read again', async ({ openSummary, localOrg }) => {
        const page = await openSummary('00000104');
        await expectLoaded(page);
        const release = localOrg.faults.delayApex('getPayments');
        const refresh = page.getByRole('button', { name: 'Refresh', exact: true });
        await refresh.press('Enter');
        await expect(page.locator('[aria-busy=true]').first()).toBeVisible();
        await expect(refresh).toBeFocused();
        release();
        await expect(page.getByRole('status').filter({ hasText: 'read again' })).toHaveCount(1);
        await expect(refresh).toBeFocused();
    });

    test('after a filter that nothing matches is cleared', async ({ openSummary }) => {
        const page = await openSummary('00000104');
        const list = listOf(page, 'Payments');
        await list.getByRole('searchbox').fill('no such thing');
        await list.getByRole('button', { name: 'Clear filter' }).press('Enter');
        await expect(list.getByRole('searchbox')).toBeFocused();
    });

    test('after the last rows and the last events are shown', async ({ openSummary }) => {
        const page = await openSummary(BUSY_ORDER);
        await expectLoaded(page);
        for (const [part, name] of [
            [listOf(page, 'Payments'), 'Show more of Payments'],
            [page.locator('c-timeline-view'), 'Show more events']
        ] as const) {
            const more = part.getByRole('button', { name });
            while ((await more.count()) > 0) {
                await more.press('Enter');
                expect(await hasFocus(page)).toBe(true);
            }
        }
    });

    test('after a choice of mode, and after it is taken back', async ({ openSummary, localOrg }) => {
        localOrg.faults.hideObject('Organization');
        const page = await openSummary('00000101');
        await expectLoaded(page);
        const list = listOf(page, 'Payment Authorizations');
        await (await chooseMode(list, 'In test mode')).close();
        const explain = list.getByRole('button', { name: /^Explain the link/ });
        await expect(explain).toBeFocused();
        await explain.press('Enter');
        await list.getByRole('button', { name: 'Forget my choice of mode' }).press('Enter');
        await expect(explain).toBeFocused();
    });

    test('after a log is read on another try', async ({ openSummary, localOrg }) => {
        localOrg.faults.failApex('getGatewayLogBody', failure);
        const page = await openSummary(DECLINED_ORDER);
        await page.getByRole('button', { name: 'Read log PGL-0018' }).first().press('Enter');
        const again = page.getByRole('dialog').getByRole('button', { name: 'Try again' });
        await expect(again).toBeVisible();
        localOrg.faults.clear();
        await again.press('Enter');
        await expect(page.getByRole('dialog').getByRole('tree')).toBeVisible();
        await expect(page.getByRole('dialog').locator('.message')).toBeFocused();
    });

    test('after the payments of an order are read on another try', async ({ openOrder, localOrg }) => {
        localOrg.faults.failApex('getOrderPaymentSummariesOfOrder', failure);
        const page = await openOrder(SPLIT_ORDER);
        const again = page.getByRole('button', { name: 'Try again' }).last();
        await expect(again).toBeVisible();
        localOrg.faults.clear();
        await again.press('Enter');
        await expect(page.getByRole('alert')).toHaveCount(0);
        await expect(page.getByRole('button', { name: 'Refresh', exact: true })).toBeFocused();
    });

    test('after the set-up is checked on another try', async ({ open, localOrg }) => {
        localOrg.faults.failApex('getObjectAccess', failure);
        const page = await open('/lightning/n/Stripe_Payments_Setup');
        const again = page.getByRole('button', { name: 'Try again' });
        await expect(again).toBeVisible();
        localOrg.faults.clear();
        await again.press('Enter');
        await expect(page.getByRole('alert')).toHaveCount(0);
        await expect(page.getByRole('button', { name: 'Check again' })).toBeFocused();
    });
});
