import { execFileSync, spawnSync } from 'node:child_process';
import { countPlaywright } from '../check/testCounts.ts';
import { digestOf, Tally } from './tally.ts';

/**
 * Runs the browser tests many times in a row and stops at the first that fails: a test that fails now and then is
 * worse than none. `npm run repeat -- [TIMES]`; twenty times, if nothing else is said. The same command goes on after a
 * stop, as long as no file has changed. Arguments of Playwright may follow: then nothing is counted.
 */
const DEFAULT_TIMES = 20;

/** Where it stands: committed, since the runs of one start may be too few. */
const RESULTS = 'e2e/results/repeat.json';

/** What the browser tests run, and themselves. */
const TESTED = ['force-app', 'e2e/*.ts', 'scripts', 'playwright.config.ts', 'package-lock.json'];

const [first = '', ...rest] = process.argv.slice(2);
const hasTimes = /^\d+$/.test(first);
const times = hasTimes ? Number(first) : DEFAULT_TIMES;
const options = hasTimes ? rest : process.argv.slice(2);
if (times < 1) {
    console.error('How many times? npm run repeat -- 20');
    process.exit(2);
}

const listed = execFileSync('git', ['ls-files', '-z', ...TESTED], { encoding: 'utf8' });
let tally = options.length === 0 ? new Tally(RESULTS, digestOf(listed.split('\0').filter(Boolean))) : undefined;
const before = tally?.runs.length ?? 0;
if (before > 0) {
    console.log(`${before} of ${times} passed before, with the same files. Without ${RESULTS} it begins anew.`);
}

for (let run = before + 1; run <= times; run += 1) {
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync('node_modules/.bin/playwright', ['test', ...options], {
        encoding: 'utf8',
        maxBuffer: 1024 ** 3
    });
    const { passed, failed } = countPlaywright(stdout) ?? { passed: 0, failed: 0 };
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(`Run ${run} of ${times}: ${passed} passed, ${failed} failed, ${seconds} s`);
    if (status !== 0 || passed === 0) {
        tally?.emptied();
        console.error(stdout + stderr);
        process.exit(1);
    }
    tally = tally?.with({ finishedAt: new Date().toISOString(), passed, seconds });
}
