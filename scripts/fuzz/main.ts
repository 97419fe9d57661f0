import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { describeFailure, fuzzPages } from '../../e2e/fuzzPages.ts';
import { answerWithRealCharacters } from '../../e2e/hostileOrg.ts';
import { findChromium } from '../check/findChromium.ts';
import { startLocalOrg } from '../local-org/server/startLocalOrg.ts';

const HELP = `Looks at the console's pages with random hostile texts in every field, until one does not withstand them.

npm run fuzz -- [options]

  --minutes M   how long (default 5)
  --seed S      a whole number; the same one makes the same records (default: a new one, which is told)
  --help        show this text

The exit code is 1 where a page failed: it is told with the fewest texts that make it fail.
`;

/** A page that does not answer by then counts as failed. */
const LONGEST_WAIT = 30_000;

try {
    await main();
} catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
}

async function main(): Promise<void> {
    const { values } = parseArgs({
        options: { minutes: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } }
    });
    if (values.help) {
        process.stdout.write(HELP);
        return;
    }
    const minutes = positiveNumber('--minutes', values.minutes ?? '5');
    const seed = values.seed === undefined ? Date.now() % 1_000_000 : wholeNumber('--seed', values.seed);
    process.stdout.write(`Seed ${seed}, for ${minutes} minutes.\n`);
    await fuzz(minutes, seed);
}

async function fuzz(minutes: number, seed: number): Promise<void> {
    const localOrg = await startLocalOrg();
    answerWithRealCharacters(localOrg.org);
    const browser = await chromium.launch({
        executablePath: findChromium(),
        // The sandbox needs rights that containers and root do not have; only this project's pages are opened.
        args: ['--no-sandbox', '--disable-gpu']
    });
    try {
        const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
        page.setDefaultTimeout(LONGEST_WAIT);
        // tsx names functions by this helper, which those that run in the page do not have there.
        await page.addInitScript('globalThis.__name = (named) => named;');
        let pages = 0;
        const failure = await fuzzPages({
            page,
            localOrg,
            seed,
            until: Date.now() + minutes * 60_000,
            report: (number) => {
                pages = number;
            }
        });
        process.stdout.write(failure ? `${describeFailure(failure)}\n` : `${pages} pages withstood their records.\n`);
        process.exitCode = failure ? 1 : 0;
    } finally {
        await browser.close();
        await localOrg.close();
    }
}

function positiveNumber(option: string, text: string): number {
    const number = Number(text);
    if (!(number > 0 && Number.isFinite(number))) {
        throw new Error(`${option} takes a number above 0, not "${text}".`);
    }
    return number;
}

function wholeNumber(option: string, text: string): number {
    if (!/^\d{1,9}$/.test(text)) {
        throw new Error(`${option} takes a whole number of at most nine digits, not "${text}".`);
    }
    return Number(text);
}
