import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { saveResults } from '../results.ts';
import { summarize, type Summary } from '../statistics.ts';
import { serveSubjects } from './server.ts';
import { launchChromium } from '../launchChromium.ts';

/**
 * Our list of payments beside Salesforce's `lightning-datatable`, the least that a table in LWC can be, and the
 * browser's own functions, in real Chromium: one round after the other, so that what disturbs one disturbs all. A new
 * page for each figure, in milliseconds. `ours` is the whole list, with card, filter and links; the others are the table
 * alone.
 */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 9);
/** A subject that is slower than this, in milliseconds, is run in three rounds only. */
const SLOW = 2_000;
const SIZES = [10, 50, 100, 1_000, 5_000, 10_000];
const IN_PAGE = fileURLToPath(new URL('inPage.js', import.meta.url));
const SUBJECTS = ['ours', 'table', 'datatable', 'plain', 'raw'] as const;
type SubjectName = (typeof SUBJECTS)[number];

const server = await serveSubjects();
const browser = await launchChromium();

const figures = new Map<string, number[]>();
const note = (name: string, figure: number) => figures.set(name, [...(figures.get(name) ?? []), figure]);
const of = (name: string) => figures.get(name) ?? [];

for (let round = 0; round < ROUNDS; round += 1) {
    for (const size of SIZES) {
        for (const subject of SUBJECTS) {
            const isSlow = (of(`usable ${subject} ${size}`)[0] ?? 0) > SLOW;
            // Salesforce's table needs about a minute for 10,000 rows.
            if (!(isSlow && round >= 3) && !(subject === 'datatable' && size === 10_000)) {
                const { usable, work, sorted } = await timeSubject(browser, subject, size);
                note(`usable ${subject} ${size}`, usable);
                note(`work ${subject} ${size}`, work);
                note(`sort ${subject} ${size}`, sorted);
            }
        }
    }
    note('keystroke 10000', await timeKeystroke(browser, 10_000));
    note('showMore 10', await timeShowMore(browser));
    const { longest, long } = await scroll(browser, 10_000);
    note('scroll longest frame 10000', longest);
    note('scroll frames over 50 ms 10000', long);
    process.stdout.write(`Round ${round + 1} of ${ROUNDS} is done.\n`);
}
const memory = await measureMemory(browser);
await browser.close();
server.close();

const milliseconds = Object.fromEntries([...figures].map(([name, values]) => [name, summarize(values)]));
saveResults(import.meta.url, { milliseconds, ratios: ratios(), memory });
report();

/** By round, so that both figures of a ratio come from the same minute. */
function ratio(dividend: string, divisor: string): Summary {
    const divisors = of(divisor);
    return summarize(of(dividend).flatMap((value, round) => (divisors[round] ? [value / divisors[round]] : [])));
}

function ratios(): Record<string, Summary> {
    return {
        'datatable / ours, 1,000 rows to first usable': ratio('usable datatable 1000', 'usable ours 1000'),
        'datatable / ours, 5,000 rows to first usable': ratio('usable datatable 5000', 'usable ours 5000'),
        'datatable / ours, sort of 5,000 rows': ratio('sort datatable 5000', 'sort ours 5000'),
        // Waiting for two frames is most of such a short time, and the same for both: so the work alone is compared.
        'ours 10,000 rows / ours 100 rows, work': ratio('work ours 10000', 'work ours 100'),
        'our list of 50 rows, all drawn / raw DOM of the table, work': ratio('work ours 50', 'work raw 50'),
        'our table of 50 rows, all drawn / raw DOM, work': ratio('work table 50', 'work raw 50'),
        'our list of 10 rows, all drawn / raw DOM of the table, to first usable': ratio(
            'usable ours 10',
            'usable raw 10'
        )
    };
}

function report(): void {
    for (const [name, { median, low, high }] of [...Object.entries(ratios()), ...Object.entries(milliseconds)]) {
        process.stdout.write(`${name}: ${median} (${low} to ${high})\n`);
    }
}

async function openPage(from: Browser): Promise<Page> {
    const page = await from.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('pageerror', (error) => {
        throw error;
    });
    await page.goto(server.url);
    await page.waitForFunction(() => 'subjects' in window);
    // The code of each is run once, and its icons are loaded, before it is timed.
    await page.addScriptTag({ path: IN_PAGE });
    return page;
}

/** `work` is the processor time of the page's thread until the rows are usable: script, layout and painting. */
async function timeSubject(from: Browser, subject: SubjectName, size: number) {
    const page = await openPage(from);
    await page.evaluate(`prepare('${subject}', ${size})`);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await metricsOf(session);
    const usable = await page.evaluate<number>('draw()');
    const after = await metricsOf(session);
    const sorted = await page.evaluate<number>('sort()');
    await page.close();
    return { usable, work: (after('TaskDuration') - before('TaskDuration')) * 1_000, sorted };
}

async function metricsOf(session: CDPSession): Promise<(name: string) => number> {
    const { metrics } = await session.send('Performance.getMetrics');
    return (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
}

async function timeKeystroke(from: Browser, size: number): Promise<number> {
    const page = await openPage(from);
    await page.evaluate(`show(${size})`);
    await page.getByRole('searchbox').click();
    await page.evaluate('noteKeystroke()');
    await page.keyboard.press('7');
    const milliseconds = await page.evaluate<number>('keystroke');
    await page.close();
    return milliseconds;
}

async function timeShowMore(from: Browser): Promise<number> {
    const page = await openPage(from);
    const milliseconds = await page.evaluate<number>('showMore(10_000)');
    await page.close();
    return milliseconds;
}

/** Scrolls through a long list by the wheel, and counts the frames that took longer than 50 ms. */
async function scroll(from: Browser, size: number): Promise<{ longest: number; long: number }> {
    const page = await openPage(from);
    await page.evaluate(`show(${size})`);
    await page.evaluate('noteFrames()');
    await page.mouse.move(640, 600);
    for (let turn = 0; turn < 60; turn += 1) {
        await page.mouse.wheel(0, 300);
        await page.evaluate('nextFrame()');
    }
    const frames = await page.evaluate<number[]>('frames()');
    await page.close();
    return { longest: Math.max(0, ...frames), long: frames.filter((frame) => frame > 50).length };
}

/** What ten times opening and closing a list of 1,000 rows leaves behind. */
async function measureMemory(from: Browser) {
    const page = await openPage(from);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const used = async () => {
        await session.send('HeapProfiler.collectGarbage');
        const metric = await metricsOf(session);
        return { heap: metric('JSHeapUsedSize'), nodes: metric('Nodes'), listeners: metric('JSEventListeners') };
    };
    await page.evaluate("openAndClose('ours', 1000, 1)");
    const before = await used();
    await page.evaluate("openAndClose('ours', 1000, 10)");
    const after = await used();
    await page.close();
    return {
        cycles: 10,
        heapGrowthBytes: after.heap - before.heap,
        nodesGrowth: after.nodes - before.nodes,
        listenersGrowth: after.listeners - before.listeners
    };
}
