import { hundredths, sumOf, text, type SampleData, type TreeRecord } from './readSampleData.ts';

/** The records of one order payment summary. */
export interface PaymentRecords {
    summary: TreeRecord;
    authorizations: TreeRecord[];
    adjustments: TreeRecord[];
    payments: TreeRecord[];
    refunds: TreeRecord[];
    logs: TreeRecord[];
}

/** A payment or log without an OrderPaymentSummaryId is found by its authorization or by the record it refers to. */
export function paymentRecordsOf(data: SampleData, summary: TreeRecord): PaymentRecords {
    const ofSummary = (record: TreeRecord): boolean => data.related(record, 'OrderPaymentSummaryId') === summary;
    const authorizations = data.recordsOf('PaymentAuthorization').filter(ofSummary);
    const ofAuthorizations = (record: TreeRecord): boolean => {
        const authorization = data.related(record, 'PaymentAuthorizationId');
        return authorization !== undefined && authorizations.includes(authorization);
    };
    const lost = (record: TreeRecord): boolean => text(record, 'OrderPaymentSummaryId') === '';
    const adjustments = data.recordsOf('PaymentAuthAdjustment').filter(ofAuthorizations);
    const payments = data
        .recordsOf('Payment')
        .filter((payment) => ofSummary(payment) || (lost(payment) && ofAuthorizations(payment)));
    const refunds = data.recordsOf('Refund').filter(ofSummary);
    const known = [...authorizations, ...adjustments, ...payments, ...refunds];
    const refersToKnown = (log: TreeRecord): boolean => {
        const referenced = data.related(log, 'ReferencedEntityId');
        return referenced !== undefined && known.includes(referenced);
    };
    const logs = data
        .recordsOf('PaymentGatewayLog')
        .filter((log) => ofSummary(log) || (lost(log) && refersToKnown(log)));
    return { summary, authorizations, adjustments, payments, refunds, logs };
}

export function withStatus(records: TreeRecord[], status: string): TreeRecord[] {
    return records.filter((record) => text(record, 'Status') === status);
}

/**
 * What an order payment summary must say, in hundredths, given its records. Available to capture and to refund follow
 * the Object Reference, API 67.0; both are never below zero.
 * The sample has no payment or refund that is pending, so those two amounts are zero.
 */
export function expectedTotals(records: PaymentRecords): Record<string, number> {
    const authorized = sumOf(withStatus(records.authorizations, 'Processed'), 'Amount');
    const reversed = sumOf(withStatus(records.adjustments, 'Processed'), 'Amount');
    const pendingReversal = sumOf(withStatus(records.adjustments, 'Pending'), 'Amount');
    const captured = sumOf(withStatus(records.payments, 'Processed'), 'Amount');
    const refunded = sumOf(withStatus(records.refunds, 'Processed'), 'Amount');
    return {
        AuthorizationAmount: authorized,
        AuthorizationReversalAmount: reversed,
        CapturedAmount: captured,
        RefundedAmount: refunded,
        AvailableToCaptureAmount: Math.max(0, authorized - captured - reversed - pendingReversal),
        AvailableToRefundAmount: Math.max(0, captured - refunded),
        BalanceAmount: sumOf(withStatus(records.payments, 'Processed'), 'Balance'),
        PendingAuthorizationAmount: sumOf(withStatus(records.authorizations, 'Pending'), 'Amount'),
        PendingCaptureAmount: 0,
        PendingRefundAmount: 0,
        PendingReverseAuthAmount: pendingReversal
    };
}

/** What the customer is to pay for these records: authorized and not released, or sold without an authorization. */
export function orderedAmount(records: PaymentRecords): number {
    const sold = withStatus(records.payments, 'Processed').filter(
        (payment) => text(payment, 'PaymentAuthorizationId') === ''
    );
    const totals = records.summary;
    return (
        hundredths(totals, 'AuthorizationAmount') +
        hundredths(totals, 'PendingAuthorizationAmount') -
        hundredths(totals, 'AuthorizationReversalAmount') -
        hundredths(totals, 'PendingReverseAuthAmount') +
        sumOf(sold, 'Amount')
    );
}
