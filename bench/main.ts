import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { writeReport } from './report.ts';

/**
 * Runs every benchmark, one after the other, and writes what they found into README.md and chart.svg. Each also runs
 * alone: `npm run bench -- lists`. Nothing else should run on the machine; it takes about ten minutes.
 */
const BENCHMARKS = ['lists', 'first-row', 'open-log', 'timeline', 'redact', 'resolve', 'query-bytes'];

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !BENCHMARKS.includes(name));
if (unknown.length > 0) {
    console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${BENCHMARKS.join(', ')}.`);
    process.exit(2);
}

const failed: string[] = [];
for (const name of chosen.length > 0 ? chosen : BENCHMARKS) {
    console.log(`\n${name}`);
    const file = path.join(import.meta.dirname, name, 'main.ts');
    const { status } = spawnSync(process.execPath, [...process.execArgv, file], { stdio: 'inherit' });
    if (status !== 0) {
        failed.push(name);
    }
}
await writeReport();
if (failed.length > 0) {
    console.error(`Not as fast as required, or it could not run: ${failed.join(', ')}. See above.`);
    process.exitCode = 1;
}
