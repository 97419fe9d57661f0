import { maskSecrets } from 'c/gatewayReference';
import type { FieldDefinition, ObjectDefinition } from '../schema/schema.ts';
import { fieldValue, isVisible } from './fieldValues.ts';
import { findRecordFlexiPage } from './flexiPage.ts';
import { iconOf, recordName, type OrgData, type OrgRecord } from './orgData.ts';
import { defaultRegions, flexiPageRegions } from './pageComponents.ts';
import { findPageLayout, type PageLayout } from './pageLayout.ts';
import type { DetailSection, FieldValue, RecordPage } from './pageModel.ts';
import { relatedLists } from './recordLists.ts';

/** Fields in the card at the top: as many as Lightning's highlights panel holds. */
const HIGHLIGHT_FIELDS = 7;

/** Stand for compact layouts, which are not read. Other objects show the first fields that have a value. */
const HIGHLIGHTS: Record<string, string[]> = {
    OrderPaymentSummary: [
        'OrderSummaryId',
        'AuthorizationAmount',
        'CapturedAmount',
        'RefundedAmount',
        'AvailableToCaptureAmount',
        'AvailableToRefundAmount',
        'BalanceAmount'
    ],
    OrderSummary: ['AccountId', 'Status', 'OrderedDate', 'GrandTotalAmount']
};

const SYSTEM_FIELDS = ['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate'];
const NEVER_SHOWN = ['Id', 'IsDeleted', 'SystemModstamp'];
const NOT_HIGHLIGHTED = [...NEVER_SHOWN, ...SYSTEM_FIELDS, 'CurrencyIsoCode'];

/**
 * The page of a record: as its FlexiPage and its page layout say, or without them highlights, all fields in two
 * columns, and all related lists.
 * @param sourceFolder where the package's metadata is.
 */
export function recordPage(
    org: OrgData,
    sourceFolder: string,
    object: ObjectDefinition,
    record: OrgRecord
): RecordPage & { title: string } {
    const id = String(record['Id']);
    const name = maskSecrets(recordName(object, record));
    const layout = findPageLayout(sourceFolder, object.name);
    const flexiPage = findRecordFlexiPage(sourceFolder, object.name, org.language);
    const lists = relatedLists(org, object, id, layout);
    const sections = layout ? layoutSections(org, object, record, layout) : allFields(org, object, record);
    return {
        kind: 'record',
        title: `${name} | ${object.label}`,
        objectName: object.name,
        recordId: id,
        highlights: {
            objectLabel: object.label,
            iconName: iconOf(object.name),
            recordName: name,
            fields: highlightFields(org, object, record)
        },
        sections,
        relatedLists: lists,
        regions: flexiPage
            ? flexiPageRegions(org, sourceFolder, object, id, flexiPage, layout)
            : defaultRegions(lists.length > 0)
    };
}

function layoutSections(
    org: OrgData,
    object: ObjectDefinition,
    record: OrgRecord,
    layout: PageLayout
): DetailSection[] {
    return layout.sections
        .map((section) => ({
            label: section.label,
            columns: section.columns.map((names) =>
                names
                    .map((name) => org.schema.findField(object, name))
                    .filter((field) => field !== undefined && isVisible(org, object, field))
                    .map((field) => fieldValue(org, object, field as FieldDefinition, record))
            )
        }))
        .filter((section) => section.columns.some((column) => column.length > 0));
}

function allFields(org: OrgData, object: ObjectDefinition, record: OrgRecord): DetailSection[] {
    const visible = object.fields.filter((field) => isVisible(org, object, field) && !NEVER_SHOWN.includes(field.name));
    const values = (fields: FieldDefinition[]) => fields.map((field) => fieldValue(org, object, field, record));
    const own = values(visible.filter((field) => !SYSTEM_FIELDS.includes(field.name)));
    const system = values(visible.filter((field) => SYSTEM_FIELDS.includes(field.name)));
    return [
        { label: 'Information', columns: twoColumns(own) },
        { label: 'System Information', columns: twoColumns(system) }
    ];
}

function twoColumns(values: FieldValue[]): FieldValue[][] {
    const half = Math.ceil(values.length / 2);
    return [values.slice(0, half), values.slice(half)];
}

function highlightFields(org: OrgData, object: ObjectDefinition, record: OrgRecord): FieldValue[] {
    const names = HIGHLIGHTS[object.name] ?? object.fields.map((field) => field.name);
    return names
        .filter((name) => name !== object.nameField && !NOT_HIGHLIGHTED.includes(name))
        .map((name) => org.schema.field(object, name))
        .filter((field) => field.type !== 'textarea' && isVisible(org, object, field))
        .map((field) => fieldValue(org, object, field, record))
        .filter((value) => value.value !== undefined)
        .slice(0, HIGHLIGHT_FIELDS);
}
