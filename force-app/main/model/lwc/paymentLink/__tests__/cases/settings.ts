import type { LinkConfidence } from 'c/dashboardLink';
import type { Payment } from 'c/paymentRecord';
import type { EvidenceSettings } from 'c/stripeEvidence';
import type { LinkCase } from './linkCase';
import {
    ACCOUNT,
    ALWAYS_SANDBOX,
    INTENT,
    LIVE,
    ofPayment,
    opens,
    OTHER_ACCOUNT,
    REFUND,
    SANDBOX,
    TRANSACTION
} from './linkCase';

const SETTING = 'rule of this package: a setting for a payment gateway by its name, else the default that names none';
const COPIED_SETTING = `${SETTING}; a sandbox is made with the settings of production in it, so live mode is less sure`;
const CHOICE = 'rule of this package: where the mode is unknown the person chooses, once for each gateway and browser';
const UNKNOWN =
    'rule of this package: no evidence is no live mode; docs.stripe.com/stripe-apps/deep-links: test or nothing';
const OWN_METADATA = 'The local org has only the custom metadata records that the package brings.';

const PRODUCTION: EvidenceSettings = { ...SANDBOX, isSandbox: false };
const GATEWAY = { PaymentGatewayId: 'gateway', PaymentGateway: { PaymentGatewayName: 'Main' } };
const setting = (AccountId__c?: string, Mode__c?: string, PaymentGatewayName__c?: string) => ({
    Id: PaymentGatewayName__c ?? 'default',
    AccountId__c,
    Mode__c,
    PaymentGatewayName__c
});

const page = (path: string, confidence: LinkConfidence) =>
    opens('payment', `${LIVE}/${path}payments/${INTENT}`, confidence);

/** Settings around a payment of the gateway "Main" whose own reference is INTENT. */
const SETTINGS: readonly [name: string, EvidenceSettings, LinkCase['link'], source: string, notInPage: string][] = [
    [
        'a live setting in a sandbox is live',
        { ...SANDBOX, gatewaySettings: [setting(ACCOUNT, 'Live', 'Main')] },
        page(`${ACCOUNT}/`, 'medium'),
        COPIED_SETTING,
        OWN_METADATA
    ],
    [
        'a live setting in production is live',
        { ...PRODUCTION, gatewaySettings: [setting(ACCOUNT, 'Live', 'Main')] },
        page(`${ACCOUNT}/`, 'high'),
        SETTING,
        OWN_METADATA
    ],
    [
        'a test setting in production is test',
        { ...PRODUCTION, gatewaySettings: [setting(ACCOUNT, 'Test', 'Main')] },
        page(`${ACCOUNT}/test/`, 'high'),
        SETTING,
        OWN_METADATA
    ],
    [
        'the named setting goes before the default',
        { ...SANDBOX, gatewaySettings: [setting(OTHER_ACCOUNT, 'Test'), setting(ACCOUNT, 'Live', 'Main')] },
        page(`${ACCOUNT}/`, 'medium'),
        SETTING,
        OWN_METADATA
    ],
    [
        'the default setting serves a gateway that none names',
        { ...PRODUCTION, gatewaySettings: [setting(ACCOUNT, 'Live'), setting(OTHER_ACCOUNT, 'Test', 'Europe')] },
        page(`${ACCOUNT}/`, 'high'),
        SETTING,
        OWN_METADATA
    ],
    [
        'a setting for another gateway alone says nothing',
        { ...PRODUCTION, gatewaySettings: [setting(ACCOUNT, 'Live', 'Europe')] },
        page('', 'low'),
        SETTING,
        OWN_METADATA
    ],
    [
        'a setting with a malformed account gives its mode alone',
        { ...SANDBOX, gatewaySettings: [setting('acct_1/../x', 'Live', 'Main')] },
        page('', 'medium'),
        'rule of this package: a malformed account is reported to the admin and not used',
        OWN_METADATA
    ],
    [
        'a setting with an account alone leaves the mode unknown in production',
        { ...PRODUCTION, gatewaySettings: [setting(ACCOUNT, undefined, 'Main')] },
        page(`${ACCOUNT}/`, 'low'),
        UNKNOWN,
        OWN_METADATA
    ],
    ['no evidence in production leaves the mode unknown', PRODUCTION, page('', 'low'), UNKNOWN, ALWAYS_SANDBOX],
    [
        'no evidence leaves the mode unknown while the kind of org is not known',
        { ...SANDBOX, isSandbox: undefined },
        page('', 'low'),
        UNKNOWN,
        ALWAYS_SANDBOX
    ],
    [
        'the person’s choice of live in production is live',
        { ...PRODUCTION, chosenModes: { gateway: 'live' } },
        page('', 'medium'),
        CHOICE,
        ALWAYS_SANDBOX
    ],
    [
        'the person’s choice of test in production is test',
        { ...PRODUCTION, chosenModes: { gateway: 'test' } },
        page('test/', 'medium'),
        CHOICE,
        ALWAYS_SANDBOX
    ],
    [
        'the person’s choice for another gateway says nothing',
        { ...PRODUCTION, chosenModes: { europe: 'test', '': 'test' } },
        page('', 'low'),
        CHOICE,
        ALWAYS_SANDBOX
    ],
    [
        'the person’s choice completes the account of a setting',
        { ...PRODUCTION, gatewaySettings: [setting(ACCOUNT)], chosenModes: { gateway: 'test' } },
        page(`${ACCOUNT}/test/`, 'high'),
        CHOICE,
        OWN_METADATA
    ],
    [
        'a setting goes before the person’s choice, which disagrees',
        { ...PRODUCTION, gatewaySettings: [setting(ACCOUNT, 'Live')], chosenModes: { gateway: 'test' } },
        page(`${ACCOUNT}/`, 'medium'),
        CHOICE,
        OWN_METADATA
    ]
];

/** Records in a production org without any setting. */
const IN_PRODUCTION: readonly [name: string, payment: Omit<Payment, 'Id'>, LinkCase['link'], source: string][] = [
    [
        'a known test reference in production is test',
        { GatewayRefNumber: INTENT, stripeAccountId__c: ACCOUNT, stripeAccountType__c: 'STRIPE_TEST' },
        page(`${ACCOUNT}/test/`, 'high'),
        'stripe/stripe-sfcc-b2c-connector: stripeAccountType'
    ],
    [
        'a known live reference in production is live',
        { GatewayRefNumber: INTENT, stripeAccountId__c: ACCOUNT, stripeAccountType__c: 'STRIPE_LIVE' },
        page(`${ACCOUNT}/`, 'high'),
        'stripe/stripe-sfcc-b2c-connector: stripeAccountType'
    ],
    [
        'livemode false in production is test',
        { GatewayRefNumber: INTENT, GatewayRefDetails: '{"livemode":false}' },
        page('test/', 'medium'),
        'docs.stripe.com/api/payment_intents/object: livemode'
    ],
    [
        'an account alone in production leaves the mode unknown',
        { GatewayRefNumber: INTENT, stripeAccountId__c: ACCOUNT },
        page(`${ACCOUNT}/`, 'low'),
        UNKNOWN
    ],
    [
        'a search in an unknown mode says so',
        { GatewayRefNumber: TRANSACTION },
        opens('search', `${LIVE}/search?query=${TRANSACTION}`, 'low'),
        UNKNOWN
    ],
    [
        'a refund in an unknown mode says so',
        { GatewayRefNumber: REFUND },
        opens('refund', `${LIVE}/refunds/${REFUND}`, 'low'),
        UNKNOWN
    ],
    [
        'cs_test_ in production is searched for in test mode',
        { GatewayRefNumber: 'cs_test_a11YYufW' },
        opens('search', `${LIVE}/test/search?query=cs_test_a11YYufW`, 'low'),
        'docs.stripe.com/api/checkout/sessions/object: the id names the mode'
    ]
];

export const settingCases: readonly LinkCase[] = [
    ...SETTINGS.map(([name, settings, link, source, notInPage]): LinkCase => ({
        name,
        source,
        ...ofPayment({ GatewayRefNumber: INTENT, ...GATEWAY }),
        settings,
        own: 'stripe',
        link,
        notInPage
    })),
    ...IN_PRODUCTION.map(([name, payment, link, source]): LinkCase => ({
        name,
        source,
        ...ofPayment(payment),
        settings: PRODUCTION,
        own: 'stripe',
        link,
        notInPage: ALWAYS_SANDBOX
    }))
];
