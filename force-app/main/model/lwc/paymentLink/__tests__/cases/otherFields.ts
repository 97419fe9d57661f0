import type { LinkCase } from './linkCase';
import {
    CHARGE,
    INTENT,
    INTENT_PAGE,
    ofAuthorization,
    ofLog,
    ofPayment,
    ofRefund,
    opens,
    ORDER_SEARCH,
    REFUND,
    TEST,
    TRANSACTION
} from './linkCase';

const GUID = 'Salesforce Object Reference: PaymentIntentGuid, "Unique ID of the payment sent to Stripe or PayPal"';
const CHARGE_FIELD = 'stripe/stripe-sfcc-b2c-connector: attribute stripeChargeId, copied by the order data map';
const AUTH_CODE = 'forcedotcom/commerce-on-lightning StripeAdapter.cls: GatewayAuthCode = ch_… or pi_…';
const RESULT = 'forcedotcom/commerce-on-lightning StripeAdapter.cls: GatewayResultCode = txn_… on capture and refund';
const DETAILS = 'Salesforce Object Reference: GatewayRefDetails "can store data as JSON or XML"';
const SECRET_IN_DESCRIPTION =
    'forcedotcom/commerce-on-lightning StripeAdapter.cls: on 3DS the description is client_secret';
const ERROR_BODY = 'forcedotcom/commerce-on-lightning StripeAdapter.cls: other errors put Stripe’s body in the message';
const NOT_THE_PAYMENT = 'rule of this package: only payments and refunds stand for a payment record';

const CHARGE_PAGE = opens('payment', `${TEST}/payments/${CHARGE}`, 'medium');
const REFUND_PAGE = opens('refund', `${TEST}/refunds/${REFUND}`, 'medium');
const SECRET = `${INTENT}_secret_YrKJUKribcBjcG8HVhfZluoGH`;

const ownFields: LinkCase[] = [
    {
        name: 'PaymentIntentGuid of a payment is opened',
        source: GUID,
        ...ofPayment({ GatewayRefNumber: 'SF123456', PaymentIntentGuid: INTENT }),
        own: 'salesforce',
        link: INTENT_PAGE
    },
    {
        name: 'PaymentIntentGuid goes before stripeChargeId__c',
        source: `${GUID}; rule of this package: Salesforce’s own field first`,
        ...ofPayment({ GatewayRefNumber: 'SF123456', stripeChargeId__c: CHARGE, PaymentIntentGuid: INTENT }),
        own: 'salesforce',
        link: INTENT_PAGE
    },
    {
        name: 'PaymentIntentGuid of PayPal is not opened',
        source: GUID,
        ...ofPayment({ GatewayRefNumber: 'SF123456', PaymentIntentGuid: '5O190127TN364715T' }),
        own: 'salesforce',
        link: ORDER_SEARCH
    },
    {
        name: 'a client secret in PaymentIntentGuid is not used',
        source: 'docs.stripe.com/api/payment_intents/object: client_secret must not be exposed',
        ...ofPayment({ GatewayRefNumber: 'SF123456', PaymentIntentGuid: SECRET }),
        own: 'salesforce',
        link: ORDER_SEARCH,
        hidden: ['YrKJUKribcBjcG8HVhfZluoGH']
    },
    {
        name: 'stripeChargeId__c is the source of a payment’s txn_',
        source: CHARGE_FIELD,
        ...ofPayment({ GatewayRefNumber: TRANSACTION, stripeChargeId__c: CHARGE }),
        own: 'stripe',
        link: CHARGE_PAGE
    },
    {
        name: 'stripeChargeId__c of an authorization is opened',
        source: CHARGE_FIELD,
        ...ofAuthorization({ GatewayRefNumber: '00009001', stripeChargeId__c: CHARGE }),
        own: 'orderNumber',
        link: CHARGE_PAGE
    },
    {
        name: 'stripeChargeId__c of a log is opened',
        source: CHARGE_FIELD,
        ...ofLog({ GatewayRefNumber: 'SF123456', stripeChargeId__c: CHARGE }),
        own: 'salesforce',
        link: CHARGE_PAGE
    },
    {
        name: 'stripeChargeId__c may be a py_',
        source: `${CHARGE_FIELD}; stripe/openapi: charges by other methods than cards are py_`,
        ...ofPayment({ GatewayRefNumber: 'SF123456', stripeChargeId__c: 'py_1NW5VsLkdIwHu7ixSAeXFSWB' }),
        own: 'salesforce',
        link: opens('payment', `${TEST}/payments/py_1NW5VsLkdIwHu7ixSAeXFSWB`, 'medium')
    },
    {
        name: 'a key in stripeChargeId__c is not used',
        source: 'docs.stripe.com/keys',
        ...ofPayment({ GatewayRefNumber: 'SF123456', stripeChargeId__c: 'sk_live_51H8xyzAbCdEfGhIjKlMnOpQ' }),
        own: 'salesforce',
        link: ORDER_SEARCH,
        hidden: ['51H8xyzAbCdEfGhIjKlMnOpQ']
    },
    {
        name: 'GatewayAuthCode with ch_ is opened',
        source: AUTH_CODE,
        ...ofAuthorization({ GatewayAuthCode: CHARGE }),
        own: 'empty',
        link: CHARGE_PAGE
    },
    {
        name: 'GatewayAuthCode with a bank’s code is not',
        source: 'Salesforce Object Reference: GatewayAuthCode is the authorization code of the bank',
        ...ofAuthorization({ GatewayRefNumber: 'SF123456', GatewayAuthCode: '831000' }),
        own: 'salesforce',
        link: ORDER_SEARCH
    },
    {
        name: 'GatewayAuthCode with SF… is not',
        source: 'forcedotcom/commerce-on-lightning SalesforceAdapter.cls: GatewayAuthCode = SF and six digits',
        ...ofAuthorization({ GatewayAuthCode: 'SF123456' }),
        own: 'empty',
        link: ORDER_SEARCH
    },
    {
        name: 'GatewayResultCode with txn_ does not stand for the payment',
        source: `${RESULT}; ${NOT_THE_PAYMENT}`,
        ...ofRefund({ GatewayRefNumber: 'SF123456', GatewayResultCode: TRANSACTION }),
        own: 'salesforce',
        link: ORDER_SEARCH
    },
    {
        name: 'GatewayResultCode with pi_ is opened',
        source: 'rule of this package: result codes are scanned for ids, because adapters write ids there',
        ...ofRefund({ GatewayRefNumber: 'SF123456', GatewayResultCode: INTENT }),
        own: 'salesforce',
        link: INTENT_PAGE
    }
];

/** Texts in GatewayRefDetails of a payment, and what they lead to. */
const DETAIL_TEXTS: readonly [what: string, text: string, link: LinkCase['link'], hidden?: string][] = [
    ['a payment intent as JSON', `{"id":"${INTENT}","latest_charge":"${CHARGE}","amount":100}`, INTENT_PAGE],
    ['a charge as JSON', `{"id":"${CHARGE}","balance_transaction":"${TRANSACTION}"}`, CHARGE_PAGE],
    ['a refund as JSON', `{"id":"${REFUND}","charge":"${CHARGE}"}`, REFUND_PAGE],
    ['a balance transaction as JSON', `{"id":"${TRANSACTION}","source":"${CHARGE}"}`, CHARGE_PAGE],
    ['JSON with white space', `{\n  "payment_intent" : "${INTENT}"\n}`, INTENT_PAGE],
    ['JSON that was cut off', `{"id":"${INTENT}","object":"payment_int`, INTENT_PAGE],
    ['XML', `<payment><id>${INTENT}</id></payment>`, INTENT_PAGE],
    ['a form', `payment_intent=${INTENT}&amount=100`, INTENT_PAGE],
    ['the id alone', INTENT, INTENT_PAGE],
    ['a client secret before the id', `{"client_secret":"${SECRET}","id":"${INTENT}"}`, INTENT_PAGE, 'YrKJUKribc'],
    ['a client secret alone', `{"client_secret":"${SECRET}"}`, ORDER_SEARCH, 'YrKJUKribc'],
    ['a customer alone', '{"customer":"cus_9s6XKzkNRiz8i3"}', ORDER_SEARCH],
    ['an id in upper case', `{"id":"${INTENT.toUpperCase()}"}`, ORDER_SEARCH],
    ['an id inside another word', `{"note":"my${INTENT}"}`, ORDER_SEARCH]
];

const details = DETAIL_TEXTS.map(([what, text, link, hidden]): LinkCase => ({
    name: `GatewayRefDetails with ${what} leads to ${link?.opens === 'search' ? 'a search for the order' : 'its object'}`,
    source: DETAILS,
    ...ofPayment({ GatewayRefNumber: 'SF123456', GatewayRefDetails: text }),
    own: 'salesforce',
    link,
    hidden: hidden === undefined ? [] : [hidden]
}));

const descriptions: LinkCase[] = [
    {
        name: 'an id in a sentence of the description is opened',
        source: 'rule of this package: ids inside a longer text count, the first of them',
        ...ofRefund({ GatewayRefNumber: 'SF123456', GatewayResultCodeDescription: `Captured (${INTENT}), ${CHARGE}.` }),
        own: 'salesforce',
        link: INTENT_PAGE
    },
    {
        name: 're_ in a refund’s description is opened',
        source: 'rule of this package: ids inside a longer text count',
        ...ofRefund({ GatewayRefNumber: 'SF123456', GatewayResultCodeDescription: `Refund ${REFUND} is pending` }),
        own: 'salesforce',
        link: REFUND_PAGE
    },
    {
        name: 'a receipt_url in the description is neither opened nor shown',
        source: 'forcedotcom/commerce-on-lightning StripeAdapter.cls: description = receipt_url, which holds a token',
        ...ofRefund({
            GatewayRefNumber: 'SF123456',
            GatewayResultCodeDescription: 'https://pay.stripe.com/receipts/payment/CAcaFwoVYWNjdF8deCTgUF8q'
        }),
        own: 'salesforce',
        link: ORDER_SEARCH,
        hidden: ['CAcaFwoVYWNjdF8deCTgUF8q']
    },
    {
        name: 'a client secret in the description is neither used nor shown',
        source: SECRET_IN_DESCRIPTION,
        ...ofRefund({ GatewayRefNumber: 'SF123456', GatewayResultCodeDescription: SECRET }),
        own: 'salesforce',
        link: ORDER_SEARCH,
        hidden: ['YrKJUKribcBjcG8HVhfZluoGH']
    },
    {
        name: 'a decline code in the description is no id',
        source: 'forcedotcom/commerce-on-lightning StripeAdapter.cls: decline_code → description',
        ...ofRefund({
            GatewayRefNumber: 'SF123456',
            GatewayResultCode: 'card_declined',
            GatewayResultCodeDescription: 'insufficient_funds'
        }),
        own: 'salesforce',
        link: ORDER_SEARCH
    },
    {
        name: 'the charge of an error in a log’s message is opened',
        source: `${ERROR_BODY}; docs.stripe.com/api/errors: charge`,
        ...ofLog({ GatewayMessage: `ERROR: {"error":{"charge":"${CHARGE}","code":"card_declined"` }),
        own: 'empty',
        link: CHARGE_PAGE
    },
    {
        name: 'the payment intent of an error is opened without its secret',
        source: `${ERROR_BODY}; docs.stripe.com/api/errors: payment_intent`,
        ...ofLog({
            GatewayMessage: `{"error":{"payment_intent":{"client_secret":"${SECRET}","id":"${INTENT}"}}}`
        }),
        own: 'empty',
        link: INTENT_PAGE,
        hidden: ['YrKJUKribcBjcG8HVhfZluoGH']
    },
    {
        name: 'the idempotency key of a log is no reference',
        source: 'Salesforce Object Reference: SfRefNumber is the IdempotencyKey of the request',
        ...ofLog({ GatewayRefNumber: 'SF123456', SfRefNumber: INTENT }),
        own: 'salesforce',
        link: ORDER_SEARCH
    },
    {
        name: 'an adapter’s message without an id leads to a search for the order',
        source: 'Adyen/adyen-salesforce-oms: GatewayMessage [capture-received]',
        ...ofLog({ GatewayMessage: '[capture-received]' }),
        own: 'empty',
        link: ORDER_SEARCH
    }
];

export const otherFieldCases: readonly LinkCase[] = [...ownFields, ...details, ...descriptions];
