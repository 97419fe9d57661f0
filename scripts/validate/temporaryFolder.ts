import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folders: string[] = [];

/** A new folder that is gone when the process ends. */
export function createTemporaryFolder(purpose: string): string {
    if (folders.length === 0) {
        process.on('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
    }
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `validate-${purpose}-`)));
    folders.push(folder);
    return folder;
}
