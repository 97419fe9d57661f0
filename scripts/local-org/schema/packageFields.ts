import { basename } from 'node:path';
import { childElements, childText, readMetadataFile, type MetadataElement } from './metadataFile.ts';
import type { FieldDefinition, FieldType } from './schema.ts';

/** Metadata API field types, with the type that describe calls give them. */
const describeTypes: Readonly<Record<string, FieldType>> = {
    AutoNumber: 'string',
    Checkbox: 'boolean',
    Currency: 'currency',
    Date: 'date',
    DateTime: 'datetime',
    Email: 'email',
    EncryptedText: 'encryptedstring',
    Html: 'textarea',
    LongTextArea: 'textarea',
    Lookup: 'reference',
    MasterDetail: 'reference',
    MetadataRelationship: 'reference',
    MultiselectPicklist: 'multipicklist',
    Number: 'double',
    Percent: 'percent',
    Phone: 'phone',
    Picklist: 'picklist',
    Text: 'string',
    TextArea: 'textarea',
    Url: 'url'
};

/** Not filterable in SOQL, whatever their length. */
const longTextTypes: ReadonlySet<string> = new Set(['Html', 'LongTextArea']);

const defaultLengths: Readonly<Record<string, number>> = { TextArea: 255, Url: 255, Email: 80, Phone: 40 };

/**
 * Reads a `*.field-meta.xml`. A formula field is read as a field of its result type. Only texts are calculated: the value
 * of others is what the imported records say.
 */
export function readFieldFile(path: string): FieldDefinition {
    const element = readMetadataFile(path);
    const name = childText(element, 'fullName') ?? basename(path, '.field-meta.xml');
    const metadataType = childText(element, 'type') ?? '';
    const type = describeTypes[metadataType];
    if (!type) {
        throw new Error(`${path}: the local org does not know the field type '${metadataType}'.`);
    }
    const length = childText(element, 'length');
    const referenceTo = childElements(element, 'referenceTo').map(({ text }) => text);
    const childRelationship = childText(element, 'relationshipName');
    return {
        name,
        label: childText(element, 'label') ?? name,
        type,
        length: length ? Number(length) : defaultLengths[metadataType],
        filterable: longTextTypes.has(metadataType) ? false : undefined,
        autoNumberFormat: childText(element, 'displayFormat'),
        formula: metadataType === 'Text' ? childText(element, 'formula') : undefined,
        picklistValues: type === 'picklist' ? readPicklistValues(element) : undefined,
        isRestrictedPicklist: type === 'picklist' && isRestricted(element) ? true : undefined,
        isRequired: childText(element, 'required') === 'true' ? true : undefined,
        isExternalId: childText(element, 'externalId') === 'true' ? true : undefined,
        referenceTo: type === 'reference' ? referenceTo : undefined,
        relationshipName: type === 'reference' ? name.replace(/__c$/, '__r') : undefined,
        childRelationshipName: childRelationship && `${childRelationship}__r`
    };
}

function isRestricted(field: MetadataElement): boolean {
    const valueSet = childElements(field, 'valueSet')[0];
    return valueSet !== undefined && childText(valueSet, 'restricted') === 'true';
}

function readPicklistValues(field: MetadataElement): string[] {
    const valueSet = childElements(field, 'valueSet')[0];
    const definition = childElements(valueSet, 'valueSetDefinition')[0];
    return childElements(definition, 'value').map((value) => childText(value, 'fullName') ?? '');
}
