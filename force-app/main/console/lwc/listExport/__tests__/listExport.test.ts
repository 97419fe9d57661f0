import { parse } from 'csv-parse/sync';
import { rowsToCsv } from 'c/listExport';
import type { PaymentObjectName, PaymentRecords } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import { columnsOf, toRow } from 'c/paymentRows';
import { RecordIndex } from 'c/paymentTrace';
import { NO_SETTINGS } from 'c/stripeEvidence';

const PAYMENT = {
    Id: 'p1',
    PaymentNumber: 'P-0001',
    Amount: 1234.5,
    Status: 'Processed',
    Type: 'Capture',
    ProcessingMode: 'Salesforce',
    GatewayRefNumber: 'pi_3Mtw',
    SfResultCode: 'Success',
    GatewayDate: '2026-01-01T03:00:00.000Z'
};

/** The export of all records of the object, read back. */
function exported(
    objectName: PaymentObjectName,
    records: Partial<PaymentRecords>,
    currency?: string
): Record<string, string>[] {
    const index = new RecordIndex({ ...NO_RECORDS, ...records });
    const columns = columnsOf(objectName);
    const context = { index, settings: { ...NO_SETTINGS, isSandbox: true }, currency };
    const rows = index.byObject[objectName].map((payment) => toRow(payment, columns, context));
    return parse(rowsToCsv(columns, rows, currency), { columns: true });
}

describe('rowsToCsv', () => {
    it('writes what the list shows, with plain amounts, times in UTC and where each link leads', () => {
        expect(exported('Payment', { payments: [PAYMENT] }, 'EUR')).toEqual([
            {
                Number: 'P-0001',
                'Gateway Reference': 'pi_3Mtw',
                Link: 'https://dashboard.stripe.com/test/payments/pi_3Mtw',
                'Link Leads To': 'payment, test mode, medium confidence',
                Amount: '1234.50',
                Currency: 'EUR',
                Type: 'Capture',
                Status: 'Processed',
                'Processing Mode': 'Salesforce',
                Result: 'Success',
                'Date (UTC)': '2026-01-01T03:00:00Z'
            }
        ]);
    });

    it('writes rows in the order in which they are given', () => {
        const payments = ['P-2', 'P-1', 'P-3'].map((PaymentNumber) => ({ Id: PaymentNumber, PaymentNumber }));
        expect(exported('Payment', { payments }).map((row) => row.Number)).toEqual(['P-2', 'P-1', 'P-3']);
    });

    it('writes the currency of the org where there is only one, and negative amounts as numbers', () => {
        const refunds = [{ Id: 'r1', Amount: -12.5 }];
        expect(exported('Refund', { refunds })).toMatchObject([{ Amount: '-12.50', Currency: 'USD' }]);
    });

    it('leaves cells empty whose field is hidden', () => {
        const [row] = exported('Refund', { refunds: [{ Id: 'r1' }] });
        expect(row).toMatchObject({ Number: 'r1', Amount: '', Currency: '', 'Date (UTC)': '', Link: '', Result: '' });
    });

    it('leaves a date empty that is none', () => {
        expect(exported('Refund', { refunds: [{ Id: 'r1', CreatedDate: 'soon' }] })).toMatchObject([
            { 'Date (UTC)': '' }
        ]);
    });

    it('leaves cells empty that a row has not, or that say no more than a text', () => {
        const row = { id: 'p1', status: '', searchText: '' };
        const cells = { amount: { text: '?' }, date: { text: '?', sortValue: '?' }, reference: { text: 'SF1' } };
        const columns = columnsOf('Payment');
        const csv = rowsToCsv(columns, [
            { ...row, cells: {} },
            { ...row, cells }
        ]);
        expect(parse(csv, { from_line: 2 })).toEqual([
            ['', '', '', '', '', '', '', '', '', '', ''],
            ['', 'SF1', '', '', '', '', '', '', '', '', '']
        ]);
    });

    it('writes a header alone for no rows', () => {
        expect(rowsToCsv(columnsOf('PaymentGatewayLog'), [])).toBe(
            '"Number","Gateway Reference","Link","Link Leads To","Interaction","Status","Result","Date (UTC)"\r\n'
        );
    });

    it('says what speaks against a link', () => {
        const payments = [{ ...PAYMENT, stripeAccountType__c: 'STRIPE_LIVE', GatewayRefDetails: '{"livemode":false}' }];
        expect(exported('Payment', { payments })).toMatchObject([
            {
                'Link Leads To': 'payment, live mode, medium confidence. The evidence for account or mode disagrees.'
            }
        ]);
    });

    it('redacts texts but never an amount, which may look like a card number', () => {
        const Amount = 4242424242424242;
        const rows = exported('Payment', { payments: [{ ...PAYMENT, Amount, Status: String(Amount) }] }, 'JPY');
        expect(rows).toMatchObject([{ Status: '••••••', Amount: '4242424242424242', Currency: 'JPY' }]);
    });

    it('hides personal data in the words of the gateway', () => {
        const payments = [{ ...PAYMENT, GatewayResultCodeDescription: 'receipt to jane@example.com' }];
        expect(exported('Payment', { payments })).toMatchObject([{ Result: 'Success · receipt to ••••••' }]);
    });

    it.each([
        ['lost_card', { GatewayResultCode: 'lost_card', SfResultCode: 'Decline' }],
        ['fraudulent', { GatewayResultCodeDescription: 'card_declined (fraudulent)', SfResultCode: 'Decline' }],
        ['43', { GatewayResultCode: '43', GatewayResultCodeDescription: 'stolen_card', SfResultCode: 'Decline' }]
    ])('gives the confidential reason %s not away', (reason, fields) => {
        const [row] = exported('Payment', { payments: [{ ...PAYMENT, Status: 'Failed', ...fields }] });
        expect(row?.Result).toContain('declined');
        expect(row?.Result).not.toContain(reason);
    });

    it.each([
        'pi_3Mtw_secret_YrKJUKribcBjcG8H',
        'sk_live_51Hqa2aBcDeFgH',
        'sk_li\u200Bve_51Hqa2aBcDeFgH',
        '4242424242424242',
        '4242\u200B4242 4242\u00004242',
        'https://pay.stripe.com/receipts/payment/CAcaFwoV'
    ])('gives nothing of %j away, in whichever field it stands', (secret) => {
        const texts = Object.fromEntries(
            [
                'PaymentGatewayLogNumber',
                'InteractionType',
                'InteractionStatus',
                'GatewayRefNumber',
                'GatewayAuthCode',
                'GatewayResultCode',
                'GatewayResultCodeDescription',
                'GatewayMessage',
                'SfResultCode',
                'SfRefNumber',
                'stripeAccountId__c',
                'stripeChargeId__c',
                'GatewayDate'
            ].map((field) => [field, secret])
        );
        const csv = JSON.stringify(exported('PaymentGatewayLog', { logs: [{ Id: 'l1', ...texts }] }));
        const tail = secret.replace(/[^\w]/g, '').slice(-8);
        expect(csv.replace(/[\s-]/g, '')).not.toContain(tail);
        expect(csv).toContain('••••••');
    });

    it('lets no field begin a formula', () => {
        const formula = '=HYPERLINK("https://evil.example")';
        const logs = [{ Id: 'l1', PaymentGatewayLogNumber: formula, GatewayMessage: formula }];
        expect(exported('PaymentGatewayLog', { logs })).toMatchObject([
            { Number: `'=HYPERLINK("••••••")`, Result: `'=HYPERLINK("••••••")` }
        ]);
    });
});
