import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCheck } from './runCheck.ts';
import { countJest, countNodeTest, countPlaywright, type CountTests } from './testCounts.ts';

const node = (code: string) => [process.execPath, '-e', code];
const printing = (output: string, count: CountTests) =>
    runCheck({ name: 'x', command: node(`console.log(${JSON.stringify(output)})`), count });

test('a command is one test, which passes with exit code 0', async () => {
    assert.deepEqual((await runCheck({ name: 'x', command: node('') })).counts, { passed: 1, failed: 0, skipped: 0 });
    const failed = await runCheck({ name: 'x', command: node('console.error("no"); process.exit(3)') });
    assert.equal(failed.problem, 'It ended with 3.');
    assert.match(failed.output, /no/);
});

test('a command that cannot be started has failed', async () => {
    assert.match((await runCheck({ name: 'x', command: ['no-such-program'] })).problem ?? '', /ENOENT/);
});

test('a test runner that ran no test has failed, even if it says that all is well', async () => {
    assert.equal((await printing('nothing to do', countJest)).problem, 'It ran no test.');
    assert.equal((await printing('ℹ pass 0\nℹ fail 0', countNodeTest)).problem, 'It ran no test.');
});

test('a skipped test is a failure', async () => {
    const { problem } = await printing('Tests:       1 skipped, 61 passed, 62 total', countJest);
    assert.match(problem ?? '', /^1 skipped/);
});

test('the counts of each test runner are read from its last lines', async () => {
    const jest = await printing('Tests:       2 failed, 61 passed, 63 total', countJest);
    assert.deepEqual(jest.counts, { passed: 61, failed: 2, skipped: 0 });
    const nodeTest = await printing(
        'ℹ tests 42\nℹ pass 40\nℹ fail 2\nℹ cancelled 0\nℹ skipped 0\nℹ todo 0',
        countNodeTest
    );
    assert.deepEqual(nodeTest.counts, { passed: 40, failed: 2, skipped: 0 });
    const playwright = await printing(
        '  1 failed\n    a.spec.ts\n  2 did not run\n  31 passed (1.6m)',
        countPlaywright
    );
    assert.deepEqual(playwright.counts, { passed: 31, failed: 1, skipped: 2 });
});
