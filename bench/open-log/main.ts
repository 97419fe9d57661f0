import type { Page } from '@playwright/test';
import { SAMPLE_DATA, startLocalOrg } from '../../scripts/local-org/server/startLocalOrg.ts';
import { bodies } from '../redact/bodies.ts';
import { launchChromium } from '../launchChromium.ts';
import { saveResults } from '../results.ts';
import { median } from '../statistics.ts';

/**
 * How long it takes from the last byte of a gateway log's body, as long as the field can be, to its first lines on the
 * screen of an open window: parsing, redaction and first paint, in real Chromium. Every run is a new page, whose code is not yet warm.
 */
const RUNS = 9;
const REQUIRED_MILLISECONDS = 100;
const ORDER = '00000110';

const localOrg = await startLocalOrg({ dataPaths: [SAMPLE_DATA] });
const browser = await launchChromium();
const [summary] = localOrg.org.query(
    `SELECT Id FROM OrderPaymentSummary WHERE OrderSummary.OrderNumber = '${ORDER}'`
).records;
const address = `${localOrg.url}/lightning/r/OrderPaymentSummary/${String(summary?.['Id'])}/view`;

const figures: Record<string, { characters: number; median: number; maximum: number }> = {};
for (const [name, body] of Object.entries(bodies())) {
    const milliseconds: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
        milliseconds.push(await millisecondsToFirstLine(body));
    }
    figures[name] = { characters: body.length, median: median(milliseconds), maximum: Math.max(...milliseconds) };
    const { characters, median: usual, maximum } = figures[name];
    process.stdout.write(`${name}, ${characters} characters: ${usual} ms, at most ${maximum} ms\n`);
}
await browser.close();
await localOrg.close();

const results = {
    runs: RUNS,
    milliseconds: figures
};
saveResults(import.meta.url, results);
process.stdout.write(`Required: a median below ${REQUIRED_MILLISECONDS} ms for each.\n`);
process.exitCode = Object.values(figures).some((figure) => figure.median >= REQUIRED_MILLISECONDS) ? 1 : 0;

async function millisecondsToFirstLine(body: string): Promise<number> {
    const page = await browser.newPage();
    await answerWith(page, body);
    await page.addInitScript(noteFirstLine);
    await page.goto(address);
    await page.getByRole('button', { name: 'Read log' }).first().click();
    const painted = await page.waitForFunction(() => Reflect.get(window, 'firstLinePainted') as number | undefined);
    const milliseconds = await painted.evaluate((instant) => {
        const answers = performance.getEntriesByType('resource');
        const answer = answers.filter(({ name: url }) => url.includes('getGatewayLogBody')).at(-1);
        return (instant ?? 0) - (answer as PerformanceResourceTiming).responseEnd;
    });
    await page.close();
    return Math.round(milliseconds);
}

/**
 * In the page, before its own scripts: notes when the first line is painted, so that the way to this process does not
 * count. The browser's own search is kept, because LWC changes what a page's scripts can find.
 */
function noteFirstLine(): void {
    const find = Document.prototype.querySelector;
    const observer = new MutationObserver(() => {
        if (find.call(document, 'c-message-view .line')) {
            observer.disconnect();
            // The frame after the next: by then the lines have been painted.
            requestAnimationFrame(() =>
                requestAnimationFrame((instant) => Reflect.set(window, 'firstLinePainted', instant))
            );
        }
    });
    observer.observe(document, { childList: true, subtree: true });
}

/**
 * The log's own answer, with another body in it. It comes once the window is drawn, as from any org that is not on the
 * same computer.
 */
async function answerWith(page: Page, body: string): Promise<void> {
    await page.route(/getGatewayLogBody/, async (route) => {
        const response = await route.fetch();
        const answer = JSON.parse(await response.text());
        answer.records[0].Response = body;
        await page.getByRole('dialog').getByText('Loading Gateway log').waitFor({ state: 'attached' });
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve))));
        await route.fulfill({ response, json: answer });
    });
}
