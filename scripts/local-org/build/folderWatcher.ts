import fs from 'node:fs';
import path from 'node:path';

/**
 * Tells of changes in folders and all folders below them, but not of the JavaScript that `npm run build` writes.
 * Each folder is watched by itself: Node's recursive watching on Linux loses a file that an editor saves by renaming.
 */
export class FolderWatcher {
    private readonly roots: string[];
    private readonly onChange: () => void;
    private readonly watchers = new Map<string, fs.FSWatcher>();

    constructor(roots: string[], onChange: () => void) {
        this.roots = roots;
        this.onChange = onChange;
        this.followFolders();
    }

    /** Watches folders that are new since the last call, and lets go of those that are gone. */
    followFolders(): void {
        const folders = new Set(this.roots.flatMap(foldersBelow));
        for (const [folder, watcher] of this.watchers) {
            if (!folders.has(folder)) {
                watcher.close();
                this.watchers.delete(folder);
            }
        }
        for (const folder of folders) {
            if (!this.watchers.has(folder)) {
                const watcher = fs.watch(folder, (_, name) => {
                    if (!isCompiled(folder, name)) {
                        this.onChange();
                    }
                });
                // A folder that is deleted ends its watcher, on Windows with an error.
                watcher.on('error', this.onChange);
                this.watchers.set(folder, watcher);
            }
        }
    }

    close(): void {
        this.watchers.forEach((watcher) => watcher.close());
        this.watchers.clear();
    }
}

function isCompiled(folder: string, name: string | null): boolean {
    return name?.endsWith('.js') === true && fs.existsSync(path.join(folder, name.replace(/\.js$/, '.ts')));
}

function foldersBelow(root: string): string[] {
    const entries = fs.readdirSync(root, { recursive: true, withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory());
    return [root, ...folders.map((folder) => path.join(folder.parentPath ?? folder.path, folder.name))];
}
