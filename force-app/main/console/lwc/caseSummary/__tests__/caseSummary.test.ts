import fc from 'fast-check';
import type { FailureInWords } from 'c/adviceText';
import { failureInWords } from 'c/adviceText';
import type { CaseSummaryInput } from 'c/caseSummary';
import { summarizeCase } from 'c/caseSummary';
import type { PaymentObjectName, PaymentRecords } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import type { Row } from 'c/paymentRows';
import { columnsOf, toRow } from 'c/paymentRows';
import { RecordIndex } from 'c/paymentTrace';
import { NO_SETTINGS } from 'c/stripeEvidence';

const FAILURE: FailureInWords = {
    openCodes: ['insufficient_funds', 'card_declined'],
    happened: 'The card has too little money.',
    nextSteps: 'Ask for another payment method.',
    retry: 'Another attempt needs other data.',
    customer: 'Please use another card.',
    shareable: 'The card has too little money.',
    isConfidential: false
};
const AUTHORIZATION = {
    Id: 'a1',
    PaymentAuthorizationNumber: 'PA-0001',
    Amount: 10,
    Status: 'Processed',
    GatewayRefNumber: 'pi_3Mtw',
    GatewayDate: '2026-01-01T03:00:00.000Z'
};
const LOG = {
    Id: 'l1',
    PaymentGatewayLogNumber: 'PGL-0001',
    InteractionType: 'Authorization',
    InteractionStatus: 'Failed',
    ReferencedEntityId: 'a1',
    CreatedDate: '2026-01-01T03:00:01.000Z'
};

/** The first record of the object as its list shows it, with another failure where one is given. */
function rowOf(objectName: PaymentObjectName, records: Partial<PaymentRecords>, failure?: FailureInWords): Row {
    const index = new RecordIndex({ ...NO_RECORDS, ...records });
    const [payment] = index.byObject[objectName];
    if (!payment) {
        throw new Error(`No ${objectName} to show.`);
    }
    const settings = { ...NO_SETTINGS, isSandbox: true };
    const row = toRow(payment, columnsOf(objectName), { index, settings });
    return failure ? withFailure(row, failure) : row;
}

function withFailure(row: Row, failure: FailureInWords): Row {
    return { ...row, cells: { ...row.cells, result: { text: '', failure } } };
}

function summaryOf(records: readonly Row[], input: Partial<CaseSummaryInput> = {}): string {
    return summarizeCase({ orderPaymentSummaryId: '0bM000000000001', records, ...input });
}

describe('summarizeCase', () => {
    it('tells a ticket of the order, its records and their failures', () => {
        const records = { authorizations: [AUTHORIZATION], logs: [LOG] };
        const summary = summaryOf(
            [rowOf('PaymentAuthorization', records), rowOf('PaymentGatewayLog', records, FAILURE)],
            { orderNumber: '00000102', currency: 'EUR' }
        );
        expect(summary.split('\n')).toEqual([
            'Order: 00000102',
            'Order payment summary: 0bM000000000001',
            '',
            'authorization PA-0001',
            'Amount: 10.00 EUR',
            'Status: Processed',
            'Date (UTC): 2026-01-01T03:00:00Z',
            'Gateway Reference: pi_3Mtw',
            'Link: https://dashboard.stripe.com/test/payments/pi_3Mtw (payment, test mode, medium confidence)',
            '',
            'gateway log PGL-0001',
            'Interaction: Authorization',
            'Status: Failed',
            'Date (UTC): 2026-01-01T03:00:01Z',
            'Gateway Reference: None',
            'Link: https://dashboard.stripe.com/test/payments/pi_3Mtw (payment, test mode, from authorization PA-0001, medium confidence)',
            'Codes: insufficient_funds, card_declined',
            'What happened: The card has too little money.',
            'Next step: Ask for another payment method.',
            'Tell the customer: Please use another card.'
        ]);
    });

    it('says first of which objects records are missing', () => {
        expect(summaryOf([], { unread: ['Payment', 'Refund'] }).split('\n')[1]).toBe(
            'Not complete: not all records of these objects have been read: Payment, Refund.'
        );
    });

    it('says that there are no records, and leaves out an order number that is not known', () => {
        expect(summaryOf([])).toBe('Order payment summary: 0bM000000000001\n\nNo records to show.');
    });

    it('has no line for what is hidden', () => {
        expect(
            summaryOf([rowOf('Refund', { refunds: [{ Id: 'r1' }] })])
                .split('\n')
                .slice(2)
        ).toEqual(['refund r1', 'Gateway Reference: None']);
    });

    it('has no line for a column that the list has not, and none for a code that is empty', () => {
        const row = { id: 'p1', status: '', searchText: '', cells: {} };
        const failure = { ...FAILURE, openCodes: ['', 'expired_card'] };
        const date = { text: 'soon', sortValue: 'soon' };
        expect(summaryOf([row, withFailure({ ...row, cells: { reference: { text: '' }, date } }, failure)])).toBe(
            [
                'Order payment summary: 0bM000000000001',
                '',
                '',
                '',
                '',
                'Codes: expired_card',
                'What happened: The card has too little money.',
                'Next step: Ask for another payment method.',
                'Tell the customer: Please use another card.'
            ].join('\n')
        );
    });

    it('writes amounts in the currency of the org where there is only one', () => {
        expect(summaryOf([rowOf('PaymentAuthorization', { authorizations: [AUTHORIZATION] })])).toContain(
            'Amount: 10.00 USD'
        );
    });

    it('says what speaks against a link', () => {
        const GatewayRefDetails = '{"livemode":false}';
        const authorizations = [{ ...AUTHORIZATION, stripeAccountType__c: 'STRIPE_LIVE', GatewayRefDetails }];
        expect(summaryOf([rowOf('PaymentAuthorization', { authorizations })])).toContain(
            '(payment, live mode, medium confidence. The evidence for account or mode disagrees.)'
        );
    });

    it.each([
        ['pi_3Mtw_secret_abc', 'Hidden: holds a secret'],
        ['javascript:alert(1)', 'Hidden: not a reference'],
        ['jane@example.com', '••••••'],
        ['Jane Doe', '••••••'],
        ['SF123456', 'SF123456']
    ])('writes the reference %j as %j', (GatewayRefNumber, written) => {
        const payments = [{ Id: 'p1', GatewayRefNumber }];
        expect(summaryOf([rowOf('Payment', { payments })])).toContain(`Gateway Reference: ${written}`);
    });

    it('lets no text feign a line of its own', () => {
        const failure = { ...FAILURE, openCodes: [], nextSteps: 'Wait.\nStatus: Processed\r\nAmount: 1' };
        const summary = summaryOf([rowOf('PaymentGatewayLog', { logs: [LOG] }, failure)]);
        expect(summary).toContain('Next step: Wait. Status: Processed Amount: 1\n');
        expect(summary).not.toContain('Codes');
    });
});

const REASONS = [
    'fraudulent',
    'lost_card',
    'stolen_card',
    'merchant_blacklist',
    'pickup_card',
    'pick_up_card',
    'lost_or_stolen_card'
];

describe('a confidential reason', () => {
    it.each(REASONS.filter((code) => code !== 'lost_or_stolen_card' && !code.startsWith('pick')))(
        'of a card is not told: %s',
        (declineCode) => {
            const failure = failureInWords({ declineCode, errorCode: 'card_declined', networkDeclineCode: '43' });
            const lines = summaryOf([rowOf('PaymentGatewayLog', { logs: [LOG] }, failure)]).split('\n');
            expect(lines.slice(-2)).toEqual(['Codes: card_declined', 'What happened: declined']);
            expect(lines.join()).not.toMatch(/fraud|stolen|Do not tell|43/);
        }
    );

    it('of a refund is not told', () => {
        const failure = failureInWords({ refundFailureReason: 'lost_or_stolen_card' });
        const lines = summaryOf([rowOf('Refund', { refunds: [{ Id: 'r1' }] }, failure)]).split('\n');
        expect(lines.slice(-2)).toEqual(['Codes: declined', 'What happened: declined']);
    });

    it('is not told by any code, in whichever text it stands, whether or not the advice knows that it is confidential', () => {
        const withReason = fc
            .tuple(fc.string(), fc.constantFrom(...REASONS, 'STOLEN_CARD', 'x_stolen_card'), fc.string())
            .map((parts) => parts.join(''));
        const failures = fc.record({
            openCodes: fc.array(withReason),
            happened: withReason,
            nextSteps: withReason,
            retry: withReason,
            customer: withReason,
            shareable: withReason,
            isConfidential: fc.boolean()
        });
        const row = rowOf('PaymentGatewayLog', { logs: [LOG] });
        fc.assert(
            fc.property(failures, (failure) => {
                expect(summaryOf([withFailure(row, failure)])).not.toMatch(
                    /fraudulent|lost_card|stolen_card|merchant_blacklist|pick_?up_card/i
                );
            })
        );
    });
});

describe('secrets and personal data', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdefXYZ0123456789'), minLength: 16, maxLength: 24 });
    const secret = fc.oneof(
        letters.map((body) => `pi_3Mtw_secret_${body}`),
        fc
            .tuple(fc.constantFrom('sk_live_', 'rk_test_', 'pk_live_', 'whsec_', 'ephkey_'), letters)
            .map((parts) => parts.join('')),
        fc
            .tuple(fc.constantFrom('sk_li\u200Bve_', 'whs\u0000ec_', '\u202Erk_test_'), letters)
            .map((parts) => parts.join('')),
        fc.constantFrom('4242424242424242', '4000 0566 5566 5556', '5555\u200B555555554444'),
        letters.map((body) => `https://pay.stripe.com/receipts/payment/${body}`)
    );
    const isGivenAway = (text: string, planted: string) => {
        const tail = planted.replace(/\W/g, '').slice(-10);
        return text.replace(/[^\w]/g, '').includes(tail);
    };

    it('are in no field of a record', () => {
        const text = fc.tuple(fc.constantFrom('', 'error ', '{"id":"'), secret, fc.constantFrom('', ' end', '"}'));
        fc.assert(
            fc.property(secret, text, (planted, [before, other, behind]) => {
                const message = `${before}${other}${behind}`;
                const logs = [
                    {
                        Id: 'l1',
                        PaymentGatewayLogNumber: planted,
                        InteractionType: message,
                        InteractionStatus: message,
                        GatewayRefNumber: planted,
                        GatewayAuthCode: planted,
                        GatewayResultCode: message,
                        GatewayResultCodeDescription: message,
                        GatewayMessage: message,
                        SfRefNumber: planted,
                        GatewayDate: planted,
                        stripeAccountId__c: planted,
                        stripeChargeId__c: planted
                    }
                ];
                const texts = { happened: message, nextSteps: message, customer: message, openCodes: [message] };
                const summary = summaryOf([rowOf('PaymentGatewayLog', { logs }, { ...FAILURE, ...texts })], {
                    orderNumber: planted,
                    orderPaymentSummaryId: planted
                });
                expect([planted, other].filter((one) => isGivenAway(summary, one))).toEqual([]);
            })
        );
    });

    it('are in no word of a row, whoever made it', () => {
        const reference = (text: string) => ({
            kind: 'unknown' as const,
            text,
            url: text,
            description: text,
            warning: text,
            recordNumber: text,
            explain: () => [text]
        });
        fc.assert(
            fc.property(secret, (planted) => {
                const cell = { text: planted };
                const row = {
                    id: planted,
                    status: planted,
                    searchText: planted,
                    cells: {
                        number: cell,
                        amount: cell,
                        interaction: cell,
                        status: cell,
                        date: cell,
                        result: cell,
                        reference: { ...cell, reference: reference(planted) }
                    }
                };
                expect(isGivenAway(summaryOf([row]), planted)).toBe(false);
            })
        );
    });

    it.each(['jane@example.com', 'Jane Doe', '+1 (555) 010-0199', '1 Main St, Springfield'])(
        'such as %s are masked wherever a number, a status, a code or an id is expected',
        (person) => {
            const logs = [
                {
                    Id: 'l1',
                    PaymentGatewayLogNumber: person,
                    InteractionType: person,
                    InteractionStatus: person,
                    GatewayRefNumber: person,
                    GatewayResultCode: person,
                    GatewayMessage: person
                }
            ];
            const summary = summaryOf([rowOf('PaymentGatewayLog', { logs }, { ...FAILURE, openCodes: [person] })], {
                orderNumber: person,
                orderPaymentSummaryId: person
            });
            expect(summary).not.toContain(person);
            expect(summary.match(/••••••/g)).toHaveLength(7);
        }
    );
});
