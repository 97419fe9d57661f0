import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import sfdcCompiler from '@lwc/sfdc-lwc-compiler';
import { bundleFolders } from '../bundles.ts';
import { listAllFiles } from '../metadata/metadataFiles.ts';
import type { Problem, Project } from '../project.ts';

/** LWC's diagnostic levels: 0 fatal, 1 error, 2 warning, 3 log. */
const WORST_HARMLESS_LEVEL = 3;
const WARNING = 2;

/**
 * Every bundle, as it is deployed, through the compiler that Salesforce publishes for its platform.
 * @param folders whose bundles are compiled, absolute: all of the package if left out
 */
export async function checkPlatformCompiler(
    project: Project,
    folders: readonly string[] = project.sourceFolders
): Promise<Problem[]> {
    const apiVersion = Number(project.definition.sourceApiVersion);
    const problems: Problem[] = [];
    for (const folder of bundleFolders(folders.flatMap(listAllFiles))) {
        const staged = path.join(project.staged, path.relative(project.root, folder));
        const found = await compileBundle(staged, apiVersion);
        problems.push(...found.map(({ file, ...rest }) => ({ file: path.join(folder, file), ...rest })));
    }
    return problems;
}

/**
 * @param folder of a bundle in JavaScript
 * @returns the problems, each with the file's path within the folder
 */
async function compileBundle(folder: string, apiVersion: number): Promise<Problem[]> {
    const name = path.basename(folder);
    const sources = bundleSources(folder);
    const files = Object.fromEntries(sources.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
    const { success, diagnostics } = await sfdcCompiler.compile({
        bundle: {
            type: 'platform',
            namespace: 'c',
            namespaceMapping: { c: 'c' },
            name,
            files,
            options: { apiVersion }
        }
    });
    const problems = diagnostics
        .filter(({ level }) => level < WORST_HARMLESS_LEVEL)
        .map(({ message, location, filename, level }) => ({
            file: filename && files[path.basename(filename)] !== undefined ? path.basename(filename) : `${name}.js`,
            line: location?.line,
            message: firstLine(message),
            severity: level < WARNING ? (2 as const) : (3 as const)
        }));
    return success || problems.length > 0 ? problems : [{ file: `${name}.js`, message: 'The compiler refuses it' }];
}

function bundleSources(folder: string): string[] {
    return readdirSync(folder).filter((file) => /\.(js|html|css)$/.test(file));
}

function firstLine(message: string): string {
    return message.split('\n')[0] ?? message;
}
