import { basename } from 'node:path';
import { childElements, childText, findFiles, readMetadataFile, type MetadataElement } from './metadataFile.ts';
import { isNumber } from './fieldRules.ts';
import type { FieldDefinition, Schema } from './schema.ts';

/** A custom metadata record of the package, as a row of its `__mdt` object. */
export interface PackageRecord {
    readonly objectName: string;
    readonly values: Readonly<Record<string, unknown>>;
}

const fileNameEnd = '.md-meta.xml';

/**
 * Reads every custom metadata record (`customMetadata/<Type>.<Record>.md-meta.xml`) below the source directory.
 * @throws SalesforceError or Error that names the file.
 */
export function readPackageRecords(sourceDirectory: string, schema: Schema): PackageRecord[] {
    return findFiles(sourceDirectory, fileNameEnd).map((path) => {
        try {
            return readPackageRecord(path, schema);
        } catch (error) {
            throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
        }
    });
}

function readPackageRecord(path: string, schema: Schema): PackageRecord {
    const [typeName = '', developerName = ''] = basename(path, fileNameEnd).split('.');
    const object = schema.object(`${typeName}__mdt`);
    const element = readMetadataFile(path);
    const values: Record<string, unknown> = {
        DeveloperName: developerName,
        QualifiedApiName: developerName,
        MasterLabel: childText(element, 'label') ?? developerName
    };
    for (const valueElement of childElements(element, 'values')) {
        const field = schema.field(object, childText(valueElement, 'field') ?? '');
        values[field.name] = readValue(field, childElements(valueElement, 'value')[0]);
    }
    return { objectName: object.name, values };
}

function readValue(field: FieldDefinition, element: MetadataElement | undefined): unknown {
    const text = element?.text ?? '';
    if (text === '') {
        return null;
    }
    if (field.type === 'boolean') {
        return text === 'true';
    }
    return isNumber(field) ? Number(text) : text;
}
