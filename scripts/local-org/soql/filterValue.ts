import type { LiteralType } from '@jetstreamapp/soql-parser-js';
import { notSupported, SalesforceError } from '../errors.ts';
import { isId, isNumber, isText } from '../schema/fieldRules.ts';
import type { FieldDefinition, FieldType } from '../schema/schema.ts';
import { parseDate, parseDateTime } from '../store/dateTime.ts';
import { foldCase } from '../store/fieldValue.ts';
import { normalizeRecordId } from '../store/recordId.ts';
import type { SqlValue } from '../store/sql.ts';
import { unescapeLiteral } from './stringLiteral.ts';

/** Names of types as Salesforce's message about filter values writes them. */
const typeNames: Partial<Readonly<Record<FieldType, string>>> = { currency: 'double', datetime: 'dateTime' };

/** A value that a field is compared to. */
export interface FilterValue {
    readonly literalType: LiteralType;
    /** The literal as the query has it, texts with their quotes. */
    readonly literal: string;
}

/**
 * The stored form of a literal in WHERE or HAVING, so that it compares with the field's stored values.
 * @throws SalesforceError in Salesforce's wording if the literal is not of the field's type.
 */
export function literalToStored(field: FieldDefinition, { literalType, literal }: FilterValue): SqlValue {
    switch (literalType) {
        case 'NULL':
            return null;
        case 'STRING':
            return textToStored(field, unescapeLiteral(literal));
        case 'INTEGER':
        case 'DECIMAL':
            return isNumber(field) ? Number(literal) : refuseType(field);
        case 'BOOLEAN':
            return field.type === 'boolean' ? Number(literal.toLowerCase() === 'true') : refuseType(field);
        case 'DATETIME':
            return field.type === 'datetime' ? (parseDateTime(literal) ?? refuseDate(literal)) : refuseType(field);
        case 'DATE':
            return field.type === 'date' ? (parseDate(literal) ?? refuseDate(literal)) : refuseType(field);
        case 'INTEGER_WITH_CURRENCY_PREFIX':
        case 'DECIMAL_WITH_CURRENCY_PREFIX':
            throw notSupported(`An amount with a currency code (${literal})`, 'Leave the currency code out.');
        default:
            throw notSupported(`The literal ${literal}`);
    }
}

/** The stored form of an Apex bind's value. */
export function bindToStored(field: FieldDefinition, name: string, value: unknown): SqlValue {
    if (value === null) {
        return null;
    }
    if (typeof value === 'string') {
        return bindTextToStored(field, name, value);
    }
    if (typeof value === 'number' && isNumber(field)) {
        return value;
    }
    if (typeof value === 'boolean' && field.type === 'boolean') {
        return Number(value);
    }
    return refuseBind(field, name, value);
}

function bindTextToStored(field: FieldDefinition, name: string, value: string): SqlValue {
    switch (field.type) {
        case 'datetime':
            return parseDateTime(value) ?? refuseBind(field, name, value);
        case 'date':
            return parseDate(value) ?? refuseBind(field, name, value);
        default:
            return isText(field) || isId(field) ? textToStored(field, value) : refuseBind(field, name, value);
    }
}

function textToStored(field: FieldDefinition, text: string): SqlValue {
    if (text === '') {
        return null;
    }
    if (isId(field)) {
        return normalizeRecordId(text) ?? refuseId(text);
    }
    return isText(field) ? foldCase(text) : refuseType(field);
}

function refuseId(text: string): never {
    throw new SalesforceError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${text}`);
}

function refuseDate(literal: string): never {
    throw new SalesforceError('MALFORMED_QUERY', `Invalid date: ${literal}`);
}

function refuseType(field: FieldDefinition): never {
    const isQuoted = isText(field) || isId(field);
    throw new SalesforceError(
        'INVALID_FIELD',
        `value of filter criterion for field '${field.name}' must be of type ${typeNames[field.type] ?? field.type} ` +
            `and should ${isQuoted ? '' : 'not '}be enclosed in quotes`
    );
}

function refuseBind(field: FieldDefinition, name: string, value: unknown): never {
    throw new SalesforceError(
        'INVALID_FIELD',
        `Invalid bind expression :${name}: the field '${field.name}' is of type ${field.type} and cannot be compared ` +
            `to ${JSON.stringify(value)}`
    );
}
