import type {
    OrderPaymentSummary,
    Payment,
    PaymentAuthAdjustment,
    PaymentAuthorization,
    PaymentGatewayLog,
    PaymentRecords,
    Refund,
    RefundLinePayment
} from 'c/paymentRecord';
import type { OrgRecord } from '../org/orgRecords.ts';

/** The records of one group as the model takes them. The org's fields are the model's: RECORD_FIELDS names no other. */
export function paymentRecordsOf(rows: readonly [object: string, record: OrgRecord][]): PaymentRecords {
    const of = <Row extends { Id: string }>(name: string) =>
        rows.filter(([object]) => object === name).map(([, record]) => record as Row);
    return {
        summary: of<OrderPaymentSummary>('OrderPaymentSummary')[0],
        authorizations: of<PaymentAuthorization>('PaymentAuthorization'),
        adjustments: of<PaymentAuthAdjustment>('PaymentAuthAdjustment'),
        payments: of<Payment>('Payment'),
        refunds: of<Refund>('Refund'),
        refundLines: of<RefundLinePayment>('RefundLinePayment'),
        logs: of<PaymentGatewayLog>('PaymentGatewayLog')
    };
}
