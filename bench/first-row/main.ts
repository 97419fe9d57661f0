import type { BrowserContext } from '@playwright/test';
import { SAMPLE_DATA, startLocalOrg } from '../../scripts/local-org/server/startLocalOrg.ts';
import { launchChromium } from '../launchChromium.ts';
import { saveResults } from '../results.ts';
import { median } from '../statistics.ts';

/**
 * How long it takes from the request for a console's page to its first row on the screen, in real Chromium: with an
 * empty browser, and on later visits.
 */
const VISITS = 9;
const BUSY_ORDER = '00000116';

const localOrg = await startLocalOrg({ dataPaths: [SAMPLE_DATA] });
const browser = await launchChromium();
const [summary] = localOrg.org.query(
    `SELECT Id FROM OrderPaymentSummary WHERE OrderSummary.OrderNumber = '${BUSY_ORDER}'`
).records;
const address = `${localOrg.url}/lightning/r/OrderPaymentSummary/${String(summary?.['Id'])}/view`;

const first: number[] = [];
const later: number[] = [];
for (let run = 0; run < VISITS; run += 1) {
    const context = await browser.newContext();
    first.push(await millisecondsToFirstRow(context));
    later.push(await millisecondsToFirstRow(context));
    await context.close();
}
await browser.close();
await localOrg.close();

const results = {
    visits: VISITS,
    medianMilliseconds: { first: median(first), later: median(later) },
    maximumMilliseconds: { first: Math.max(...first), later: Math.max(...later) }
};
saveResults(import.meta.url, results);
process.stdout.write(`${JSON.stringify(results, undefined, 2)}\n`);

/** The page itself notes when a row of a list is painted, so that the way to this process does not count. */
async function millisecondsToFirstRow(context: BrowserContext): Promise<number> {
    const page = await context.newPage();
    await page.goto(address);
    const milliseconds = await page
        .locator('c-record-table tbody tr')
        .first()
        .evaluate(() => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now()))));
    await page.close();
    return Math.round(milliseconds);
}
