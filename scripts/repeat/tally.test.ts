import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { digestOf, Tally } from './tally.ts';

const RUN = { finishedAt: '2026-01-01T12:00:00.000Z', passed: 300, seconds: 400 };

describe('the tally of green runs', () => {
    let folder: string;
    let file: string;
    beforeEach(() => {
        folder = mkdtempSync(path.join(tmpdir(), 'tally-'));
        file = path.join(folder, 'results/repeat.json');
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    it('goes on where an earlier start was stopped', () => {
        new Tally(file, 'a').with(RUN).with({ ...RUN, seconds: 401 });
        assert.deepEqual(new Tally(file, 'a').runs, [RUN, { ...RUN, seconds: 401 }]);
    });

    it('begins anew with other files', () => {
        new Tally(file, 'a').with(RUN);
        assert.deepEqual(new Tally(file, 'b').runs, []);
    });

    it('begins anew after a failure', () => {
        new Tally(file, 'a').with(RUN).emptied();
        assert.deepEqual(new Tally(file, 'a').runs, []);
    });

    it('is empty where its file is none', () => {
        assert.deepEqual(new Tally(file, 'a').runs, []);
        new Tally(file, 'a').with(RUN);
        writeFileSync(file, '{"digest":');
        assert.deepEqual(new Tally(file, 'a').runs, []);
    });

    it('tells files apart by content and by name, in whatever order they are listed', () => {
        const [one, other] = ['one', 'other'].map((name) => path.join(folder, name));
        assert.ok(one && other);
        writeFileSync(one, 'x');
        writeFileSync(other, 'x');
        const before = digestOf([one, other]);
        assert.equal(digestOf([other, one]), before);
        assert.notEqual(digestOf([one]), digestOf([other]));
        writeFileSync(other, 'y');
        assert.notEqual(digestOf([one, other]), before);
    });
});
