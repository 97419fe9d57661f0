/** The Apex methods that this package calls. */

type ApexMethod<Parameters, Result> = (parameters: Parameters) => Promise<Result>;

/** ReadableRecords.cls: the rows of one query as far as the user may read them. */
interface ReadableRecords<Row> {
    objectReadable: boolean;
    records: Row[];
    hiddenFields: string[];
}

/** The place to go on from: rows created before it, or at the same instant with a lower id. */
interface PageKey {
    createdBefore: string;
    // Apex takes null for no id.
    beforeId: string | null;
    pageSize: number;
}

type SummaryPage = PageKey & { orderPaymentSummaryIds: string[] };

declare module '@salesforce/apex/OrderPaymentReader.getOrderPaymentSummary' {
    import type { OrderPaymentSummary } from 'c/paymentRecord';
    const method: ApexMethod<{ orderPaymentSummaryId: string }, ReadableRecords<OrderPaymentSummary>>;
    export default method;
}
declare module '@salesforce/apex/OrderPaymentReader.getOrderPaymentSummariesOfOrder' {
    import type { OrderPaymentSummary } from 'c/paymentRecord';
    const method: ApexMethod<{ orderSummaryId: string }, ReadableRecords<OrderPaymentSummary>>;
    export default method;
}
declare module '@salesforce/apex/OrderPaymentReader.getPaymentAuthorizations' {
    import type { PaymentAuthorization } from 'c/paymentRecord';
    const method: ApexMethod<SummaryPage, ReadableRecords<PaymentAuthorization>>;
    export default method;
}
declare module '@salesforce/apex/OrderPaymentReader.getPaymentAuthAdjustments' {
    import type { PaymentAuthAdjustment } from 'c/paymentRecord';
    const method: ApexMethod<SummaryPage, ReadableRecords<PaymentAuthAdjustment>>;
    export default method;
}
declare module '@salesforce/apex/OrderPaymentReader.getPayments' {
    import type { Payment } from 'c/paymentRecord';
    const method: ApexMethod<SummaryPage, ReadableRecords<Payment>>;
    export default method;
}
declare module '@salesforce/apex/OrderPaymentReader.getRefunds' {
    import type { Refund } from 'c/paymentRecord';
    const method: ApexMethod<SummaryPage, ReadableRecords<Refund>>;
    export default method;
}
declare module '@salesforce/apex/OrderPaymentReader.getRefundLinePayments' {
    import type { RefundLinePayment } from 'c/paymentRecord';
    const method: ApexMethod<SummaryPage, ReadableRecords<RefundLinePayment>>;
    export default method;
}
declare module '@salesforce/apex/OrderPaymentReader.getGatewayLogs' {
    import type { PaymentGatewayLog } from 'c/paymentRecord';
    const method: ApexMethod<SummaryPage, ReadableRecords<PaymentGatewayLog>>;
    export default method;
}
declare module '@salesforce/apex/OrderPaymentReader.getGatewayLogsOfRecords' {
    import type { PaymentGatewayLog } from 'c/paymentRecord';
    const method: ApexMethod<PageKey & { recordIds: string[] }, ReadableRecords<PaymentGatewayLog>>;
    export default method;
}
declare module '@salesforce/apex/OrderPaymentReader.getGatewayLogBody' {
    import type { GatewayLogBody } from 'c/paymentRecord';
    const method: ApexMethod<{ gatewayLogId: string }, ReadableRecords<GatewayLogBody>>;
    export default method;
}
declare module '@salesforce/apex/OrderPaymentReader.getGatewaySettings' {
    import type { GatewaySetting } from 'c/paymentRecord';
    const method: ApexMethod<Record<string, never>, ReadableRecords<GatewaySetting>>;
    export default method;
}
declare module '@salesforce/apex/OrderPaymentReader.getOrganization' {
    import type { Organization } from 'c/paymentRecord';
    const method: ApexMethod<Record<string, never>, ReadableRecords<Organization>>;
    export default method;
}
declare module '@salesforce/apex/PaymentSetupReader.getPaymentGateways' {
    import type { PaymentGateway } from 'c/setupFindings';
    const method: ApexMethod<Record<string, never>, ReadableRecords<PaymentGateway>>;
    export default method;
}
declare module '@salesforce/apex/PaymentSetupReader.getRecentOrderPaymentSummaries' {
    import type { OrderPaymentSummary } from 'c/paymentRecord';
    const method: ApexMethod<Record<string, never>, ReadableRecords<OrderPaymentSummary>>;
    export default method;
}
declare module '@salesforce/apex/PaymentAccessReader.getObjectAccess' {
    import type { ObjectAccess } from 'c/setupFindings';
    const method: ApexMethod<{ fieldNames: readonly string[] }, ObjectAccess[]>;
    export default method;
}
