import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { completeFolder } from './completeFolder.ts';
import { RELATED_LISTS } from './relatedListColumns.ts';
import { complete, KNOWN_LAYOUTS, layoutXml } from './testLayouts.ts';

const DEFAULT = layoutXml(KNOWN_LAYOUTS['the default'] ?? []);
const COMPLETED = complete(DEFAULT).text;
const FIRST = 'OrderPaymentSummary-First.layout-meta.xml';
const SECOND = 'OrderPaymentSummary-Second.layout-meta.xml';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'layouts-test-'));
const startFolder = process.cwd();
after(() => {
    process.chdir(startFolder);
    fs.rmSync(root, { recursive: true });
});

let folder: string;
beforeEach(() => {
    folder = path.join(fs.mkdtempSync(path.join(root, 'run-')), 'layouts');
    fs.mkdirSync(folder);
    // Backups are made in the working directory.
    process.chdir(path.dirname(folder));
});

const run = (check = false) => completeFolder(folder, { lists: RELATED_LISTS, check, print: () => {} });
const read = (file: string) => fs.readFileSync(path.join(folder, file), 'utf8');
const write = (file: string, text: string) => fs.writeFileSync(path.join(folder, file), text);

test('where one layout is read-only, it is named and none is written', (context) => {
    write(FIRST, DEFAULT);
    write(SECOND, DEFAULT);
    // In place of the file's mode, which does not count for the superuser.
    context.mock.method(fs, 'accessSync', (file: string) => {
        if (file.endsWith(SECOND)) {
            throw new Error('EACCES');
        }
    });
    assert.equal(run(true).isIncomplete, true);
    assert.throws(() => run(), {
        message: `${SECOND}: is read-only. Allow writing to it, and run this again.\nNothing was written.`
    });
    assert.equal(read(FIRST), DEFAULT);
    assert.deepEqual(fs.readdirSync('.'), ['layouts']);
});

test('a layout that is complete may be read-only', (context) => {
    write(FIRST, DEFAULT);
    write(SECOND, COMPLETED);
    context.mock.method(fs, 'accessSync', (file: string) => assert.ok(file.endsWith(FIRST)));
    assert.deepEqual(run().written, [FIRST]);
    assert.equal(read(FIRST), COMPLETED);
});

test('links to layouts and folders are followed, also where they go in a circle or nowhere', () => {
    fs.mkdirSync('elsewhere');
    fs.writeFileSync(path.join('elsewhere', FIRST), DEFAULT);
    fs.writeFileSync(SECOND, DEFAULT);
    fs.symlinkSync('../elsewhere', path.join(folder, 'linked'));
    fs.symlinkSync(`../${SECOND}`, path.join(folder, SECOND));
    fs.symlinkSync('.', path.join(folder, 'circle'));
    fs.symlinkSync('nowhere', path.join(folder, 'OrderPaymentSummary-Gone.layout-meta.xml'));
    assert.deepEqual(run().written, [SECOND, path.join('linked', FIRST)]);
    assert.equal(fs.readFileSync(path.join('elsewhere', FIRST), 'utf8'), COMPLETED);
    assert.equal(fs.readFileSync(SECOND, 'utf8'), COMPLETED);
    assert.ok(fs.lstatSync(path.join(folder, SECOND)).isSymbolicLink());
});
