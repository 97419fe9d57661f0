import { completeLayout, type CompletedLayout } from './completeLayout.ts';
import { RELATED_LISTS } from './relatedListColumns.ts';

/** A related list of a test layout. */
export interface TestList {
    name: string;
    columns: readonly string[];
}

const PROCESS_EXCEPTIONS: TestList = {
    name: 'ProcessExceptions',
    columns: ['Name', 'Status', 'Category', 'Priority', 'Severity', 'CreatedDate']
};

/** What Salesforce gives a new org. */
const DEFAULT_LISTS: readonly TestList[] = [
    { name: 'Authorizations', columns: ['Name', 'Amount', 'Status'] },
    { name: 'Payments', columns: ['Name', 'Amount', 'Status', 'ProcessingMode', 'GatewayResultCode'] },
    { name: 'Refunds', columns: ['Name', 'Amount', 'Status', 'ProcessingMode', 'GatewayResultCode'] },
    { name: 'GatewayLogs', columns: ['Name', 'GatewayMessage', 'InteractionType'] }
];

/** The related lists of layouts that were published: Salesforce's own, and what admins made of them. */
export const KNOWN_LAYOUTS: Record<string, readonly TestList[]> = {
    'the default': DEFAULT_LISTS,
    'the default with process exceptions': [...DEFAULT_LISTS, PROCESS_EXCEPTIONS],
    'one with a related list of its own': [
        ...DEFAULT_LISTS,
        PROCESS_EXCEPTIONS,
        {
            name: 'CardPaymentMethod.Order_Payment_Summary__c',
            columns: ['Name', 'NickName', 'DisplayCardNumber', 'CardType', 'CardCategory', 'Status']
        }
    ],
    'one in another order, with other columns and without logs': [
        { name: 'Payments', columns: ['Name', 'PaymentMethod', 'Amount', 'CreatedDate'] },
        { name: 'Refunds', columns: ['Name', 'Amount', 'Status', 'CreatedDate'] },
        PROCESS_EXCEPTIONS,
        { name: 'Authorizations', columns: ['Name', 'Amount', 'Status'] }
    ]
};

/** Of all four lists, without anything missing. */
export const COMPLETE_LISTS: readonly TestList[] = RELATED_LISTS.map(({ name, columns }) => ({ name, columns }));

/** A layout as an org gives it. */
export function layoutXml(lists: readonly TestList[]): string {
    const sections = `
    <layoutSections>
        <customLabel>false</customLabel>
        <label>OrderPaymentSummaryInformation</label>
        <layoutColumns>
            <layoutItems>
                <behavior>Edit</behavior>
                <field>FullName</field>
            </layoutItems>
        </layoutColumns>
        <layoutColumns/>
        <style>TwoColumnsLeftToRight</style>
    </layoutSections>`;
    return `<?xml version="1.0" encoding="UTF-8"?>
<Layout xmlns="http://soap.sforce.com/2006/04/metadata">${sections}${lists.map(relatedListXml).join('')}
    <showEmailCheckbox>false</showEmailCheckbox>
    <summaryLayout>
        <masterLabel>00h000000000000</masterLabel>
        <sizeX>4</sizeX>
        <sizeY>0</sizeY>
        <summaryLayoutStyle>Default</summaryLayoutStyle>
    </summaryLayout>
</Layout>
`;
}

function relatedListXml({ name, columns }: TestList): string {
    const fields = columns.map((column) => `\n        <fields>${column}</fields>`).join('');
    return `
    <relatedLists>${fields}
        <relatedList>${name}</relatedList>
    </relatedLists>`;
}

/** Completes all four lists. */
export function complete(text: string): CompletedLayout {
    return completeLayout('test.layout', text, RELATED_LISTS);
}

/** The completed text with what was inserted cut out again. */
export function withoutInsertions({ text, insertions }: CompletedLayout): string {
    let shift = 0;
    let rest = '';
    let end = 0;
    for (const { position, text: inserted } of insertions.toSorted((one, other) => one.position - other.position)) {
        rest += text.slice(end, position + shift);
        shift += inserted.length;
        end = position + shift;
    }
    return rest + text.slice(end);
}
