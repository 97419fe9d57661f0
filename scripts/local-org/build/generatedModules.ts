import path from 'node:path';
import { PAGE_TARGETS, readExposedComponents } from '../pages/exposedComponents.ts';
import { hasApexMethod } from './apexMethods.ts';
import type { CustomLabels } from './customLabels.ts';
import type { ProjectFolders } from './folders.ts';

const LABEL = '@salesforce/label/c.';
const APEX = '@salesforce/apex/';
const SCHEMA = '@salesforce/schema/';
const CUSTOM_PERMISSION = '@salesforce/customPermission/';
/** Loads the components that pages may place. */
export const PACKAGE_COMPONENTS = 'local/packageComponents';

/** Whether the build writes this module itself. */
export function isGenerated(name: string): boolean {
    const prefixes = [LABEL, APEX, SCHEMA, CUSTOM_PERMISSION];
    return name === PACKAGE_COMPONENTS || prefixes.some((prefix) => name.startsWith(prefix));
}

/** The code of a module for which `isGenerated` is true. Throws if what it names does not exist in the package. */
export function generateModule(name: string, folders: ProjectFolders, labels: CustomLabels): string {
    if (name === PACKAGE_COMPONENTS) {
        return packageComponents(folders);
    }
    if (name.startsWith(LABEL)) {
        return customLabel(name.slice(LABEL.length), folders, labels);
    }
    if (name.startsWith(APEX)) {
        return apexMethod(name.slice(APEX.length), folders);
    }
    if (name.startsWith(SCHEMA)) {
        return schemaReference(name.slice(SCHEMA.length));
    }
    return customPermission(name.slice(CUSTOM_PERMISSION.length));
}

function customLabel(name: string, folders: ProjectFolders, labels: CustomLabels): string {
    const text = labels.texts.get(name);
    if (text === undefined) {
        const files = labels.files.map((file) => path.relative(folders.root, file)).join(', ');
        const place = files || path.join(path.relative(folders.root, folders.source), '**/*.labels-meta.xml');
        throw new Error(`There is no custom label "${name}". Add it to ${place}.`);
    }
    return `export default ${JSON.stringify(text)};`;
}

function apexMethod(name: string, folders: ProjectFolders): string {
    const [className = '', methodName = ''] = name.split('.');
    if (!hasApexMethod(folders.source, className, methodName)) {
        const place = path.relative(folders.root, folders.source);
        throw new Error(`There is no @AuraEnabled method "${name}" in the Apex classes below ${place}.`);
    }
    const runtime = path.join(folders.standIns, 'apexMethod.ts');
    const call = `createApexMethod(${JSON.stringify(className)}, ${JSON.stringify(methodName)})`;
    return `import { createApexMethod } from ${JSON.stringify(runtime)};\nexport default ${call};`;
}

/** `@salesforce/schema/Payment` or `@salesforce/schema/Payment.Amount`: the platform's shapes of a reference. */
function schemaReference(name: string): string {
    const [objectApiName, ...field] = name.split('.');
    const reference = field.length > 0 ? { objectApiName, fieldApiName: field.join('.') } : { objectApiName };
    return `export default ${JSON.stringify(reference)};`;
}

/** True or, as on the platform, undefined. The page says what its user has not. */
function customPermission(name: string): string {
    const model = "JSON.parse(document.querySelector('#page-model').textContent)";
    return `export default ${model}.missingPermissions.includes(${JSON.stringify(name)}) ? undefined : true;`;
}

/** The components that a page may place, each loaded when a page asks for it. */
function packageComponents(folders: ProjectFolders): string {
    const loaders = exposedBundles(folders).map((name) => `    "c:${name}": () => import("c/${name}")`);
    return `export default {\n${loaders.join(',\n')}\n};`;
}

/** The names of the bundles that pages may place. */
export function exposedBundles(folders: ProjectFolders): string[] {
    const names = PAGE_TARGETS.flatMap((target) => [...readExposedComponents(folders.source, target).keys()]);
    return [...new Set(names)].map((name) => name.slice('c:'.length));
}
