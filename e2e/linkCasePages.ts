import type { PaymentObjectName, PaymentRecord, PaymentRecords } from 'c/paymentRecord';
import {
    LINK_CASES,
    ORDER_NUMBER,
    type LinkCase
} from '../force-app/main/model/lwc/paymentLink/__tests__/linkCases.ts';

/** An order payment summary that shows one or more cases. */
export interface LinkCasePage {
    /** OrderPaymentSummary.Method, by which a test finds it. */
    method: string;
    orderNumber: string;
    cases: PlacedCase[];
}

/** A case with what its record numbers begin with. */
export interface PlacedCase extends LinkCase {
    prefix: string;
}

/** A record as a file of `sf data export tree` has it. */
type TreeRecord = { attributes: { type: string; referenceId: string } } & Record<string, unknown>;

type ListName = Exclude<keyof PaymentRecords, 'summary'>;

interface ObjectFields {
    list: ListName;
    /** The field that holds the record's number. */
    number: string;
    /** Whether it has OrderPaymentSummaryId. */
    isInSummary: boolean;
}

const OBJECTS: Readonly<Record<PaymentObjectName | 'RefundLinePayment', ObjectFields>> = {
    PaymentAuthorization: { list: 'authorizations', number: 'PaymentAuthorizationNumber', isInSummary: true },
    PaymentAuthAdjustment: { list: 'adjustments', number: 'PaymentAuthAdjustmentNumber', isInSummary: false },
    Payment: { list: 'payments', number: 'PaymentNumber', isInSummary: true },
    Refund: { list: 'refunds', number: 'RefundNumber', isInSummary: true },
    RefundLinePayment: { list: 'refundLines', number: 'RefundLinePaymentNumber', isInSummary: false },
    PaymentGatewayLog: { list: 'logs', number: 'PaymentGatewayLogNumber', isInSummary: true }
};

const REFERENCE_FIELDS = new Set(['PaymentAuthorizationId', 'ReferencedEntityId', 'RefundId', 'PaymentId']);

/** The cases that the local org can hold, on as few pages as they allow. */
export function linkCasePages(): LinkCasePage[] {
    const pages = new Map<string, LinkCasePage>();
    const placed = LINK_CASES.filter(({ notInPage }) => notInPage === undefined);
    placed.forEach((linkCase, index) => {
        const { name, start, orderNumber = ORDER_NUMBER } = linkCase;
        const method = linkCase.isAboutOnlyAuthorization ? name : `${start}, order ${orderNumber}`;
        const page = pages.get(method) ?? { method, orderNumber: orderNumber ?? '', cases: [] };
        page.cases.push({ ...linkCase, prefix: `C${String(index + 1).padStart(3, '0')}` });
        pages.set(method, page);
    });
    return [...pages.values()];
}

/** The number by which the page shows a record of a case. */
export function numberOf({ prefix }: PlacedCase, recordId: string): string {
    return `${prefix} ${recordId}`;
}

/** The first record of the case, which it is about. */
export function startOf({ start, records }: LinkCase): PaymentRecord['record'] {
    const [record] = recordsIn(records, OBJECTS[start].list);
    if (record === undefined) {
        throw new Error(`The case has no ${start} to start from.`);
    }
    return record;
}

/** The object of a record of the case. */
export function objectOf({ records }: LinkCase, recordId: string): string {
    const found = Object.entries(OBJECTS).find(([, { list }]) =>
        recordsIn(records, list).some(({ Id }) => Id === recordId)
    );
    if (found === undefined) {
        throw new Error(`The case has no record ${recordId}.`);
    }
    return found[0];
}

function recordsIn(records: LinkCase['records'], list: ListName): readonly PaymentRecord['record'][] {
    return records[list] ?? [];
}

function allRecords(records: LinkCase['records']): PaymentRecord['record'][] {
    return Object.values(OBJECTS).flatMap(({ list }) => recordsIn(records, list));
}

/** The content of a file of `sf data export tree` that holds these pages. */
export function toTreeFile(pages: readonly LinkCasePage[]): { records: TreeRecord[] } {
    const orderNumbers = new Set(pages.map(({ orderNumber }) => orderNumber));
    return {
        records: [
            ...[...orderNumbers].map((OrderNumber) =>
                treeRecord('OrderSummary', `order_${OrderNumber}`, { OrderNumber })
            ),
            ...gatewayNames(pages).map((PaymentGatewayName) =>
                treeRecord('PaymentGateway', gatewayReference(PaymentGatewayName), { PaymentGatewayName })
            ),
            ...pages.flatMap(summaryRecords)
        ]
    };
}

function summaryRecords({ method, orderNumber, cases }: LinkCasePage): TreeRecord[] {
    const summary = treeRecord('OrderPaymentSummary', `summary_${cases[0]?.prefix}`, {
        Method: method,
        OrderSummaryId: `@order_${orderNumber}`
    });
    return [summary, ...cases.flatMap((linkCase) => caseRecords(linkCase, `@summary_${cases[0]?.prefix}`))];
}

function caseRecords(linkCase: PlacedCase, summary: string): TreeRecord[] {
    const adjustments = new Set(linkCase.records.adjustments?.map(({ Id }) => Id));
    return Object.entries(OBJECTS).flatMap(([type, { list, number, isInSummary }]) =>
        recordsIn(linkCase.records, list).map((record) => {
            // The log of a reversal names no summary.
            const isReversal = 'ReferencedEntityId' in record && adjustments.has(record.ReferencedEntityId ?? '');
            return treeRecord(type, `${linkCase.prefix}_${record.Id}`, {
                ...fieldsOf(linkCase, record),
                [number]: numberOf(linkCase, record.Id),
                ...(isInSummary && !isReversal ? { OrderPaymentSummaryId: summary } : {})
            });
        })
    );
}

/** The fields of a record with references in place of ids. */
function fieldsOf({ prefix }: PlacedCase, record: PaymentRecord['record']): Record<string, unknown> {
    const gatewayName = record.PaymentGateway?.PaymentGatewayName;
    const entries = Object.entries(record)
        .filter(([name]) => name !== 'Id' && name !== 'PaymentGateway')
        .map(([name, value]) => [name, REFERENCE_FIELDS.has(name) ? `@${prefix}_${String(value)}` : value]);
    return {
        ...Object.fromEntries(entries),
        ...(gatewayName === undefined ? {} : { PaymentGatewayId: `@${gatewayReference(gatewayName)}` })
    };
}

function gatewayNames(pages: readonly LinkCasePage[]): string[] {
    const records = pages.flatMap(({ cases }) => cases.flatMap((linkCase) => allRecords(linkCase.records)));
    return [...new Set(records.flatMap(({ PaymentGateway }) => PaymentGateway?.PaymentGatewayName ?? []))];
}

function gatewayReference(name: string): string {
    return `gateway_${name.replaceAll(' ', '_')}`;
}

function treeRecord(type: string, referenceId: string, fields: Record<string, unknown>): TreeRecord {
    return { attributes: { type, referenceId }, ...fields };
}
