import path from 'node:path';

/** The folders of the Lightning web components among files: those that hold a file named as they are, in `lwc`. */
export function bundleFolders(files: readonly string[]): string[] {
    const folders = files
        .map((file) => path.dirname(file))
        .filter((folder) => path.basename(path.dirname(folder)) === 'lwc');
    return [...new Set(folders)].filter((folder) => path.basename(folder) !== '__tests__');
}
