import type { LinkCase } from './linkCase';
import { ofAuthorization, ofLog, ofPayment, ofRefund, ORDER_SEARCH, searches } from './linkCase';

const SAMPLE_ADAPTER =
    'forcedotcom/commerce-on-lightning SalesforceAdapter.cls: SF and six random digits, unknown to Stripe';
const ORDER_METADATA = 'stripe/stripe-sfcc-b2c-connector: metadata order_id; docs.stripe.com/dashboard/search';
const ORDER_AS_TRANSACTION = `a SiteGenesis default sets the order number as transactionID; ${ORDER_METADATA}`;
const OTHER_DIGITS = `rule of this package: what is known not to be the order’s number is not called it; ${ORDER_METADATA}`;
const OTHER_GATEWAY = 'rule of this package: Stripe is not searched for the reference of another gateway';

const salesforceNumbers: LinkCase[] = [
    ...['SF1', 'SF123456', 'SF000000', 'SF12345678901234567890'].map((number): LinkCase => ({
        name: `${number} is never linked itself: the order is searched for`,
        source: `${SAMPLE_ADAPTER}; ${ORDER_METADATA}`,
        ...ofRefund({ GatewayRefNumber: number }),
        own: 'salesforce',
        link: ORDER_SEARCH
    })),
    ...['SFXXXXX', 'sf123456', 'SF-123456', 'SF 123456', 'SF123456A', 'SF'].map((text): LinkCase => ({
        name: `${text} is not a number of the sample adapter: shown, not linked`,
        source: SAMPLE_ADAPTER,
        ...ofRefund({ GatewayRefNumber: text }),
        own: 'unknown'
    })),
    {
        name: 'an SF number on an authorization is not linked: the order is searched for',
        source: `${SAMPLE_ADAPTER}; ${ORDER_METADATA}`,
        ...ofAuthorization({ GatewayRefNumber: 'SF765432' }),
        own: 'salesforce',
        link: ORDER_SEARCH
    },
    {
        name: 'an SF number searches for an order number that has letters in it',
        source: ORDER_METADATA,
        ...ofPayment({ GatewayRefNumber: 'SF123456' }),
        orderNumber: 'WEB-77',
        own: 'salesforce',
        link: searches('order_id%3AWEB-77')
    },
    {
        name: 'an SF number searches for an order number that itself looks like one',
        source: `rule of this package: the order’s number is one whatever it looks like; ${ORDER_METADATA}`,
        ...ofPayment({ GatewayRefNumber: 'SF123456' }),
        orderNumber: 'SF1001',
        own: 'salesforce',
        link: searches('order_id%3ASF1001')
    },
    {
        name: 'an SF number has no link where the user cannot read the order number',
        source: SAMPLE_ADAPTER,
        ...ofPayment({ GatewayRefNumber: 'SF123456' }),
        orderNumber: null,
        own: 'salesforce',
        notInPage: 'Every order summary of the local org has a number.'
    }
];

const orderNumbers: LinkCase[] = [
    {
        name: 'the order’s own number is searched for',
        source: ORDER_AS_TRANSACTION,
        ...ofPayment({ GatewayRefNumber: '00009001' }),
        own: 'orderNumber',
        link: ORDER_SEARCH
    },
    {
        name: 'digits that are not the order’s are not called an order number: the order is searched for',
        source: OTHER_DIGITS,
        ...ofPayment({ GatewayRefNumber: '00001234' }),
        own: 'unknown',
        link: ORDER_SEARCH
    },
    {
        name: 'ten digits, as the sample adapter makes up for an authorization, are not linked: the order is searched for',
        source: 'forcedotcom/Core-Payments-Reference-Gateway-Integration-Adapters SalesforceAdapter.apex: ten digits',
        ...ofAuthorization({ GatewayRefNumber: '7316904258', GatewayAuthCode: 'SF316904' }),
        own: 'unknown',
        link: ORDER_SEARCH
    },
    {
        name: 'sixteen digits that fail the Luhn test are a number, not a card',
        source: `ISO/IEC 7812; ${OTHER_DIGITS}`,
        ...ofRefund({ GatewayRefNumber: '4242424242424241' }),
        own: 'unknown',
        link: ORDER_SEARCH
    },
    {
        name: 'digits may be the order number where the user cannot read that, and are searched for',
        source: ORDER_AS_TRANSACTION,
        ...ofPayment({ GatewayRefNumber: '00001234' }),
        orderNumber: null,
        own: 'orderNumber',
        link: searches('order_id%3A00001234'),
        notInPage: 'Every order summary of the local org has a number.'
    },
    {
        name: 'an order number with letters is known by the order',
        source: ORDER_AS_TRANSACTION,
        ...ofPayment({ GatewayRefNumber: 'WEB-77' }),
        orderNumber: 'WEB-77',
        own: 'orderNumber',
        link: searches('order_id%3AWEB-77')
    },
    {
        name: 'an order number with letters of another order is not known',
        source: OTHER_GATEWAY,
        ...ofPayment({ GatewayRefNumber: 'WEB-78' }),
        orderNumber: 'WEB-77',
        own: 'unknown'
    },
    {
        name: 'a log with the order number is searched for, too',
        source: ORDER_AS_TRANSACTION,
        ...ofLog({ GatewayRefNumber: '00009001' }),
        own: 'orderNumber',
        link: ORDER_SEARCH
    }
];

const empty: LinkCase[] = [
    {
        name: 'a payment without a reference leads to a search for the order',
        source: `Salesforce order data map: transaction-id is nullable; ${ORDER_METADATA}`,
        ...ofPayment({}),
        own: 'empty',
        link: ORDER_SEARCH
    },
    {
        name: 'a refund with an empty reference leads to a search for the order',
        source: `Salesforce order data map: transaction-id is nullable; ${ORDER_METADATA}`,
        ...ofRefund({ GatewayRefNumber: '' }),
        own: 'empty',
        link: ORDER_SEARCH
    },
    {
        name: 'a log without a reference leads to a search for the order',
        source: ORDER_METADATA,
        ...ofLog({ InteractionStatus: 'Failed' }),
        own: 'empty',
        link: ORDER_SEARCH
    },
    {
        name: 'nothing at all leads nowhere',
        source: 'rule of this package: no link without a reference or an order number',
        ...ofPayment({}),
        orderNumber: null,
        own: 'empty',
        notInPage: 'Every order summary of the local org has a number.'
    }
];

/** References of other gateways and systems, and plain words. */
const OTHERS: readonly [text: string, source: string][] = [
    ['NC6HT9CRT65ZGN82', `Adyen/adyen-salesforce-oms: a 16-character PSP reference; ${OTHER_GATEWAY}`],
    ['5O190127TN364715T', `PayPal’s transaction ids; ${OTHER_GATEWAY}`],
    ['0f8fad5b-d9cb-469f-a165-70867728950e', OTHER_GATEWAY],
    ['0aQ5g000000TN3AEAW', `a Salesforce record id; ${OTHER_GATEWAY}`],
    ['Paid by cheque', OTHER_GATEWAY],
    ['succeeded', OTHER_GATEWAY],
    ['N/A', OTHER_GATEWAY]
];

const others = OTHERS.map(([text, source]): LinkCase => ({
    name: `${text} is not Stripe’s: shown, not linked`,
    source,
    ...ofRefund({ GatewayRefNumber: text }),
    own: 'unknown'
}));

export const otherNumberCases: readonly LinkCase[] = [...salesforceNumbers, ...orderNumbers, ...empty, ...others];
