import type { PaymentObjectName, PaymentRecords } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import { columnsOf, toRow } from 'c/paymentRows';
import { RecordIndex } from 'c/paymentTrace';
import type { ContextEvidence } from 'c/stripeContext';

const TEST: ContextEvidence[] = [{ source: 'orgDefault', mode: 'test' }];
const AUTHORIZATION = { Id: 'a1', PaymentAuthorizationNumber: 'PA-0001', GatewayRefNumber: 'pi_3Mtw', Amount: 10 };

/** The row of the first record of the object. */
function rowOf(objectName: PaymentObjectName, records: Partial<PaymentRecords>, evidence = TEST, currency?: string) {
    const index = new RecordIndex({ ...NO_RECORDS, ...records });
    const [payment] = index.byObject[objectName];
    if (!payment) {
        throw new Error(`No ${objectName} to show.`);
    }
    return toRow(payment, columnsOf(objectName), { index, evidence, currency });
}

describe('columnsOf', () => {
    it.each(['PaymentAuthorization', 'Payment', 'Refund'] as const)(
        'shows what the default list of %s lacks',
        (name) => {
            const keys = columnsOf(name).map(({ key }) => key);
            expect(keys).toEqual(expect.arrayContaining(['number', 'reference', 'amount', 'status', 'result', 'date']));
        }
    );

    it('names the time zone of the dates', () => {
        expect(columnsOf('Payment').map(({ label }) => label)).toContain('Date (America/Los_Angeles)');
    });

    it('shows no amount of a log, which has none', () => {
        expect(columnsOf('PaymentGatewayLog').map(({ key }) => key)).not.toContain('amount');
    });
});

describe('toRow', () => {
    it('shows number, amount and status, and links the number to the record', () => {
        const { cells } = rowOf('PaymentAuthorization', {
            authorizations: [{ ...AUTHORIZATION, Status: 'Processed' }]
        });
        expect(cells.number).toMatchObject({
            text: 'PA-0001',
            record: { recordId: 'a1', objectName: 'PaymentAuthorization' }
        });
        expect(cells.amount).toEqual({ text: '$10.00', sortValue: 10 });
        expect(cells.status).toMatchObject({ text: 'Processed', tone: 'success' });
    });

    it('shows amounts in the currency of the summary', () => {
        const { cells } = rowOf('PaymentAuthorization', { authorizations: [AUTHORIZATION] }, TEST, 'EUR');
        expect(cells.amount?.text).toBe('€10.00');
    });

    it('says where the link of a reference leads', () => {
        expect(rowOf('PaymentAuthorization', { authorizations: [AUTHORIZATION] }).cells.reference?.reference).toEqual({
            kind: 'stripe',
            text: 'pi_3Mtw',
            url: 'https://dashboard.stripe.com/test/payments/pi_3Mtw',
            linkText: 'pi_3Mtw',
            description: 'payment, test mode'
        });
    });

    it('says from which record a link was taken', () => {
        const payments = [{ Id: 'p1', GatewayRefNumber: 'SF123456', PaymentAuthorizationId: 'a1' }];
        const { cells } = rowOf('Payment', { authorizations: [AUTHORIZATION], payments });
        expect(cells.reference?.reference).toEqual({
            kind: 'salesforce',
            text: 'SF123456',
            url: 'https://dashboard.stripe.com/test/payments/pi_3Mtw',
            linkText: 'Open pi_3Mtw',
            description: 'payment, test mode, from authorization PA-0001'
        });
    });

    it('says that it searches', () => {
        const { cells } = rowOf('Payment', { payments: [{ Id: 'p1', GatewayRefNumber: 'txn_1' }] });
        expect(cells.reference?.reference).toMatchObject({
            linkText: 'Search Stripe for txn_1',
            description: 'search, test mode'
        });
    });

    it('names mode and account as far as they are known', () => {
        const describe = (evidence: ContextEvidence[]) =>
            rowOf('PaymentAuthorization', { authorizations: [AUTHORIZATION] }, evidence).cells.reference?.reference
                ?.description;
        expect(describe([])).toBe('payment, mode not known');
        expect(describe([{ source: 'recordFields', account: 'acct_1', mode: 'live' }])).toBe(
            'payment, live mode, account acct_1'
        );
    });

    it.each([
        ['pi_3Mtw_secret_abc', 'secret'],
        ['javascript:alert(1)', 'unsafe'],
        ['', 'empty']
    ])('shows nothing of %j', (GatewayRefNumber, kind) => {
        const { cells } = rowOf('Payment', { payments: [{ Id: 'p1', GatewayRefNumber }] });
        expect(cells.reference).toMatchObject({ text: '', reference: { kind, text: undefined, url: undefined } });
    });

    it('shows the text of another gateway, without a link', () => {
        const { cells } = rowOf('Payment', { payments: [{ Id: 'p1', GatewayRefNumber: '8835AB' }] });
        expect(cells.reference?.reference).toEqual({ kind: 'unknown', text: '8835AB' });
    });

    it('joins what the gateway said, each once, without secrets', () => {
        const log = {
            Id: 'l1',
            SfResultCode: 'Decline',
            GatewayResultCode: 'card_declined',
            GatewayResultCodeDescription: 'pi_3_secret_abc',
            GatewayMessage: 'card_declined'
        };
        expect(rowOf('PaymentGatewayLog', { logs: [log] }).cells.result?.text).toBe('Decline · card_declined · ••••••');
    });

    it('takes the interaction for the status of a log, and its own date before that of the record', () => {
        const log = {
            Id: 'l1',
            InteractionStatus: 'Failed',
            GatewayDate: '2026-01-01T03:00:00Z',
            CreatedDate: '2026-02-01'
        };
        const row = rowOf('PaymentGatewayLog', { logs: [log] });
        expect(row.status).toBe('Failed');
        expect(row.cells.status?.tone).toBe('error');
        expect(row.cells.date?.text).toContain('Dec 31, 2025');
    });

    it('can be found by everything that it shows', () => {
        const payments = [{ Id: 'p1', PaymentNumber: 'P-0007', GatewayRefNumber: 'SF1', PaymentAuthorizationId: 'a1' }];
        const { searchText } = rowOf('Payment', { authorizations: [AUTHORIZATION], payments });
        for (const shown of ['p-0007', 'sf1', 'pi_3mtw', 'pa-0001', 'test mode']) {
            expect(searchText).toContain(shown);
        }
    });

    it('leaves cells empty whose field is hidden', () => {
        const { cells } = rowOf('Refund', { refunds: [{ Id: 'r1' }] });
        expect(cells).toMatchObject({
            amount: { text: '' },
            status: { text: '' },
            date: { text: '' },
            result: { text: '' }
        });
    });
});
