import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkApexTypes } from './checks/apexTypes.ts';
import { checkComponentProperties } from './checks/componentProperties.ts';
import { problemsOfTypes } from './checks/metadataTypes.ts';
import { checkPlatformCompiler } from './checks/platformCompiler.ts';
import { checkReferences } from './checks/references.ts';
import { checkSoqlFields } from './checks/soqlFields.ts';
import { UserError } from '../command/userError.ts';
import type { Finding } from './finding.ts';
import { isManifest, listAllFiles, readMetadataFile } from './metadata/metadataFiles.ts';
import { MetadataTypes } from './metadata/metadataTypes.ts';
import { unpackToSource } from './metadata/unpackToSource.ts';
import { Project, type Problem } from './project.ts';
import { createTemporaryFolder } from './temporaryFolder.ts';

export interface ValidateOptions {
    /** The folder of a project's sfdx-project.json: what the org already has. */
    orgSource?: string;
}

/** Where the components of the deploy are put. */
const DEPLOYED = 'deployed';

const CHECKS = {
    references: checkReferences,
    'component-properties': checkComponentProperties,
    // What the org already has is TypeScript, which the compiler does not take.
    'platform-compiler': (project: Project) => checkPlatformCompiler(project, [path.join(project.root, DEPLOYED)]),
    'soql-fields': checkSoqlFields,
    'apex-types': checkApexTypes
};

/**
 * Checks components in metadata format, as a deploy sends them: their form first and, where that is right, what they
 * refer to, their SOQL, their Apex and their Lightning web components.
 * @param folder with package.xml and the components beside it, or in one folder below
 * @returns the findings; files are relative to the folder, with slashes. Never rejects for what is wrong in the folder.
 * @throws UserError where the checks cannot run at all, for example without Java
 */
export async function validateComponents(folder: string, { orgSource }: ValidateOptions = {}): Promise<Finding[]> {
    const files = listAllFiles(folder);
    const ofForm = formProblems(files).map((problem) => toFinding(folder, 'metadata-types', problem));
    if (ofForm.length > 0) {
        return ofForm;
    }
    const root = createTemporaryFolder('deploy');
    const sources = unpackToSource(folder, files, path.join(root, DEPLOYED));
    if (orgSource !== undefined) {
        addOrgSource(new Project(orgSource), root, new Set([...sources.keys()].map(componentKey)));
    }
    writeDefinition(root);
    const found = await Promise.all(
        Object.entries(CHECKS).map(([name, check]) => runCheck(new Project(root), name, check))
    );
    // What is wrong with what the org already has is not the deploy's.
    return found.flat().flatMap(({ name, problem }) => {
        const file = sources.get(problem.file) ?? (problem.file === root ? folder : undefined);
        return file === undefined ? [] : [toFinding(folder, name, { ...problem, file })];
    });
}

function formProblems(files: readonly string[]): Problem[] {
    const types = new MetadataTypes();
    const metadata = files.filter(isMetadata).map(readMetadataFile);
    return [...problemsOfTypes(metadata, types), ...missingHalves(files)];
}

/** Everything in XML, but for what components have of their own: an icon, a static resource. */
function isMetadata(file: string): boolean {
    const isContent = /\.(cls|trigger|page|component|js|html|css|svg|resource|json|txt|md\.txt)$/.test(file);
    const isInBundle = /[\\/](lwc|aura|staticresources)[\\/]/.test(file) && !file.endsWith('-meta.xml');
    return isManifest(file) || (!isContent && !isInBundle);
}

function missingHalves(files: readonly string[]): Problem[] {
    return files
        .filter((file) => /\.(cls|trigger)$/.test(file) && !files.includes(`${file}-meta.xml`))
        .map((file) => ({ file, message: `${path.basename(file)}-meta.xml is missing` }));
}

/** The same component in another place: a bundle by its folder, anything else by its file's name. */
function componentKey(file: string): string {
    const folder = path.dirname(file);
    if (path.basename(path.dirname(folder)) === 'lwc') {
        return `lwc/${path.basename(folder)}`;
    }
    return path.basename(path.dirname(folder)) === 'objects' || path.basename(folder) === 'fields'
        ? file.split(path.sep).slice(-3).join('/')
        : path.basename(file);
}

function addOrgSource(org: Project, root: string, deployed: ReadonlySet<string>): void {
    for (const file of org.files.filter((each) => !deployed.has(componentKey(each)))) {
        cpSync(file, path.join(root, 'org', path.relative(org.root, file)));
    }
}

function writeDefinition(root: string): void {
    const packageDirectories = [DEPLOYED, 'org'].map((folder) => ({ path: folder, default: folder === DEPLOYED }));
    packageDirectories.forEach(({ path: folder }) => mkdirSync(path.join(root, folder), { recursive: true }));
    writeFileSync(
        path.join(root, 'sfdx-project.json'),
        JSON.stringify({ packageDirectories, sourceApiVersion: '66.0' })
    );
}

async function runCheck(project: Project, name: string, check: (project: Project) => Promise<Problem[]>) {
    try {
        return (await check(project)).map((problem) => ({ name, problem }));
    } catch (error) {
        if (error instanceof UserError) {
            throw error;
        }
        const message = `It could not run: ${error instanceof Error ? error.message : String(error)}`;
        return [{ name, problem: { file: project.root, message } }];
    }
}

function toFinding(folder: string, check: string, { file, line, message, severity = 2 }: Problem): Finding {
    const relative = path.relative(folder, file).split(path.sep).join('/');
    return { check, file: relative || '.', ...(line === undefined ? {} : { line }), message, severity };
}
