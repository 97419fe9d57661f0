import { findChromium, installHeadlessShell } from './findChromium.ts';
import { listFiles } from './listFiles.ts';
import type { Check } from './runCheck.ts';
import { runCheck } from './runCheck.ts';
import { countJest, countNodeTest, countPlaywright } from './testCounts.ts';

const bin = (name: string) => `node_modules/.bin/${name}`;

const CHECKS: readonly Check[] = [
    { name: 'Types of the package', command: [bin('tsc'), '-p', 'tsconfig.json'] },
    { name: 'Types of the scripts', command: [bin('tsc'), '-p', 'scripts/tsconfig.json'] },
    { name: 'Types of the local org’s pages', command: [bin('tsc'), '-p', 'scripts/local-org/shell/tsconfig.json'] },
    { name: 'Types of the browser tests', command: [bin('tsc'), '-p', 'e2e/tsconfig.json'] },
    { name: 'Compilation for a deploy', command: [process.execPath, '--import', 'tsx', 'scripts/build/main.ts'] },
    {
        name: 'Salesforce’s own checks',
        command: [process.execPath, '--import', 'tsx', 'scripts/validate/main.ts']
    },
    { name: 'Lint', command: [bin('eslint'), '.', '--max-warnings', '0'] },
    { name: 'Format', command: [bin('prettier'), '.', '--check', '--log-level', 'warn'] },
    { name: 'Unit tests of the package', command: [bin('jest'), '--coverage'], count: countJest },
    {
        name: 'Unit tests of the scripts',
        command: [
            process.execPath,
            '--import',
            'tsx',
            '--test',
            '--test-reporter',
            'spec',
            ...listFiles('scripts', '.test.ts')
        ],
        count: countNodeTest
    },
    { name: 'Browser tests', command: [bin('playwright'), 'test'], count: countPlaywright }
];

// First, because without one there is no use in starting.
installHeadlessShell();
findChromium();

let passed = 0;
let failed = 0;
for (const check of CHECKS) {
    const result = await runCheck(check);
    passed += result.counts.passed;
    failed += result.problem === undefined ? 0 : Math.max(1, result.counts.failed);
    const seconds = (result.milliseconds / 1000).toFixed(1);
    console.log(
        `${result.problem === undefined ? '✓' : '✗'} ${check.name}: ${result.counts.passed} passed in ${seconds} s`
    );
    if (result.problem !== undefined) {
        console.log(`${result.output.trimEnd()}\n✗ ${check.name}: ${result.problem}\n`);
    }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
