import path from 'node:path';
import { rolldown, type Plugin } from 'rolldown';
import { describeBuildError } from './buildError.ts';
import type { ProjectFolders } from './folders.ts';
import { exposedBundles, PACKAGE_COMPONENTS } from './generatedModules.ts';

const SANDBOXED_PACKAGE = 'local/sandboxedPackage';
const SANDBOX = path.resolve(import.meta.dirname, '../stand-ins/sandbox.ts');
/** What stays outside the sandbox, as on the platform: LWC, the base components, Apex methods, labels. */
const PLATFORM_MODULE = /^(lwc$|lightning\/|@salesforce\/)/;

interface SandboxedPackage {
    /** An expression: a function that is called as `evaluatePackage` says. */
    code: string;
    /** The modules that it requires. */
    platformModules: string[];
}

/**
 * A rolldown plugin that has the pages load the package's components from inside the sandbox of Lightning Web Security.
 * It goes before the LWC plugin, which compiles the components; that one has to add the sandbox's transforms.
 */
export function sandboxedComponents(folders: ProjectFolders, lwc: Plugin): Plugin {
    let bundled: SandboxedPackage = { code: '', platformModules: [] };
    return {
        name: 'sandboxed-components',
        async buildStart() {
            bundled = await bundlePackage(folders, lwc, (warning) => this.warn(warning));
        },
        resolveId(name) {
            return name === PACKAGE_COMPONENTS || name === SANDBOXED_PACKAGE ? `\0${name}` : undefined;
        },
        load(id) {
            if (id === `\0${PACKAGE_COMPONENTS}`) {
                return packageComponents(folders);
            }
            return id === `\0${SANDBOXED_PACKAGE}` ? sandboxedPackage(bundled) : undefined;
        }
    };
}

/** Makes one CommonJS text of all that the exposed components are made of. */
async function bundlePackage(
    folders: ProjectFolders,
    lwc: Plugin,
    warn: (message: string) => void
): Promise<SandboxedPackage> {
    const entry = '\0package';
    const names = exposedBundles(folders);
    try {
        const bundler = await rolldown({
            input: { package: entry },
            cwd: folders.root,
            platform: 'browser',
            tsconfig: false,
            external: (name) => PLATFORM_MODULE.test(name),
            plugins: [
                {
                    name: 'package',
                    resolveId: (name) => (name === entry ? entry : undefined),
                    load: (id) => (id === entry ? names.map(exportComponent).join('\n') : undefined)
                },
                lwc
            ],
            onLog: (level, log) => {
                if (level === 'warn' && log.plugin === lwc.name) {
                    warn(log.message);
                }
            }
        });
        const { output } = await bundler.generate({ format: 'cjs', exports: 'named' });
        await bundler.close();
        const [{ code, imports }] = output;
        return { code: `(function (require, module, exports, location, top) {\n${code}\n})`, platformModules: imports };
    } catch (error) {
        throw new Error(describeBuildError(error, folders.root));
    }
}

function exportComponent(name: string): string {
    return `export { default as ${name} } from ${JSON.stringify(`c/${name}`)};`;
}

/** The same as without the sandbox, but that all components come at once, as the sandbox has no modules. */
function packageComponents(folders: ProjectFolders): string {
    const loaders = exposedBundles(folders).map(
        (name) =>
            `    "c:${name}": async () => ({ default: (await import(${JSON.stringify(SANDBOXED_PACKAGE)})).default.${name} })`
    );
    return `export default {\n${loaders.join(',\n')}\n};`;
}

function sandboxedPackage({ code, platformModules }: SandboxedPackage): string {
    const imports = platformModules.map((name, index) => `import * as module${index} from ${JSON.stringify(name)};`);
    const modules = platformModules.map((name, index) => `    ${JSON.stringify(name)}: module${index}`);
    return `import { evaluatePackage } from ${JSON.stringify(SANDBOX)};
${imports.join('\n')}
export default evaluatePackage(${JSON.stringify(code)}, {\n${modules.join(',\n')}\n});`;
}
