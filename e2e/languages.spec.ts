import type { Page } from '@playwright/test';
import { readLabels, readTranslatedLabels } from '../scripts/labels/labelFiles.ts';
import { pseudoText } from '../scripts/local-org/build/pseudoText.ts';
import { expect, expectAccessible } from './fixtures.ts';
import { literalTexts } from './literalTexts.ts';
import { expectLoaded, expectNoOverflow, expectQuiet, explainLinks, placeOnRecordPages } from './pageStates.ts';
import { shownTexts } from './shownTexts.ts';
import { speaking } from './speaking.ts';

const inPseudo = speaking('pseudo');
const inPseudoRightToLeft = speaking('pseudo-rtl');
const inGerman = speaking('de');

const texts = new Map(readLabels().map(({ name, text }) => [name, text]));

/** The text of a label in the pseudo-language, with values in its places. */
function pseudo(name: string, ...values: string[]): string {
    const text = texts.get(`Payments_${name}`);
    if (text === undefined) {
        throw new Error(`There is no label Payments_${name}.`);
    }
    return values.reduce((filled, value, index) => filled.replace(`{${index}}`, value), pseudoText(text));
}

async function expectNoLiteralText(page: Page): Promise<void> {
    const shown = await shownTexts(page);
    expect(shown.length).toBeGreaterThan(5);
    expect(literalTexts(shown)).toEqual([]);
}

const EMPTY_ORDER = '00000111';
const DECLINED_ORDER = '00000109';
const LARGE_LOG_ORDER = '00000110';
const BUSY_ORDER = '00000116';
/** Each shows texts that no other does: see the README of the sample data. */
const ORDERS = ['00000102', '00000106', '00000108', DECLINED_ORDER, EMPTY_ORDER, '00000112', '00000114', '00000115'];

inPseudo.describe('in a pseudo-language, no text is literal', () => {
    for (const order of ORDERS) {
        inPseudo(`on the page of a summary of order ${order}, its links explained`, async ({ openSummary }) => {
            const page = await openSummary(order);
            await expectLoaded(page);
            await explainLinks(page);
            await expectNoLiteralText(page);
        });
    }

    for (const order of ['00000107', '00000108', '00000117', '00000118']) {
        inPseudo(`on the page of the whole order ${order}, its records open`, async ({ openOrder }) => {
            const page = await openOrder(order);
            await expectLoaded(page);
            await expectNoLiteralText(page);
            await page.locator('article.summary button[aria-expanded=false]').first().click();
            await expectQuiet(page);
            await explainLinks(page);
            await expectNoLiteralText(page);
        });
    }

    inPseudo('in the tabs of the package, on its record pages and in the navigation', async ({ openSummary }) => {
        const page = await openSummary(EMPTY_ORDER);
        await expect(page.getByRole('tab', { name: pseudo('Payments_Title'), exact: true })).toBeVisible();
        await expect(page.getByRole('link', { name: pseudo('Setup_Title'), exact: true })).toBeVisible();
    });

    inPseudo('in the custom fields of the package, on the page of a payment', async ({ open, localOrg }) => {
        const { records } = localOrg.org.query('SELECT Id FROM Payment LIMIT 1');
        const page = await open(`/lightning/r/Payment/${String(records[0]?.['Id'])}/view`);
        await expect(page.getByText(pseudoText('Stripe Account Type'), { exact: true })).toBeVisible();
        await expect(page.getByText('Stripe Account Type')).toHaveCount(0);
    });

    inPseudo('in lists that are sorted, filtered, and grow', async ({ openSummary }) => {
        const page = await openSummary(BUSY_ORDER);
        await expectLoaded(page);
        const list = page.locator('c-payment-record-list').nth(1);
        await list.getByRole('columnheader').nth(1).getByRole('button').click();
        await list.getByRole('button', { name: pseudo('List_ShowMore', pseudo('Payments_Title')) }).click();
        await expectNoLiteralText(page);
        await list.getByRole('combobox').click();
        await expect(list.getByRole('option').first()).toBeVisible();
        await expectNoLiteralText(page);
        await page.keyboard.press('Escape');
        await list.getByRole('searchbox').fill('no such thing');
        await expect(list).toContainText(pseudo('List_NoMatch'));
        await expectNoLiteralText(page);
    });

    inPseudo('in the filters of the timeline', async ({ openSummary }) => {
        const page = await openSummary(BUSY_ORDER);
        await expectLoaded(page);
        const timeline = page.locator('c-timeline-view');
        await timeline.getByRole('button', { name: pseudo('Timeline_More') }).click();
        for (const filter of await timeline.getByRole('combobox').all()) {
            await filter.click();
            await expect(timeline.getByRole('option').first()).toBeVisible();
            await expectNoLiteralText(page);
            await page.keyboard.press('Escape');
        }
    });

    inPseudo('in the window of a gateway log, as a tree and as text', async ({ openSummary }) => {
        const page = await openSummary(DECLINED_ORDER);
        await page
            .getByRole('button', { name: pseudo('Log_OpenNamed', 'PGL-0018') })
            .first()
            .click();
        const dialog = page.getByRole('dialog');
        await expect(dialog.getByRole('tree')).toBeVisible();
        await dialog.getByRole('searchbox').fill('no such thing');
        await expect(dialog).toContainText(pseudo('Message_NoMatch'));
        await expectNoLiteralText(page);
        await dialog.getByRole('tab').nth(1).click();
        await dialog
            .getByRole('radio', { name: pseudo('Message_Text') })
            .last()
            .check({ force: true });
        await expectNoLiteralText(page);
    });

    inPseudo('in the window of a large log, with personal data', async ({ openSummary }) => {
        const page = await openSummary(LARGE_LOG_ORDER);
        await page
            .getByRole('button', { name: pseudo('Log_OpenNamed', 'PGL-0024') })
            .first()
            .click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('button', { name: pseudo('Message_ExpandAll') }).click();
        await expectNoLiteralText(page);
        await dialog.getByRole('button', { name: pseudo('Log_Reveal') }).click();
        await expect(dialog.getByRole('button', { name: pseudo('Log_Conceal') })).toBeVisible();
        await expectNoLiteralText(page);
    });

    for (const objectName of ['PaymentAuthorization', 'Payment', 'Refund', 'PaymentGatewayLog']) {
        inPseudo(`in Open in Stripe, on the page of a ${objectName}`, async ({ open, page, localOrg }) => {
            await placeOnRecordPages(page, 'c:openInStripe');
            const { records } = localOrg.org.query(`SELECT Id FROM ${objectName} LIMIT 1`);
            await open(`/lightning/r/${objectName}/${String(records[0]?.['Id'])}/view`);
            await expect(page.locator('c-reference-cell')).toBeVisible();
            await expectQuiet(page);
            await explainLinks(page);
            await expectNoLiteralText(page);
        });
    }

    inPseudo('on the set-up page', async ({ open }) => {
        const page = await open('/lightning/n/Stripe_Payments_Setup');
        await expect(page.locator('c-setup-link-samples')).toBeVisible();
        await expectQuiet(page);
        await expectNoLiteralText(page);
        await page.getByRole('button', { name: pseudo('Setup_Access_ShowAll') }).click();
        await expectNoLiteralText(page);
    });

    inPseudo.describe('where something fails', () => {
        inPseudo.use({ expectedErrors: [/500/] });

        inPseudo('in what the lists say about it', async ({ openSummary, localOrg }) => {
            localOrg.faults.failApex('getPayments', { status: 500, message: '' });
            localOrg.faults.hideObject('Refund');
            localOrg.faults.hideField('PaymentAuthorization.GatewayRefNumber');
            const page = await openSummary('00000106');
            await expect(page.getByRole('alert').first()).toBeVisible();
            await expect(page.getByText(pseudo('List_Denied', 'Refund'))).toBeVisible();
            await expectQuiet(page);
            await expectNoLiteralText(page);
        });
    });
});

for (const [width, height] of [
    [360, 740],
    [1280, 900]
] as const) {
    for (const [direction, inDirection] of [
        ['left to right', inPseudo],
        ['right to left', inPseudoRightToLeft]
    ] as const) {
        inDirection.describe(`longer texts, ${direction}, ${width} pixels wide`, () => {
            inDirection.use({ viewport: { width, height } });

            inDirection('stay within the page of a summary', async ({ openSummary }) => {
                const page = await openSummary(DECLINED_ORDER);
                await expectLoaded(page);
                await explainLinks(page);
                await expectNoOverflow(page);
            });

            inDirection('stay within the page of an order', async ({ openOrder }) => {
                const page = await openOrder('00000108');
                await expectLoaded(page);
                await expectNoOverflow(page);
            });

            inDirection('stay within the window of a log', async ({ openSummary }) => {
                const page = await openSummary(DECLINED_ORDER);
                await page
                    .getByRole('button', { name: pseudo('Log_OpenNamed', 'PGL-0018') })
                    .first()
                    .click();
                await expect(page.getByRole('dialog').getByRole('tree')).toBeVisible();
                await expectNoOverflow(page);
                const beyond = await page
                    .getByRole('dialog')
                    .evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
                expect(beyond, 'pixels beyond the window').toBeLessThanOrEqual(0);
            });
        });
    }
}

inPseudoRightToLeft('a page that is written from right to left says so, and has its icons', async ({ openSummary }) => {
    const page = await openSummary(DECLINED_ORDER);
    await expectLoaded(page);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('c-timeline-view lightning-icon svg').first()).toBeVisible();
});

inGerman.describe('in German', () => {
    inGerman('the page shows German, in the formats of Germany', async ({ openSummary }) => {
        const page = await openSummary('00000106');
        await expectLoaded(page);
        const german = new Map(readTranslatedLabels('de').map(({ name, text }) => [name, text]));
        await expect(page.locator('html')).toHaveAttribute('lang', 'de');
        for (const name of ['Authorizations_Title', 'Payments_Title', 'Refunds_Title', 'GatewayLogs_Title']) {
            const title = german.get(`Payments_${name}`) ?? '';
            await expect(page.getByRole('heading', { name: new RegExp(`^${title}`) })).toBeVisible();
        }
        await expect(page.locator('td[data-label=Betrag]').first()).toHaveText(/^\d{1,3}(\.\d{3})*,\d{2}\s\$$/);
        await expect(page.locator('c-timeline-view .headline').first()).toContainText(
            /\d{2}\.\d{2}\.\d{4}, \d{2}:\d{2}/
        );
        await expectAccessible(page);
    });

    inGerman('the running user has the language', ({ localOrg }) => {
        const { records } = localOrg.org.query('SELECT LanguageLocaleKey, LocaleSidKey FROM User');
        expect(records).toMatchObject([{ LanguageLocaleKey: 'de', LocaleSidKey: 'de_DE' }]);
    });
});
