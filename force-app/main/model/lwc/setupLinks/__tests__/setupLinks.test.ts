import fc from 'fast-check';
import type { PaymentRecords } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import type { EvidenceSettings } from 'c/stripeEvidence';
import { NO_SETTINGS } from 'c/stripeEvidence';
import { judgeLinks, LINK_CASES, linkSamples, linksOfUnknownMode } from 'c/setupLinks';

const SUMMARIES = [{ Id: 's1', OrderSummary: { OrderNumber: '00000042' } }, { Id: 's2' }];

const judge = (records: Partial<PaymentRecords>, settings: Partial<EvidenceSettings> = {}) =>
    judgeLinks(SUMMARIES, { ...NO_RECORDS, ...records }, { ...NO_SETTINGS, ...settings });

describe('judgeLinks', () => {
    it('finds the link of each record as the page of its own summary does', () => {
        const links = judge({
            authorizations: [
                { Id: 'a1', OrderPaymentSummaryId: 's1', GatewayRefNumber: 'pi_3MtwBwLkdIwHu7ix28a3tqPa' }
            ],
            payments: [
                { Id: 'p1', OrderPaymentSummaryId: 's1', PaymentAuthorizationId: 'a1', GatewayRefNumber: 'SF123' },
                { Id: 'p2', OrderPaymentSummaryId: 's2', PaymentAuthorizationId: 'a1', GatewayRefNumber: 'SF124' }
            ]
        });
        expect(links.map(({ payment, found }) => [payment.record.Id, found.link?.target])).toEqual([
            ['a1', 'pi_3MtwBwLkdIwHu7ix28a3tqPa'],
            ['p1', 'pi_3MtwBwLkdIwHu7ix28a3tqPa'],
            ['p2', undefined]
        ]);
    });

    it('does not count what the person has chosen', () => {
        const refunds = [{ Id: 'r1', OrderPaymentSummaryId: 's1', GatewayRefNumber: 're_3MtwBwLkdIwHu7ix28a3tqPa' }];
        expect(linksOfUnknownMode(judge({ refunds }, { chosenModes: { '': 'test' } }))).toHaveLength(1);
        expect(linksOfUnknownMode(judge({ refunds }, { isSandbox: true }))).toHaveLength(0);
    });

    it('names the gateway whose setting is used, also where only a record around it names one', () => {
        const [authorization, payment] = judge({
            authorizations: [
                { Id: 'a1', OrderPaymentSummaryId: 's1', PaymentGateway: { PaymentGatewayName: 'Stripe EU' } }
            ],
            payments: [{ Id: 'p1', OrderPaymentSummaryId: 's1', PaymentAuthorizationId: 'a1' }]
        });
        expect([authorization?.gatewayName, payment?.gatewayName]).toEqual(['Stripe EU', 'Stripe EU']);
    });
});

describe('linksOfUnknownMode', () => {
    it('leaves out what opens nothing: there is no mode to choose', () => {
        expect(linksOfUnknownMode(judge({ refunds: [{ Id: 'r1', OrderPaymentSummaryId: 's2' }] }))).toEqual([]);
    });
});

describe('linkSamples', () => {
    it('has one for each kind of reference, and none where no record has one', () => {
        const ofSummary = { OrderPaymentSummaryId: 's1' };
        const samples = linkSamples(
            judge({
                authorizations: [
                    { ...ofSummary, Id: 'a1', GatewayRefNumber: 'pi_3MtwBwLkdIwHu7ix28a3tqPa' },
                    { ...ofSummary, Id: 'a2', GatewayRefNumber: '00000042' }
                ],
                payments: [
                    { ...ofSummary, Id: 'p1', GatewayRefNumber: 'py_3MtwBwLkdIwHu7ix28a3tqPa' },
                    { ...ofSummary, Id: 'p2', GatewayRefNumber: 'txn_3MtwBwLkdIwHu7ix28a3tqPa' }
                ],
                refunds: [{ ...ofSummary, Id: 'r1', GatewayRefNumber: 'pyr_3MtwBwLkdIwHu7ix28a3tqPa' }],
                logs: [{ ...ofSummary, Id: 'l1', ReferencedEntityId: 'a1' }]
            })
        );
        expect(samples.map(({ linkCase, link }) => [linkCase, link?.payment.record.Id])).toEqual([
            ['paymentIntent', 'a1'],
            ['charge', 'p1'],
            ['refund', 'r1'],
            ['balanceTransaction', 'p2'],
            ['salesforceNumber', undefined],
            ['orderNumber', 'a2'],
            ['noReference', 'l1']
        ]);
    });

    it('prefers a record whose link opens something', () => {
        const [sample] = linkSamples(
            judge({
                authorizations: [
                    { Id: 'a1', OrderPaymentSummaryId: 's1', GatewayRefNumber: 'pi_3MtwBwLkdIwHu7ix28a3tqPa' }
                ],
                payments: [
                    { Id: 'p1', OrderPaymentSummaryId: 's2', GatewayRefNumber: 'SF1' },
                    { Id: 'p2', OrderPaymentSummaryId: 's1', PaymentAuthorizationId: 'a1', GatewayRefNumber: 'SF2' }
                ]
            })
        ).filter(({ linkCase }) => linkCase === 'salesforceNumber');
        expect(sample?.link?.payment.record.Id).toBe('p2');
    });

    it('takes any records, and only ever gives one that is of its kind', () => {
        const reference = fc.oneof(
            fc.constantFrom('pi_', 'ch_', 're_', 'txn_', 'SF', '').map((prefix) => `${prefix}1234567890abcdef`),
            fc.string()
        );
        const payments = fc.array(
            fc.record({ Id: fc.uuid(), GatewayRefNumber: fc.option(reference, { nil: undefined }) })
        );
        fc.assert(
            fc.property(payments, (rows) => {
                const links = judge({ payments: rows.map((row) => ({ ...row, OrderPaymentSummaryId: 's1' })) });
                expect(links).toHaveLength(rows.length);
                const samples = linkSamples(links);
                expect(samples.map(({ linkCase }) => linkCase)).toEqual(LINK_CASES);
                for (const { linkCase, link } of samples) {
                    const own = link?.found.trace.own;
                    expect(linkCase === 'salesforceNumber' && own !== undefined && own.kind !== 'salesforce').toBe(
                        false
                    );
                }
            })
        );
    });
});
