import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { FolderWatcher } from './folderWatcher.ts';

test('a change is told however it is made: written, renamed into place, again after that, in a new folder, deleted', async () => {
    const root = fs.mkdtempSync(path.join(os.tmpdir(), 'watch-'));
    const file = path.join(root, 'lwc/list/list.ts');
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, '1');
    let told: () => void = () => {};
    const watcher = new FolderWatcher([root], () => told());
    const change = (make: () => void) =>
        new Promise<void>((resolve) => {
            told = resolve;
            make();
        });
    const newFile = path.join(root, 'lwc/table/table.ts');

    await change(() => fs.writeFileSync(file, '2'));
    await change(() => {
        fs.writeFileSync(`${root}/saved`, '3');
        fs.renameSync(`${root}/saved`, file);
    });
    await change(() => fs.writeFileSync(file, '4'));
    await change(() => fs.mkdirSync(path.dirname(newFile)));
    watcher.followFolders();
    await change(() => fs.writeFileSync(newFile, '1'));
    await change(() => fs.rmSync(path.dirname(newFile), { recursive: true }));
    watcher.followFolders();
    await change(() => fs.writeFileSync(file, '5'));

    watcher.close();
    fs.rmSync(root, { recursive: true });
    assert.ok(true, 'every change was told');
});

test('JavaScript that is compiled beside its TypeScript is no change, other JavaScript is', async (context) => {
    const root = fs.mkdtempSync(path.join(os.tmpdir(), 'watch-'));
    fs.writeFileSync(path.join(root, 'list.ts'), '1');
    let changes = 0;
    const watcher = new FolderWatcher([root], () => {
        changes += 1;
    });
    // It is told after the other one: what it has seen, the other one has seen too.
    const second = fs.watch(root);
    context.after(() => {
        second.close();
        watcher.close();
        fs.rmSync(root, { recursive: true });
    });
    const write = (name: string) =>
        new Promise<void>((resolve) => {
            second.on('change', (_, changed) => changed === name && resolve());
            fs.writeFileSync(path.join(root, name), '1');
        });

    await write('list.js');
    assert.equal(changes, 0);
    await write('icon.js');
    assert.ok(changes > 0);
});
