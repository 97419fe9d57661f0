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
