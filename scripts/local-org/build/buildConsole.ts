import fs from 'node:fs';
import path from 'node:path';
import { rolldown, type OutputChunk, type Plugin } from 'rolldown';
import { describeBuildError } from './buildError.ts';
import { projectFolders, type ProjectFolders } from './folders.ts';
import { ENGLISH, type Language } from './language.ts';
import { lwcPlugin } from './lwcPlugin.ts';
import { sandboxedComponents } from './sandboxedComponents.ts';

export interface ConsoleBuildOptions {
    /** `production`: minified, without the checks that LWC makes for developers. */
    mode: 'production' | 'development';
    /** Where the files are written. Without it they are only returned. */
    outDirectory?: string;
    /** Defaults to the folders of this repository. */
    folders?: ProjectFolders;
    /** Has the package's components run in the sandbox of Lightning Web Security, apart from the page. */
    lightningWebSecurity?: boolean;
    /** Of the custom labels. Defaults to English. */
    language?: Language;
}

/** The browser files of the console. */
export interface ConsoleBuild {
    /** File name to JavaScript. Names carry a hash of the content. */
    files: Map<string, string>;
    /** The file that a page loads. */
    entry: string;
    /** Component (`c:paymentConsole`) to the files that a page with it needs besides the entry's own. */
    componentFiles: Map<string, string[]>;
    warnings: string[];
    milliseconds: number;
}

/**
 * Builds the shell and every component of the package that pages may place.
 * Throws one Error whose message lists what is wrong, with file names relative to the repository.
 */
export async function buildConsole(options: ConsoleBuildOptions): Promise<ConsoleBuild> {
    const build = await createConsoleBuilder(options)();
    if (options.outDirectory) {
        writeFiles(build, options.outDirectory);
    }
    return build;
}

/** Prepares builds that share what they compiled: for building again after a change. Nothing is written. */
export function createConsoleBuilder(options: ConsoleBuildOptions): () => Promise<ConsoleBuild> {
    const folders = options.folders ?? projectFolders();
    const { language = ENGLISH, lightningWebSecurity = false } = options;
    const plugin = lwcPlugin(folders, { lightningWebSecurity }, language);
    const plugins = lightningWebSecurity ? [sandboxedComponents(folders, plugin), plugin] : [plugin];
    return () => bundle(options.mode, folders, plugins);
}

async function bundle(mode: ConsoleBuildOptions['mode'], folders: ProjectFolders, plugins: Plugin[]) {
    const start = performance.now();
    const warnings: string[] = [];
    try {
        const bundler = await rolldown({
            input: { boot: path.join(folders.shell, 'boot.ts') },
            cwd: folders.root,
            platform: 'browser',
            tsconfig: false,
            plugins,
            transform: {
                define: {
                    'process.env.NODE_ENV': JSON.stringify(mode),
                    // The base components are compiled with another version than they were tested with.
                    'process.env.SKIP_LWC_VERSION_MISMATCH_CHECK': '"true"',
                    'import.meta.env.SSR': 'false'
                }
            },
            onLog: (level, log) => {
                if (level === 'warn' && plugins.some(({ name }) => name === log.plugin)) {
                    warnings.push(log.message);
                }
            }
        });
        const names = '[name]-[hash].js';
        const { output } = await bundler.generate({
            format: 'esm',
            minify: mode === 'production',
            entryFileNames: names,
            chunkFileNames: names
        });
        await bundler.close();
        const chunks = output.filter((file) => file.type === 'chunk');
        return describeBuild(chunks, warnings, Math.round(performance.now() - start), folders);
    } catch (error) {
        throw new Error(describeBuildError(error, folders.root));
    }
}

function describeBuild(
    chunks: OutputChunk[],
    warnings: string[],
    milliseconds: number,
    folders: ProjectFolders
): ConsoleBuild {
    const entry = chunks.find((chunk) => chunk.isEntry);
    if (!entry) {
        throw new Error('The build has no entry file.');
    }
    const componentFiles = new Map<string, string[]>();
    for (const chunk of chunks) {
        const file = chunk.facadeModuleId ?? '';
        if (chunk.isDynamicEntry && file.startsWith(folders.source)) {
            const name = `c:${path.basename(path.dirname(file))}`;
            componentFiles.set(name, [chunk.fileName, ...chunk.imports.filter((name) => name !== entry.fileName)]);
        }
    }
    const files = new Map(chunks.map((chunk) => [chunk.fileName, chunk.code]));
    return { files, entry: entry.fileName, componentFiles, warnings: [...new Set(warnings)], milliseconds };
}

function writeFiles(build: ConsoleBuild, outDirectory: string): void {
    fs.mkdirSync(outDirectory, { recursive: true });
    for (const [name, code] of build.files) {
        fs.writeFileSync(path.join(outDirectory, name), code);
    }
}
