import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { CompiledModule } from './compileModule.ts';

interface CacheFile {
    fingerprint: string;
    modules: Record<string, CompiledModule>;
}

/**
 * Compiled modules by key, kept in one file between runs: compiling the base components takes seconds, reading them
 * back takes a fraction of one. A file of another fingerprint (other versions of the tools) is ignored and replaced.
 */
export class CompileCache {
    private readonly file: string;
    private readonly fingerprint: string;
    private readonly known: Map<string, CompiledModule>;
    private readonly used = new Map<string, CompiledModule>();
    private changed = false;

    constructor(file: string, fingerprint: string) {
        this.file = file;
        this.fingerprint = fingerprint;
        this.known = readModules(file, fingerprint);
    }

    /** The module under this key, compiled now if it was never compiled before. */
    async get(key: string, compile: () => Promise<CompiledModule>): Promise<CompiledModule> {
        let module = this.known.get(key);
        if (!module) {
            module = await compile();
            this.known.set(key, module);
            this.changed = true;
        }
        this.used.set(key, module);
        return module;
    }

    /** Writes what was used since the start, so that the file does not grow with every edit. */
    save(): void {
        if (!this.changed) {
            return;
        }
        const content: CacheFile = { fingerprint: this.fingerprint, modules: Object.fromEntries(this.used) };
        fs.mkdirSync(path.dirname(this.file), { recursive: true });
        // Two builds may run at once: each writes a file of its own, the last one to rename wins.
        const temporary = `${this.file}.${process.pid}`;
        fs.writeFileSync(temporary, JSON.stringify(content));
        fs.renameSync(temporary, this.file);
        this.changed = false;
    }
}

/** A short text that differs when one of the parts differs. */
export function fingerprintOf(parts: string[]): string {
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

function readModules(file: string, fingerprint: string): Map<string, CompiledModule> {
    try {
        const content = JSON.parse(fs.readFileSync(file, 'utf8')) as CacheFile;
        return new Map(content.fingerprint === fingerprint ? Object.entries(content.modules) : []);
    } catch {
        // No file yet, or one that was cut off: everything is compiled again.
        return new Map();
    }
}
