import type { FieldDefinition, FieldType } from './schema.ts';

const textTypes: ReadonlySet<FieldType> = new Set<FieldType>([
    'string',
    'textarea',
    'email',
    'phone',
    'url',
    'picklist',
    'multipicklist',
    'encryptedstring'
]);

const numberTypes: ReadonlySet<FieldType> = new Set<FieldType>(['int', 'double', 'currency', 'percent']);

const groupableTypes: ReadonlySet<FieldType> = new Set<FieldType>([
    'id',
    'reference',
    'string',
    'email',
    'phone',
    'url',
    'picklist',
    'boolean',
    'int',
    'date'
]);

const longestGroupableText = 255;

export function isText(field: FieldDefinition): boolean {
    return textTypes.has(field.type);
}

export function isNumber(field: FieldDefinition): boolean {
    return numberTypes.has(field.type);
}

export function isId(field: FieldDefinition): boolean {
    return field.type === 'id' || field.type === 'reference';
}

/** Whether the field may stand in WHERE and ORDER BY. */
export function isFilterable(field: FieldDefinition): boolean {
    return field.filterable !== false && field.type !== 'encryptedstring';
}

/** Whether the field may stand in GROUP BY: Salesforce groups neither amounts nor date-times nor texts over 255. */
export function isGroupable(field: FieldDefinition): boolean {
    return isFilterable(field) && groupableTypes.has(field.type) && (field.length ?? 0) <= longestGroupableText;
}

export function isCustom(field: FieldDefinition): boolean {
    return field.name.toLowerCase().endsWith('__c');
}
