import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isObject } from '../../command/isObject.ts';

/** A file of records as `sf data export tree` writes it. */
export interface TreeFile {
    readonly path: string;
    readonly records: readonly unknown[];
    /** The object that the plan gives for the file. */
    readonly plannedObject?: string;
}

const treeFileShape = '{"records": [{"attributes": {"type": "Account", "referenceId": "AccountRef1"}, ...}]}';
const planShape = '[{"sobject": "Account", "files": ["Account.json"]}]';

/**
 * Reads files of `sf data export tree`: plans, whose file paths are relative to the plan, or tree files.
 * @throws Error that names the file and what it should be.
 */
export function readTreeFiles(paths: readonly string[]): TreeFile[] {
    return paths.flatMap((path) => {
        const content = readJson(path);
        return Array.isArray(content) ? readPlan(path, content) : [toTreeFile(path, content)];
    });
}

function readPlan(path: string, parts: readonly unknown[]): TreeFile[] {
    return parts.flatMap((part, index) => {
        // saveRefs and resolveRefs may stand there too. They are not needed: references are always resolved.
        if (!isObject(part) || typeof part['sobject'] !== 'string' || !isListOfTexts(part['files'])) {
            throw new Error(`${path}, part ${index + 1} of the plan: not of the form ${planShape}. Export it anew.`);
        }
        const plannedObject = part['sobject'];
        return part['files'].map((file) => {
            const filePath = resolve(dirname(path), file);
            return { ...toTreeFile(filePath, readJson(filePath, path)), plannedObject };
        });
    });
}

function toTreeFile(path: string, content: unknown): TreeFile {
    if (!isObject(content) || !Array.isArray(content['records'])) {
        throw new Error(
            `${path} is neither a plan of the form ${planShape} nor a tree file of the form ${treeFileShape}. ` +
                'Make one with: sf data export tree --plan'
        );
    }
    return { path, records: content['records'] };
}

function readJson(path: string, namedBy?: string): unknown {
    let text: string;
    try {
        text = readFileSync(path, 'utf8');
    } catch (error) {
        const because = isObject(error) && error['code'] === 'ENOENT' ? 'there is no such file' : String(error);
        throw new Error(`Cannot read ${path}${namedBy ? `, which ${namedBy} names` : ''}: ${because}. Check the path.`);
    }
    try {
        return JSON.parse(text);
    } catch (error) {
        throw new Error(`${path} is not JSON: ${error instanceof Error ? error.message.replace(/\s+/g, ' ') : error}`);
    }
}

function isListOfTexts(value: unknown): value is string[] {
    return Array.isArray(value) && value.every((element) => typeof element === 'string');
}
