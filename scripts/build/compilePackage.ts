import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** What the last build wrote. Not below node_modules, which an installation of packages empties. */
const WRITTEN = '.build/written.json';

const EMITTED = 'TSFILE: ';

/** Hashes of contents by file, relative to the project and with slashes. */
type Written = Readonly<Record<string, string>>;

export interface Compilation {
    /** How many files of JavaScript were written. */
    files: number;
    isWithoutErrors: boolean;
    /** What the compiler says of errors. */
    messages: string;
}

/**
 * Compiles the TypeScript of the package to the JavaScript that an org takes, beside it. What an earlier build wrote for a
 * file that is gone is deleted, since it would be deployed too. JavaScript that somebody wrote by hand stays.
 * @param root the project's folder, with `tsconfig.build.json`
 */
export function compilePackage(root: string): Compilation {
    const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const { status, stdout } = spawnSync(
        process.execPath,
        [compiler, '--project', 'tsconfig.build.json', '--listEmittedFiles', '--pretty', 'false'],
        { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }
    );
    const lines = stdout.split('\n');
    const emitted = lines.filter((line) => line.startsWith(EMITTED)).map((line) => line.slice(EMITTED.length));
    const files = emitted.map((file) => path.relative(root, file).replaceAll(path.sep, '/'));
    const before = readWritten(root);
    removeOrphans(root, before);
    // The earlier ones too: a compiler that could not even start wrote none.
    remember(root, { ...before, ...Object.fromEntries(files.map((name) => [name, hashOf(path.join(root, name))])) });
    return {
        files: files.length,
        isWithoutErrors: status === 0,
        messages: lines.filter((line) => !line.startsWith(EMITTED)).join('\n')
    };
}

/** A file that was changed since it was written is somebody's own by now. */
function removeOrphans(root: string, written: Written): void {
    for (const [name, hash] of Object.entries(written)) {
        const file = path.join(root, name);
        const isOrphan = existsSync(file) && !existsSync(file.replace(/\.js$/, '.ts'));
        if (isOrphan && hashOf(file) === hash) {
            rmSync(file);
        }
    }
}

function remember(root: string, written: Written): void {
    const there = Object.entries(written).filter(([name]) => existsSync(path.join(root, name)));
    mkdirSync(path.dirname(path.join(root, WRITTEN)), { recursive: true });
    writeFileSync(path.join(root, WRITTEN), JSON.stringify(Object.fromEntries(there)));
}

function readWritten(root: string): Written {
    const file = path.join(root, WRITTEN);
    // This module alone writes the file.
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Written) : {};
}

function hashOf(file: string): string {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
}
