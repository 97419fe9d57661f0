import fs from 'node:fs';
import path from 'node:path';
import { findBaseComponents } from './baseComponents.ts';
import type { ProjectFolders } from './folders.ts';
import { isGenerated } from './generatedModules.ts';
import { packageBundles } from './packageBundles.ts';

/** Ids that begin with this are modules without a file: `generatedModules.ts` writes them. */
export const GENERATED = '\0generated:';
/** Stands for every file that LWC asks for by convention and that a bundle may leave out, such as a style sheet. */
export const ABSENT = '\0absent';

/** Which bundle a file belongs to. */
export interface Bundle {
    namespace: string;
    name: string;
}

/** Finds the file or the generated module behind the module names of LWCs. */
export interface ModuleResolver {
    /**
     * The id of the module: an absolute file, with a query if the name had one, ABSENT, or GENERATED and a name.
     * Returns undefined for a name that is not the platform's: the bundler finds it as any npm package or file.
     * Throws where a platform module or a bundle is missing, saying which file would supply it.
     */
    resolve(name: string, importer: string | undefined): string | undefined;
    /** The LWC bundle that a file is part of, or undefined. */
    bundleOf(file: string): Bundle | undefined;
}

const SOURCE_EXTENSIONS = ['.ts', '.js', '.html', '.css'];
// Right-to-left icons would be five more libraries: the local org draws the left-to-right ones, not mirrored.
const RIGHT_TO_LEFT_ICONS = /^(lightning\/iconSvgTemplates\w*)Rtl$/;

/** A resolver for one set of folders. Bundles are looked up on each call, so that a new one is found. */
export function createModuleResolver(folders: ProjectFolders): ModuleResolver {
    const base = findBaseComponents();

    function resolve(name: string, importer: string | undefined): string | undefined {
        if (name === 'lwc') {
            return path.join(folders.standIns, 'lwc.ts');
        }
        if (name.startsWith('.')) {
            return resolveInBundle(name, importer);
        }
        const [namespace, ...rest] = name.split('/');
        const bundle = rest.join('/');
        if (namespace === 'c') {
            return bundleEntry(packageBundles(folders.source).get(bundle), bundle) ?? missingBundle(name, importer);
        }
        if (namespace === 'local') {
            const folder = path.join(folders.shell, bundle);
            return isGenerated(name)
                ? GENERATED + name
                : (bundleEntry(folder, bundle) ?? missingBundle(name, importer));
        }
        return namespace === 'lightning' || namespace === '@salesforce' || base.modules.has(name)
            ? resolvePlatformModule(name, importer)
            : undefined;
    }

    function resolvePlatformModule(name: string, importer: string | undefined): string {
        const standIn = path.join(folders.standIns, `${name}.ts`);
        if (fs.existsSync(standIn)) {
            return standIn;
        }
        if (isGenerated(name)) {
            return GENERATED + name;
        }
        const [, leftToRightIcons] = RIGHT_TO_LEFT_ICONS.exec(name) ?? [];
        if (leftToRightIcons) {
            return resolvePlatformModule(leftToRightIcons, importer);
        }
        const bundle = name.startsWith('lightning/') ? name.slice('lightning/'.length) : '';
        const file = base.modules.get(name) ?? bundleEntry(path.join(base.bundles, bundle), bundle);
        if (file) {
            return file;
        }
        throw new Error(
            `There is no stand-in for the platform module "${name}"${importedBy(importer)}. ` +
                `Add the file ${path.relative(folders.root, standIn)}.`
        );
    }

    /** `./x.html` and `./helper` in a file of a bundle. Other relative imports are the bundler's. */
    function resolveInBundle(name: string, importer: string | undefined): string | undefined {
        const from = importer?.split('?')[0];
        if (!from || !bundleOf(from)) {
            return undefined;
        }
        const [relative = '', query] = name.split('?');
        const target = path.resolve(path.dirname(from), relative);
        const file = [target, `${target}.ts`, `${target}.js`, path.join(target, 'index.js')].find(isFile);
        if (!file) {
            return /\.(html|css)$/.test(target) ? ABSENT : undefined;
        }
        return query ? `${file}?${query}` : file;
    }

    function bundleOf(file: string): Bundle | undefined {
        if (file.startsWith(base.bundles + path.sep)) {
            return { namespace: 'lightning', name: firstFolder(base.bundles, file) };
        }
        if (file.startsWith(folders.shell + path.sep)) {
            // Files beside the bundles, such as the entry, are plain modules.
            const name = firstFolder(folders.shell, file);
            return name === path.basename(file) ? undefined : { namespace: 'local', name };
        }
        const [area, lwc, name, ...rest] = path.relative(folders.source, file).split(path.sep);
        return area !== '..' && lwc === 'lwc' && name && rest.length > 0 ? { namespace: 'c', name } : undefined;
    }

    function missingBundle(name: string, importer: string | undefined): never {
        const bundle = name.slice(name.indexOf('/') + 1);
        const expected = name.startsWith('local/')
            ? path.join(path.relative(folders.root, folders.shell), bundle, `${bundle}.ts`)
            : path.join(path.relative(folders.root, folders.source), '<area>', 'lwc', bundle, `${bundle}.ts`);
        throw new Error(`There is no bundle "${name}"${importedBy(importer)}. It would be the file ${expected}.`);
    }

    function importedBy(importer: string | undefined): string {
        return importer ? ` (imported by ${path.relative(folders.root, importer.replace('\0', ''))})` : '';
    }

    return { resolve, bundleOf };
}

function bundleEntry(folder: string | undefined, name: string): string | undefined {
    return folder && SOURCE_EXTENSIONS.map((extension) => path.join(folder, name + extension)).find(isFile);
}

function isFile(file: string): boolean {
    return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function firstFolder(folder: string, file: string): string {
    return path.relative(folder, file).split(path.sep)[0] ?? '';
}
