import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Where the base components are installed, and the modules they bring for names of the platform. */
export interface BaseComponents {
    /** The folder of the bundles `lightning/*`. */
    bundles: string;
    /** Module name, such as `@salesforce/i18n/locale` or `@salesforce/label/LightningToast.close`, to file. */
    modules: Map<string, string>;
    version: string;
}

interface PackageFile {
    version: string;
    lwc: { modules: { name?: string; path?: string }[] };
}

/** Reads the package file of lightning-base-components. */
export function findBaseComponents(): BaseComponents {
    const packageFile = require.resolve('lightning-base-components/package.json');
    const folder = path.dirname(packageFile);
    const content = JSON.parse(fs.readFileSync(packageFile, 'utf8')) as PackageFile;
    const modules = new Map<string, string>();
    for (const module of content.lwc.modules) {
        if (module.name && module.path) {
            modules.set(module.name, path.join(folder, module.path));
        }
    }
    return { bundles: path.join(folder, 'src/lightning'), modules, version: content.version };
}
