import { SalesforceError } from '../errors.ts';
import { isNumber } from '../schema/fieldRules.ts';
import type { FieldDefinition } from '../schema/schema.ts';
import { formatDateTime, parseDate, parseDateTime } from './dateTime.ts';
import { normalizeRecordId } from './recordId.ts';
import type { SqlValue } from './sql.ts';

/**
 * Turns a field's value, as JSON has it, into what the store keeps: a date-time as milliseconds since 1970, a boolean
 * as 0 or 1, an id in its 18-character form, an empty text as null (Salesforce keeps none).
 * @throws SalesforceError that names the field and the value.
 */
export function toStored(field: FieldDefinition, value: unknown): SqlValue {
    if (value === null || value === undefined || value === '') {
        return field.type === 'boolean' ? 0 : null;
    }
    if (isNumber(field)) {
        return toStoredNumber(field, value);
    }
    if (field.type === 'boolean') {
        return typeof value === 'boolean' ? Number(value) : refuse(field, value, 'true or false');
    }
    if (typeof value !== 'string') {
        return refuse(field, value, 'a text in quotes');
    }
    switch (field.type) {
        case 'id':
        case 'reference':
            return normalizeRecordId(value) ?? refuse(field, value, 'a record id of 15 or 18 characters');
        case 'datetime':
            return parseDateTime(value) ?? refuse(field, value, 'a date-time such as 2026-03-31T15:32:54.000+0000');
        case 'date':
            return parseDate(value) ?? refuse(field, value, 'a date such as 2026-03-31');
        default:
            return toStoredText(field, value);
    }
}

/** The reverse of `toStored`, in the form that Salesforce's REST API uses. */
export function fromStored(field: FieldDefinition, stored: SqlValue): string | number | boolean | null {
    if (stored === null) {
        return null;
    }
    if (field.type === 'boolean') {
        return stored === 1;
    }
    return field.type === 'datetime' && typeof stored === 'number' ? formatDateTime(stored) : stored;
}

/** The form in which texts are compared: SOQL ignores case, in every alphabet. */
export function foldCase(text: string): string {
    return text.toLowerCase();
}

function toStoredNumber(field: FieldDefinition, value: unknown): number {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
        return refuse(field, value, 'a number without quotes');
    }
    return field.type === 'int' && !Number.isInteger(value) ? refuse(field, value, 'a whole number') : value;
}

function toStoredText(field: FieldDefinition, value: string): string {
    if (value.includes('\u0000')) {
        // SQLite would give back what stands before it, and no more.
        throw new SalesforceError('INVALID_INPUT', `${field.label}: the local org stores no null characters`, 400, [
            field.name
        ]);
    }
    if (field.length !== undefined && value.length > field.length) {
        const shown = value.length > 40 ? `${value.slice(0, 40)}...` : value;
        throw new SalesforceError(
            'STRING_TOO_LONG',
            `${field.label}: data value too large: ${shown} (max length=${field.length}, this one has ${value.length})`,
            400,
            [field.name]
        );
    }
    if (field.isRestrictedPicklist && !field.picklistValues?.includes(value)) {
        throw new SalesforceError(
            'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
            `${field.label}: bad value for restricted picklist field: ${value}`,
            400,
            [field.name]
        );
    }
    return value;
}

function refuse(field: FieldDefinition, value: unknown, expected: string): never {
    throw new SalesforceError(
        'JSON_PARSER_ERROR',
        `${field.name} is of type ${field.type} and takes ${expected}, not ${inWords(value)}`,
        400,
        [field.name]
    );
}

/** A list or an object may be nested too deep to be written. */
function inWords(value: unknown): string {
    if (typeof value !== 'object') {
        return JSON.stringify(value);
    }
    return Array.isArray(value) ? 'a list' : 'an object';
}
