import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The files below a folder whose names end so, in alphabetical order. Node 20's test runner takes no pattern. */
export function listFiles(folder: string, ending: string): string[] {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith(ending) && !file.includes('node_modules'))
        .map((file) => path.join(folder, file))
        .sort();
}
