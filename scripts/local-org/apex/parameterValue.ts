import { notSupported, SalesforceError } from '../errors.ts';
import { parseDate, parseDateTime } from '../store/dateTime.ts';
import { normalizeRecordId } from '../store/recordId.ts';
import type { ApexParameter } from './apexClass.ts';

type Reader = (value: unknown) => string | number | boolean | undefined;

/** How JSON values become values of an Apex type: undefined means that the value is not of the type. */
const readers: Readonly<Record<string, Reader>> = {
    string: (value) => (typeof value === 'string' ? value : undefined),
    boolean: (value) => (typeof value === 'boolean' ? value : undefined),
    integer: (value) => (Number.isInteger(value) ? Number(value) : undefined),
    long: (value) => (Number.isInteger(value) ? Number(value) : undefined),
    decimal: (value) => (typeof value === 'number' ? value : undefined),
    double: (value) => (typeof value === 'number' ? value : undefined),
    date: (value) => (typeof value === 'string' ? parseDate(value) : undefined),
    datetime: readDateTime,
    id: (value) => (typeof value === 'string' ? normalizeRecordId(value) : undefined)
};

/**
 * The value that an Apex method gets for one of its parameters.
 * @param value what the component passed, undefined if nothing: Apex then has null.
 * @throws SalesforceError if the value is not of the parameter's type.
 */
export function toApexValue(parameter: ApexParameter, value: unknown): unknown {
    const type = parameter.type.replace(/\s+/g, '').toLowerCase();
    const elementType = /^(?:list|set)<(\w+)>$/.exec(type)?.[1] ?? /^(\w+)\[\]$/.exec(type)?.[1];
    const reader = readers[elementType ?? type];
    if (!reader) {
        throw notSupported(`The Apex parameter type ${parameter.type} (${parameter.name})`);
    }
    if (value === null || value === undefined) {
        return null;
    }
    if (elementType === undefined) {
        return read(parameter, type, reader, value);
    }
    if (!Array.isArray(value)) {
        throw refusal(parameter, value);
    }
    return value.map((element: unknown) => (element === null ? null : read(parameter, elementType, reader, element)));
}

function read(
    parameter: ApexParameter,
    type: string,
    reader: Reader,
    value: unknown
): string | number | boolean | null {
    // Apex takes an empty text for an id as no id.
    if (type === 'id' && value === '') {
        return null;
    }
    const apexValue = reader(value);
    if (apexValue !== undefined) {
        return apexValue;
    }
    throw type === 'id' && typeof value === 'string'
        ? new SalesforceError('INVALID_ID_FIELD', `Invalid id: ${value} (parameter ${parameter.name})`)
        : refusal(parameter, value);
}

function refusal(parameter: ApexParameter, value: unknown): SalesforceError {
    return new SalesforceError(
        'JSON_PARSER_ERROR',
        `The parameter ${parameter.name} takes a value of the type ${parameter.type}, not ${JSON.stringify(value)}`
    );
}

function readDateTime(value: unknown): string | undefined {
    return typeof value === 'string' && parseDateTime(value) !== undefined ? value : undefined;
}
