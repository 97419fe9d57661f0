import getGatewayLogs from '@salesforce/apex/OrderPaymentReader.getGatewayLogs';
import getGatewayLogsOfRecords from '@salesforce/apex/OrderPaymentReader.getGatewayLogsOfRecords';
import getPaymentAuthAdjustments from '@salesforce/apex/OrderPaymentReader.getPaymentAuthAdjustments';
import getPaymentAuthorizations from '@salesforce/apex/OrderPaymentReader.getPaymentAuthorizations';
import getPayments from '@salesforce/apex/OrderPaymentReader.getPayments';
import getRefundLinePayments from '@salesforce/apex/OrderPaymentReader.getRefundLinePayments';
import getRefunds from '@salesforce/apex/OrderPaymentReader.getRefunds';
import type {
    GatewaySetting,
    OrderPaymentSummary,
    Organization,
    Payment,
    PaymentAuthAdjustment,
    PaymentAuthorization,
    PaymentGatewayLog,
    PaymentObjectName,
    Refund,
    RefundLinePayment
} from 'c/paymentRecord';
import type { LoadedList, Query } from './loadedList';

/** The rows by query. Logs come in two: those of the summary, and those that name only one of its records. */
export interface Rows {
    summaries: OrderPaymentSummary;
    organization: Organization;
    gatewaySettings: GatewaySetting;
    authorizations: PaymentAuthorization;
    adjustments: PaymentAuthAdjustment;
    payments: Payment;
    refunds: Refund;
    refundLines: RefundLinePayment;
    summaryLogs: PaymentGatewayLog;
    recordLogs: PaymentGatewayLog;
}

export type ListName = keyof Rows;
export type Lists = { [Name in ListName]: LoadedList<Rows[Name]> };

/** The lists that are read page by page. */
export type PagedName = Exclude<ListName, 'summaries' | 'organization' | 'gatewaySettings'>;

/** What the pages of a list are looked up by. */
export interface Parent {
    orderPaymentSummaryIds: string[];
    recordIds: string[];
}

export const PAGES: { [Name in PagedName]: (parent: Parent) => Query<Rows[Name]> } = {
    authorizations: ofSummaries(getPaymentAuthorizations),
    adjustments: ofSummaries(getPaymentAuthAdjustments),
    payments: ofSummaries(getPayments),
    refunds: ofSummaries(getRefunds),
    refundLines: ofSummaries(getRefundLinePayments),
    summaryLogs: ofSummaries(getGatewayLogs),
    recordLogs:
        ({ recordIds }) =>
        (key) =>
            getGatewayLogsOfRecords({ recordIds, ...key })
};

function ofSummaries<Row>(method: ApexMethod<SummaryPage, ReadableRecords<Row>>): (parent: Parent) => Query<Row> {
    return ({ orderPaymentSummaryIds }) =>
        (key) =>
            method({ orderPaymentSummaryIds, ...key });
}

/** The lists that make up what is shown of an object. */
export const NAMES_OF_OBJECT = {
    PaymentAuthorization: ['authorizations', 'adjustments'],
    Payment: ['payments'],
    Refund: ['refunds', 'refundLines'],
    PaymentGatewayLog: ['summaryLogs', 'recordLogs']
} as const satisfies Partial<Record<PaymentObjectName, readonly PagedName[]>>;

/** The lists that are not shown themselves, but that links, totals and warnings are made of. */
export const UNSHOWN = [
    ['summaries', 'OrderPaymentSummary'],
    ['organization', 'Organization'],
    ['gatewaySettings', 'Stripe_Gateway_Setting__mdt'],
    ['adjustments', 'PaymentAuthAdjustment'],
    ['refundLines', 'RefundLinePayment']
] as const;

/** The lists whose ids the logs of single records are looked up by. */
export const REFERENCED = ['authorizations', 'adjustments', 'payments', 'refunds'] as const;
