import fs from 'node:fs';
import { createMetadataParser } from '../pages/metadataXml.ts';
import { FileMemory, filesBelow } from '../sourceFiles.ts';

/** The custom labels of the package: name to text, and the files they were read from. */
export interface CustomLabels {
    texts: Map<string, string>;
    files: string[];
}

interface LabelFile {
    CustomLabels?: { labels?: { fullName: string; value: string }[] };
}

const parser = createMetadataParser(['labels']);

/** Each view of a page asks for the labels; most of it is the time that parsing takes. */
const labelFiles = new FileMemory((file) => parser.parse(fs.readFileSync(file, 'utf8')) as LabelFile);

/**
 * Reads every `*.labels-meta.xml` below a folder.
 * Placeholders such as `{0}` stay as they are: components fill them in.
 */
export function readCustomLabels(sourceFolder: string): CustomLabels {
    const files = filesBelow(sourceFolder).filter((name) => name.endsWith('.labels-meta.xml'));
    const texts = new Map<string, string>();
    for (const file of files) {
        for (const label of labelFiles.get(file).CustomLabels?.labels ?? []) {
            texts.set(label.fullName.trim(), label.value);
        }
    }
    return { texts, files };
}
