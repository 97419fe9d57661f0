import { maskSecrets } from 'c/gatewayReference';
import type { FieldDefinition, FieldType, ObjectDefinition } from '../schema/schema.ts';
import { toReadAccess } from '../soql/readAccess.ts';
import { recordAddress, recordName, type OrgData, type OrgRecord } from './orgData.ts';
import type { FieldKind, FieldValue, RecordLink } from './pageModel.ts';

const KINDS: Record<FieldType, FieldKind> = {
    id: 'text',
    string: 'text',
    textarea: 'longText',
    email: 'email',
    phone: 'phone',
    url: 'url',
    picklist: 'text',
    multipicklist: 'text',
    encryptedstring: 'text',
    reference: 'record',
    boolean: 'boolean',
    int: 'number',
    double: 'number',
    currency: 'currency',
    percent: 'percent',
    date: 'date',
    datetime: 'dateTime'
};

/** The org's own currency: the base components' default too. */
const ORG_CURRENCY = 'USD';

/** Gateway messages as they were sent: they hold personal data, and up to 131,072 characters. */
const WITHHELD: Record<string, string[]> = { PaymentGatewayLog: ['Request', 'Response'] };

/**
 * Turns a field of a record into what the page draws.
 * Secrets are masked; bodies of gateway logs are replaced by their length; a reference becomes a link where the record
 * it points to is in the data.
 */
export function fieldValue(
    org: OrgData,
    object: ObjectDefinition,
    field: FieldDefinition,
    record: OrgRecord
): FieldValue {
    const shared = { name: field.name, label: field.label };
    const raw = record[field.name];
    if (raw === null || raw === undefined || raw === '') {
        return { ...shared, kind: KINDS[field.type] };
    }
    if (WITHHELD[object.name]?.includes(field.name)) {
        const length = String(raw).length.toLocaleString('en-US');
        return { ...shared, kind: 'withheld', value: `${length} characters, not shown here` };
    }
    if (field.type === 'reference') {
        return { ...shared, ...referenceValue(org, String(raw)) };
    }
    const link = field.formula === undefined ? undefined : hyperlink(String(raw));
    if (link) {
        return { ...shared, kind: 'url', ...link };
    }
    const value = typeof raw === 'number' || typeof raw === 'boolean' ? raw : maskSecrets(String(raw));
    const currency = field.type === 'currency' ? { currency: currencyOf(record) } : {};
    return { ...shared, kind: KINDS[field.type], value, ...currency };
}

/** Whether this user may see the field. */
export function isVisible(org: OrgData, object: ObjectDefinition, field: FieldDefinition): boolean {
    return toReadAccess(org.access).canReadField(object.name, field.name);
}

/** Whether this user may see the object's records. */
export function isReadable(org: OrgData, objectName: string): boolean {
    return toReadAccess(org.access).canReadObject(objectName);
}

/** Those of the names that are fields of the object which this user may see: a query must not name others. */
export function visibleNames(org: OrgData, object: ObjectDefinition, names: string[]): string[] {
    const fields = names.flatMap((name) => org.schema.findField(object, name) ?? []);
    return [...new Set(fields.filter((field) => isVisible(org, object, field)).map((field) => field.name))];
}

/** A link to a record's page, called by its name without secrets. */
export function recordLink(object: ObjectDefinition, record: OrgRecord): RecordLink {
    const label = maskSecrets(recordName(object, record));
    return { label, address: recordAddress(object.name, String(record['Id'])) };
}

/** What the function HYPERLINK of a formula gives, taken apart. Its texts come from the record, so other tags do not count. */
function hyperlink(value: string): Pick<FieldValue, 'value' | 'text'> | undefined {
    const [, address, text] = /^<a href="(https:[^"<>]*)"(?: target="\w+")?>([^<>]*)<\/a>$/.exec(value) ?? [];
    return address === undefined || text === undefined
        ? undefined
        : { value: maskSecrets(address), text: maskSecrets(text) };
}

function referenceValue(org: OrgData, id: string): Pick<FieldValue, 'kind' | 'value' | 'address'> {
    const objectName = org.objectNameOfId(id);
    const object = objectName ? org.schema.findObject(objectName) : undefined;
    const record = object && isReadable(org, object.name) ? org.getRecord(object.name, id) : undefined;
    if (!object || !record) {
        return { kind: 'record', value: id };
    }
    const { label, address } = recordLink(object, record);
    return { kind: 'record', value: label, address };
}

function currencyOf(record: OrgRecord): string {
    const code = record['CurrencyIsoCode'];
    return typeof code === 'string' && code !== '' ? code : ORG_CURRENCY;
}
