import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions } from './options.ts';

test('options have their defaults', () => {
    const { format, concurrency, rate, write, live, reuse } = readOptions([]);
    assert.deepEqual(
        { format, concurrency, rate, write, live, reuse },
        { format: 'table', concurrency: 8, rate: undefined, write: 'no', live: false, reuse: false }
    );
});

test('--write plans, and writes only with --yes', () => {
    assert.equal(readOptions(['--write']).write, 'plan');
    assert.equal(readOptions(['--write', '--yes']).write, 'yes');
    assert.throws(() => readOptions(['--yes']), /--yes goes with --write only/);
});

const WRONG = {
    '--format is one of table, csv, json, html': ['--format', 'xml'],
    '--rate is a whole number': ['--rate', '0'],
    '--concurrency is a whole number': ['--concurrency', '1e9'],
    '--since is a day such as 2026-01-31': ['--since', '2026-02-30'],
    "Unknown option '--sinse'": ['--sinse', '2026-02-20']
};
for (const [problem, args] of Object.entries(WRONG)) {
    test(`a wrong option is told: ${problem}`, () => {
        assert.throws(
            () => readOptions(args),
            (error) => error instanceof Error && error.message.startsWith(problem)
        );
    });
}
