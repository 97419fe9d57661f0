/** A related list of Order Payment Summary, by the name that page layouts have for it, and the columns that agents need. */
export interface RelatedListColumns {
    name: string;
    /** The columns of the list where a layout lacks it, in order: those of Salesforce's own layout and the needed ones. */
    columns: readonly string[];
    /**
     * What no list may lack. One column of each row is enough; where there is none, the first is added.
     * Other columns are the admin's choice.
     */
    needed: readonly (readonly [string, ...string[]])[];
}

/** The list's order where a layout lacks it: the newest first. */
export const SORT_FIELD = 'CreatedDate';

/** An editor of page layouts takes no more columns in a related list. */
export const MOST_COLUMNS = 10;

const REFERENCE = ['GatewayRefNumber'] as const;
// CREATED_DATE is what page layouts call it from before fields had API names.
const DATE = [SORT_FIELD, 'CREATED_DATE', 'Date', 'EffectiveDate', 'GatewayDate'] as const;
// The formula field of this package: an org without the package refuses a layout with it.
const LINK = ['stripeDashboardLink__c'] as const;

const PAYMENT_COLUMNS = [
    'Name',
    'Amount',
    'Status',
    'ProcessingMode',
    'GatewayResultCode',
    'GatewayRefNumber',
    'stripeDashboardLink__c',
    'CreatedDate'
];

/** The related lists, in the order in which a layout gets them. */
export const RELATED_LISTS: readonly RelatedListColumns[] = [
    {
        name: 'Authorizations',
        columns: ['Name', 'Amount', 'Status', 'GatewayRefNumber', 'stripeDashboardLink__c', 'CreatedDate'],
        needed: [REFERENCE, ['Status'], DATE, LINK]
    },
    { name: 'Payments', columns: PAYMENT_COLUMNS, needed: [REFERENCE, ['Status'], DATE, LINK] },
    { name: 'Refunds', columns: PAYMENT_COLUMNS, needed: [REFERENCE, ['Status'], DATE, LINK] },
    {
        name: 'GatewayLogs',
        columns: [
            'Name',
            'InteractionType',
            'InteractionStatus',
            'GatewayMessage',
            'GatewayRefNumber',
            'stripeDashboardLink__c',
            'CreatedDate'
        ],
        needed: [REFERENCE, ['InteractionStatus'], DATE, LINK]
    }
];
