import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder, and by which one can tell that they are still the same. */
interface Listing {
    /** When each folder in it was changed last: a file that is added, removed or renamed changes its folder. */
    modified: ReadonlyMap<string, number>;
    files: readonly string[];
}

const listings = new Map<string, Listing>();

/**
 * Paths of all files below a folder, in alphabetical order.
 * Pages and Apex calls look for files each time, so that they show what is there now; to list them takes ten times as
 * long as to see that no folder has changed since.
 */
export function filesBelow(folder: string): readonly string[] {
    const known = listings.get(folder);
    if (known && [...known.modified].every(([path, time]) => modifiedAt(path) === time)) {
        return known.files;
    }
    const listing = list(folder);
    listings.set(folder, listing);
    return listing.files;
}

function list(root: string): Listing {
    const modified = new Map<string, number>();
    const files: string[] = [];
    const visit = (folder: string) => {
        // Before it is read: what changes in between is seen the next time.
        modified.set(folder, statSync(folder).mtimeMs);
        for (const entry of readdirSync(folder, { withFileTypes: true })) {
            const path = join(folder, entry.name);
            if (entry.isDirectory()) {
                visit(path);
            } else {
                files.push(path);
            }
        }
    };
    visit(root);
    return { modified, files: files.sort() };
}

function modifiedAt(path: string): number | undefined {
    return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/** Remembers what was read from each file, and reads it anew once the file has changed. */
export class FileMemory<Content> {
    private readonly read: (path: string) => Content;
    private readonly remembered = new Map<string, { content: Content; modified: number; size: number }>();

    /** @param read may throw: then nothing is remembered. */
    constructor(read: (path: string) => Content) {
        this.read = read;
    }

    get(path: string): Content {
        const { mtimeMs: modified, size } = statSync(path);
        const known = this.remembered.get(path);
        if (known?.modified === modified && known.size === size) {
            return known.content;
        }
        const content = this.read(path);
        this.remembered.set(path, { content, modified, size });
        return content;
    }
}
