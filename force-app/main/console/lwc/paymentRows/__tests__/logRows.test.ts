import fc from 'fast-check';
import { parseGatewayMessage } from 'c/gatewayMessage';
import type { PaymentGatewayLog, PaymentRecords } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import type { Row, RowContext } from 'c/paymentRows';
import { attemptsByLog, columnsOf, toRow } from 'c/paymentRows';
import { RecordIndex } from 'c/paymentTrace';
import { NO_SETTINGS } from 'c/stripeEvidence';
import { SECRET, shows } from '../../../../model/lwc/redaction/__tests__/secrets';

const LOG: PaymentGatewayLog = { Id: 'l1', PaymentGatewayLogNumber: 'PGL-0001', InteractionStatus: 'Failed' };

/** The row of the first record of the object. */
function rowOf(
    objectName: 'PaymentAuthorization' | 'Payment' | 'Refund' | 'PaymentGatewayLog',
    records: Partial<PaymentRecords>,
    context: Partial<RowContext> = {}
): Row {
    const index = new RecordIndex({ ...NO_RECORDS, ...records });
    const [payment] = index.byObject[objectName];
    if (!payment) {
        throw new Error(`No ${objectName} to show.`);
    }
    return toRow(payment, columnsOf(objectName), { index, settings: NO_SETTINGS, ...context });
}

const logRow = (fields: Partial<PaymentGatewayLog> = {}, context: Partial<RowContext> = {}) =>
    rowOf('PaymentGatewayLog', { logs: [{ ...LOG, ...fields }] }, context);

describe('the row of a gateway log', () => {
    it('can be read, by its id; those of other records cannot', () => {
        expect(logRow().cells.number).toMatchObject({ text: 'PGL-0001', logId: 'l1' });
        expect(rowOf('Payment', { payments: [{ Id: 'p1' }] }).cells.number?.logId).toBeUndefined();
    });

    it('says to which attempt it belongs', () => {
        const logs = [
            { ...LOG, InteractionType: 'Capture', ReferencedEntityId: 'p1', InteractionStatus: 'Success' },
            { ...LOG, Id: 'l2', InteractionType: 'Capture', ReferencedEntityId: 'p1', IsNotification: 'Yes' }
        ];
        const row = rowOf('PaymentGatewayLog', { logs }, { attempts: attemptsByLog(logs) });
        expect(row.cells.interaction).toMatchObject({ text: 'Capture', note: 'Answered by PGL-0001' });
        expect(row.searchText).toContain('answered by pgl-0001');
    });

    it('explains a failure, and can be found by that', () => {
        const row = logRow({ GatewayResultCode: 'card_declined', GatewayResultCodeDescription: 'insufficient_funds' });
        expect(row.cells.result?.failure).toMatchObject({
            happened: 'The account has too little money or credit for this payment.',
            openCodes: ['insufficient_funds', 'card_declined'],
            isConfidential: false
        });
        expect(row.searchText).toContain('too little money');
    });

    it('explains nothing where nothing failed', () => {
        expect(logRow({ InteractionStatus: 'Success' }).cells.result?.failure).toBeUndefined();
        expect(
            rowOf('Payment', { payments: [{ Id: 'p1', Status: 'Processed' }] }).cells.result?.failure
        ).toBeUndefined();
    });

    it('explains the failure of a record', () => {
        const payments = [{ Id: 'p1', Status: 'Failed', SfResultCode: 'Indeterminate' }];
        expect(rowOf('Payment', { payments }).cells.result?.failure?.happened).toMatch(/\w/);
    });
});

describe('the response of a log that was opened', () => {
    const REQUEST_LOG = 'https://dashboard.stripe.com/acct_1PgafTB7WZ01zgkW/test/logs/req_1abc';
    const response = parseGatewayMessage(
        JSON.stringify({
            error: { code: 'card_declined', decline_code: 'stolen_card', request_log_url: REQUEST_LOG }
        })
    );
    const fields = { GatewayResultCode: 'card_declined', GatewayRefNumber: 'ch_1abc' };

    it('tells more of the failure', () => {
        expect(logRow(fields).cells.result?.failure?.isConfidential).toBe(false);
        expect(logRow(fields, { response }).cells.result?.failure).toMatchObject({
            isConfidential: true,
            openCodes: ['card_declined']
        });
    });

    it('tells account and mode of the link, and the request at Stripe', () => {
        expect(logRow(fields).cells.reference?.reference).toMatchObject({ choice: {}, requestLog: undefined });
        expect(logRow(fields, { response }).cells.reference?.reference).toMatchObject({
            url: 'https://dashboard.stripe.com/acct_1PgafTB7WZ01zgkW/test/payments/ch_1abc',
            choice: undefined,
            requestLog: { requestId: 'req_1abc', url: REQUEST_LOG }
        });
    });
});

describe('what must not be shown', () => {
    const shown = ({ cells, searchText, status }: Row) =>
        [JSON.stringify(cells), searchText, status, ...(cells.reference?.reference?.explain() ?? [])].join('\n');

    it('is personal data, in the gateway’s words and in a reference', () => {
        const row = logRow({ GatewayMessage: 'Declined for jane@example.com', GatewayRefNumber: 'jane@example.com' });
        expect(shown(row)).not.toContain('jane');
        expect(row.cells.result?.text).toBe('Declined for ••••••');
    });

    it('is a secret that only its key tells', () => {
        const GatewayMessage = '{"error":{"client_secret":"abc-def-ghi","code":"card_declined"}}';
        expect(shown(logRow({ GatewayMessage }))).not.toContain('abc-def-ghi');
    });

    it('is a secret, in whichever field of whichever record it stands', () => {
        fc.assert(
            fc.property(SECRET, (secret) => {
                const gateway = {
                    GatewayRefNumber: secret,
                    GatewayResultCode: secret,
                    GatewayResultCodeDescription: secret,
                    SfResultCode: secret,
                    GatewayDate: secret,
                    PaymentGateway: { PaymentGatewayName: secret },
                    stripeAccountId__c: secret,
                    stripeAccountType__c: secret,
                    stripeChargeId__c: secret
                };
                const money = { Status: secret, ProcessingMode: secret, Type: secret, GatewayRefDetails: secret };
                const records = {
                    summary: { Id: 's1', OrderSummary: { OrderNumber: secret } },
                    authorizations: [{ Id: 'a1', PaymentAuthorizationNumber: secret, ...gateway, ...money }],
                    payments: [{ Id: 'p1', PaymentNumber: secret, PaymentAuthorizationId: 'a1', ...gateway, ...money }],
                    refunds: [{ Id: 'r1', RefundNumber: secret, ...gateway, ...money }],
                    logs: [
                        {
                            Id: 'l1',
                            PaymentGatewayLogNumber: secret,
                            InteractionType: secret,
                            InteractionStatus: secret,
                            ReferencedEntityId: 'p1',
                            GatewayMessage: secret,
                            GatewayAuthCode: secret,
                            SfRefNumber: secret,
                            ...gateway
                        }
                    ]
                };
                const names = ['PaymentAuthorization', 'Payment', 'Refund', 'PaymentGatewayLog'] as const;
                const rows = names.map((name) => rowOf(name, records, { attempts: attemptsByLog(records.logs) }));
                const leaks = names.filter((_, index) => shows(rows[index] ? shown(rows[index]) : '', secret));
                expect(leaks).toEqual([]);
            })
        );
    });
});
