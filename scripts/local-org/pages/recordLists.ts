import { findColumn, findRelatedList } from '../schema/relatedLists.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/schema.ts';
import { fieldValue, isReadable, isVisible, recordLink, visibleNames } from './fieldValues.ts';
import { iconOf, type OrgData, type OrgRecord } from './orgData.ts';
import type { FieldValue, RecordList } from './pageModel.ts';
import type { LayoutRelatedList, PageLayout } from './pageLayout.ts';

/** Rows of a related list on a record page, and of a page that shows a list alone. */
const ROWS_ON_RECORD_PAGE = 10;
const ROWS_ON_LIST_PAGE = 2000;

/** Columns of lists without a layout, as far as the object has them. */
const TELLING_FIELDS = [
    'InteractionType',
    'InteractionStatus',
    'Status',
    'Type',
    'Amount',
    'GrandTotalAmount',
    'AuthorizationAmount',
    'CapturedAmount',
    'RefundedAmount',
    'GatewayRefNumber'
];

/** The related lists of a record: the layout's, or without a layout every list that the schema knows. */
export function relatedLists(
    org: OrgData,
    parent: ObjectDefinition,
    id: string,
    layout: PageLayout | undefined
): RecordList[] {
    if (layout) {
        return layout.relatedLists.map((list) => relatedList(org, parent, id, list));
    }
    return org.schema
        .childRelationships(parent)
        .map((child) => relatedList(org, parent, id, { name: child.name, columns: [], descending: false }));
}

/**
 * One related list of a record, by its name in a layout (`Authorizations`), a FlexiPage or SOQL
 * (`PaymentAuthorizations`). A list or an object that the local org lacks gives a list with a notice.
 */
export function relatedList(
    org: OrgData,
    parent: ObjectDefinition,
    id: string,
    list: LayoutRelatedList,
    wholePage = false
): RecordList {
    const child = findRelatedList(org.schema, parent, list.name);
    if (!child) {
        const notice = 'The local org does not have the records of this related list.';
        return { label: list.name, iconName: iconOf(list.name), columns: [], rows: [], total: 0, notice };
    }
    const rows = recordList(org, child.childObject, {
        columns: list.columns,
        where: { field: child.field, id },
        order: list.sortField ? { column: list.sortField, descending: list.descending } : undefined,
        limit: wholePage ? ROWS_ON_LIST_PAGE : ROWS_ON_RECORD_PAGE
    });
    const address = `/lightning/r/${parent.name}/${id}/related/${child.name}/view`;
    return { ...rows, address: wholePage ? undefined : address };
}

/** All records of an object. */
export function objectRecords(org: OrgData, object: ObjectDefinition): RecordList {
    return recordList(org, object, { columns: [], limit: ROWS_ON_LIST_PAGE });
}

interface ListRequest {
    /** Column names as layouts write them; none means: the name and the first fields. */
    columns: string[];
    where?: { field: FieldDefinition; id: string };
    order?: { column: string; descending: boolean };
    limit: number;
}

function recordList(org: OrgData, object: ObjectDefinition, request: ListRequest): RecordList {
    const empty = { label: object.labelPlural, iconName: iconOf(object.name), columns: [], rows: [], total: 0 };
    if (!isReadable(org, object.name)) {
        return { ...empty, notice: `You do not have access to ${object.labelPlural}.` };
    }
    const parentField = request.where?.field;
    if (parentField && !isVisible(org, object, parentField)) {
        return { ...empty, notice: `You do not have access to the field ${parentField.label} of these records.` };
    }
    const { fields, unknown } = columnFields(org, object, request.columns);
    const { records, total } = readRecords(org, object, fields, request);
    const rows = records.map((record) => ({
        id: String(record['Id']),
        values: fields.map((field) => cellValue(org, object, field, record))
    }));
    const notice = unknown.length > 0 ? `Columns that the local org does not have: ${unknown.join(', ')}.` : undefined;
    return { ...empty, columns: fields.map(({ name, label }) => ({ name, label })), rows, total, notice };
}

function readRecords(org: OrgData, object: ObjectDefinition, fields: FieldDefinition[], request: ListRequest) {
    const binds = { parentId: request.where?.id };
    const from = `FROM ${object.name}${request.where ? ` WHERE ${request.where.field.name} = :parentId` : ''}`;
    const wanted = ['Id', object.nameField, 'CurrencyIsoCode', ...fields.map((field) => field.name)];
    const names = visibleNames(org, object, wanted).join(', ');
    const total = org.query(`SELECT COUNT() ${from}`, binds).totalSize;
    const rows = org.query(`SELECT ${names} ${from} ${orderBy(org, object, request)} LIMIT ${request.limit}`, binds);
    return { records: rows.records, total };
}

/** The name column links to the record itself. */
function cellValue(org: OrgData, object: ObjectDefinition, field: FieldDefinition, record: OrgRecord): FieldValue {
    if (field.name !== object.nameField) {
        return fieldValue(org, object, field, record);
    }
    const { label, address } = recordLink(object, record);
    return { name: field.name, label: field.label, kind: 'record', value: label, address };
}

function columnFields(org: OrgData, object: ObjectDefinition, columns: string[]) {
    const found = columns.map((column) => ({ column, field: findColumn(org.schema, object, column) }));
    const unknown = found.filter(({ field }) => !field).map(({ column }) => column);
    const chosen = columns.length > 0 ? found.flatMap(({ field }) => field ?? []) : firstFields(org, object);
    const fields = new Set([org.schema.field(object, object.nameField), ...chosen]);
    return { fields: [...fields].filter((field) => isVisible(org, object, field)), unknown };
}

/** For a list without a layout: a few fields that tell records apart. */
function firstFields(org: OrgData, object: ObjectDefinition): FieldDefinition[] {
    const preferred = TELLING_FIELDS.flatMap((name) => org.schema.findField(object, name) ?? []);
    const created = org.schema.field(object, 'CreatedDate');
    return [...preferred.slice(0, 4), created];
}

function orderBy(org: OrgData, object: ObjectDefinition, request: ListRequest): string {
    const column = request.order && findColumn(org.schema, object, request.order.column);
    if (column && isVisible(org, object, column)) {
        return `ORDER BY ${column.name}${request.order?.descending ? ' DESC' : ''}, Id`;
    }
    return isVisible(org, object, org.schema.field(object, 'CreatedDate'))
        ? 'ORDER BY CreatedDate DESC, Id'
        : 'ORDER BY Id';
}
