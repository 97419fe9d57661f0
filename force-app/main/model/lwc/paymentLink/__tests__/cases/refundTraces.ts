import type { Payment, PaymentAuthorization } from 'c/paymentRecord';
import type { LinkCase } from './linkCase';
import { CHARGE, INTENT, INTENT_PAGE, opens, ORDER_SEARCH, REFUND, searches, TEST, TRANSACTION } from './linkCase';

const TRACE =
    'docs.stripe.com/use-stripe-apps/salesforce-order-management: authorization pi_, OMS capture and refund SF…';
const OLD_CARTRIDGE = 'docs.stripe.com/use-stripe-apps/salesforce-order-management: captured in storefront → txn_';
const TO_SOURCE = 'dj-stripe resolves txn_ to its source; stripe/openapi fixtures3.json: balance_transaction.source';
const ONLY = 'rule of this package: what has lost its parent belongs to the summary’s only authorization';
const NO_GUESS = 'rule of this package: of two authorizations none is guessed';

const authorization: PaymentAuthorization = { Id: 'authorization', GatewayRefNumber: INTENT };
const otherAuthorization: PaymentAuthorization = { Id: 'second', GatewayRefNumber: 'pi_3PxOtherLkdIwHu7ix28a3tq' };
const payment: Payment = { Id: 'payment', GatewayRefNumber: 'SF123456', PaymentAuthorizationId: 'authorization' };
const refund = { Id: 'refund', GatewayRefNumber: 'SF654321' };
const refundLine = { Id: 'line', RefundId: 'refund', PaymentId: 'payment' };
const chain = { refunds: [refund], refundLines: [refundLine], payments: [payment], authorizations: [authorization] };

const balanceTransactions: LinkCase[] = [
    {
        name: 'a txn_ opens its source where the payment’s log tells it',
        source: TO_SOURCE,
        start: 'Payment',
        records: {
            payments: [{ ...payment, GatewayRefNumber: TRANSACTION }],
            authorizations: [authorization],
            logs: [{ Id: 'log', ReferencedEntityId: 'payment', GatewayAuthCode: CHARGE }]
        },
        own: 'stripe',
        link: opens('payment', `${TEST}/payments/${CHARGE}`, 'medium'),
        from: 'log'
    },
    {
        name: 'a txn_ opens its source where a field of the payment tells it',
        source: TO_SOURCE,
        start: 'Payment',
        records: {
            payments: [
                {
                    ...payment,
                    GatewayRefNumber: TRANSACTION,
                    GatewayRefDetails: `{"id":"${TRANSACTION}","object":"balance_transaction","source":"${CHARGE}"}`
                }
            ],
            authorizations: [authorization]
        },
        own: 'stripe',
        link: opens('payment', `${TEST}/payments/${CHARGE}`, 'medium')
    },
    {
        name: 'a txn_ without a known source opens the authorization’s payment',
        source: OLD_CARTRIDGE,
        start: 'Payment',
        records: { payments: [{ ...payment, GatewayRefNumber: TRANSACTION }], authorizations: [authorization] },
        own: 'stripe',
        link: INTENT_PAGE,
        from: 'authorization'
    },
    {
        name: 'a txn_ without anything else is searched for, not the order',
        source: `${OLD_CARTRIDGE}; docs.stripe.com/dashboard/search`,
        start: 'Payment',
        records: { payments: [{ Id: 'payment', GatewayRefNumber: TRANSACTION }] },
        own: 'stripe',
        link: searches(TRANSACTION)
    },
    {
        name: 'a refund’s txn_ opens the refund that its log names as source',
        source: TO_SOURCE,
        start: 'Refund',
        records: {
            refunds: [{ Id: 'refund', GatewayRefNumber: TRANSACTION }],
            logs: [
                {
                    Id: 'log',
                    ReferencedEntityId: 'refund',
                    GatewayMessage: `{"id":"${TRANSACTION}","source":"${REFUND}"}`
                }
            ]
        },
        own: 'stripe',
        link: opens('refund', `${TEST}/refunds/${REFUND}`, 'medium'),
        from: 'log'
    }
];

const fromRefunds: LinkCase[] = [
    {
        name: 'a refund by Order Management opens the payment, by its line, payment and authorization',
        source: `${TRACE}; Salesforce Object Reference: RefundLinePayment`,
        start: 'Refund',
        records: chain,
        own: 'salesforce',
        link: INTENT_PAGE,
        from: 'authorization'
    },
    {
        name: 'a refund of a payment captured at checkout opens that payment',
        source: 'Salesforce Object Reference: RefundLinePayment; stripe-sfcc-b2c-connector since 22.2.0',
        start: 'Refund',
        records: { ...chain, payments: [{ Id: 'payment', GatewayRefNumber: INTENT }], authorizations: [] },
        own: 'salesforce',
        link: INTENT_PAGE,
        from: 'payment'
    },
    {
        name: 'a refund of a payment with a txn_ goes on to the authorization',
        source: OLD_CARTRIDGE,
        start: 'Refund',
        records: { ...chain, payments: [{ ...payment, GatewayRefNumber: TRANSACTION }] },
        own: 'salesforce',
        link: INTENT_PAGE,
        from: 'authorization'
    },
    {
        name: 'each half of a split payment is refunded in its own',
        source: 'Adyen/adyen-salesforce-commerce-cloud#1445: each transaction links to its own reference',
        start: 'Refund',
        records: {
            ...chain,
            refundLines: [{ ...refundLine, PaymentId: 'half' }],
            payments: [payment, { Id: 'half', GatewayRefNumber: 'SF2', PaymentAuthorizationId: 'second' }],
            authorizations: [authorization, otherAuthorization]
        },
        own: 'salesforce',
        link: opens('payment', `${TEST}/payments/pi_3PxOtherLkdIwHu7ix28a3tq`, 'medium'),
        from: 'second'
    },
    {
        name: 'a refund without a line takes the only authorization of the summary',
        source: ONLY,
        start: 'Refund',
        records: { refunds: [refund], authorizations: [authorization] },
        own: 'salesforce',
        link: INTENT_PAGE,
        from: 'authorization',
        isAboutOnlyAuthorization: true
    },
    {
        name: 'a refund without a line takes none of two authorizations',
        source: NO_GUESS,
        start: 'Refund',
        records: { refunds: [refund], authorizations: [authorization, otherAuthorization] },
        own: 'salesforce',
        link: ORDER_SEARCH
    },
    {
        name: 'a refund’s log with re_ goes before the payment',
        source: 'stripe/openapi: refund.id; the log’s GatewayRefNumber is the adapter’s for that interaction',
        start: 'Refund',
        records: { ...chain, logs: [{ Id: 'log', ReferencedEntityId: 'refund', GatewayRefNumber: REFUND }] },
        own: 'salesforce',
        link: opens('refund', `${TEST}/refunds/${REFUND}`, 'medium'),
        from: 'log'
    },
    {
        name: 'a refund’s log with the whole refund opens the refund, not its charge',
        source: 'docs.stripe.com/api/refunds/object: id, balance_transaction, charge, payment_intent',
        start: 'Refund',
        records: {
            ...chain,
            logs: [
                {
                    Id: 'log',
                    ReferencedEntityId: 'refund',
                    GatewayRefNumber: 'SF654321',
                    GatewayMessage: `{"id":"${REFUND}","balance_transaction":"${TRANSACTION}","charge":"${CHARGE}"}`
                }
            ]
        },
        own: 'salesforce',
        link: opens('refund', `${TEST}/refunds/${REFUND}`, 'medium'),
        from: 'log'
    },
    {
        name: 'a refund does not take another refund’s re_ from a log of the payment',
        source: 'rule of this package: a payment has several refunds; what its log says of one is not true of another',
        start: 'Refund',
        records: {
            ...chain,
            logs: [{ Id: 'log', ReferencedEntityId: 'payment', GatewayMessage: `Refunded by ${REFUND}` }]
        },
        own: 'salesforce',
        link: INTENT_PAGE,
        from: 'authorization'
    }
];

export const refundTraceCases: readonly LinkCase[] = [...balanceTransactions, ...fromRefunds];
