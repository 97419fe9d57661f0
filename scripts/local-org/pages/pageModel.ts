/**
 * What the server tells the browser about a page. It is JSON inside the page, so it holds nothing that must not be
 * seen: secrets are masked and bodies of gateway logs are left out before a value comes in here.
 */
export type PageModel = (HomePage | RecordPage | AppPage | RecordListPage | NotFoundPage) & PageFrame;

/** What every page shows around its content. */
export interface PageFrame {
    /** The browser tab's title. */
    title: string;
    /** Custom permissions that the user does not have. The local user has all others. */
    missingPermissions: readonly string[];
    /** Which data the local org shows, in a few words. */
    dataName: string;
    /** The tabs of the package. */
    tabs: readonly TabLink[];
    /** Differs after every build: an open page with another version loads itself again. */
    version: string;
}

/** A tab in the bar on top of every page. */
export interface TabLink {
    label: string;
    address: string;
}

export interface HomePage {
    kind: 'home';
    /** The newest ones. */
    orderSummaries: OrderSummaryRow[];
    orderSummaryCount: number;
    orderPaymentSummaryCount: number;
    /** Why there are no rows, if the objects could not be read. */
    notice?: string;
}

export interface OrderSummaryRow {
    link: RecordLink;
    account?: FieldValue;
    status?: FieldValue;
    orderedDate?: FieldValue;
    total?: FieldValue;
    orderPaymentSummaries: { link: RecordLink; captured?: FieldValue }[];
}

export interface RecordPage {
    kind: 'record';
    objectName: string;
    recordId: string;
    highlights: Highlights;
    sections: DetailSection[];
    relatedLists: RecordList[];
    regions: Region[];
}

/** A page of its own, which a tab opens. */
export interface AppPage {
    kind: 'app';
    label: string;
    regions: Region[];
}

/** All records of an object, or all records of one related list. */
export interface RecordListPage {
    kind: 'recordList';
    list: RecordList;
    /** The record that a related list belongs to. */
    parent?: RecordLink;
}

export interface NotFoundPage {
    kind: 'notFound';
    message: string;
}

export interface RecordLink {
    label: string;
    address: string;
}

/** The card at the top of a record page. */
export interface Highlights {
    objectLabel: string;
    iconName: string;
    recordName: string;
    fields: FieldValue[];
}

export interface DetailSection {
    label: string;
    /** One or two columns of fields, top to bottom. */
    columns: FieldValue[][];
}

export interface RecordList {
    label: string;
    iconName: string;
    /** The page with all of its records. */
    address?: string;
    columns: { name: string; label: string }[];
    rows: { id: string; values: FieldValue[] }[];
    /** Records there are, also those that are not among the rows. */
    total: number;
    /** What is missing from the list, and why. */
    notice?: string;
}

/** How a value is drawn. */
export type FieldKind =
    | 'text'
    | 'longText'
    | 'number'
    | 'percent'
    | 'currency'
    | 'date'
    | 'dateTime'
    | 'boolean'
    | 'email'
    | 'phone'
    | 'url'
    | 'record'
    | 'withheld';

export interface FieldValue {
    name: string;
    label: string;
    kind: FieldKind;
    /** Undefined where the field is empty. For `record` the name of the record, for `withheld` the reason. */
    value?: string | number | boolean;
    /** ISO code, for `currency`. */
    currency?: string;
    /** For `record`: its page. Absent where the record is not in the data. */
    address?: string;
    /** For `url`: what the link reads, if not the address itself. */
    text?: string;
}

/** A part of the page: its name in the FlexiPage's template, and its width in twelfths. */
export interface Region {
    name: string;
    width: number;
    components: PageComponent[];
}

/** A component that the FlexiPage places. */
export type PageComponent =
    | { kind: 'highlights' }
    | { kind: 'details' }
    | { kind: 'relatedLists' }
    | { kind: 'relatedList'; list: RecordList }
    | { kind: 'tabs'; tabs: PageTab[] }
    | { kind: 'package'; componentName: string; properties: Record<string, string | number | boolean> }
    | { kind: 'placeholder'; componentName: string; reason: string };

export interface PageTab {
    label: string;
    active: boolean;
    components: PageComponent[];
}
