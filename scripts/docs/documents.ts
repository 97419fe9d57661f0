import fs from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');
export const DOCS = path.join(ROOT, 'docs');

/** A page of the documentation, taken apart. Texts are as they are written, in order. */
export interface Document {
    /** From the project's folder: `docs/README.md`. */
    file: string;
    /** Fenced blocks by their language. */
    blocks: { language: string; text: string }[];
    /** `code` in the running text. */
    codes: string[];
    /** _Slanted_: texts of this package. */
    labels: string[];
    /** Addresses of links and pictures. */
    links: string[];
}

/** All pages of `docs/`. */
export function readDocuments(): Document[] {
    return fs
        .readdirSync(DOCS)
        .filter((name) => name.endsWith('.md'))
        .map((name) => parseDocument(`docs/${name}`, fs.readFileSync(path.join(DOCS, name), 'utf8')));
}

export function parseDocument(file: string, text: string): Document {
    const blocks: Document['blocks'] = [];
    const withoutBlocks = text.replace(/^```(\w*)\n([^]*?)^```$/gm, (_block, language: string, content: string) => {
        blocks.push({ language, text: content });
        return '';
    });
    const codes: string[] = [];
    const prose = withoutBlocks.replace(/`([^`]+)`/g, (_code, content: string) => {
        codes.push(content);
        // A code inside slanted words is a part of them.
        return content.replaceAll('_', '\\_');
    });
    const withoutAddresses = prose.replace(/\]\([^)]*\)/g, ']');
    const slanted = withoutAddresses.matchAll(/(?<![\w\\])_([^_\s](?:[^_]|\\_)*?)(?<!\\)_(?!\w)/g);
    return {
        file,
        blocks,
        codes,
        labels: [...slanted].map(([, label = '']) => label.replaceAll('\\_', '_').replace(/\s+/g, ' ')),
        links: [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, address = '']) => address)
    };
}
