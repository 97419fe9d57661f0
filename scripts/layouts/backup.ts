import fs from 'node:fs';
import path from 'node:path';

/**
 * Beside the package directories, not in them: a deploy takes what it finds there, a backup too.
 * Without a dot before it, because `sf` deploys nothing below such a name, and a backup is there to be deployed again.
 */
export const BACKUP_FOLDER = 'layouts-backup';

/**
 * Copies files of a folder to a new folder of this moment below the working directory. Overwrites nothing.
 * @param files paths below the folder, which stay as they are
 * @returns the new folder, from the working directory
 */
export function backUp(folder: string, files: readonly string[]): string {
    const moment = new Date().toISOString().replace(/[:.]/g, '-');
    const backup = path.join(BACKUP_FOLDER, moment);
    for (const file of files) {
        const copy = path.join(backup, file);
        fs.mkdirSync(path.dirname(copy), { recursive: true });
        fs.copyFileSync(path.join(folder, file), copy, fs.constants.COPYFILE_EXCL);
    }
    return backup;
}
