import type { PaymentObjectName, PaymentRecords } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import { columnsOf, toRow } from 'c/paymentRows';
import { RecordIndex } from 'c/paymentTrace';
import type { EvidenceSettings } from 'c/stripeEvidence';
import { NO_SETTINGS } from 'c/stripeEvidence';

const SANDBOX: EvidenceSettings = { ...NO_SETTINGS, isSandbox: true };
const AUTHORIZATION = { Id: 'a1', PaymentAuthorizationNumber: 'PA-0001', GatewayRefNumber: 'pi_3Mtw', Amount: 10 };

/** The row of the first record of the object. */
function rowOf(objectName: PaymentObjectName, records: Partial<PaymentRecords>, settings = SANDBOX, currency?: string) {
    const index = new RecordIndex({ ...NO_RECORDS, ...records });
    const [payment] = index.byObject[objectName];
    if (!payment) {
        throw new Error(`No ${objectName} to show.`);
    }
    return toRow(payment, columnsOf(objectName), { index, settings, currency });
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
        const { cells } = rowOf('PaymentAuthorization', { authorizations: [AUTHORIZATION] }, SANDBOX, 'EUR');
        expect(cells.amount?.text).toBe('€10.00');
    });

    it('says where the link of a reference leads', () => {
        expect(rowOf('PaymentAuthorization', { authorizations: [AUTHORIZATION] }).cells.reference?.reference).toEqual(
            expect.objectContaining({
                kind: 'stripe',
                text: 'pi_3Mtw',
                url: 'https://dashboard.stripe.com/test/payments/pi_3Mtw',
                linkText: 'pi_3Mtw',
                description: 'payment, test mode, medium confidence',
                recordNumber: 'PA-0001',
                choice: undefined,
                warning: undefined
            })
        );
    });

    it('says from which record a link was taken', () => {
        const payments = [{ Id: 'p1', GatewayRefNumber: 'SF123456', PaymentAuthorizationId: 'a1' }];
        const { cells } = rowOf('Payment', { authorizations: [AUTHORIZATION], payments });
        expect(cells.reference?.reference).toMatchObject({
            kind: 'salesforce',
            text: 'SF123456',
            url: 'https://dashboard.stripe.com/test/payments/pi_3Mtw',
            linkText: 'Open pi_3Mtw',
            description: 'payment, test mode, from authorization PA-0001, medium confidence'
        });
    });

    it('says that it searches', () => {
        const { cells } = rowOf('Payment', { payments: [{ Id: 'p1', GatewayRefNumber: 'txn_1' }] });
        expect(cells.reference?.reference).toMatchObject({
            linkText: 'Search Stripe for txn_1',
            description: 'search, test mode, low confidence',
            isSearch: true,
            target: 'txn_1'
        });
    });

    it('names mode and account as far as they are known', () => {
        const descriptionOf = (fields: object, settings: EvidenceSettings) =>
            rowOf('PaymentAuthorization', { authorizations: [{ ...AUTHORIZATION, ...fields }] }, settings).cells
                .reference?.reference?.description;
        expect(descriptionOf({}, NO_SETTINGS)).toBe('payment, mode not known, low confidence');
        const fields = { stripeAccountId__c: 'acct_1', stripeAccountType__c: 'STRIPE_LIVE' };
        expect(descriptionOf(fields, NO_SETTINGS)).toBe('payment, live mode, account acct_1, high confidence');
    });

    it('lets the person choose where the mode is not known, and take the choice back', () => {
        const authorizations = [{ ...AUTHORIZATION, PaymentGatewayId: 'g1' }];
        const referenceIn = (settings: EvidenceSettings) =>
            rowOf('PaymentAuthorization', { authorizations }, settings).cells.reference?.reference;
        expect(referenceIn(NO_SETTINGS)).toMatchObject({
            choice: {
                gatewayId: 'g1',
                live: 'https://dashboard.stripe.com/payments/pi_3Mtw',
                test: 'https://dashboard.stripe.com/test/payments/pi_3Mtw'
            },
            chosenFor: undefined
        });
        expect(referenceIn({ ...NO_SETTINGS, chosenModes: { g1: 'live' } })).toMatchObject({
            choice: undefined,
            chosenFor: 'g1',
            url: 'https://dashboard.stripe.com/payments/pi_3Mtw'
        });
    });

    it('warns of evidence that disagrees, and of an id that looks like another account’s', () => {
        const warningOf = (fields: object) =>
            rowOf('PaymentAuthorization', { authorizations: [{ ...AUTHORIZATION, ...fields }] }).cells.reference
                ?.reference?.warning;
        expect(warningOf({})).toBeUndefined();
        expect(warningOf({ stripeAccountType__c: 'STRIPE_LIVE', GatewayRefDetails: '{"livemode":false}' })).toBe(
            'The evidence for account or mode disagrees.'
        );
        expect(
            warningOf({ GatewayRefNumber: 'pi_3MtwBwLkdIwHu7ix28a3tqPa', stripeAccountId__c: 'acct_1PgafTB7WZ01zgkW' })
        ).toBe('This may belong to another account (hint only).');
    });

    it('finds the request log that a log’s message names, on the Dashboard only', () => {
        const requestLogIn = (GatewayMessage: string) =>
            rowOf('PaymentGatewayLog', { logs: [{ Id: 'l1', GatewayMessage }] }).cells.reference?.reference?.requestLog;
        expect(requestLogIn('See https://dashboard.stripe.com/acct_1/test/logs/req_1.')).toMatchObject({
            url: 'https://dashboard.stripe.com/acct_1/test/logs/req_1',
            requestId: 'req_1'
        });
        expect(requestLogIn('See https://evil.example/acct_1/test/logs/req_1')).toBeUndefined();
        expect(requestLogIn('')).toBeUndefined();
    });

    it('explains on demand how the link was found', () => {
        const payments = [{ Id: 'p1', PaymentNumber: 'P-0001', GatewayRefNumber: 'SF1', PaymentAuthorizationId: 'a1' }];
        const { cells } = rowOf('Payment', { authorizations: [AUTHORIZATION], payments });
        expect(cells.reference?.reference?.explain()).toEqual([
            'payment P-0001, GatewayRefNumber: SF1, a number made up by Salesforce',
            'authorization PA-0001, GatewayRefNumber: pi_3Mtw',
            'test mode: this org is a sandbox',
            'account not known: Stripe opens the one used last'
        ]);
    });

    it.each([
        ['txn_1', 'txn_1, which has no page'],
        ['newthing_1MiN3gLkdIw', 'newthing_1MiN3gLkdIw, which has no page'],
        ['00001234', '00001234, an order number'],
        ['8835AB', "8835AB, which is not Stripe's"],
        ['pi_3_secret_x', 'Hidden: holds a secret'],
        ['<b>', 'Hidden: not a reference'],
        ['', 'None']
    ])('explains what %j is', (GatewayRefNumber, meaning) => {
        const { cells } = rowOf('Payment', { payments: [{ Id: 'p1', PaymentNumber: 'P-0001', GatewayRefNumber }] });
        expect(cells.reference?.reference?.explain()[0]).toBe(`payment P-0001, GatewayRefNumber: ${meaning}`);
    });

    it('explains a search for the order, and that there is nothing to open', () => {
        const payments = [{ Id: 'p1', GatewayRefNumber: 'SF1' }];
        const summary = { Id: 's1', OrderSummary: { OrderNumber: '00001234' } };
        const linesOf = (records: Partial<PaymentRecords>) =>
            rowOf('Payment', records).cells.reference?.reference?.explain();
        expect(linesOf({ payments, summary })).toContain(
            'Nothing to open was found; the search looks for the order number.'
        );
        expect(linesOf({ payments })?.at(-1)).toBe('Nothing to open or to search for was found.');
    });

    it('explains conflicts and hints', () => {
        const fields = {
            GatewayRefNumber: 'pi_3MtwBwLkdIwHu7ix28a3tqPa',
            stripeAccountId__c: 'acct_1PgafTB7WZ01zgkW',
            stripeAccountType__c: 'STRIPE_LIVE',
            GatewayRefDetails: '{"livemode":false}'
        };
        const row = rowOf('PaymentAuthorization', { authorizations: [{ ...AUTHORIZATION, ...fields }] });
        expect(row.cells.reference?.reference?.explain().slice(1)).toEqual([
            'live mode: Stripe fields of the record',
            'account acct_1PgafTB7WZ01zgkW: Stripe fields of the record',
            'This disagrees: test mode: livemode in a message of Stripe',
            'Hint only: the id looks as if it belonged to another account. Stripe does not document this pattern.'
        ]);
    });

    it('explains that two accounts are named, and that no mode is known', () => {
        const gatewaySettings = [{ Id: 'm1', AccountId__c: 'acct_2' }];
        const authorizations = [{ ...AUTHORIZATION, stripeAccountId__c: 'acct_1' }];
        const row = rowOf('PaymentAuthorization', { authorizations }, { ...NO_SETTINGS, gatewaySettings });
        expect(row.cells.reference?.reference?.explain().slice(1)).toEqual([
            'mode not known',
            'account acct_1: Stripe fields of the record',
            expect.stringMatching(/^This disagrees: account acct_2: /)
        ]);
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
        expect(cells.reference?.reference).toMatchObject({ kind: 'unknown', text: '8835AB', url: undefined });
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

    it('dates a payment that another system made as that says, and not by when it was imported', () => {
        const payment = { Id: 'p1', Date: '2026-01-01T03:00:00Z', CreatedDate: '2026-02-01' };
        expect(rowOf('Payment', { payments: [payment] }).cells.date?.text).toContain('Dec 31, 2025');
    });

    it.each(['PaymentAuthorization', 'PaymentAuthAdjustment', 'Payment', 'Refund', 'PaymentGatewayLog'] as const)(
        'shows of %s what its columns are called after',
        (objectName) => {
            const record = {
                Id: 'x1',
                Amount: 5,
                ProcessingMode: 'External',
                Type: 'Sale',
                InteractionType: 'Capture'
            };
            const payments = [record];
            const { cells } = rowOf(objectName, {
                authorizations: payments,
                adjustments: payments,
                payments,
                refunds: payments,
                logs: payments
            });
            const shown = { amount: '$5.00', processingMode: 'External', type: 'Sale', interaction: 'Capture' };
            const keys = columnsOf(objectName).map(({ key }) => key);
            const expected = Object.entries(shown).filter(([key]) => keys.some((column) => column === key));
            const found = Object.entries(cells).map(([key, { text }]) => [key, text]);
            expect(found).toEqual(expect.arrayContaining(expected));
            expect(found.map(([key]) => key)).toEqual(keys);
        }
    );

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
