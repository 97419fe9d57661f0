import fs from 'node:fs';
import path from 'node:path';
import { createMetadataParser } from '../pages/metadataXml.ts';

/** The custom labels of the package: name to text, and the files they were read from. */
export interface CustomLabels {
    texts: Map<string, string>;
    files: string[];
}

interface LabelFile {
    CustomLabels?: { labels?: { fullName: string; value: string }[] };
}

const parser = createMetadataParser(['labels']);

/**
 * Reads every `*.labels-meta.xml` below a folder.
 * Placeholders such as `{0}` stay as they are: components fill them in.
 */
export function readCustomLabels(sourceFolder: string): CustomLabels {
    const files = fs
        .readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.labels-meta.xml'))
        .sort()
        .map((name) => path.join(sourceFolder, name));
    const texts = new Map<string, string>();
    for (const file of files) {
        const parsed = parser.parse(fs.readFileSync(file, 'utf8')) as LabelFile;
        for (const label of parsed.CustomLabels?.labels ?? []) {
            texts.set(label.fullName.trim(), label.value);
        }
    }
    return { texts, files };
}
