import fs from 'node:fs';
import path from 'node:path';
import { findBaseComponents } from '../scripts/local-org/build/baseComponents.ts';
import { projectFolders } from '../scripts/local-org/build/folders.ts';
import { loadSchema } from '../scripts/local-org/schema/loadSchema.ts';
import { SAMPLE_DATA } from '../scripts/local-org/server/startLocalOrg.ts';

/** Longer values are bodies of gateway logs. */
const LONGEST_VALUE = 255;

/** What a page may show as it is in the records. */
export interface DataWords {
    /** Values of fields, names of settings and of objects. */
    values: ReadonlySet<string>;
    /** Bodies of gateway logs, one after the other. */
    bodies: string;
}

/** Reads the sample data, and the records that the package brings along. */
export function readDataWords(): DataWords {
    const folder = path.dirname(SAMPLE_DATA);
    const texts = fs
        .readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .flatMap((name) => textsIn(JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))));
    const values = texts.filter((text) => text.length <= LONGEST_VALUE).map((text) => text.trim());
    return {
        values: new Set([...values, ...settingNames(), ...objectNames()]),
        bodies: texts.filter((text) => text.length > LONGEST_VALUE || /^[[{]/.test(text)).join('\n')
    };
}

/** The names of the package's custom metadata records. */
function settingNames(): string[] {
    const folder = path.join(projectFolders().source, 'setup/customMetadata');
    const files = fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
    return files.flatMap((xml) => /<label>(.*?)<\/label>/.exec(xml)?.[1] ?? []);
}

/** The API names of the objects. */
function objectNames(): string[] {
    return loadSchema(projectFolders().source).objects.map(({ name }) => name);
}

/** The texts that the base components bring along, which Salesforce translates. */
export function baseComponentTexts(): ReadonlySet<string> {
    const files = [...findBaseComponents().modules].filter(([name]) => name.startsWith('@salesforce/label/'));
    const codes = files.map(([, file]) => fs.readFileSync(file, 'utf8'));
    return new Set(codes.flatMap((code) => /export default (['"])(.*)\1/.exec(code)?.[2] ?? []));
}

function textsIn(value: unknown): string[] {
    if (typeof value === 'string') {
        return [value];
    }
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
