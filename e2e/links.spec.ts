import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import { chooseMode, expectLoaded } from './pageStates.ts';

/** The link into Stripe in the first row of a list. */
function linkIn(page: Page, list: string): Locator {
    const card = page.locator('c-payment-record-list').filter({ has: page.getByRole('heading', { name: list }) });
    return card.locator('a[target=_blank]').first();
}

test.describe('a link into Stripe', () => {
    test('opens in a new tab, without a way back, and says where it goes', async ({ openSummary }) => {
        const page = await openSummary('00000101');
        const link = linkIn(page, 'Payment Authorizations');
        const id = (await link.innerText()).split('\n')[0]?.trim() ?? '';
        expect(id).toMatch(/^pi_\w{24}/);
        await expect(link).toHaveAttribute('target', '_blank');
        await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
        await expect(link).toHaveAccessibleName(
            /^pi_\w{24} \(payment, test mode, medium confidence, opens in the Stripe Dashboard in a new tab\)$/
        );
    });

    const TEST_MODE = 'https://dashboard.stripe.com/test';
    for (const { what, order, method, list, opens, says } of [
        {
            what: 'an authorization: its payment',
            order: '00000101',
            list: 'Payment Authorizations',
            opens: /payments\/pi_/,
            says: 'payment, test mode'
        },
        {
            what: 'a payment captured at checkout with txn_, whose source is not known: a search',
            order: '00000102',
            list: 'Payments',
            opens: /search\?query=txn_/,
            says: 'search, test mode'
        },
        {
            what: 'a payment captured at checkout with pi_: that payment',
            order: '00000103',
            list: 'Payments',
            opens: /payments\/pi_/,
            says: 'payment, test mode'
        },
        {
            what: 'a payment captured by Order Management: its authorization’s payment',
            order: '00000104',
            list: 'Payments',
            opens: /payments\/pi_/,
            says: /payment, test mode, from authorization PA-\d+, medium confidence/
        },
        {
            what: 'a refund by Order Management: the payment of the authorization',
            order: '00000105',
            list: 'Refunds',
            opens: /payments\/pi_/,
            says: /payment, test mode, from authorization PA-\d+, medium confidence/
        },
        {
            what: 'the second half of a split payment: its own payment',
            order: '00000107',
            method: 'Apple Pay',
            list: 'Refunds',
            opens: /payments\/pi_/,
            says: /from authorization PA-\d+/
        },
        {
            what: 'the log of a reversal: the authorization that was reversed',
            order: '00000108',
            list: 'Gateway Logs',
            opens: /payments\/pi_/,
            says: /payment, test mode/
        },
        {
            what: 'a payment that has lost its summary: its authorization’s payment',
            order: '00000112',
            list: 'Payments',
            opens: /payments\/pi_/,
            says: /payment, test mode/
        }
    ]) {
        test(`opens, for ${what}`, async ({ openSummary }) => {
            const link = linkIn(await openSummary(order, method), list);
            await expect(link).toHaveAttribute('href', new RegExp(`^${TEST_MODE}/${opens.source}\\w{24}$`));
            await expect(link.locator('xpath=ancestor::td')).toContainText(says);
        });
    }
});

test.describe('a link whose mode is not known', () => {
    test('lets the person choose, remembers it for the gateway, and forgets it', async ({ openSummary, localOrg }) => {
        localOrg.faults.hideObject('Organization');
        const page = await openSummary('00000101');
        const list = page.locator('c-payment-record-list').first();
        await expect(list.locator('a[target=_blank]')).toHaveCount(0);
        await expect(list).toContainText('mode not known, low confidence');
        await expectAccessible(page);

        await expectLoaded(page);
        const newTab = await chooseMode(list, 'In live mode');
        expect(await newTab.evaluate(() => window.opener)).toBeNull();
        await newTab.close();

        await page.reload();
        await expect(linkIn(page, 'Payment Authorizations')).toHaveAttribute(
            'href',
            /^https:\/\/dashboard\.stripe\.com\/payments\/pi_\w{24}$/
        );
        await list.getByRole('button', { name: /^Explain the link of/ }).click();
        await expect(list).toContainText('live mode: your choice in this browser');
        await list.getByRole('button', { name: 'Forget my choice of mode' }).click();
        await expect(list.locator('a[target=_blank]')).toHaveCount(0);
    });
});

test.describe('account and mode', () => {
    test('come from the setting of the payment gateway, and the link says so on demand', async ({ openSummary }) => {
        const page = await openSummary('00000114');
        await expect(linkIn(page, 'Payment Authorizations')).toHaveAttribute(
            'href',
            /^https:\/\/dashboard\.stripe\.com\/acct_\w{16}\/test\/payments\/pi_\w{24}$/
        );
        const lists = page.locator('c-record-lists');
        const explain = lists.getByRole('button', { name: /^Explain the link of PA-/ });
        await expect(explain).toHaveAttribute('aria-expanded', 'false');
        await explain.press('Enter');
        await expect(explain).toHaveAttribute('aria-expanded', 'true');
        await expect(lists.getByRole('listitem').filter({ hasText: 'test mode: setting' })).toBeVisible();
        await expectAccessible(page);
    });

    test('come from the address of the request log that a decline carries', async ({ openSummary }) => {
        const page = await openSummary('00000109');
        await page
            .getByRole('button', { name: /^Explain the link of PA-/ })
            .last()
            .click();
        await expect(
            page.getByRole('listitem').filter({ hasText: 'the address of a request log' }).first()
        ).toBeVisible();
    });
});

test.describe('a reference', () => {
    test('is copied from the keyboard', async ({ openSummary, context }) => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        const page = await openSummary('00000101');
        const button = page.getByRole('button', { name: /^Copy pi_/ }).first();
        await button.focus();
        await page.keyboard.press('Enter');
        await expect(page.getByText(/^Copied pi_/).first()).toBeVisible();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied).toMatch(/^pi_\w{24}$/);
        await expect(button).toHaveAttribute('title', `Copy ${copied}`);
    });

    test('that is a client secret or hostile is neither shown, nor linked, nor copied', async ({ openSummary }) => {
        const page = await openSummary('00000115');
        const cell = page.getByRole('cell', { name: /^Hidden: not a reference/ }).first();
        await expect(cell.locator('a')).toHaveAttribute('href', /\/search\?query=order_id%3A00000115$/);
        await expect(cell.getByRole('button', { name: /^Copy/ })).toHaveCount(0);
        await expect(page.locator('c-payment-console')).not.toContainText('javascript:');
    });
});
