import fs from 'node:fs';
import path from 'node:path';

/**
 * The LWC bundles of the package: name to folder, over all area folders (`force-app/main/<area>/lwc/<bundle>`).
 * Folders that begin with `_`, such as `__tests__`, are no bundles.
 */
export function packageBundles(sourceFolder: string): Map<string, string> {
    const bundles = new Map<string, string>();
    for (const area of subfolders(sourceFolder)) {
        const lwc = path.join(sourceFolder, area, 'lwc');
        for (const name of subfolders(lwc)) {
            bundles.set(name, path.join(lwc, name));
        }
    }
    return bundles;
}

function subfolders(folder: string): string[] {
    if (!fs.existsSync(folder)) {
        return [];
    }
    return fs
        .readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
        .map((entry) => entry.name)
        .sort();
}
