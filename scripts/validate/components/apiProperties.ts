import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { bundleFolders } from '../bundles.ts';

/** An `@api` property of a component's class. */
export interface ApiProperty {
    /** As declared, or that of its first value; undefined where neither tells. */
    type: string | undefined;
    /** Whether the class that it is inherited from has it. */
    isInherited: boolean;
}

/**
 * The `@api` properties of a component by name, those of the classes included that it extends.
 * @param files of the package, among which imported components are looked for
 * @param folder of the component
 */
export function readApiProperties(files: readonly string[], folder: string): Map<string, ApiProperty> {
    const source = parseComponent(folder);
    const declaration = source?.statements.filter((each) => ts.isClassDeclaration(each)).at(-1);
    if (!source || !declaration) {
        return new Map();
    }
    const inherited = findBaseFolder(files, source, declaration);
    return new Map([
        ...inheritedProperties(files, inherited),
        ...declaration.members.filter(isApi).flatMap((member) => toEntry(source, member))
    ]);
}

function inheritedProperties(files: readonly string[], folder: string | undefined): [string, ApiProperty][] {
    const properties = folder === undefined ? [] : [...readApiProperties(files, folder)];
    return properties.map(([name, property]) => [name, { ...property, isInherited: true }]);
}

function parseComponent(folder: string): ts.SourceFile | undefined {
    const file = ['.ts', '.js']
        .map((ending) => path.join(folder, path.basename(folder) + ending))
        .find((each) => existsSync(each));
    return file === undefined
        ? undefined
        : ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, true);
}

/** The component that the class is extended from, where it is one of the package. */
function findBaseFolder(
    files: readonly string[],
    source: ts.SourceFile,
    declaration: ts.ClassDeclaration
): string | undefined {
    const heritage = declaration.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
    const words = heritage?.types[0]?.expression.getText(source).match(/\w+/g) ?? [];
    // Of a mixin, NavigationMixin(Base), each word may be the one that is imported.
    const [base] = source.statements
        .filter((statement) => ts.isImportDeclaration(statement))
        .filter(({ importClause }) =>
            words.some((word) => new RegExp(`\\b${word}\\b`).test(importClause?.getText(source) ?? ''))
        )
        .map(({ moduleSpecifier }) => (ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : ''))
        .filter((name) => name.startsWith('c/'));
    return bundleFolders(files).find((folder) => `c/${path.basename(folder)}` === base);
}

function isApi(member: ts.ClassElement): boolean {
    return (
        ts.canHaveDecorators(member) &&
        (ts.getDecorators(member) ?? []).some(({ expression }) => expression.getText() === 'api')
    );
}

function toEntry(source: ts.SourceFile, member: ts.ClassElement): [string, ApiProperty][] {
    const name = member.name?.getText(source);
    if (name === undefined || ts.isMethodDeclaration(member)) {
        return [];
    }
    return [[name, { type: typeOf(source, member), isInherited: false }]];
}

function typeOf(source: ts.SourceFile, member: ts.ClassElement): string | undefined {
    if (ts.isGetAccessorDeclaration(member)) {
        return member.type?.getText(source);
    }
    if (ts.isSetAccessorDeclaration(member)) {
        return member.parameters[0]?.type?.getText(source);
    }
    return ts.isPropertyDeclaration(member)
        ? (member.type?.getText(source) ?? typeOfValue(member.initializer))
        : undefined;
}

function typeOfValue(value: ts.Expression | undefined): string | undefined {
    switch (value?.kind) {
        case ts.SyntaxKind.NumericLiteral:
            return 'number';
        case ts.SyntaxKind.StringLiteral:
            return 'string';
        case ts.SyntaxKind.TrueKeyword:
        case ts.SyntaxKind.FalseKeyword:
            return 'boolean';
        default:
            return undefined;
    }
}
