import fs from 'node:fs';
import path from 'node:path';
import { loadSchema } from '../local-org/schema/loadSchema.ts';
import { ROOT } from './documents.ts';

const SOURCE = path.join(ROOT, 'force-app/main');

/** Elements of metadata whose text people see. */
const VISIBLE_ELEMENTS = /<(value|masterLabel|label|pluralLabel)>([^<]+)<\/\1>/g;
const VISIBLE_ATTRIBUTES = /<property\b[^>]*? label="([^"]+)"/g;

/** Every text of the package that people see: labels of components, fields, pages, layouts, permission sets. */
export function visibleTexts(): string[] {
    const texts = new Set<string>();
    for (const file of metadataFiles()) {
        const xml = fs.readFileSync(file, 'utf8');
        [...xml.matchAll(VISIBLE_ELEMENTS)].forEach(([, , text = '']) => texts.add(readText(text)));
        [...xml.matchAll(VISIBLE_ATTRIBUTES)].forEach(([, text = '']) => texts.add(readText(text)));
        if (file.endsWith('.layout-meta.xml')) {
            // A layout has its name in that of its file: the object, a hyphen, the name.
            texts.add(path.basename(file, '.layout-meta.xml').replace(/^[^-]*-/, ''));
        }
    }
    return [...texts];
}

/** Names that only the machine reads: of metadata files, objects and fields, as `Payment` and `Payment.Amount`. */
export function technicalNames(): Set<string> {
    const names = new Set(metadataFiles().map((file) => path.basename(file).split('.')[0] ?? ''));
    for (const object of loadSchema(SOURCE).objects) {
        names.add(object.name);
        for (const field of object.fields) {
            names.add(field.name).add(`${object.name}.${field.name}`);
        }
    }
    return names;
}

/** Whether a text of the package is quoted: `…` in the quotation stands for anything, as `{0}` does in the label. */
export function isQuoted(quotation: string, texts: readonly string[]): boolean {
    const wanted = toPattern(quotation, /…/);
    return texts.some(
        (text) =>
            wanted.test(text) ||
            (hasWords(text) && (toPattern(text, /\{\d\}/).test(quotation) || isPartOf(quotation, text)))
    );
}

/** Of a label such as "{0}: {1}" any text with a colon would be a quotation. */
function hasWords(text: string): boolean {
    return /\p{L}{3}/u.test(text.replace(/\{\d\}/g, ''));
}

/** "a number made up by Salesforce" of the label "{0}, a number made up by Salesforce". */
function isPartOf(quotation: string, text: string): boolean {
    return /\{\d\}/.test(text) && text.split(/\{\d\}/).some((part) => trimmed(part) === quotation);
}

function trimmed(part: string): string {
    return part.replace(/^[\s,:(]+|[\s,:(]+$/g, '');
}

function toPattern(text: string, gap: RegExp): RegExp {
    const parts = text.split(gap).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.+')}$`);
}

function metadataFiles(): string[] {
    return fs
        .readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('-meta.xml'))
        .map((name) => path.join(SOURCE, name));
}

function readText(xml: string): string {
    return xml
        .replaceAll('&apos;', "'")
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&')
        .trim();
}
