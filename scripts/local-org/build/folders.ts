import path from 'node:path';

/** Where the parts of the browser build are. All paths are absolute. */
export interface ProjectFolders {
    /** The repository: file names in messages are relative to it. */
    root: string;
    /** The package source that is deployed: `force-app/main`. */
    source: string;
    /** The translations of its labels, a package directory of its own: `force-app/translations`. */
    translations: string;
    /** The LWCs of the page around the components, namespace `local`, and the entry `boot.ts`. */
    shell: string;
    /** One file for each platform module that exists only on the platform. */
    standIns: string;
    /** Compiled modules are kept here between builds. Safe to delete. */
    cache: string;
}

/** The folders of this repository. */
export function projectFolders(): ProjectFolders {
    const localOrg = path.resolve(import.meta.dirname, '..');
    const root = path.resolve(localOrg, '../..');
    return {
        root,
        source: path.join(root, 'force-app/main'),
        translations: path.join(root, 'force-app/translations'),
        shell: path.join(localOrg, 'shell'),
        standIns: path.join(localOrg, 'stand-ins'),
        cache: path.join(root, 'node_modules/.cache/local-org')
    };
}
