import fs from 'node:fs';
import { rolldown } from 'rolldown';
import { compileModule, type CompiledModule, type CompileOptions } from './compileModule.ts';
import { ABSENT, type ModuleResolver } from './moduleResolver.ts';

/** Whether a bundle of the base components is one of the icon libraries, such as `iconSvgTemplatesUtility`. */
export function isIconLibrary(bundleName: string): boolean {
    return /^iconSvgTemplates[A-Z]/.test(bundleName);
}

/**
 * Makes one module of an icon library's hundreds of templates. The base components do not change, so this is done
 * once: the icons are most of the console's files, and each build would read all of them again.
 */
export async function bundleIconLibrary(
    file: string,
    resolver: ModuleResolver,
    options: CompileOptions
): Promise<CompiledModule> {
    const bundler = await rolldown({
        input: file,
        platform: 'browser',
        tsconfig: false,
        external: ['lwc'],
        // Nothing here is ours to put right.
        onLog: () => undefined,
        plugins: [
            {
                name: 'icons',
                resolveId: (name, importer) => resolver.resolve(name, importer),
                async load(id) {
                    const bundle = resolver.bundleOf(id);
                    if (id === ABSENT || !bundle) {
                        return id === ABSENT ? 'export default undefined;' : undefined;
                    }
                    const code = fs.readFileSync(id, 'utf8');
                    const source = { file: id, namespace: bundle.namespace, bundle: bundle.name, code, scoped: false };
                    return { code: (await compileModule(source, options)).code, moduleType: 'js' };
                }
            }
        ]
    });
    const { output } = await bundler.generate({ format: 'esm' });
    await bundler.close();
    return { code: output[0].code, warnings: [] };
}
