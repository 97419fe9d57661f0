import fs from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../sourceFiles.ts';

/** A metadata file of the package. */
export interface MetadataFile {
    /** The file's name without its suffix: the component's full name. */
    name: string;
    xml: string;
}

/**
 * Reads the files below a folder that end in a suffix, such as `.flexipage-meta.xml`, in the order of their names.
 * They are read for each page, so that a page shows the metadata as it is now.
 */
export function readMetadataFiles(sourceFolder: string, suffix: string): MetadataFile[] {
    return filesBelow(sourceFolder)
        .filter((file) => file.endsWith(suffix))
        .map((file) => ({
            // File names escape what a file system might not take: "Layout %28old%29".
            name: decodeURIComponent(path.basename(file, suffix)),
            xml: fs.readFileSync(file, 'utf8')
        }));
}
