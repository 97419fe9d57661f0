import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { explainSurvivors, type MutationReport, type Explanation } from './explainSurvivors.ts';

/**
 * Changes the model in small ways, one at a time, and counts how many of these mutants the tests notice. Fails below
 * the score in stryker.config.json, and where a survivor is not explained in survivors.json.
 */
const REPORT = 'coverage/mutation.json';
const EXPLANATIONS = new URL('./survivors.json', import.meta.url);

const stryker = spawnSync(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run'], {
    stdio: 'inherit',
    // Each test runs hundreds of times here; the full number of tries is for `npm test`.
    env: { ...process.env, PROPERTY_RUNS: '100' }
});

const report = JSON.parse(readFileSync(REPORT, 'utf8')) as MutationReport;
const explanations = JSON.parse(readFileSync(EXPLANATIONS, 'utf8')) as Explanation[];
const { lines, unexplained } = explainSurvivors(report, explanations);
console.log(lines.join('\n'));
process.exitCode = stryker.status === 0 && unexplained === 0 ? 0 : 1;
