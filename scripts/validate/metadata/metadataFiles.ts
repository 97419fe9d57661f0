import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readXml, XmlError, type XmlElement } from '../../metadata/readXml.ts';

/** A metadata file: its root element, or why it could not be read. */
export type MetadataFile = ReadMetadataFile | BrokenMetadataFile;

export interface ReadMetadataFile {
    /** Absolute path. */
    readonly file: string;
    /** The component's full name by the file's name, decoded: `Payment-Payment Layout (old)`. */
    readonly fullName: string;
    /** What the file holds, by the end of its name: `layout`, `field`, `cls`. */
    readonly suffix: string;
    readonly root: XmlElement;
}

export interface BrokenMetadataFile {
    readonly file: string;
    readonly error: XmlError;
}

const SOURCE_ENDING = '-meta.xml';

/** Reads every `-meta.xml` and manifest below the folders. */
export function readMetadataFiles(folders: readonly string[]): MetadataFile[] {
    return folders.flatMap(listAllFiles).filter(isMetadataFile).map(readMetadataFile);
}

/** All files below a folder, hidden and installed ones left out, in alphabetical order. */
export function listAllFiles(folder: string): string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .filter((file) => !/[\\/](node_modules|\.[^\\/]+)[\\/]/.test(file.slice(folder.length)))
        .sort();
}

function isMetadataFile(file: string): boolean {
    return file.endsWith(SOURCE_ENDING) || isManifest(file);
}

/** `package.xml`, `destructiveChanges.xml` and its kin, which say what to deploy and what to delete. */
export function isManifest(file: string): boolean {
    return /^(package|destructiveChanges(Pre|Post)?)\.xml$/.test(path.basename(file));
}

export function readMetadataFile(file: string): MetadataFile {
    const name = path.basename(file).replace(SOURCE_ENDING, '');
    const suffix = name.split('.').at(-1) ?? '';
    try {
        return {
            file,
            fullName: decode(name.slice(0, -suffix.length - 1)),
            suffix,
            root: readXml(readFileSync(file, 'utf8'))
        };
    } catch (error) {
        if (error instanceof XmlError) {
            return { file, error };
        }
        throw error;
    }
}

/** File names escape what a file system might not take: `Layout %28old%29`. */
function decode(name: string): string {
    try {
        return decodeURIComponent(name);
    } catch {
        return name;
    }
}
