import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { bundleFolders } from '../bundles.ts';
import type { Problem } from '../project.ts';
import type { PackageNames } from './packageNames.ts';

type Refuse = (names: PackageNames, name: string) => string | undefined;

/** The modules that name something of the package, by how their names begin. */
const MODULES: Readonly<Record<string, Refuse>> = {
    'c/': (names, name) => (names.bundles.has(name) ? undefined : `There is no component ${name}`),
    '@salesforce/apex/': refuseMethod,
    '@salesforce/label/c.': refuseLabel,
    '@salesforce/schema/': refuseSchema,
    '@salesforce/customPermission/': (names, name) =>
        names.has('customPermission', name) ? undefined : `There is no custom permission ${name}`,
    '@salesforce/messageChannel/': (names, name) =>
        names.has('messageChannel', name.replace(/__c$/, '')) ? undefined : `There is no message channel ${name}`,
    '@salesforce/resourceUrl/': (names, name) =>
        names.has('resource', name) ? undefined : `There is no static resource ${name}`
};

/** What components import, the elements of their templates, and the labels that Apex names. */
export function checkModules(names: PackageNames): Problem[] {
    const folders = new Set(bundleFolders(names.project.files));
    const files = names.project.files.filter((file) => folders.has(path.dirname(file)));
    return [
        ...files.filter((file) => isSource(file, names.project.files)).flatMap((file) => checkImports(names, file)),
        ...files.filter((file) => file.endsWith('.html')).flatMap((file) => checkTemplate(names, file)),
        ...names.project.filesEnding('.cls').flatMap((file) => checkApexLabels(names, file))
    ];
}

/** The JavaScript that stands beside its TypeScript is left over from a build. */
function isSource(file: string, files: readonly string[]): boolean {
    return file.endsWith('.ts') || (file.endsWith('.js') && !files.includes(file.replace(/\.js$/, '.ts')));
}

function checkImports(names: PackageNames, file: string): Problem[] {
    const text = readFileSync(file, 'utf8');
    return importedModules(file, text).flatMap(({ fileName, pos }) => {
        const prefix = Object.keys(MODULES).find((start) => fileName.startsWith(start));
        const message = prefix && MODULES[prefix]?.(names, fileName.slice(prefix.length));
        return message ? [{ file, line: lineAt(text, pos), message }] : [];
    });
}

function importedModules(file: string, text: string): { fileName: string; pos: number }[] {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext);
    return source.statements
        .filter((statement) => ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))
        .map(({ moduleSpecifier }) => moduleSpecifier)
        .filter((specifier) => specifier !== undefined && ts.isStringLiteral(specifier))
        .map((specifier) => ({ fileName: specifier.text, pos: specifier.end }));
}

function refuseMethod(names: PackageNames, name: string): string | undefined {
    const [className = '', methodName = ''] = name.split('.');
    if (!names.hasClass(className)) {
        return `There is no Apex class ${className}`;
    }
    return names.hasApexMethod(className, methodName)
        ? undefined
        : `${className} has no static @AuraEnabled method ${methodName}`;
}

function refuseLabel(names: PackageNames, name: string): string | undefined {
    return names.labels.has(name) ? undefined : `There is no custom label ${name}`;
}

function refuseSchema(names: PackageNames, name: string): string | undefined {
    const [objectName = '', ...fieldPath] = name.split('.');
    if (fieldPath.length > 0) {
        return names.refuseField(name);
    }
    return names.schema.findObject(objectName) ? undefined : `There is no object ${objectName}`;
}

function checkTemplate(names: PackageNames, file: string): Problem[] {
    // Comments are blanked out, so that the lines stay the same.
    const text = readFileSync(file, 'utf8').replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));
    return [...text.matchAll(/<c-([a-z0-9_-]+)/g)].flatMap(({ index, 1: element = '' }) => {
        const name = element.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
        return names.bundles.has(name)
            ? []
            : [{ file, line: lineAt(text, index), message: `There is no component ${name}` }];
    });
}

function checkApexLabels(names: PackageNames, file: string): Problem[] {
    const text = readFileSync(file, 'utf8');
    return [...text.matchAll(/\bLabel\.(\w+)/gi)].flatMap(({ index, 1: name = '' }) => {
        const message = refuseLabel(names, name);
        return message === undefined ? [] : [{ file, line: lineAt(text, index), message }];
    });
}

function lineAt(text: string, position: number): number {
    return text.slice(0, position).split('\n').length;
}
