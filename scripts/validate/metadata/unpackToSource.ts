import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isManifest } from './metadataFiles.ts';
import { childrenOf, readXml, textOf, type XmlElement } from '../../metadata/readXml.ts';

/** Files that are the same in both formats: code, and what says more of it. */
const SAME_IN_BOTH = /(-meta\.xml|\.(cls|trigger|page|component|js|html|css|svg|resource))$/;

/**
 * Writes components of the metadata format in the source format: `-meta.xml` at the end of the names, and a file for
 * each field of an object.
 * @param files below the folder, of well-formed XML
 * @returns for each written file the one that it comes from; lines stay the same
 */
export function unpackToSource(folder: string, files: readonly string[], target: string): Map<string, string> {
    const written = new Map<string, string>();
    const write = (relative: string, from: string, content?: string) => {
        const file = path.join(target, relative);
        mkdirSync(path.dirname(file), { recursive: true });
        if (content === undefined) {
            cpSync(from, file);
        } else {
            writeFileSync(file, content);
        }
        written.set(file, from);
    };
    for (const file of files.filter((each) => !isManifest(each))) {
        const relative = path.relative(folder, file);
        if (file.endsWith('.object')) {
            unpackObject(file, (name, content) => write(path.join('objects', name), file, content));
        } else {
            write(SAME_IN_BOTH.test(file) || /[\\/]lwc[\\/]/.test(file) ? relative : `${relative}-meta.xml`, file);
        }
    }
    return written;
}

function unpackObject(file: string, write: (name: string, content: string) => void): void {
    const text = readFileSync(file, 'utf8');
    const root = readXml(text);
    const name = path.basename(file, '.object');
    const fields = childrenOf(root, 'fields');
    for (const field of fields) {
        write(path.join(name, 'fields', `${textOf(field, 'fullName')}.field-meta.xml`), toFile(text, field));
    }
    // An object of which only fields are sent is a standard one, or one that is there already.
    if (root.children.length > fields.length) {
        write(path.join(name, `${name}.object-meta.xml`), text);
    }
}

function toFile(text: string, field: XmlElement): string {
    const content = text.slice(field.contentStart, field.contentEnd);
    // Empty lines before keep the numbers of the lines.
    return `${'\n'.repeat(field.line - 1)}<CustomField xmlns="${field.namespace}">${content}</CustomField>\n`;
}
