import fc from 'fast-check';
import type { PaymentRecords } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import { recordsBySummary } from 'c/summaryRecords';

const SUMMARIES = [{ Id: 's1' }, { Id: 's2' }];

/** The ids of everything in each summary. */
const idsOf = (records: Partial<PaymentRecords>) =>
    recordsBySummary(SUMMARIES, { ...NO_RECORDS, ...records }).map(({ summary, ...lists }) => [
        summary?.Id,
        ...Object.values(lists).flatMap((rows) => rows.map(({ Id }) => Id))
    ]);

describe('recordsBySummary', () => {
    it('gives each record to the summary that it names', () => {
        expect(
            idsOf({
                authorizations: [
                    { Id: 'a1', OrderPaymentSummaryId: 's1' },
                    { Id: 'a2', OrderPaymentSummaryId: 's2' }
                ],
                refunds: [{ Id: 'r2', OrderPaymentSummaryId: 's2' }]
            })
        ).toEqual([
            ['s1', 'a1'],
            ['s2', 'a2', 'r2']
        ]);
    });

    it('follows a record without a summary to the one that it names', () => {
        expect(
            idsOf({
                authorizations: [{ Id: 'a2', OrderPaymentSummaryId: 's2' }],
                adjustments: [{ Id: 'j2', PaymentAuthorizationId: 'a2' }],
                payments: [{ Id: 'p2', PaymentAuthorizationId: 'a2' }],
                refundLines: [{ Id: 'l2', RefundId: 'unknown', PaymentId: 'p2' }],
                logs: [
                    { Id: 'g2', ReferencedEntityId: 'j2' },
                    { Id: 'g1', ReferencedEntityId: 'j2', OrderPaymentSummaryId: 's1' }
                ]
            })
        ).toEqual([
            ['s1', 'g1'],
            ['s2', 'a2', 'j2', 'p2', 'l2', 'g2']
        ]);
    });

    it('leaves out what belongs to none of the summaries', () => {
        expect(idsOf({ payments: [{ Id: 'p' }, { Id: 'q', OrderPaymentSummaryId: 's3' }] })).toEqual([['s1'], ['s2']]);
    });

    it('has every record that names a summary in exactly one, in the order in which they came', () => {
        const rows = (prefix: string) =>
            fc
                .array(fc.constantFrom('s1', 's2'))
                .map((ids) =>
                    ids.map((OrderPaymentSummaryId, index) => ({ Id: `${prefix}${index}`, OrderPaymentSummaryId }))
                );
        const records = fc.record({
            authorizations: rows('a'),
            payments: rows('p'),
            refunds: rows('r'),
            logs: rows('g')
        });
        fc.assert(
            fc.property(records, (given) => {
                const [first, second] = recordsBySummary(SUMMARIES, { ...NO_RECORDS, ...given });
                for (const name of ['authorizations', 'payments', 'refunds', 'logs'] as const) {
                    const all: { OrderPaymentSummaryId?: string }[] = given[name];
                    expect(first?.[name]).toEqual(all.filter((row) => row.OrderPaymentSummaryId === 's1'));
                    expect(second?.[name]).toEqual(all.filter((row) => row.OrderPaymentSummaryId === 's2'));
                }
            })
        );
    });
});
