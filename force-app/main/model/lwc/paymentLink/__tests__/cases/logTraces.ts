import type { LinkCase } from './linkCase';
import { CHARGE, INTENT, INTENT_PAGE, opens, ORDER_SEARCH, REFUND, TEST } from './linkCase';

const REFERENCED = 'Salesforce Object Reference: PaymentGatewayLog.ReferencedEntityId is polymorphic';
const REVERSAL =
    'Salesforce Apex Reference, apex_commercepayments_rev_service_api: a reversal’s log has no OrderPaymentSummaryId';
const SIBLING = 'rule of this package: the logs of one record stand for it together';

const authorization = { Id: 'authorization', GatewayRefNumber: INTENT };
const payment = { Id: 'payment', GatewayRefNumber: 'SF123456', PaymentAuthorizationId: 'authorization' };
const refund = { Id: 'refund', GatewayRefNumber: 'SF654321' };
const refundLine = { Id: 'line', RefundId: 'refund', PaymentId: 'payment' };
const adjustment = { Id: 'adjustment', GatewayRefNumber: 'SF111111', PaymentAuthorizationId: 'authorization' };

export const logTraceCases: readonly LinkCase[] = [
    {
        name: 'a reversal opens the authorization’s payment',
        source: 'Salesforce Object Reference: PaymentAuthAdjustment.PaymentAuthorizationId',
        start: 'PaymentAuthAdjustment',
        records: { adjustments: [adjustment], authorizations: [authorization] },
        own: 'salesforce',
        link: INTENT_PAGE,
        from: 'authorization',
        notInPage: 'No list shows adjustments.'
    },
    {
        name: 'the log of a reversal opens the payment of the authorization that was reversed',
        source: REVERSAL,
        start: 'PaymentGatewayLog',
        records: {
            logs: [{ Id: 'log', GatewayRefNumber: 'SF111111', ReferencedEntityId: 'adjustment' }],
            adjustments: [adjustment],
            authorizations: [authorization]
        },
        own: 'salesforce',
        link: INTENT_PAGE,
        from: 'authorization'
    },
    {
        name: 'the log of a reversal opens its own authorization, not the other one',
        source: REVERSAL,
        start: 'PaymentGatewayLog',
        records: {
            logs: [{ Id: 'log', GatewayRefNumber: 'SF111111', ReferencedEntityId: 'adjustment' }],
            adjustments: [adjustment],
            authorizations: [{ Id: 'other', GatewayRefNumber: 'pi_3PxOtherLkdIwHu7ix28a3tq' }, authorization]
        },
        own: 'salesforce',
        link: INTENT_PAGE,
        from: 'authorization'
    },
    {
        name: 'the log of a capture opens the payment of the authorization',
        source: REFERENCED,
        start: 'PaymentGatewayLog',
        records: {
            logs: [{ Id: 'log', GatewayRefNumber: 'SF123456', ReferencedEntityId: 'payment' }],
            payments: [payment],
            authorizations: [authorization]
        },
        own: 'salesforce',
        link: INTENT_PAGE,
        from: 'authorization'
    },
    {
        name: 'the log of a refund goes all the way up to the authorization',
        source: REFERENCED,
        start: 'PaymentGatewayLog',
        records: {
            logs: [{ Id: 'log', GatewayRefNumber: 'SF654321', ReferencedEntityId: 'refund' }],
            refunds: [refund],
            refundLines: [refundLine],
            payments: [payment],
            authorizations: [authorization]
        },
        own: 'salesforce',
        link: INTENT_PAGE,
        from: 'authorization'
    },
    {
        name: 'the log of a refund opens that refund’s own re_',
        source: REFERENCED,
        start: 'PaymentGatewayLog',
        records: {
            logs: [{ Id: 'log', GatewayRefNumber: 'SF654321', ReferencedEntityId: 'refund' }],
            refunds: [{ Id: 'refund', GatewayRefNumber: REFUND }]
        },
        own: 'salesforce',
        link: opens('refund', `${TEST}/refunds/${REFUND}`, 'medium'),
        from: 'refund'
    },
    {
        name: 'the first of two logs of an asynchronous refund opens what the second one tells',
        source: `${SIBLING}; Adyen and Stripe connectors write two logs for an asynchronous interaction`,
        start: 'PaymentGatewayLog',
        records: {
            logs: [
                { Id: 'log', GatewayRefNumber: 'SF654321', ReferencedEntityId: 'refund' },
                { Id: 'notification', GatewayRefNumber: REFUND, ReferencedEntityId: 'refund' }
            ],
            refunds: [refund]
        },
        own: 'salesforce',
        link: opens('refund', `${TEST}/refunds/${REFUND}`, 'medium'),
        from: 'notification'
    },
    {
        name: 'an authorization without a reference opens what its log tells',
        source: SIBLING,
        start: 'PaymentAuthorization',
        records: {
            authorizations: [{ Id: 'authorization' }],
            logs: [{ Id: 'log', ReferencedEntityId: 'authorization', GatewayRefNumber: INTENT }]
        },
        own: 'empty',
        link: INTENT_PAGE,
        from: 'log'
    },
    {
        name: 'an authorization with the digits of the sample adapter opens the charge that its log tells',
        source: `Core-Payments-Reference-Gateway-Integration-Adapters SalesforceAdapter.apex; ${SIBLING}`,
        start: 'PaymentAuthorization',
        records: {
            authorizations: [{ Id: 'authorization', GatewayRefNumber: '7316904258' }],
            logs: [{ Id: 'log', ReferencedEntityId: 'authorization', GatewayAuthCode: CHARGE }]
        },
        own: 'unknown',
        link: opens('payment', `${TEST}/payments/${CHARGE}`, 'medium'),
        from: 'log'
    },
    {
        name: 'a log’s own pi_ goes before the record’s',
        source: 'rule of this package: the record’s own reference first',
        start: 'PaymentGatewayLog',
        records: {
            logs: [{ Id: 'log', GatewayRefNumber: INTENT, ReferencedEntityId: 'refund' }],
            refunds: [{ Id: 'refund', GatewayRefNumber: REFUND }]
        },
        own: 'stripe',
        link: INTENT_PAGE
    },
    {
        name: 'a log that names no record takes the only authorization of the summary',
        source: 'rule of this package: what has lost its parent belongs to the summary’s only authorization',
        start: 'PaymentGatewayLog',
        records: { logs: [{ Id: 'log', GatewayRefNumber: 'SF999999' }], authorizations: [authorization] },
        own: 'salesforce',
        link: INTENT_PAGE,
        from: 'authorization',
        isAboutOnlyAuthorization: true
    },
    {
        name: 'a log that names no record takes none of two authorizations',
        source: 'rule of this package: of two authorizations none is guessed',
        start: 'PaymentGatewayLog',
        records: {
            logs: [{ Id: 'log', GatewayRefNumber: 'SF999999' }],
            authorizations: [authorization, { Id: 'other', GatewayRefNumber: 'pi_3PxOtherLkdIwHu7ix28a3tq' }]
        },
        own: 'salesforce',
        link: ORDER_SEARCH
    },
    {
        name: 'the log of one payment does not tell of another',
        source: 'rule of this package: a log belongs to the record that it references',
        start: 'Payment',
        records: {
            payments: [
                { Id: 'payment', GatewayRefNumber: 'SF123456' },
                { Id: 'other', GatewayRefNumber: 'SF222222' }
            ],
            logs: [{ Id: 'log', ReferencedEntityId: 'other', GatewayAuthCode: CHARGE }]
        },
        own: 'salesforce',
        link: ORDER_SEARCH
    }
];
