import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ENGLISH, type Language } from '../build/language.ts';
import { readPackageObjects, type PackageObject } from './packageObjects.ts';
import { Schema, type FieldDefinition, type ObjectDefinition } from './schema.ts';
import { systemFields } from './systemFields.ts';

const objectsDirectory = join(import.meta.dirname, 'objects');

/** An object file's content: the object's API name is the file's name. */
interface ObjectFile {
    label: string;
    labelPlural: string;
    keyPrefix: string;
    keyPrefixKnown?: boolean;
    nameField: string;
    fields: FieldDefinition[];
}

/**
 * The standard objects of `objects/`, with the custom fields and custom objects that the package deploys.
 * @param sourceDirectory the package's source, usually `force-app`.
 * @param language of the labels of custom fields. Salesforce's own labels are English whatever it is.
 */
export function loadSchema(sourceDirectory: string, language: Pick<Language, 'fieldLabel'> = ENGLISH): Schema {
    const packageObjects = readPackageObjects(sourceDirectory).map((object) => translated(object, language));
    const standardObjects = readStandardObjects().map((object) => addPackageFields(object, packageObjects));
    const standardNames = new Set(standardObjects.map((object) => object.name));
    const customObjects = packageObjects.filter((object) => !standardNames.has(object.name)).map(toCustomObject);
    return new Schema([...standardObjects, ...customObjects]);
}

function translated(object: PackageObject, language: Pick<Language, 'fieldLabel'>): PackageObject {
    const fields = object.fields.map((field) => ({
        ...field,
        label: language.fieldLabel(object.name, field.name, field.label)
    }));
    return { ...object, fields };
}

function readStandardObjects(): ObjectDefinition[] {
    const fileNames = readdirSync(objectsDirectory).filter((fileName) => fileName.endsWith('.json'));
    return fileNames.sort().map(readStandardObject);
}

function readStandardObject(fileName: string): ObjectDefinition {
    const file = JSON.parse(readFileSync(join(objectsDirectory, fileName), 'utf8')) as ObjectFile;
    return {
        name: basename(fileName, '.json'),
        label: file.label,
        labelPlural: file.labelPlural,
        keyPrefix: file.keyPrefix,
        keyPrefixKnown: file.keyPrefixKnown !== false,
        nameField: file.nameField,
        fields: [...systemFields, ...file.fields]
    };
}

function addPackageFields(object: ObjectDefinition, packageObjects: readonly PackageObject[]): ObjectDefinition {
    const added = packageObjects.filter(({ name }) => name === object.name).flatMap(({ fields }) => fields);
    return { ...object, fields: [...object.fields, ...added] };
}

function toCustomObject(object: PackageObject, index: number): ObjectDefinition {
    if (!object.definition) {
        throw new Error(
            `${object.directory} has fields for '${object.name}', which is neither a standard object of the local org ` +
                `nor defined by a ${object.name}.object-meta.xml in that folder. Add one of the two.`
        );
    }
    // Salesforce gives custom objects a prefix from a00 on, custom metadata types one from m00 on, in each org anew.
    const firstLetter = object.name.endsWith('__mdt') ? 'm' : 'a';
    return {
        name: object.name,
        label: object.definition.label,
        labelPlural: object.definition.labelPlural,
        keyPrefix: `${firstLetter}${String(index).padStart(2, '0')}`,
        keyPrefixKnown: false,
        nameField: object.definition.nameField.name,
        fields: [...systemFields, ...object.definition.standardFields, ...object.fields]
    };
}
