import type { LinkConfidence } from 'c/dashboardLink';
import type { Payment } from 'c/paymentRecord';
import type { LinkCase } from './linkCase';
import { ACCOUNT, INTENT, INTENT_PAGE, LIVE, ofPayment, opens, OTHER_ACCOUNT, TEST } from './linkCase';

const FORM = 'docs.stripe.com/stripe-apps/deep-links: account first, then test, live without a segment';
const CARTRIDGE = 'stripe/stripe-sfcc-b2c-connector: stripeAccountId, stripeAccountType STRIPE_TEST or STRIPE_LIVE';
const MALFORMED = 'stripe/openapi fixtures3.json: acct_ and letters and digits; rule of this package: else not used';
const ERRORS = 'docs.stripe.com/api/errors: request_log_url, "A URL to the request log entry in your dashboard"';
const WORKBENCH = 'juspay/hyperswitch fixture: …/acct_…/test/workbench/logs?object=req_…';
const TRUSTED_HOST = 'rule of this package: a request log counts only on https://dashboard.stripe.com';
const LIVEMODE = 'docs.stripe.com/api/payment_intents/object: livemode; sandboxes say false, too';
const ORDER_OF_EVIDENCE =
    'rule of this package: request log, record’s fields, livemode, gateway setting; a conflict lowers';

const page = (path: string, confidence: LinkConfidence) =>
    opens('payment', `${LIVE}/${path}payments/${INTENT}`, confidence);

/** Fields of a payment whose own reference is INTENT, and where it must open. */
const FIELDS: readonly [name: string, fields: Omit<Payment, 'Id'>, LinkCase['link'], source: string][] = [
    [
        'account and test mode of the record are proven',
        { stripeAccountId__c: ACCOUNT, stripeAccountType__c: 'STRIPE_TEST' },
        page(`${ACCOUNT}/test/`, 'high'),
        CARTRIDGE
    ],
    [
        'account and live mode of the record are proven, even in a sandbox',
        { stripeAccountId__c: ACCOUNT, stripeAccountType__c: 'STRIPE_LIVE' },
        page(`${ACCOUNT}/`, 'high'),
        CARTRIDGE
    ],
    [
        'an account without a mode leaves the mode to the default',
        { stripeAccountId__c: ACCOUNT },
        page(`${ACCOUNT}/test/`, 'medium'),
        CARTRIDGE
    ],
    [
        'live mode without an account leaves the account out',
        { stripeAccountType__c: 'STRIPE_LIVE' },
        page('', 'medium'),
        CARTRIDGE
    ],
    [
        'test mode without an account leaves the account out',
        { stripeAccountType__c: 'STRIPE_TEST' },
        page('test/', 'medium'),
        CARTRIDGE
    ],
    ['a type in lower case says nothing', { stripeAccountType__c: 'stripe_live' }, INTENT_PAGE, CARTRIDGE],
    ['a type that the cartridge does not write says nothing', { stripeAccountType__c: 'LIVE' }, INTENT_PAGE, CARTRIDGE],
    ['an account without a body is not used', { stripeAccountId__c: 'acct_' }, INTENT_PAGE, MALFORMED],
    ['an account with a path is not used', { stripeAccountId__c: 'acct_1/../../login' }, INTENT_PAGE, MALFORMED],
    ['an account with a host is not used', { stripeAccountId__c: 'acct_1@evil.example' }, INTENT_PAGE, MALFORMED],
    ['an account in upper case is not used', { stripeAccountId__c: 'ACCT_1PGAFTB7WZ01ZGKW' }, INTENT_PAGE, MALFORMED],
    [
        'an account that is a key is not used',
        { stripeAccountId__c: 'sk_test_4eC39HqLyjWDarjtT1' },
        INTENT_PAGE,
        MALFORMED
    ],
    ['an account that is a name is not used', { stripeAccountId__c: 'Northwharf Goods' }, INTENT_PAGE, MALFORMED],
    [
        'a malformed account does not take the mode with it',
        { stripeAccountId__c: 'acct-1', stripeAccountType__c: 'STRIPE_LIVE' },
        page('', 'medium'),
        MALFORMED
    ],
    ['livemode true is live', { GatewayRefDetails: '{"livemode":true}' }, page('', 'medium'), LIVEMODE],
    ['livemode false is test', { GatewayRefDetails: '{"livemode": false}' }, page('test/', 'medium'), LIVEMODE],
    [
        'livemode in a description counts',
        { GatewayResultCodeDescription: '{"object":"charge","livemode" : true}' },
        page('', 'medium'),
        LIVEMODE
    ],
    ['livemode that was cut off says nothing', { GatewayRefDetails: '{"livemode":tr' }, INTENT_PAGE, LIVEMODE],
    ['the word livemode says nothing', { GatewayRefDetails: 'livemode true' }, INTENT_PAGE, LIVEMODE],
    [
        'livemode with the account of the record is proven',
        { GatewayRefDetails: '{"livemode":true}', stripeAccountId__c: ACCOUNT },
        page(`${ACCOUNT}/`, 'high'),
        LIVEMODE
    ],
    [
        'the record’s fields go before livemode, which disagrees',
        { GatewayRefDetails: '{"livemode":true}', stripeAccountId__c: ACCOUNT, stripeAccountType__c: 'STRIPE_TEST' },
        page(`${ACCOUNT}/test/`, 'medium'),
        ORDER_OF_EVIDENCE
    ],
    [
        'a request log goes before the record’s fields, which disagree',
        {
            GatewayRefDetails: `${LIVE}/${OTHER_ACCOUNT}/test/logs/req_nW73HRiJPPfkok`,
            stripeAccountId__c: ACCOUNT,
            stripeAccountType__c: 'STRIPE_LIVE'
        },
        page(`${OTHER_ACCOUNT}/test/`, 'medium'),
        ORDER_OF_EVIDENCE
    ]
];

/** Request logs in the details of a payment whose own reference is INTENT. */
const REQUEST_LOGS: readonly [name: string, text: string, LinkCase['link'], source: string][] = [
    ['in test mode', `${TEST}/logs/req_nW73HRiJPPfkok?t=1716572513`, page('test/', 'medium'), ERRORS],
    ['in live mode', `${LIVE}/logs/req_nW73HRiJPPfkok?t=1716572513`, page('', 'medium'), ERRORS],
    ['of an account in test mode', `${LIVE}/${ACCOUNT}/test/logs/req_1`, page(`${ACCOUNT}/test/`, 'high'), FORM],
    ['of an account in live mode', `${LIVE}/${ACCOUNT}/logs/req_1`, page(`${ACCOUNT}/`, 'high'), FORM],
    [
        'with mode before account',
        `${TEST}/${ACCOUNT}/logs/req_1`,
        page(`${ACCOUNT}/test/`, 'high'),
        'docs.stripe.com/stripe-apps/deep-links, an earlier version: /test/acct_…'
    ],
    [
        'of the workbench',
        `${LIVE}/${ACCOUNT}/test/workbench/logs?object=req_9ovB`,
        page(`${ACCOUNT}/test/`, 'high'),
        WORKBENCH
    ],
    [
        'inside the JSON of an error',
        `{"error":{"request_log_url":"${LIVE}/${ACCOUNT}/logs/req_1?t=1","type":"card_error"}}`,
        page(`${ACCOUNT}/`, 'high'),
        ERRORS
    ],
    ['at the end of a sentence', `See ${LIVE}/${ACCOUNT}/logs/req_1.`, page(`${ACCOUNT}/`, 'high'), ERRORS],
    ['on another host', `https://evil.example/${ACCOUNT}/logs/req_1`, INTENT_PAGE, TRUSTED_HOST],
    ['on a host that looks alike', `${LIVE}.evil.example/${ACCOUNT}/logs/req_1`, INTENT_PAGE, TRUSTED_HOST],
    ['with the Dashboard as user name', `${LIVE}@evil.example/${ACCOUNT}/logs/req_1`, INTENT_PAGE, TRUSTED_HOST],
    ['inside an address of another host', `https://evil.example/?to=${LIVE}/logs/req_1`, INTENT_PAGE, TRUSTED_HOST],
    ['without encryption', `http://dashboard.stripe.com/${ACCOUNT}/logs/req_1`, INTENT_PAGE, TRUSTED_HOST],
    ['on another port', `${LIVE}:8443/${ACCOUNT}/logs/req_1`, INTENT_PAGE, TRUSTED_HOST],
    ['that was cut off', `${LIVE}/${ACCOUNT}/lo`, INTENT_PAGE, ERRORS],
    ['without its request', `${LIVE}/${ACCOUNT}/logs`, INTENT_PAGE, ERRORS],
    ['that is another page', `${LIVE}/${ACCOUNT}/payments/pi_1`, INTENT_PAGE, ERRORS]
];

export const recordEvidenceCases: readonly LinkCase[] = [
    ...FIELDS.map(([name, fields, link, source]): LinkCase => ({
        name,
        source: `${source}; ${FORM}`,
        ...ofPayment({ GatewayRefNumber: INTENT, ...fields }),
        own: 'stripe',
        link,
        hidden: ['4eC39HqLyjWDarjtT1', 'evil', 'login']
    })),
    ...REQUEST_LOGS.map(([name, text, link, source]): LinkCase => ({
        name: `a request log ${name} ${link === INTENT_PAGE ? 'is no evidence' : 'tells mode and account'}`,
        source,
        ...ofPayment({ GatewayRefNumber: INTENT, GatewayRefDetails: text }),
        own: 'stripe',
        link,
        hidden: ['evil']
    }))
];
