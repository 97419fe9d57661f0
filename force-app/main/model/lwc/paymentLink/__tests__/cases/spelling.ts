import type { LinkCase } from './linkCase';
import { INTENT, INTENT_PAGE, ofPayment, ofRefund, opens, ORDER_SEARCH, REFUND, searches, TEST } from './linkCase';

const COPIED =
    'rule of this package: white space, quotes and invisible characters around a reference come from copying';

/** The same reference, as it arrives from a sheet, a page or a script. */
const SURROUNDED: readonly [what: string, text: string][] = [
    ['spaces', `  ${INTENT} `],
    ['a tab', `\t${INTENT}`],
    ['a line break', `${INTENT}\r\n`],
    ['no-break spaces', `\u00A0${INTENT}\u00A0`],
    ['zero-width spaces', `\u200B${INTENT}\u200B`],
    ['a byte order mark', `\uFEFF${INTENT}`],
    ['a word joiner', `\u2060${INTENT}`],
    ['double quotes', `"${INTENT}"`],
    ['single quotes', `'${INTENT}'`],
    ['one quote, as a sheet marks text', `'${INTENT}`],
    ['typographic quotes', `“${INTENT}”`],
    ['typographic single quotes', `‘${INTENT}’`],
    ['low quotes', `„${INTENT}“`],
    ['guillemets', `«${INTENT}»`],
    ['back quotes', `\`${INTENT}\``],
    ['quotes within quotes and spaces', ` " '${INTENT}' " `]
];

const surrounded = SURROUNDED.map(([what, text]): LinkCase => ({
    name: `a pi_ with ${what} around it opens its payment`,
    source: COPIED,
    ...ofRefund({ GatewayRefNumber: text }),
    own: 'stripe',
    shown: INTENT,
    link: INTENT_PAGE
}));

const PREFIX_CASE = 'docs.stripe.com/upgrades: ids are case-sensitive; prefixes are lower case';
const ONE_REFERENCE = 'rule of this package: GatewayRefNumber is one reference; any other text is shown and not linked';

/** Texts that look like an id and are none. */
const NOT_IDS: readonly [text: string, source: string][] = [
    ['PI_3MtwBwLkdIwHu7ix28a3tqPa', PREFIX_CASE],
    ['Pi_3MtwBwLkdIwHu7ix28a3tqPa', PREFIX_CASE],
    ['TXN_1MiN3gLkdIwHu7ixxapQrznl', PREFIX_CASE],
    ['pi-3MtwBwLkdIwHu7ix28a3tqPa', ONE_REFERENCE],
    ['pi3MtwBwLkdIwHu7ix28a3tqPa', ONE_REFERENCE],
    ['pi 3MtwBwLkdIwHu7ix28a3tqPa', ONE_REFERENCE],
    ['pi__3MtwBwLkdIwHu7ix28a3tqPa', ONE_REFERENCE],
    ['pi_', ONE_REFERENCE],
    ['_3MtwBwLkdIwHu7ix28a3tqPa', ONE_REFERENCE],
    ['pi_3MtwBwLkdIwHu7ix28a3tqPa,', ONE_REFERENCE],
    ['pi_3MtwBwLkdIwHu7ix28a3tqPa ch_3MmlLrLkdIwHu7ix0snN0B15', ONE_REFERENCE],
    ['payment pi_3MtwBwLkdIwHu7ix28a3tqPa', ONE_REFERENCE],
    ['card_declined', 'docs.stripe.com/error-codes: a code, not the id of a card'],
    ['in_progress', 'docs.stripe.com/api: a status, not the id of an invoice'],
    ['pi_succeeded', 'rule of this package: a body of lower-case letters alone is a word, not an id'],
    ['ord_1234567', 'rule of this package: an unknown prefix needs a body of eight characters, one of them a digit']
];

const notIds = NOT_IDS.map(([text, source]): LinkCase => ({
    name: `${text} is no id: shown, not linked`,
    source,
    ...ofRefund({ GatewayRefNumber: text }),
    own: 'unknown'
}));

const LONG_ID = `pi_${'A1b2'.repeat(63)}`;

const others: LinkCase[] = [
    {
        name: 'the case of an id’s body is kept',
        source: 'docs.stripe.com/upgrades: store ids case-sensitively',
        ...ofRefund({ GatewayRefNumber: 'pi_3mTWbWlKDiWhU7IX28A3TQpA' }),
        own: 'stripe',
        link: opens('payment', `${TEST}/payments/pi_3mTWbWlKDiWhU7IX28A3TQpA`, 'medium')
    },
    {
        name: 'an id of 255 characters is one',
        source: 'docs.stripe.com/upgrades: ids are up to 255 characters long',
        ...ofRefund({ GatewayRefNumber: LONG_ID }),
        own: 'stripe',
        link: opens('payment', `${TEST}/payments/${LONG_ID}`, 'medium')
    },
    {
        name: 'an id of one character is one',
        source: 'docs.stripe.com/upgrades: length and format of ids may change',
        ...ofRefund({ GatewayRefNumber: 'pi_1' }),
        own: 'stripe',
        link: opens('payment', `${TEST}/payments/pi_1`, 'medium')
    },
    {
        name: 'a text of 256 characters is none, and is not shown',
        source: 'docs.stripe.com/upgrades: ids are up to 255 characters long',
        ...ofRefund({ GatewayRefNumber: `${LONG_ID}x` }),
        own: 'unsafe',
        link: ORDER_SEARCH,
        notInPage: 'GatewayRefNumber holds 255 characters.'
    },
    {
        name: 'a quoted re_ opens the refund',
        source: COPIED,
        ...ofRefund({ GatewayRefNumber: `"${REFUND}"` }),
        own: 'stripe',
        shown: REFUND,
        link: opens('refund', `${TEST}/refunds/${REFUND}`, 'medium')
    },
    {
        name: 'a number of Salesforce in quotes is still one',
        source: `${COPIED}; forcedotcom/commerce-on-lightning SalesforceAdapter.cls`,
        ...ofRefund({ GatewayRefNumber: '"SF123456" ' }),
        own: 'salesforce',
        shown: 'SF123456',
        link: ORDER_SEARCH
    },
    {
        name: 'an order number in spaces is searched for without them',
        source: `${COPIED}; stripe-sfcc-b2c-connector writes metadata order_id`,
        ...ofRefund({ GatewayRefNumber: ' 00009001 ' }),
        own: 'orderNumber',
        shown: '00009001',
        link: searches('order_id%3A00009001')
    },
    {
        name: 'white space alone is an empty reference',
        source: COPIED,
        ...ofPayment({ GatewayRefNumber: ' \u00A0 ' }),
        own: 'empty',
        link: ORDER_SEARCH
    },
    {
        name: 'quotes alone are an empty reference',
        source: COPIED,
        ...ofPayment({ GatewayRefNumber: '""' }),
        own: 'empty',
        link: ORDER_SEARCH
    }
];

export const spellingCases: readonly LinkCase[] = [...surrounded, ...notIds, ...others];
