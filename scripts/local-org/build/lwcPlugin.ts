import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'rolldown';
import { CompileCache, fingerprintOf } from './compileCache.ts';
import { readCustomLabels, type CustomLabels } from './customLabels.ts';
import { compileModule, type CompileOptions } from './compileModule.ts';
import type { ProjectFolders } from './folders.ts';
import { generateModule } from './generatedModules.ts';
import { bundleIconLibrary, isIconLibrary } from './iconLibrary.ts';
import type { Language } from './language.ts';
import { ABSENT, createModuleResolver, GENERATED } from './moduleResolver.ts';

const require = createRequire(import.meta.url);
const TOOLS = ['@lwc/compiler', 'lightning-base-components', 'typescript'];

/**
 * A rolldown plugin that finds and compiles LWC bundles: the package's (`c/*`), the shell's (`local/*`) and the base
 * components (`lightning/*`). Keep one plugin object for all builds of a process: it remembers what it compiled.
 */
export function lwcPlugin(folders: ProjectFolders, options: CompileOptions, language: Language): Plugin {
    const resolver = createModuleResolver(folders);
    const cache = new CompileCache(cacheFile(folders, options), toolFingerprint());
    let labels: CustomLabels = { texts: new Map(), files: [] };

    return {
        name: 'lwc',
        buildStart() {
            const english = readCustomLabels(folders.source);
            labels = { ...english, texts: language.translate(english) };
        },
        resolveId(name, importer) {
            return resolver.resolve(name, importer);
        },
        async load(id) {
            if (id === ABSENT) {
                return 'export default undefined;';
            }
            if (id.startsWith(GENERATED)) {
                return generateModule(id.slice(GENERATED.length), folders, labels);
            }
            const [file = '', query] = id.split('?');
            const bundle = resolver.bundleOf(file);
            if (!bundle) {
                return undefined;
            }
            if (bundle.namespace === 'lightning' && isIconLibrary(bundle.name)) {
                const library = await cache.get(bundle.name, () => bundleIconLibrary(file, resolver, options));
                return { code: library.code, moduleType: 'js' };
            }
            const code = fs.readFileSync(file, 'utf8');
            const scoped = query === 'scoped=true';
            const source = { file, namespace: bundle.namespace, bundle: bundle.name, code, scoped };
            const key = `${path.relative(folders.root, id)} ${fingerprintOf([code])}`;
            const compiled = await cache.get(key, () => compileModule(source, options));
            compiled.warnings.forEach((warning) => this.warn(`${path.relative(folders.root, file)}: ${warning}`));
            return { code: compiled.code, moduleType: 'js' };
        },
        buildEnd(error) {
            if (!error) {
                cache.save();
            }
        }
    };
}

function cacheFile(folders: ProjectFolders, options: CompileOptions): string {
    return path.join(folders.cache, options.lightningWebSecurity ? 'modules-secured.json' : 'modules.json');
}

/** Differs when the compiler, the base components or the way this build calls them changes. */
function toolFingerprint(): string {
    const versions = TOOLS.map((tool) => {
        const packageFile = fs.readFileSync(require.resolve(`${tool}/package.json`), 'utf8');
        return `${tool} ${(JSON.parse(packageFile) as { version: string }).version}`;
    });
    const callSites = ['compileModule.ts', 'iconLibrary.ts'].map((name) =>
        fs.readFileSync(path.join(import.meta.dirname, name), 'utf8')
    );
    return fingerprintOf([...versions, ...callSites]);
}
