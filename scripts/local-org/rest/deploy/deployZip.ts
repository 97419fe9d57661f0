import { Readable } from 'node:stream';
import JSZip from 'jszip';

/** Salesforce's limits of a deploy: files, and bytes unpacked. */
const MOST_FILES = 10_000;
const MOST_BYTES = 400 * 1024 * 1024;

/** The files of a deploy, by their path below the folder of package.xml: `classes/Reader.cls`. */
export type DeployedFiles = ReadonlyMap<string, Buffer>;

/**
 * Unpacks a deploy's zip in memory.
 * @throws Error of one line if it is no zip, is too large, or has a path that leads out of it.
 */
export async function unpackDeploy(zip: Buffer): Promise<DeployedFiles> {
    const entries = Object.values((await open(zip)).files).filter((entry) => !entry.dir);
    if (entries.length > MOST_FILES) {
        throw new Error(`The zip has ${entries.length} files: a deploy may have ${MOST_FILES}.`);
    }
    const files = new Map<string, Buffer>();
    let left = MOST_BYTES;
    for (const entry of entries) {
        const content = await unpackEntry(entry, left);
        left -= content.length;
        files.set(entry.name, content);
    }
    return belowPackageXml(files);
}

async function open(zip: Buffer): Promise<JSZip> {
    let opened: JSZip;
    try {
        opened = await JSZip.loadAsync(zip);
    } catch {
        throw new Error('The deploy is not a zip file that can be read.');
    }
    for (const entry of Object.values(opened.files)) {
        const name = entry.unsafeOriginalName ?? entry.name;
        if (name.startsWith('/') || name.includes('\\') || name.split('/').includes('..')) {
            throw new Error(`The zip has the path ${JSON.stringify(name)}, which leads out of it.`);
        }
    }
    return opened;
}

/** Unpacks piece by piece, so that a small zip of a huge file does not fill the memory. */
async function unpackEntry(entry: JSZip.JSZipObject, most: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let size = 0;
    // The library's streams are of an older kind, which cannot be iterated.
    const stream = new Readable().wrap(entry.nodeStream());
    for await (const part of stream as AsyncIterable<Buffer>) {
        size += part.length;
        if (size > most) {
            throw new Error(`The zip has more than ${MOST_BYTES} bytes unpacked.`);
        }
        parts.push(part);
    }
    return Buffer.concat(parts);
}

/** package.xml is at the top, or in the one folder that is there. */
function belowPackageXml(files: ReadonlyMap<string, Buffer>): DeployedFiles {
    const folders = new Set([...files.keys()].map((path) => path.slice(0, path.indexOf('/') + 1)));
    const [folder = ''] = folders;
    if (folders.size !== 1 || files.has('package.xml')) {
        return files;
    }
    return new Map([...files].map(([path, content]) => [path.slice(folder.length), content]));
}
