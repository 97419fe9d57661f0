import type { LocalOrg } from '../../localOrg.ts';
import { isCustom, isFilterable, isGroupable, isNumber, isText } from '../../schema/fieldRules.ts';
import type { FieldDefinition, FieldType, ObjectDefinition } from '../../schema/schema.ts';
import { toReadAccess } from '../../soql/readAccess.ts';
import { canCreate, canUpdate } from '../records/writableFields.ts';

/** The type of a field's value in SOAP messages. */
const soapTypes: Partial<Record<FieldType, string>> = {
    id: 'tns:ID',
    reference: 'tns:ID',
    boolean: 'xsd:boolean',
    int: 'xsd:int',
    double: 'xsd:double',
    currency: 'xsd:double',
    percent: 'xsd:double',
    date: 'xsd:date',
    datetime: 'xsd:dateTime'
};

/** Digits of a number and those after the point. The local org keeps what it is given; 18 and 2 is usual for amounts. */
const NUMBER_SIZE = { precision: 18, scale: 2 };
const NO_SIZE = { precision: 0, scale: 0 };

/** The fields that the running user may read, as a describe call shows them. */
export function describeFields(org: LocalOrg, object: ObjectDefinition): Record<string, unknown>[] {
    const access = toReadAccess(org.access);
    return object.fields
        .filter((field) => access.canReadField(object.name, field.name))
        .map((field) => describeField(object, field));
}

function describeField(object: ObjectDefinition, field: FieldDefinition): Record<string, unknown> {
    const size = isNumber(field) && field.type !== 'int' ? NUMBER_SIZE : NO_SIZE;
    const length = field.length ?? (field.type === 'reference' ? 18 : 0);
    const targets = field.referenceTo ?? [];
    const isAutoNumber = field.autoNumberFormat !== undefined;
    return {
        aggregatable: isFilterable(field) && field.type !== 'boolean',
        aiPredictionField: false,
        autoNumber: isAutoNumber,
        // Salesforce counts three bytes a character.
        byteLength: isText(field) ? length * 3 : length,
        calculated: field.formula !== undefined,
        calculatedFormula: field.formula ?? null,
        cascadeDelete: false,
        caseSensitive: false,
        compoundFieldName: null,
        controllerName: null,
        createable: canCreate(object, field),
        custom: isCustom(field),
        defaultValue: field.type === 'boolean' ? false : null,
        defaultValueFormula: null,
        defaultedOnCreate: isAutoNumber || field.type === 'boolean' || field.type === 'id',
        dependentPicklist: false,
        deprecatedAndHidden: false,
        digits: field.type === 'int' ? 9 : 0,
        displayLocationInDecimal: false,
        encrypted: field.type === 'encryptedstring',
        externalId: field.isExternalId === true,
        extraTypeInfo: null,
        filterable: isFilterable(field),
        filteredLookupInfo: null,
        formulaTreatNullNumberAsZero: false,
        groupable: isGroupable(field),
        highScaleNumber: false,
        htmlFormatted: false,
        idLookup: field.type === 'id' || field.isExternalId === true,
        inlineHelpText: null,
        label: field.label,
        length,
        mask: null,
        maskType: null,
        name: field.name,
        nameField: field.name === object.nameField,
        namePointing: targets.length > 1,
        nillable: field.isRequired !== true && field.type !== 'id' && field.type !== 'boolean',
        permissionable: isCustom(field),
        picklistValues: picklistValues(field),
        polymorphicForeignKey: targets.length > 1,
        ...size,
        queryByDistance: false,
        referenceTargetField: null,
        referenceTo: targets,
        relationshipName: field.relationshipName ?? null,
        relationshipOrder: null,
        restrictedDelete: false,
        restrictedPicklist: field.isRestrictedPicklist === true,
        searchPrefilterable: false,
        soapType: soapTypes[field.type] ?? 'xsd:string',
        sortable: isFilterable(field),
        type: field.type,
        unique: false,
        updateable: canUpdate(object, field),
        writeRequiresMasterRead: false
    };
}

function picklistValues(field: FieldDefinition): Record<string, unknown>[] {
    const values = field.picklistValues ?? [];
    return values.map((value) => ({ active: true, defaultValue: false, label: value, validFor: null, value }));
}
