import { spawnSync } from 'node:child_process';
import { countPlaywright } from '../check/testCounts.ts';

/**
 * Runs the browser tests many times in a row and stops at the first that fails: a test that fails now and then is
 * worse than none. `npm run repeat -- [TIMES] [arguments of Playwright]`; twenty times, if nothing else is said.
 */
const DEFAULT_TIMES = 20;

const [first = '', ...rest] = process.argv.slice(2);
const hasTimes = /^\d+$/.test(first);
const times = hasTimes ? Number(first) : DEFAULT_TIMES;
const options = hasTimes ? rest : process.argv.slice(2);
if (times < 1) {
    console.error('How many times? npm run repeat -- 20');
    process.exit(2);
}

for (let run = 1; run <= times; run += 1) {
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync('node_modules/.bin/playwright', ['test', ...options], {
        encoding: 'utf8',
        maxBuffer: 1024 ** 3
    });
    const counts = countPlaywright(stdout);
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(`Run ${run} of ${times}: ${counts?.passed ?? 0} passed, ${counts?.failed ?? 0} failed, ${seconds} s`);
    if (status !== 0 || counts === undefined || counts.passed === 0) {
        console.error(stdout + stderr);
        process.exit(1);
    }
}
