import { basename, dirname, join } from 'node:path';
import { existsSync } from 'node:fs';
import { childElements, childText, findFiles, readMetadataFile } from './metadataFile.ts';
import { readFieldFile } from './packageFields.ts';
import type { FieldDefinition } from './schema.ts';

/** An `objects/<Object>` folder of the package's source. */
export interface PackageObject {
    readonly name: string;
    readonly directory: string;
    readonly fields: readonly FieldDefinition[];
    /** Present if the folder has an `<Object>.object-meta.xml`, as a custom object or custom metadata type has. */
    readonly definition?: PackageObjectDefinition;
}

export interface PackageObjectDefinition {
    readonly label: string;
    readonly labelPlural: string;
    readonly nameField: FieldDefinition;
    /** Fields that Salesforce itself gives the object. */
    readonly standardFields: readonly FieldDefinition[];
}

/** Reads every `objects/<Object>` folder below the source directory. */
export function readPackageObjects(sourceDirectory: string): PackageObject[] {
    const fieldFiles = findFiles(sourceDirectory, '.field-meta.xml');
    const objectFiles = findFiles(sourceDirectory, '.object-meta.xml');
    const directories = new Set([
        ...fieldFiles.map((path) => dirname(dirname(path))),
        ...objectFiles.map((path) => dirname(path))
    ]);
    return [...directories].sort().map((directory) => ({
        name: basename(directory),
        directory,
        fields: fieldFiles.filter((path) => dirname(dirname(path)) === directory).map(readFieldFile),
        definition: readDefinition(directory)
    }));
}

function readDefinition(directory: string): PackageObjectDefinition | undefined {
    const name = basename(directory);
    const path = join(directory, `${name}.object-meta.xml`);
    const isCustom = name.endsWith('__c') || name.endsWith('__mdt');
    if (!isCustom || !existsSync(path)) {
        return undefined;
    }
    const element = readMetadataFile(path);
    const label = childText(element, 'label') ?? name;
    const labelPlural = childText(element, 'pluralLabel') ?? label;
    if (name.endsWith('__mdt')) {
        return { label, labelPlural, ...customMetadataTypeFields };
    }
    const nameFieldElement = childElements(element, 'nameField')[0];
    const nameField: FieldDefinition = {
        name: 'Name',
        label: (nameFieldElement && childText(nameFieldElement, 'label')) ?? 'Name',
        type: 'string',
        length: 80,
        autoNumberFormat: nameFieldElement && childText(nameFieldElement, 'displayFormat')
    };
    return { label, labelPlural, nameField, standardFields: [nameField, ownerField] };
}

const ownerField: FieldDefinition = {
    name: 'OwnerId',
    label: 'Owner',
    type: 'reference',
    referenceTo: ['User'],
    relationshipName: 'Owner'
};

const developerNameField: FieldDefinition = {
    name: 'DeveloperName',
    label: 'Custom Metadata Record Name',
    type: 'string',
    length: 40
};

const customMetadataTypeFields = {
    nameField: developerNameField,
    standardFields: [
        developerNameField,
        { name: 'MasterLabel', label: 'Label', type: 'string', length: 40 },
        { name: 'QualifiedApiName', label: 'Qualified API Name', type: 'string', length: 70 },
        { name: 'NamespacePrefix', label: 'Namespace Prefix', type: 'string', length: 15 },
        { name: 'Language', label: 'Master Language', type: 'picklist' }
    ] satisfies FieldDefinition[]
};
