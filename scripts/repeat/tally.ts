import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A run of all browser tests in which each of them passed. */
export interface GreenRun {
    /** ISO 8601 in UTC. */
    finishedAt: string;
    passed: number;
    seconds: number;
}

/** Green runs in a row, all with the same files. They may be of several starts: twenty take longer than many a machine is up. */
export class Tally {
    readonly runs: readonly GreenRun[];
    private readonly file: string;
    private readonly digest: string;

    /**
     * @param file where the tally is kept. One of other files, and what is none, counts for nothing.
     * @param digest what digestOf gives for the files
     */
    constructor(file: string, digest: string) {
        this.file = file;
        this.digest = digest;
        this.runs = readRuns(file, digest);
    }

    /** The tally with this run too; stored at once, so that nothing is lost when the next one is stopped. */
    with(run: GreenRun): Tally {
        return this.store([...this.runs, run]);
    }

    /** The tally after a test has failed: in a row means from the beginning. */
    emptied(): Tally {
        return this.store([]);
    }

    private store(runs: readonly GreenRun[]): Tally {
        mkdirSync(path.dirname(this.file), { recursive: true });
        writeFileSync(this.file, `${JSON.stringify({ digest: this.digest, runs }, undefined, 4)}\n`);
        return new Tally(this.file, this.digest);
    }
}

function readRuns(file: string, digest: string): readonly GreenRun[] {
    try {
        const stored = JSON.parse(readFileSync(file, 'utf8')) as { digest?: string; runs?: GreenRun[] };
        return stored.digest === digest ? (stored.runs ?? []) : [];
    } catch {
        return [];
    }
}

/** A digest of the names and contents of files. */
export function digestOf(files: readonly string[]): string {
    const hash = createHash('sha256');
    for (const file of [...files].sort()) {
        hash.update(`${file}\0`).update(createHash('sha256').update(readFileSync(file)).digest());
    }
    return hash.digest('hex');
}
