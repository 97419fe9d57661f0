import type { ObjectDefinition } from '../schema/schema.ts';
import { fieldValue, isReadable, isVisible, recordLink, visibleNames } from './fieldValues.ts';
import type { OrgData, OrgRecord } from './orgData.ts';
import type { FieldValue, HomePage, OrderSummaryRow } from './pageModel.ts';

/** Orders on the home page: the newest ones of a large export. */
const LARGEST_COUNT = 500;

const ORDER_FIELDS = ['OrderNumber', 'AccountId', 'Status', 'OrderedDate', 'GrandTotalAmount', 'CurrencyIsoCode'];
const PAYMENT_FIELDS = ['Method', 'OrderSummaryId', 'CapturedAmount', 'CurrencyIsoCode'];

/** The home page: order summaries, newest first, each with its order payment summaries. */
export function homePage(org: OrgData): HomePage & { title: string } {
    const shared = { kind: 'home', title: 'Orders | Local org' } as const;
    const counts = { orderSummaryCount: 0, orderPaymentSummaryCount: 0 };
    const hidden = ['OrderSummary', 'OrderPaymentSummary'].filter((name) => !isReadable(org, name));
    if (hidden.length > 0) {
        return {
            ...shared,
            ...counts,
            orderSummaries: [],
            notice: `You do not have access to ${hidden.join(' and ')}.`
        };
    }
    return {
        ...shared,
        orderSummaryCount: org.query('SELECT COUNT() FROM OrderSummary').totalSize,
        orderPaymentSummaryCount: org.query('SELECT COUNT() FROM OrderPaymentSummary').totalSize,
        orderSummaries: orderRows(org)
    };
}

function orderRows(org: OrgData): OrderSummaryRow[] {
    const order = org.schema.object('OrderSummary');
    const payment = org.schema.object('OrderPaymentSummary');
    const orderNames = ['Id', ...visibleNames(org, order, ORDER_FIELDS)].join(', ');
    const orders = org.query(
        `SELECT ${orderNames} FROM OrderSummary ORDER BY CreatedDate DESC, Id LIMIT ${LARGEST_COUNT}`
    );
    const payments = paymentsOf(
        org,
        payment,
        orders.records.map((record) => record['Id'])
    );
    return orders.records.map((record) => ({
        link: recordLink(order, record),
        account: visibleValue(org, order, 'AccountId', record),
        status: visibleValue(org, order, 'Status', record),
        orderedDate: visibleValue(org, order, 'OrderedDate', record),
        total: visibleValue(org, order, 'GrandTotalAmount', record),
        orderPaymentSummaries: payments
            .filter((candidate) => candidate['OrderSummaryId'] === record['Id'])
            .map((candidate) => ({
                link: recordLink(payment, candidate),
                captured: visibleValue(org, payment, 'CapturedAmount', candidate)
            }))
    }));
}

function paymentsOf(org: OrgData, payment: ObjectDefinition, orderIds: unknown[]): OrgRecord[] {
    if (!isVisible(org, payment, org.schema.field(payment, 'OrderSummaryId'))) {
        return [];
    }
    const names = ['Id', ...visibleNames(org, payment, PAYMENT_FIELDS)].join(', ');
    const from = 'FROM OrderPaymentSummary WHERE OrderSummaryId IN :orderIds ORDER BY CreatedDate, Id';
    return org.query(`SELECT ${names} ${from}`, { orderIds }).records;
}

/** Undefined where the field is hidden or empty. */
function visibleValue(org: OrgData, object: ObjectDefinition, name: string, record: OrgRecord): FieldValue | undefined {
    const field = org.schema.field(object, name);
    const value = isVisible(org, object, field) ? fieldValue(org, object, field, record) : undefined;
    return value?.value === undefined ? undefined : value;
}
