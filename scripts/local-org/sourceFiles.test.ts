import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { FileMemory, filesBelow } from './sourceFiles.ts';

const root = mkdtempSync(join(tmpdir(), 'source-files-'));
const folder = join(root, 'area', 'classes');
const file = join(folder, 'First.cls');

/** A file system may not tell two changes of the same moment apart. */
function passTime(path: string): void {
    utimesSync(path, new Date(), new Date(Date.now() + 5000));
}

beforeEach(() => {
    rmSync(join(root, 'area'), { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, 'first');
});

after(() => rmSync(root, { recursive: true }));

describe('the files below a folder', () => {
    it('are those of all its folders, in alphabetical order', () => {
        const above = join(root, 'area', 'b.txt');
        writeFileSync(above, '');
        assert.deepEqual(filesBelow(root), [above, file]);
    });

    it('are listed once as long as no folder changes', () => {
        assert.equal(filesBelow(root), filesBelow(root));
    });

    it('are listed anew when a file is added, in whatever folder', () => {
        assert.deepEqual(filesBelow(root), [file]);
        const added = join(folder, 'Second.cls');
        writeFileSync(added, '');
        passTime(folder);
        assert.deepEqual(filesBelow(root), [file, added]);
    });

    it('are listed anew when a folder goes', () => {
        assert.deepEqual(filesBelow(root), [file]);
        rmSync(folder, { recursive: true });
        assert.deepEqual(filesBelow(root), []);
    });
});

describe('what was read from a file', () => {
    it('is remembered until its time or its size changes', () => {
        let reads = 0;
        const memory = new FileMemory((path) => {
            reads += 1;
            return readFileSync(path, 'utf8');
        });
        assert.equal(memory.get(file), 'first');
        assert.equal(memory.get(file), 'first');
        assert.equal(reads, 1);
        writeFileSync(file, 'longer');
        assert.equal(memory.get(file), 'longer');
        writeFileSync(file, 'LONGER');
        passTime(file);
        assert.equal(memory.get(file), 'LONGER');
    });

    it('is read again after a reader has failed', () => {
        let isBroken = true;
        const memory = new FileMemory((path) => {
            if (isBroken) {
                throw new Error('Not well formed.');
            }
            return readFileSync(path, 'utf8');
        });
        assert.throws(() => memory.get(file), /Not well formed/);
        isBroken = false;
        assert.equal(memory.get(file), 'first');
    });
});
