import type { LinkCase } from './linkCase';
import { INTENT, ofAuthorization, ofPayment, ofRefund, ORDER_SEARCH } from './linkCase';

const CLIENT_SECRET =
    'docs.stripe.com/api/payment_intents/object: client_secret must not be stored, logged, or exposed';
const KEY = 'gitleaks config/gitleaks.toml: (sk|rk)_(test|live|prod)_…; docs.stripe.com/keys';
const SENT_AS_HEADER = 'docs.stripe.com/api/authentication: the key travels as Bearer, or as Basic in base64';
const CARD_NUMBER = 'ISO/IEC 7812: 13 to 19 digits with a Luhn check digit; docs.stripe.com/testing';

/** What must never be seen: the secret, and the part of it that must appear nowhere. */
const SECRETS: readonly [text: string, hidden: string, source: string][] = [
    [`${INTENT}_secret_YrKJUKribcBjcG8HVhfZluoGH`, 'YrKJUKribcBjcG8HVhfZluoGH', CLIENT_SECRET],
    [`  "${INTENT}_secret_YrKJUKribcBjcG8HVhfZluoGJ"`, 'YrKJUKribcBjcG8HVhfZluoGJ', CLIENT_SECRET],
    ['seti_1Mm8s8LkdIwHu7ix0OXBfTRG_secret_NXDICkPqPeiBTAFq', 'NXDICkPqPeiBTAFq', CLIENT_SECRET],
    ['src_client_secret_HgYPjvHbMHTMYhPv1Lh4k2sP', 'HgYPjvHbMHTMYhPv1Lh4k2sP', 'stripe/openapi: source.client_secret'],
    ['cs_test_a11YYufW_secret_fid2cGd2ZndsdXFsamtQa2w', 'fid2cGd2ZndsdXFsamtQa2w', CLIENT_SECRET],
    [`${INTENT}_SECRET_YrKJUKribcBjcG8HVhfZluoGK`, 'YrKJUKribcBjcG8HVhfZluoGK', CLIENT_SECRET],
    [`${INTENT}_secret`, `${INTENT}_secret`, CLIENT_SECRET],
    [`{"client_secret":"${INTENT}_secret_YrKJUKribc"}`, 'YrKJUKribc', CLIENT_SECRET],
    ['sk_test_4eC39HqLyjWDarjtT1zdp7dc', '4eC39HqLyjWDarjtT1zdp7dc', KEY],
    ['sk_live_51H8xyzAbCdEfGhIjKlMnOpQ', '51H8xyzAbCdEfGhIjKlMnOpQ', KEY],
    ['rk_test_51H8xyzAbCdEfGhIjKlMnOpR', '51H8xyzAbCdEfGhIjKlMnOpR', KEY],
    ['rk_live_51H8xyzAbCdEfGhIjKlMnOpS', '51H8xyzAbCdEfGhIjKlMnOpS', KEY],
    ['sk_prod_51H8xyzAbCdEfGhIjKlMnOpT', '51H8xyzAbCdEfGhIjKlMnOpT', KEY],
    ['pk_test_TYooMQauvdEDq54NiTphI7jx', 'TYooMQauvdEDq54NiTphI7jx', 'docs.stripe.com/keys: publishable key'],
    ['pk_live_51H8xyzAbCdEfGhIjKlMnOpU', '51H8xyzAbCdEfGhIjKlMnOpU', 'docs.stripe.com/keys: publishable key'],
    ['whsec_5WbX5kEWLlfzsGNjH64I8lOOqUB6e8FH', '5WbX5kEWLlfzsGNjH64I8lOO', 'docs.stripe.com/webhooks: signing secret'],
    ['ephkey_1NiXYZ2eZvKYlo2CabcdEFGH', '1NiXYZ2eZvKYlo2CabcdEFGH', 'stripe/openapi: ephemeral_key'],
    ['SK_LIVE_51H8xyzAbCdEfGhIjKlMnOpV', '51H8xyzAbCdEfGhIjKlMnOpV', KEY],
    ['sk_test_1', 'sk_test_1', KEY],
    ['key=sk_live_51H8xyzAbCdEfGhIjKlMnOpW', '51H8xyzAbCdEfGhIjKlMnOpW', KEY],
    ['Bearer sk_live_51H8xyzAbCdEfGhIjKlMnOpX', '51H8xyzAbCdEfGhIjKlMnOpX', SENT_AS_HEADER],
    ['Basic c2tfdGVzdF80ZUMzOUhxTHlqV0Rhcmp0VDF6ZHA3ZGM6', 'c2tfdGVzdF80ZUMz', SENT_AS_HEADER],
    ['4242424242424242', '4242424242424242', CARD_NUMBER],
    ['4242 4242 4242 4242', '4242 4242 4242 4242', CARD_NUMBER],
    ['5555-5555-5555-4444', '5555-5555-5555-4444', CARD_NUMBER],
    ['378282246310005', '378282246310005', CARD_NUMBER],
    ['Visa 4000056655665556', '4000056655665556', CARD_NUMBER]
];

const secrets = SECRETS.map(([text, hidden, source]): LinkCase => ({
    name: `${text} is a secret: neither shown nor linked, only the order is searched for`,
    source,
    ...ofRefund({ GatewayRefNumber: text }),
    own: 'secret',
    link: ORDER_SEARCH,
    hidden: [hidden]
}));

const ADDRESS = 'rule of this package: an address is no reference, and must not become a link';
const MARKUP = 'rule of this package: markup and script addresses are neither shown nor linked';
const INVISIBLE = 'rule of this package: control, invisible and bidirectional characters deceive the eye';

/** Texts that are neither shown nor linked. */
const UNSAFE: readonly [text: string, source: string, notInPage?: string][] = [
    ['javascript:alert(1)', MARKUP],
    ['JaVaScRiPt:alert(1)', MARKUP],
    [' javascript:alert(2)', MARKUP],
    ['data:text/html,hello', MARKUP],
    ['vbscript:msgbox(1)', MARKUP],
    ['<script>alert(1)</script>', MARKUP],
    ['<img src=x onerror=alert(1)>', MARKUP],
    [`${INTENT}<b>`, MARKUP],
    [`">${INTENT}<`, MARKUP],
    ['https://evil.example/pi_3Mtw', ADDRESS],
    ['//evil.example/pi_3Mtw', ADDRESS],
    ['\\\\evil.example\\pi_3Mtw', ADDRESS],
    ['mailto:someone@evil.example', ADDRESS],
    [`https://dashboard.stripe.com/payments/${INTENT}`, ADDRESS],
    ['https://dashboard.stripe.com@evil.example/payments/pi_3Mtw', ADDRESS],
    ['=HYPERLINK("https://evil.example","pi_3Mtw")', ADDRESS],
    [`${INTENT}\u202Eabc`, INVISIBLE],
    [`pi_3Mtw\u200BwBwLkdIwHu7ix28a3tqPa`, INVISIBLE],
    [`${INTENT}\nch_3MmlLrLkdIwHu7ix0snN0B15`, INVISIBLE],
    [`${INTENT}\u0000.png`, INVISIBLE, 'The database ends a text at its first null character.'],
    ['pi_3Mtw\uD800', INVISIBLE, 'Half a surrogate pair does not survive a file in UTF-8.']
];

const unsafe = UNSAFE.map(([text, source, notInPage]): LinkCase => ({
    name: `${JSON.stringify(text)} is hostile: neither shown nor linked`,
    source,
    ...ofRefund({ GatewayRefNumber: text }),
    own: 'unsafe',
    link: ORDER_SEARCH,
    notInPage
}));

const NOT_STRIPES = 'rule of this package: text that Stripe cannot have written is shown as text and not linked';

/** Hostile, but harmless as text: shown as it is, never part of an address. */
const HARMLESS_AS_TEXT: readonly string[] = [
    'pi_3Mtw/../../settings',
    'pi_3Mtw?redirect=evil.example',
    'pi_3Mtw#fragment',
    'pi_3Mtw%2F..%2Fsettings',
    '../../settings/team',
    'pi_3Mtw;DROP TABLE Payment',
    '{{constructor}}',
    '__proto__',
    'constructor',
    'рi_3MtwBwLkdIwHu7ix28a3tqPa',
    'ｐｉ_3MtwBwLkdIwHu7ix28a3tqPa',
    'pi_3Mtw💳wBwLkdIwHu7ix28a3tqPa',
    '=1+1'
];

const harmless = HARMLESS_AS_TEXT.map((text): LinkCase => ({
    name: `${text} is shown as text and not linked`,
    source: NOT_STRIPES,
    ...ofRefund({ GatewayRefNumber: text }),
    own: 'unknown'
}));

const others: LinkCase[] = [
    {
        name: 'what looks like an email address is not linked, and on the page it is masked',
        source: NOT_STRIPES,
        ...ofRefund({ GatewayRefNumber: 'pi_3Mtw@evil.example' }),
        own: 'unknown',
        shown: '••••••'
    },
    {
        name: 'a client secret on a payment gives nothing of itself to the link, not even its pi_',
        source: CLIENT_SECRET,
        ...ofPayment({ GatewayRefNumber: `${INTENT}_secret_abcdEFGH12345678` }),
        own: 'secret',
        link: ORDER_SEARCH,
        hidden: [INTENT, 'abcdEFGH12345678']
    },
    {
        name: 'a client secret on an authorization with the intent in another field opens that intent',
        source: `${CLIENT_SECRET}; Salesforce Object Reference: PaymentIntentGuid`,
        ...ofAuthorization({ GatewayRefNumber: `${INTENT}_secret_zyxwVUTS87654321`, PaymentIntentGuid: INTENT }),
        own: 'secret',
        link: {
            opens: 'payment',
            url: `https://dashboard.stripe.com/test/payments/${INTENT}`,
            confidence: 'medium'
        },
        hidden: ['zyxwVUTS87654321']
    }
];

export const secretAndHostileCases: readonly LinkCase[] = [...secrets, ...unsafe, ...harmless, ...others];
