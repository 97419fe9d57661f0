import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { isObject } from '../../command/isObject.ts';
import { METADATA_NAMESPACE, MetadataTypes } from '../metadata/metadataTypes.ts';
import { textOf, type XmlElement } from '../../metadata/readXml.ts';
import type { Problem, Project } from '../project.ts';

const require = createRequire(import.meta.url);

/** The files that the `sf` command reads, and the schema that Salesforce publishes for each. */
const SCHEMAS: Readonly<Record<string, string>> = {
    'sfdx-project.json': '@salesforce/schemas/sfdx-project.schema.json',
    'config/project-scratch-def.json': '@salesforce/schemas/project-scratch-def.schema.json'
};

/** Code that is made for an API version, by the ends of the names of its metadata files. */
const WITH_VERSION = ['cls', 'trigger', 'js'];

/**
 * sfdx-project.json and, where there is one, the definition of the scratch org, against Salesforce's schemas; and the
 * API version of each class and component, which is the project's.
 */
export async function checkProjectFile(project: Project): Promise<Problem[]> {
    return Object.entries(SCHEMAS)
        .map(([name, schema]) => ({ file: path.join(project.root, name), schema }))
        .filter(({ file }) => existsSync(file))
        .flatMap(({ file, schema }) => checkFile(file, schema))
        .concat(packageProblems(project), otherVersions(project));
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
    const errors = validate(content) ? [] : (validate.errors ?? []);
    return [...errors.map((error) => ({ file, message: inWords(error) })), ...settingProblems(file, content)];
}

function inWords({ instancePath, message, params }: ErrorObject): string {
    const detail = 'additionalProperty' in params ? `: ${String(params['additionalProperty'])}` : '';
    const values = 'allowedValues' in params ? `: ${String(params['allowedValues']).slice(0, 160)}` : '';
    return `${instancePath || 'The file'} ${message}${detail}${values}`;
}

function otherVersions(project: Project): Problem[] {
    const wanted = project.definition.sourceApiVersion;
    return project.readableMetadata
        .filter(({ suffix, root }) => WITH_VERSION.includes(suffix) && textOf(root, 'apiVersion') !== wanted)
        .map(({ file, root }) => ({
            file,
            line: root.line,
            message: `apiVersion is ${textOf(root, 'apiVersion') ?? 'missing'}, that of the project ${wanted}`
        }));
}

/** What the schema of sfdx-project.json leaves open and the `sf` command refuses. */
function packageProblems(project: Project): Problem[] {
    const { packageDirectories = [] } = project.definition;
    const missing = packageDirectories
        .flatMap(({ path: folder, definitionFile }) => [folder, definitionFile])
        .filter((name) => name !== undefined && !existsSync(path.join(project.root, name)))
        .map((name) => `${name} does not exist`);
    const badVersions = packageDirectories
        .map(({ versionNumber }) => versionNumber)
        .filter((version) => version !== undefined && !/^\d+\.\d+\.\d+\.(NEXT|\d+)$/.test(version))
        .map((version) => `The version ${version} is not one like 1.0.0.NEXT`);
    const hasDefault = packageDirectories.filter((each) => each.default === true).length === 1;
    const noDefault =
        hasDefault || packageDirectories.length < 2 ? [] : ['One package directory has to be the default'];
    return [...missing, ...badVersions, ...noDefault].map((message) => ({ file: project.definitionFile, message }));
}

/** Settings are metadata: `orderSettings` is what OrderSettings is in a deploy. */
function settingProblems(file: string, content: unknown): Problem[] {
    const settings = isObject(content) && isObject(content['settings']) ? content['settings'] : {};
    const types = Object.keys(settings).length === 0 ? undefined : new MetadataTypes();
    return Object.entries(settings)
        .flatMap(([name, value]) => types?.check(toElement(name.charAt(0).toUpperCase() + name.slice(1), value)) ?? [])
        .map(({ message }) => ({ file, message }));
}

function toElement(name: string, value: unknown): XmlElement {
    const children = isObject(value) ? Object.entries(value).map(([key, part]) => toElement(key, part)) : [];
    const text = isObject(value) ? '' : String(value);
    return {
        name,
        namespace: METADATA_NAMESPACE,
        line: 1,
        text,
        attributes: {},
        children,
        contentStart: 0,
        contentEnd: 0
    };
}
