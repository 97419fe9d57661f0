import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import JSZip from 'jszip';
import type { FieldDefinition, FieldType, ObjectDefinition, Schema } from '../../local-org/schema/schema.ts';
import { addFields, readTexts, writeClass, type JavaField } from './classFile.ts';

const require = createRequire(import.meta.url);

/** The Java libraries of Code Analyzer's PMD engine, the Apex type checker among them. */
const LIBRARIES = path.join(path.dirname(require.resolve('@salesforce/code-analyzer-pmd-engine')), 'java-lib');
const CACHE = path.resolve(import.meta.dirname, '../../../node_modules/.cache/validate');

const NAMESPACE = 'com/nawforce/runforce';
const OBJECTS = `${NAMESPACE}/SObjects`;

/** Apex types that are not String, by the type of the field. */
const APEX_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
    boolean: 'Boolean',
    currency: 'Decimal',
    date: 'Date',
    datetime: 'Datetime',
    double: 'Decimal',
    id: 'Id',
    int: 'Integer',
    percent: 'Decimal',
    reference: 'Id'
};

/**
 * The class path of the Apex type checker. Its library of standard objects lacks some, such as OrderPaymentSummary, and
 * some fields: a copy gets those that the local org's schema knows. Custom ones the checker reads from the package.
 */
export async function apexClassPath(schema: Schema): Promise<string> {
    const names = readdirSync(LIBRARIES).filter((name) => name.endsWith('.jar'));
    const typesName = names.find((name) => name.startsWith('sobject-types')) ?? '';
    const others = names.filter((name) => name !== typesName).map((name) => path.join(LIBRARIES, name));
    const types = await completeTypes(readFileSync(path.join(LIBRARIES, typesName)), schema);
    return [types, ...others].join(path.delimiter);
}

async function completeTypes(library: Buffer, schema: Schema): Promise<string> {
    const key = createHash('sha256').update(library).update(JSON.stringify(schema.objects)).update(GENERATION);
    const file = path.join(CACHE, `sobject-types-${key.digest('hex').slice(0, 16)}.jar`);
    if (existsSync(file)) {
        return file;
    }
    const zip = await JSZip.loadAsync(library);
    const isKnown = (name: string) => schema.findObject(name) !== undefined || zip.file(entryOf(name)) !== null;
    for (const object of schema.objects.filter(({ name }) => !isCustom(name))) {
        const existing = await zip.file(entryOf(object.name))?.async('nodebuffer');
        const fields = fieldsOf(object, schema, isKnown);
        zip.file(entryOf(object.name), existing ? completeObject(existing, fields) : newObject(object, fields));
    }
    mkdirSync(CACHE, { recursive: true });
    // Whole or not at all: another process may look for it at the same time.
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, await zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' }));
    renameSync(unfinished, file);
    return file;
}

/** To be raised when what is generated changes. */
const GENERATION = '1';

function entryOf(objectName: string): string {
    return `${OBJECTS}/${objectName}.class`;
}

function newObject(object: ObjectDefinition, fields: readonly JavaField[]): Buffer {
    const own = `L${OBJECTS}/${object.name};`;
    const statics = ['SObjectType', 'SObjectFields'].map((type) => ({
        name: type === 'SObjectFields' ? 'Fields' : type,
        descriptor: `L${NAMESPACE}/Internal/${type}$;`,
        signature: `L${NAMESPACE}/Internal/${type}$<${own}>;`,
        isStatic: true
    }));
    return writeClass(`${OBJECTS}/${object.name}`, `${NAMESPACE}/System/SObject`, [...statics, ...fields]);
}

function completeObject(existing: Buffer, fields: readonly JavaField[]): Buffer {
    const known = readTexts(existing);
    return addFields(
        existing,
        fields.filter(({ name }) => !known.has(name))
    );
}

/** @param isKnown whether there is a class for an object: Java refuses a field of a class that is missing */
function fieldsOf(object: ObjectDefinition, schema: Schema, isKnown: (name: string) => boolean): JavaField[] {
    const own = object.fields.filter(({ name }) => !isCustom(name)).flatMap((field) => toJavaFields(field, isKnown));
    const children = schema
        .childRelationships(object)
        .filter(({ childObject, field }) => !isCustom(childObject.name) && !isCustom(field.name))
        .map(({ name, childObject }) => ({ name, descriptor: `[L${OBJECTS}/${childObject.name};` }));
    const byName = new Map([...own, ...children].map((field) => [field.name, field]));
    return [...byName.values()];
}

/** A reference is two fields: the id, and the record it leads to. */
function toJavaFields(
    { name, type, referenceTo = [], relationshipName }: FieldDefinition,
    isKnown: (name: string) => boolean
): JavaField[] {
    const field = { name, descriptor: `L${NAMESPACE}/System/${APEX_TYPES[type] ?? 'String'};` };
    if (relationshipName === undefined) {
        return [field];
    }
    const [target = ''] = referenceTo;
    const parent = referenceTo.length === 1 && isKnown(target) ? `${OBJECTS}/${target}` : `${NAMESPACE}/System/SObject`;
    return [field, { name: relationshipName, descriptor: `L${parent};` }];
}

function isCustom(name: string): boolean {
    return /__(c|mdt|e|r)$/i.test(name);
}
