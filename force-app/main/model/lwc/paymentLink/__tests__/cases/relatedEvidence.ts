import type { LinkConfidence } from 'c/dashboardLink';
import type { LinkCase } from './linkCase';
import { ACCOUNT, INTENT, LIVE, ofLog, ofPayment, opens, OTHER_ACCOUNT, TRANSACTION } from './linkCase';

const CARTRIDGE = 'stripe/stripe-sfcc-b2c-connector: stripeAccountId, stripeAccountType, copied to each payment record';
const ERRORS = 'docs.stripe.com/api/errors: request_log_url';
const NEAREST = 'rule of this package: of evidence of the same kind the nearest record’s counts';
const EXAMPLE = 'rule of this package: the gateway setting with the name of the record’s payment gateway';

const page = (path: string, confidence: LinkConfidence) =>
    opens('payment', `${LIVE}/${path}payments/${INTENT}`, confidence);

const authorization = { Id: 'authorization', GatewayRefNumber: INTENT };
const payment = { Id: 'payment', GatewayRefNumber: 'SF123456', PaymentAuthorizationId: 'authorization' };

/** The gateway that the example setting of the package names. */
const EUROPE = { PaymentGatewayId: 'europe', PaymentGateway: { PaymentGatewayName: 'Example Gateway Europe' } };
const OTHER_GATEWAY = { PaymentGatewayId: 'other', PaymentGateway: { PaymentGatewayName: 'Another Gateway' } };

/** The settings that the package brings: the example, and a default that says nothing. */
const SETTINGS = {
    gatewaySettings: [
        {
            Id: 'example',
            PaymentGatewayName__c: 'Example Gateway Europe',
            AccountId__c: OTHER_ACCOUNT,
            Mode__c: 'Test'
        },
        { Id: 'default' }
    ],
    isSandbox: true,
    chosenModes: {}
};

export const relatedEvidenceCases: readonly LinkCase[] = [
    {
        name: 'a payment takes account and mode from its authorization, which it opens',
        source: CARTRIDGE,
        start: 'Payment',
        records: {
            payments: [payment],
            authorizations: [{ ...authorization, stripeAccountId__c: ACCOUNT, stripeAccountType__c: 'STRIPE_LIVE' }]
        },
        own: 'salesforce',
        link: page(`${ACCOUNT}/`, 'medium'),
        from: 'authorization'
    },
    {
        name: 'a payment’s own account goes before its authorization’s, which disagrees',
        source: NEAREST,
        start: 'Payment',
        records: {
            payments: [
                {
                    ...payment,
                    GatewayRefNumber: INTENT,
                    stripeAccountId__c: ACCOUNT,
                    stripeAccountType__c: 'STRIPE_TEST'
                }
            ],
            authorizations: [{ ...authorization, stripeAccountId__c: OTHER_ACCOUNT }]
        },
        own: 'stripe',
        link: page(`${ACCOUNT}/test/`, 'medium')
    },
    {
        name: 'records that agree on account and mode are no conflict',
        source: CARTRIDGE,
        start: 'Payment',
        records: {
            payments: [
                {
                    ...payment,
                    GatewayRefNumber: INTENT,
                    stripeAccountId__c: ACCOUNT,
                    stripeAccountType__c: 'STRIPE_LIVE'
                }
            ],
            authorizations: [{ ...authorization, stripeAccountId__c: ACCOUNT, stripeAccountType__c: 'STRIPE_LIVE' }]
        },
        own: 'stripe',
        link: page(`${ACCOUNT}/`, 'high')
    },
    {
        name: 'a request log in the record’s log tells account and mode',
        source: ERRORS,
        start: 'Payment',
        records: {
            payments: [{ Id: 'payment', GatewayRefNumber: INTENT }],
            logs: [
                {
                    Id: 'log',
                    ReferencedEntityId: 'payment',
                    GatewayMessage: `{"request_log_url":"${LIVE}/${ACCOUNT}/test/workbench/logs?object=req_1"}`
                }
            ]
        },
        own: 'stripe',
        link: page(`${ACCOUNT}/test/`, 'high')
    },
    {
        name: 'a request log in another record’s log tells nothing',
        source: 'rule of this package: evidence comes from the record, where it came from, and their logs',
        start: 'Payment',
        records: {
            payments: [
                { Id: 'payment', GatewayRefNumber: INTENT },
                { Id: 'other', GatewayRefNumber: 'pi_3PxOtherLkdIwHu7ix28a3tq' }
            ],
            logs: [{ Id: 'log', ReferencedEntityId: 'other', GatewayMessage: `${LIVE}/${ACCOUNT}/logs/req_1` }]
        },
        own: 'stripe',
        link: page('test/', 'medium')
    },
    {
        name: 'a log’s own message tells its account and mode',
        source: ERRORS,
        ...ofLog({ GatewayRefNumber: INTENT, GatewayMessage: `Failed: ${LIVE}/${ACCOUNT}/logs/req_1?t=1` }),
        own: 'stripe',
        link: page(`${ACCOUNT}/`, 'high')
    },
    {
        name: 'a log’s Stripe fields tell its account and mode',
        source: CARTRIDGE,
        ...ofLog({ GatewayRefNumber: INTENT, stripeAccountId__c: ACCOUNT, stripeAccountType__c: 'STRIPE_TEST' }),
        own: 'stripe',
        link: page(`${ACCOUNT}/test/`, 'high')
    },
    {
        name: 'livemode in a log’s message tells its mode',
        source: 'docs.stripe.com/api/charges/object: livemode',
        ...ofLog({ GatewayRefNumber: INTENT, GatewayMessage: '{"livemode":true}' }),
        own: 'stripe',
        link: page('', 'medium')
    },
    {
        name: 'a search goes to the account and mode that are known',
        source: `docs.stripe.com/dashboard/search; ${CARTRIDGE}`,
        ...ofPayment({
            GatewayRefNumber: TRANSACTION,
            stripeAccountId__c: ACCOUNT,
            stripeAccountType__c: 'STRIPE_LIVE'
        }),
        own: 'stripe',
        link: opens('search', `${LIVE}/${ACCOUNT}/search?query=${TRANSACTION}`, 'low')
    },
    {
        name: 'a search for the order goes to the account and mode that are known',
        source: `stripe-sfcc-b2c-connector: metadata order_id; ${CARTRIDGE}`,
        ...ofPayment({ GatewayRefNumber: 'SF123456', stripeAccountId__c: ACCOUNT }),
        own: 'salesforce',
        link: opens('search', `${LIVE}/${ACCOUNT}/test/search?query=order_id%3A00009001`, 'low')
    },
    {
        name: 'cs_test_ stays in test mode where the record says live',
        source: 'docs.stripe.com/api/checkout/sessions/object: the id names the mode',
        ...ofPayment({ GatewayRefNumber: 'cs_test_a11YYufW', stripeAccountType__c: 'STRIPE_LIVE' }),
        own: 'stripe',
        link: opens('search', `${LIVE}/test/search?query=cs_test_a11YYufW`, 'low')
    },
    {
        name: 'the setting of the record’s gateway tells account and mode',
        source: EXAMPLE,
        ...ofPayment({ GatewayRefNumber: INTENT, ...EUROPE }),
        settings: SETTINGS,
        own: 'stripe',
        link: page(`${OTHER_ACCOUNT}/test/`, 'high')
    },
    {
        name: 'the setting of one gateway says nothing of another',
        source: EXAMPLE,
        ...ofPayment({ GatewayRefNumber: INTENT, ...OTHER_GATEWAY }),
        settings: SETTINGS,
        own: 'stripe',
        link: page('test/', 'medium')
    },
    {
        name: 'a payment without a gateway takes the setting of its authorization’s',
        source: EXAMPLE,
        start: 'Payment',
        records: { payments: [payment], authorizations: [{ ...authorization, ...EUROPE }] },
        settings: SETTINGS,
        own: 'salesforce',
        link: page(`${OTHER_ACCOUNT}/test/`, 'medium'),
        from: 'authorization'
    },
    {
        name: 'the record’s fields go before the setting of its gateway, which disagrees',
        source: 'rule of this package: request log, record’s fields, livemode, gateway setting; a conflict lowers',
        ...ofPayment({
            GatewayRefNumber: INTENT,
            stripeAccountId__c: ACCOUNT,
            stripeAccountType__c: 'STRIPE_LIVE',
            ...EUROPE
        }),
        settings: SETTINGS,
        own: 'stripe',
        link: page(`${ACCOUNT}/`, 'medium')
    },
    {
        name: 'livemode goes before the setting of its gateway, which disagrees on the mode',
        source: 'rule of this package: request log, record’s fields, livemode, gateway setting; a conflict lowers',
        ...ofPayment({ GatewayRefNumber: INTENT, GatewayRefDetails: '{"livemode":true}', ...EUROPE }),
        settings: SETTINGS,
        own: 'stripe',
        link: page(`${OTHER_ACCOUNT}/`, 'medium')
    }
];
