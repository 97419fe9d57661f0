import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import type { Problem, Project } from '../project.ts';

const require = createRequire(import.meta.url);

/** The files that the `sf` command reads, and the schema that Salesforce publishes for each. */
const SCHEMAS: Readonly<Record<string, string>> = {
    'sfdx-project.json': '@salesforce/schemas/sfdx-project.schema.json',
    'config/project-scratch-def.json': '@salesforce/schemas/project-scratch-def.schema.json'
};

/** sfdx-project.json and, where there is one, the definition of the scratch org, against Salesforce's schemas. */
export async function checkProjectFile(project: Project): Promise<Problem[]> {
    return Object.entries(SCHEMAS)
        .map(([name, schema]) => ({ file: path.join(project.root, name), schema }))
        .filter(({ file }) => existsSync(file))
        .flatMap(({ file, schema }) => checkFile(file, schema))
        .concat(missingFolders(project));
}

function checkFile(file: string, schema: string): Problem[] {
    let content: unknown;
    try {
        content = JSON.parse(readFileSync(file, 'utf8'));
    } catch (error) {
        return [{ file, message: `Not JSON: ${error instanceof Error ? error.message : String(error)}` }];
    }
    // Not strict: the schemas hold words of other tools beside those of JSON Schema.
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
    const validate = ajv.compile(require(schema));
    return validate(content) ? [] : (validate.errors ?? []).map((error) => ({ file, message: inWords(error) }));
}

function inWords({ instancePath, message, params }: ErrorObject): string {
    const detail = 'additionalProperty' in params ? `: ${String(params['additionalProperty'])}` : '';
    const values = 'allowedValues' in params ? `: ${String(params['allowedValues']).slice(0, 160)}` : '';
    return `${instancePath || 'The file'} ${message}${detail}${values}`;
}

function missingFolders(project: Project): Problem[] {
    return (project.definition.packageDirectories ?? [])
        .filter(({ path: folder }) => folder !== undefined && !existsSync(path.join(project.root, folder)))
        .map(({ path: folder }) => ({
            file: project.definitionFile,
            message: `The package directory ${folder} does not exist`
        }));
}
