import { linkPayment } from 'c/paymentLink';
import type {
    GatewaySetting,
    OrderPaymentSummary,
    PaymentAuthAdjustment,
    PaymentAuthorization,
    PaymentGatewayLog,
    Payment,
    PaymentRecord,
    PaymentRecords,
    Refund,
    RefundLinePayment
} from 'c/paymentRecord';
import { RecordIndex } from 'c/paymentTrace';
import type { LocalOrg } from '../localOrg.ts';

const PAGE = { createdBefore: '4000-01-01T00:00:00.000Z', beforeId: '000000000000000AAA', pageSize: 2000 };

/**
 * The link of every payment record of a local org, as its pages show it: read by the package's own Apex, found by its
 * own model. By the record's number, because ids differ between orgs.
 */
export function readLinks(org: LocalOrg): Map<string, string> {
    const links = new Map<string, string>();
    const settings = {
        gatewaySettings: callReader<GatewaySetting>(org, 'getGatewaySettings', {}),
        isSandbox: true,
        chosenModes: {}
    };
    for (const { Id } of org.query('SELECT Id FROM OrderPaymentSummary').records) {
        const index = new RecordIndex(readRecords(org, String(Id)));
        for (const payment of index.byId.values()) {
            const { link, trace, context } = linkPayment(payment, index, settings);
            const steps = trace.steps.map((step) => step.payment.objectName).join(' > ');
            links.set(
                `${index.orderNumber} ${numberOf(payment)}`,
                [link?.url, link?.confidence, context.account, context.mode, steps].join(' ')
            );
        }
    }
    return links;
}

function readRecords(org: LocalOrg, summaryId: string): PaymentRecords {
    const ofSummary = { ...PAGE, orderPaymentSummaryIds: [summaryId] };
    const read = <Row>(method: string): Row[] => callReader<Row>(org, method, ofSummary);
    const records = {
        summary: callReader<OrderPaymentSummary>(org, 'getOrderPaymentSummary', {
            orderPaymentSummaryId: summaryId
        })[0],
        authorizations: read<PaymentAuthorization>('getPaymentAuthorizations'),
        adjustments: read<PaymentAuthAdjustment>('getPaymentAuthAdjustments'),
        payments: read<Payment>('getPayments'),
        refunds: read<Refund>('getRefunds'),
        refundLines: read<RefundLinePayment>('getRefundLinePayments')
    };
    const { authorizations, adjustments, payments, refunds } = records;
    const recordIds = [...authorizations, ...adjustments, ...payments, ...refunds].map(({ Id }) => Id);
    const logs = [
        ...read<PaymentGatewayLog>('getGatewayLogs'),
        ...callReader<PaymentGatewayLog>(org, 'getGatewayLogsOfRecords', { ...PAGE, recordIds })
    ];
    return { ...records, logs };
}

function callReader<Row>(org: LocalOrg, method: string, parameters: Record<string, unknown>): Row[] {
    return (org.callApex('OrderPaymentReader', method, parameters) as { records: Row[] }).records;
}

function numberOf({ objectName, record }: PaymentRecord): string {
    const values = record as unknown as Record<string, unknown>;
    return `${objectName} ${String(values[`${objectName}Number`])}`;
}
