import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { BUILD_TIMEOUT, expect, test as base } from './fixtures.ts';
import { linkCasePages, numberOf, objectOf, startOf, toTreeFile, type PlacedCase } from './linkCasePages.ts';

const PAGES = linkCasePages();

const test = base.extend({
    localOrg: [
        async ({ orgNamed }, use) => {
            const localOrg = await orgNamed('link cases', async (start) => {
                const folder = await mkdtemp(path.join(tmpdir(), 'link-cases-'));
                const file = path.join(folder, 'records.json');
                await writeFile(file, JSON.stringify(toTreeFile(PAGES)));
                const started = await start({ dataPaths: [file] });
                await rm(folder, { recursive: true });
                return started;
            });
            await use(localOrg);
        },
        { scope: 'test', timeout: BUILD_TIMEOUT }
    ]
});

const SECRET = /_secret_|\b[srp]k_(test|live|prod)_|whsec_|ephkey_/i;

const PAGE_NAMES: Readonly<Record<string, string>> = {
    paymentLink: 'payment link',
    requestLog: 'request log',
    setupIntent: 'setup intent',
    topup: 'top-up',
    webhookEndpoint: 'webhook endpoint'
};

const OBJECT_NAMES: Readonly<Record<string, string>> = {
    PaymentAuthorization: 'authorization',
    Payment: 'payment',
    Refund: 'refund',
    PaymentGatewayLog: 'gateway log'
};

/** How the page must show the reference of a case's record. */
function shownReference(linkCase: PlacedCase): string {
    switch (linkCase.own) {
        case 'secret':
            return 'Hidden: holds a secret';
        case 'unsafe':
            return 'Hidden: not a reference';
        case 'empty':
            return 'None';
        default:
            return linkCase.shown ?? startOf(linkCase).GatewayRefNumber ?? '';
    }
}

/** Where the page must say that the link leads. A sandbox always knows its mode. */
function description(linkCase: PlacedCase): string {
    const { link, from } = linkCase;
    if (link === undefined) {
        return '';
    }
    const segments = new URL(link.url).pathname.split('/');
    const account = segments[1]?.startsWith('acct_') ? segments[1] : undefined;
    const isTest = segments[account === undefined ? 1 : 2] === 'test';
    return [
        PAGE_NAMES[link.opens] ?? link.opens,
        isTest ? 'test mode' : 'live mode',
        account === undefined ? [] : `account ${account}`,
        from === undefined ? [] : `from ${OBJECT_NAMES[objectOf(linkCase, from)]} ${numberOf(linkCase, from)}`,
        `${link.confidence} confidence`
    ]
        .flat()
        .join(', ');
}

/** The words of the link, also those for a screen reader. */
function linkWords(linkCase: PlacedCase): string {
    const { link } = linkCase;
    if (link === undefined) {
        return '';
    }
    const { pathname, searchParams } = new URL(link.url);
    const target = searchParams.get('query')?.replace('order_id:', '') ?? pathname.split('/').at(-1) ?? '';
    const verb = link.opens === 'search' ? 'Search Stripe for ' : target === shownReference(linkCase) ? '' : 'Open ';
    return `${verb}${target} (${description(linkCase)}, opens in the Stripe Dashboard in a new tab)`;
}

/** Shows every row of every list. */
async function showAll(page: Page): Promise<void> {
    await expect(page.locator('c-payment-console tbody tr').first()).toBeVisible({ timeout: 20_000 });
    await expect(page.locator('lightning-spinner')).toHaveCount(0, { timeout: 20_000 });
    const more = page.getByRole('button', { name: /^Show more of/ });
    while ((await more.count()) > 0) {
        await more.first().click();
    }
}

interface ShownRow {
    /** What stands in the place of the reference. */
    reference: string;
    url?: string;
    /** The words of the link, also those for a screen reader. */
    words: string;
    /** All that is read in the row. */
    text: string;
}

/** The rows of all lists by the number of their record. A long list draws what is in sight: the page goes through it. */
async function readRows(page: Page): Promise<Map<string, ShownRow>> {
    const rows = new Map<string, ShownRow>();
    for (const table of await page.locator('c-payment-console c-record-table').all()) {
        const bodies = table.locator('tbody');
        for (let index = 0; index < (await bodies.count()); index += 1) {
            const body = bodies.nth(index);
            await body.scrollIntoViewIfNeeded();
            await expect(body.locator('.undrawn')).toHaveCount(0);
            (await readDrawnRows(body)).forEach(([number, row]) => rows.set(number, row));
        }
    }
    return rows;
}

function readDrawnRows(body: Locator): Promise<[string, ShownRow][]> {
    return body.locator('tr').evaluateAll((elements: HTMLElement[]) =>
        elements.map((row): [string, ShownRow] => {
            const number = row.querySelector<HTMLElement>('td[data-label=Number] a')?.innerText.trim() ?? '';
            const line = row.querySelector('td .line');
            const details = line?.parentElement?.querySelector('c-reference-details')?.shadowRoot;
            const link = line?.querySelector('a') ?? details?.querySelector('a[target=_blank]');
            const asOneLine = (text: string | null | undefined) => (text ?? '').trim().replace(/\s+/g, ' ');
            return [
                number,
                {
                    reference: asOneLine(line?.querySelector('a, span')?.firstChild?.textContent),
                    url: link?.getAttribute('href') ?? undefined,
                    words: asOneLine(link?.textContent).replace(/(?<! )\(/, ' ('),
                    text: row.innerText
                }
            ];
        })
    );
}

test('at least 150 cases are on the pages', () => {
    expect(PAGES.flatMap(({ cases }) => cases).length).toBeGreaterThanOrEqual(150);
});

/** What the page must show of a case. */
function expectedOf(linkCase: PlacedCase) {
    return {
        url: linkCase.link?.url,
        reference: shownReference(linkCase).trim().replace(/\s+/g, ' '),
        words: linkWords(linkCase),
        description: description(linkCase),
        leaks: []
    };
}

/** What it shows. Of the description only whether it is there, since a row says more than that. */
function actualOf(linkCase: PlacedCase, rows: Map<string, ShownRow>) {
    const row = rows.get(numberOf(linkCase, startOf(linkCase).Id));
    const expected = description(linkCase);
    return {
        url: row?.url,
        reference: row?.reference,
        words: row?.words,
        description: row?.text.includes(expected) ? expected : row?.text,
        leaks: linkCase.hidden?.filter((secret) => row?.text.includes(secret)) ?? []
    };
}

for (const { method, orderNumber, cases } of PAGES) {
    test(`the page of ${method} has the links of its cases (${cases.length})`, async ({ openSummary }) => {
        test.slow();
        const page = await openSummary(orderNumber, method);
        await showAll(page);
        // What the rows need to know of other records, and of the org, may come in after them.
        await expect(async () => {
            const rows = await readRows(page);
            const byName = (read: (linkCase: PlacedCase) => object) =>
                Object.fromEntries(cases.map((linkCase) => [linkCase.name, read(linkCase)]));
            expect(byName((linkCase) => actualOf(linkCase, rows))).toEqual(byName(expectedOf));
        }).toPass({ timeout: 60_000 });
        expect(await page.content()).not.toMatch(SECRET);
    });
}
