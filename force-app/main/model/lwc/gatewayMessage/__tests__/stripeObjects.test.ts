import { readFileSync } from 'node:fs';
import { parseGatewayMessage, textOfLines } from 'c/gatewayMessage';
import { redactText } from 'c/redaction';

/** The shapes of docs.stripe.com/api; every value is made up. Personal ones hold the word "private", secrets "hidden". */
const ADDRESS = {
    city: 'private city',
    country: 'US',
    line1: 'private street 1',
    line2: 'private floor',
    postal_code: 'private 97001',
    state: 'private OR'
};
const PERSON = {
    address: ADDRESS,
    email: 'private@example.com',
    name: 'private name',
    phone: 'private +1 202 555 0111'
};
const CARD = {
    brand: 'visa',
    checks: { address_line1_check: 'pass', address_postal_code_check: 'pass', cvc_check: 'pass' },
    country: 'US',
    exp_month: 12,
    exp_year: 2030,
    fingerprint: 'privateFingerprint',
    funding: 'credit',
    last4: '4242',
    network: 'visa',
    network_transaction_id: 'private751838',
    three_d_secure: null,
    wallet: { type: 'apple_pay', dynamic_last4: '4242' }
};
const CHARGE = {
    id: 'ch_3MmlLrLkdIwHu7ix0snN0B15',
    object: 'charge',
    amount: 1099,
    balance_transaction: 'txn_3MmlLrLkdIwHu7ix0uke3Ezy',
    billing_details: PERSON,
    created: 1679090539,
    currency: 'usd',
    customer: 'cus_NffrFeUfNV2Hib',
    failure_code: null,
    livemode: false,
    metadata: { order_id: '00000107', site_id: 'NorthwharfUS', gift_for: 'private friend', visits: 'private 7' },
    outcome: { network_status: 'approved_by_network', risk_level: 'normal', risk_score: 32, type: 'authorized' },
    payment_intent: 'pi_3MtwBwLkdIwHu7ix28a3tqPa',
    payment_method_details: { card: CARD, type: 'card' },
    receipt_email: 'private@example.com',
    receipt_url: 'https://pay.stripe.com/receipts/payment/hiddenCAcaFwoVYWNj',
    shipping: { ...PERSON, carrier: 'private carrier', tracking_number: 'private 1Z' },
    source: {
        id: 'card_1MmlLrLkdIwHu7ixIJwEWSNR',
        object: 'card',
        last4: '4242',
        name: 'private name',
        address_zip: 'private 1'
    },
    status: 'succeeded'
};
const PAYMENT_INTENT = {
    id: 'pi_3MtwBwLkdIwHu7ix28a3tqPa',
    object: 'payment_intent',
    amount: 2000,
    client_secret: 'pi_3MtwBwLkdIwHu7ix28a3tqPa_secret_hiddenYrKJUKribcBj',
    latest_charge: CHARGE,
    next_action: {
        redirect_to_url: { url: 'https://hooks.stripe.com/redirect/hidden?client_secret=hidden' },
        type: 'redirect_to_url'
    },
    payment_method_options: { card: { request_three_d_secure: 'automatic', installments: null } },
    status: 'requires_capture'
};
const CUSTOMER = {
    id: 'cus_NffrFeUfNV2Hib',
    object: 'customer',
    ...PERSON,
    invoice_prefix: '0759376C',
    sources: {
        data: [
            {
                id: 'ba_1MvoIJ2eZvKYlo2CO9f0MabO',
                object: 'bank_account',
                last4: 'private 6789',
                routing_number: 'private'
            }
        ]
    },
    shipping: PERSON,
    tax_ids: null
};
const REFUND = {
    id: 're_1Nispe2eZvKYlo2Cd31jOCgZ',
    object: 'refund',
    amount: 1000,
    charge: 'ch_3MmlLrLkdIwHu7ix0snN0B15',
    destination_details: {
        card: { reference: '24000000000000000000001', reference_status: 'available', type: 'refund' },
        type: 'card'
    },
    failure_reason: 'expired_or_canceled_card',
    status: 'failed'
};
const ERROR = {
    error: {
        advice_code: 'try_again_later',
        charge: 'ch_3MmlLrLkdIwHu7ix0snN0B15',
        code: 'card_declined',
        decline_code: 'insufficient_funds',
        doc_url: 'https://stripe.com/docs/error-codes/card-declined',
        message: 'Your card has insufficient funds.',
        network_decline_code: '51',
        payment_intent: PAYMENT_INTENT,
        payment_method: {
            id: 'pm_1MtwBwLkdIwHu7ixIJwEWSNR',
            object: 'payment_method',
            billing_details: PERSON,
            card: CARD,
            type: 'card'
        },
        request_log_url:
            'https://dashboard.stripe.com/acct_1PgafTB7WZ01zgkW/test/workbench/logs?object=req_nW73HRiJPPfkok',
        type: 'card_error'
    }
};
const EVENT = {
    id: 'evt_31bEbcEu4JdXq7Mc2HYLgx2V',
    object: 'event',
    data: { object: CHARGE, previous_attributes: CHARGE }
};

const OBJECTS = { CHARGE, PAYMENT_INTENT, CUSTOMER, REFUND, ERROR, EVENT };
const shownText = (text: string) => textOfLines(parseGatewayMessage(text).lines);

/** What an agent reads a log for. */
const SHOWN = [
    ...[
        'amount',
        'currency',
        'status',
        'code',
        'decline_code',
        'message',
        'brand',
        'last4',
        'exp_month',
        'country',
        'livemode'
    ],
    ...[
        'order_id',
        'site_id',
        'network_decline_code',
        'advice_code',
        'doc_url',
        'request_log_url',
        'reference',
        'failure_reason'
    ],
    ...['request_three_d_secure', 'cvc_check', 'risk_level', 'created', 'funding', 'type', 'object']
];

describe.each(Object.entries(OBJECTS))('a log with Stripe’s %s', (_, object) => {
    const whole = JSON.stringify(object, undefined, 2);

    it('shows nothing personal and no secret, in the tree, as text, and where it stands', () => {
        expect(shownText(whole)).not.toMatch(/private|hidden/);
        expect(redactText(whole)).not.toMatch(/private|hidden/);
        expect(JSON.stringify(parseGatewayMessage(whole))).not.toMatch(/private|hidden/);
    });

    it('shows nothing of it wherever it is cut off', () => {
        for (let end = 1; end < whole.length; end += 7) {
            expect(shownText(whole.slice(0, end))).not.toMatch(/private|hidden/);
            expect(redactText(whole.slice(0, end))).not.toMatch(/private|hidden/);
        }
    });

    it('shows all ids, and all that an agent needs', () => {
        const shown = shownText(whole);
        const ids = whole.match(/"[a-z]{2,5}_\w{14,24}"/g) ?? [];
        ids.filter((id) => !id.includes('secret')).forEach((id) => expect(shown).toContain(id));
        const lines = whole.split('\n').map((line) => line.trim().replace(/,$/, ''));
        const needed = lines.filter(
            (line) => SHOWN.some((key) => line.startsWith(`"${key}": `)) && !/private|[{[]$/.test(line)
        );
        needed.forEach((line) => expect(shown).toContain(line));
    });

    it('comes out the same in a tree and where it stands', () => {
        expect(redactText(whole)).toBe(shownText(whole));
    });
});

describe('the sample data', () => {
    const FOLDER = `${process.cwd()}/scripts/local-org/sample-data`;
    const records = ['PaymentGatewayLogs.json', 'PaymentGatewayLogs-large.json'].flatMap(
        (file) =>
            (
                JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as {
                    records: { Request?: string; Response?: string }[];
                }
            ).records
    );
    const bodies = records
        .flatMap(({ Request, Response }) => [Request ?? '', Response ?? ''])
        .filter((body) => body !== '');

    it('shows no customer and no secret in any log', () => {
        expect(bodies.length).toBeGreaterThan(150);
        for (const body of bodies) {
            for (const shown of [shownText(body), redactText(body)]) {
                expect(shown).not.toMatch(
                    /@|%40|_secret_|receipts\/payment|sk_test|555 01|Juniper|Fairhaven|4000000000009995/
                );
                expect(shownText(shown)).toBe(shownText(shown));
            }
        }
    });

    it('shows every id of every log', () => {
        for (const body of bodies) {
            const ids = body.match(/(?<!\w)(?:pi|ch|re|txn|cus|pm|card|evt|req|acct)_[A-Za-z0-9]{14,}(?!\w)/g) ?? [];
            const shown = shownText(body);
            ids.forEach((id) => expect(shown).toContain(id));
        }
    });

    it('finds the structure of every log that has one', () => {
        const texts = bodies.filter((body) => parseGatewayMessage(body).format === 'text');
        expect(texts.length).toBeGreaterThan(0);
        texts.forEach((text) => expect(text).not.toMatch(/^\s*[{[]\s*["{[]|^\w+=/));
    });
});
