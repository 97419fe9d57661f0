import { checkApexTypes } from './checks/apexTypes.ts';
import { checkCodeAnalyzer } from './checks/codeAnalyzer.ts';
import { checkComponentProperties } from './checks/componentProperties.ts';
import { checkDeployPackage } from './checks/deployPackage.ts';
import { checkMetadataTypes } from './checks/metadataTypes.ts';
import { checkPlatformCompiler } from './checks/platformCompiler.ts';
import { checkProjectFile } from './checks/projectFile.ts';
import { checkReferences } from './checks/references.ts';
import { checkSoqlFields } from './checks/soqlFields.ts';
import type { Finding } from './finding.ts';
import { UserError } from '../command/userError.ts';
import type { Problem, Project } from './project.ts';

export interface Check {
    readonly name: string;
    /** What a project without a finding is proven to be, in a few words. */
    readonly proves: string;
    readonly run: (project: Project) => Promise<Problem[]>;
}

/** Those first that wait for a Java program, so that the others run meanwhile. */
export const CHECKS: readonly Check[] = [
    { name: 'code-analyzer', proves: 'PMD and the graph engine find nothing unexplained', run: checkCodeAnalyzer },
    { name: 'apex-types', proves: 'Apex names only types, fields and methods that exist', run: checkApexTypes },
    { name: 'metadata-types', proves: 'metadata files are what the Metadata API takes', run: checkMetadataTypes },
    { name: 'soql-fields', proves: 'SOQL names only fields that exist', run: checkSoqlFields },
    { name: 'references', proves: 'what metadata and code name exists', run: checkReferences },
    {
        name: 'component-properties',
        proves: 'component configurations fit their classes',
        run: checkComponentProperties
    },
    { name: 'project-file', proves: 'the project files fit Salesforce’s schemas', run: checkProjectFile },
    { name: 'platform-compiler', proves: 'Salesforce’s compiler takes each component', run: checkPlatformCompiler },
    { name: 'deploy-package', proves: 'a deploy sends everything, and nothing else', run: checkDeployPackage }
];

/**
 * Runs checks at the same time. A check that breaks off is a finding of it: what was not looked at is not in order.
 * @throws UserError for what only the user can put right, such as a missing Java
 */
export async function runChecks(project: Project, checks: readonly Check[]): Promise<Finding[]> {
    const found = await Promise.all(checks.map((check) => runCheck(project, check)));
    return found.flat();
}

async function runCheck(project: Project, { name, run }: Check): Promise<Finding[]> {
    try {
        return (await run(project)).map((problem) => project.toFinding(name, problem));
    } catch (error) {
        if (error instanceof UserError) {
            throw error;
        }
        const message = `It could not run: ${error instanceof Error ? error.message : String(error)}`;
        return [project.toFinding(name, { file: project.root, message })];
    }
}
