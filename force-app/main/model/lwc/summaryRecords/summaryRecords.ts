import type { OrderPaymentSummary, PaymentRecords, StoredRecord } from 'c/paymentRecord';

/**
 * Sorts the records of several order payment summaries by summary. Each record is in at most one: it belongs to the
 * summary that it names; else to that of the record that it names, as a reversal belongs to that of its authorization.
 *
 * @param records of all of the summaries together
 * @returns one entry a summary, in the order of the summaries, also for those without records
 */
export function recordsBySummary(summaries: readonly OrderPaymentSummary[], records: PaymentRecords): PaymentRecords[] {
    const summaryOf = new Map<string, string>();
    const place = <Row extends StoredRecord>(rows: readonly Row[], ...ways: ((row: Row) => string | undefined)[]) => {
        for (const row of rows) {
            const found = ways.map((way) => way(row)).find((summaryId) => summaryId !== undefined);
            if (found !== undefined) {
                summaryOf.set(row.Id, found);
            }
        }
    };
    const ofRecord = (id: string | undefined) => (id === undefined ? undefined : summaryOf.get(id));
    place(records.authorizations, (row) => row.OrderPaymentSummaryId);
    place(records.adjustments, (row) => ofRecord(row.PaymentAuthorizationId));
    place(
        records.payments,
        (row) => row.OrderPaymentSummaryId,
        (row) => ofRecord(row.PaymentAuthorizationId)
    );
    place(records.refunds, (row) => row.OrderPaymentSummaryId);
    place(
        records.refundLines,
        (row) => ofRecord(row.RefundId),
        (row) => ofRecord(row.PaymentId)
    );
    place(
        records.logs,
        (row) => row.OrderPaymentSummaryId,
        (row) => ofRecord(row.ReferencedEntityId)
    );
    return summaries.map((summary) => {
        const isOfSummary = ({ Id }: StoredRecord) => summaryOf.get(Id) === summary.Id;
        return {
            summary,
            authorizations: records.authorizations.filter(isOfSummary),
            adjustments: records.adjustments.filter(isOfSummary),
            payments: records.payments.filter(isOfSummary),
            refunds: records.refunds.filter(isOfSummary),
            refundLines: records.refundLines.filter(isOfSummary),
            logs: records.logs.filter(isOfSummary)
        };
    });
}
