import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainSurvivors } from './explainSurvivors.ts';

const mutant = {
    status: 'Survived',
    mutatorName: 'X',
    replacement: 'true',
    location: { start: { line: 2, column: 1 } }
};
const report = { files: { 'a/b.ts': { source: 'one\n  two\n', mutants: [mutant, { ...mutant, status: 'Killed' }] } } };
const explanation = { file: 'b.ts', code: 'two', replacement: 'true', reason: 'It is the same.' };

test('a survivor is listed with the reason why it may live', () => {
    const { lines, unexplained } = explainSurvivors(report, [explanation]);
    assert.deepEqual(lines, ['b.ts:2: two  =>  true', '    It is the same.', '1 survivors, 0 of them not explained']);
    assert.equal(unexplained, 0);
});

test('a survivor without a reason is counted, also when the code around it has changed', () => {
    assert.equal(explainSurvivors(report, []).unexplained, 1);
    assert.equal(explainSurvivors(report, [{ ...explanation, code: 'three' }]).unexplained, 1);
});
