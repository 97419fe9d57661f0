import type { Payment, PaymentAuthorization } from 'c/paymentRecord';
import type { LinkCase } from './linkCase';
import { CHARGE, INTENT, INTENT_PAGE, opens, ORDER_SEARCH, TEST } from './linkCase';

const TRACE =
    'docs.stripe.com/use-stripe-apps/salesforce-order-management: authorization pi_, OMS capture and refund SF…';
const ONLY = 'rule of this package: what has lost its parent belongs to the summary’s only authorization';
const NO_GUESS = 'rule of this package: of two authorizations none is guessed';
const LOST_PARENT = 'Libin2299/sfdc-oms OmsSystemX.cls fixOrphanPayments: links between records get lost';

const authorization: PaymentAuthorization = { Id: 'authorization', GatewayRefNumber: INTENT };
const otherAuthorization: PaymentAuthorization = { Id: 'second', GatewayRefNumber: 'pi_3PxOtherLkdIwHu7ix28a3tq' };
const payment: Payment = { Id: 'payment', GatewayRefNumber: 'SF123456', PaymentAuthorizationId: 'authorization' };

export const paymentTraceCases: readonly LinkCase[] = [
    {
        name: 'a payment captured by Order Management opens its authorization’s payment',
        source: TRACE,
        start: 'Payment',
        records: { payments: [payment], authorizations: [authorization] },
        own: 'salesforce',
        link: INTENT_PAGE,
        from: 'authorization'
    },
    {
        name: 'a payment of two authorizations opens that of its own',
        source: TRACE,
        start: 'Payment',
        records: {
            payments: [{ ...payment, PaymentAuthorizationId: 'second' }],
            authorizations: [authorization, otherAuthorization]
        },
        own: 'salesforce',
        link: opens('payment', `${TEST}/payments/pi_3PxOtherLkdIwHu7ix28a3tq`, 'medium'),
        from: 'second'
    },
    {
        name: 'a payment that has lost its authorization takes the only one of the summary',
        source: `${ONLY}; ${LOST_PARENT}`,
        start: 'Payment',
        records: { payments: [{ Id: 'payment', GatewayRefNumber: 'SF123456' }], authorizations: [authorization] },
        own: 'salesforce',
        link: INTENT_PAGE,
        from: 'authorization',
        isAboutOnlyAuthorization: true
    },
    {
        name: 'a payment that has lost its authorization takes none of two',
        source: NO_GUESS,
        start: 'Payment',
        records: {
            payments: [{ Id: 'payment', GatewayRefNumber: 'SF123456' }],
            authorizations: [authorization, otherAuthorization]
        },
        own: 'salesforce',
        link: ORDER_SEARCH
    },
    {
        name: 'a payment whose authorization is not on the page does not take another one',
        source: 'rule of this package: only what names no parent takes the only authorization of the summary',
        start: 'Payment',
        records: {
            payments: [{ ...payment, PaymentAuthorizationId: 'elsewhere' }],
            authorizations: [authorization]
        },
        own: 'salesforce',
        link: ORDER_SEARCH,
        notInPage: 'The local org imports no reference to a record that is not there.'
    },
    {
        name: 'a payment’s own pi_ goes before its authorization’s',
        source: 'stripe/stripe-sfcc-b2c-connector since 22.2.0: pi_ in both capture modes',
        start: 'Payment',
        records: {
            payments: [{ ...payment, GatewayRefNumber: 'pi_3OwnBwLkdIwHu7ix28a3tqPa' }],
            authorizations: [authorization]
        },
        own: 'stripe',
        link: opens('payment', `${TEST}/payments/pi_3OwnBwLkdIwHu7ix28a3tqPa`, 'medium')
    },
    ...(
        [
            ['an empty reference', undefined, 'empty'],
            ['a client secret', `${INTENT}_secret_YrKJUKribcBjcG8H`, 'secret'],
            ['a hostile text', '<img src=x>', 'unsafe'],
            ['an order number', '00009001', 'orderNumber'],
            ['a prefix that is not known', 'newthing_1MiN3gLkdIwHu7ix', 'stripeShaped'],
            ['a payment method', 'pm_1MqLiJLkdIwHu7ixUEgbFdYF', 'stripe']
        ] as const
    ).map(([what, GatewayRefNumber, own]): LinkCase => ({
        name: `a payment with ${what} opens its authorization’s payment`,
        source: 'rule of this package: the payment goes before any search',
        start: 'Payment',
        records: { payments: [{ ...payment, GatewayRefNumber }], authorizations: [authorization] },
        own,
        link: INTENT_PAGE,
        from: 'authorization',
        hidden: ['YrKJUKribcBjcG8H', '<img']
    })),
    {
        name: 'an authorization of the sample Stripe adapter gives its charge to the payment',
        source: 'forcedotcom/commerce-on-lightning StripeAdapter.cls: GatewayAuthCode = ch_…, no GatewayRefNumber',
        start: 'Payment',
        records: { payments: [payment], authorizations: [{ Id: 'authorization', GatewayAuthCode: CHARGE }] },
        own: 'salesforce',
        link: opens('payment', `${TEST}/payments/${CHARGE}`, 'medium'),
        from: 'authorization'
    },
    {
        name: 'the log of an authorization without a usable reference gives its pi_ to the payment',
        source: 'rule of this package: a record’s logs stand for it',
        start: 'Payment',
        records: {
            payments: [payment],
            authorizations: [{ Id: 'authorization', GatewayRefNumber: 'SF000001' }],
            logs: [{ Id: 'log', ReferencedEntityId: 'authorization', GatewayRefNumber: INTENT }]
        },
        own: 'salesforce',
        link: INTENT_PAGE,
        from: 'log'
    }
];
