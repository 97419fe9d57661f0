import type { DashboardPage, LinkConfidence } from 'c/dashboardLink';
import type { LinkCase } from './linkCase';
import { ACCOUNT, LIVE, ofAuthorization, ofLog, ofPayment, ofRefund, opens, searches, TEST } from './linkCase';

const CORE = 'dj-stripe djstripe/models/core.py';
const WOOCOMMERCE = 'woocommerce-gateway-stripe includes/class-wc-stripe-helper.php; dj-stripe djstripe/models/base.py';
const BILLING = 'dj-stripe djstripe/models/billing.py; stripe/stripe-cli pkg/cmd/open.go';
const REFUND_PAGE = 'saleor/apps generate-stripe-dashboard-urls.ts; FluentCart; Zulip';
const DISPUTE_PAGE = 'one form of several: dj-stripe opens the parent payment instead (get_stripe_dashboard_url)';
const CATALOG = 'public GitHub code: several projects link dashboard.stripe.com/products/prod_… and /prices/price_…';

/** Each prefix that has a page, in an account and a mode that the record itself names. */
const PAGES: readonly [id: string, page: DashboardPage, path: string, LinkConfidence, source: string][] = [
    ['pi_3MtwBwLkdIwHu7ix28a3tqPa', 'payment', 'payments', 'high', WOOCOMMERCE],
    ['ch_3MmlLrLkdIwHu7ix0snN0B15', 'payment', 'payments', 'high', CORE],
    ['py_1NW5VsLkdIwHu7ixSAeXFSWB', 'payment', 'payments', 'high', WOOCOMMERCE],
    ['re_1Nispe2eZvKYlo2Cd31jOCgZ', 'refund', 'refunds', 'high', REFUND_PAGE],
    ['pyr_1NW5WfLkdIwHu7ixUWpVJQFM', 'refund', 'refunds', 'high', `stripe/openapi fixtures3.json; ${REFUND_PAGE}`],
    ['cus_9s6XKzkNRiz8i3', 'customer', 'customers', 'high', `${CORE}; stripe/stripe-cli pkg/cmd/open.go`],
    ['po_1OaFDbEcg9tTZuTgNYmX0PKB', 'payout', 'payouts', 'high', `${CORE}; stripe/stripe-cli pkg/cmd/open.go`],
    ['in_1MtHbELkdIwHu7ixl4OzzPMv', 'invoice', 'invoices', 'high', BILLING],
    ['sub_1MowQVLkdIwHu7ixeRlqHVzs', 'subscription', 'subscriptions', 'high', BILLING],
    [
        'tr_1MiN3gLkdIwHu7ixNCZvFdgA',
        'transfer',
        'connect/transfers',
        'high',
        'dj-stripe djstripe/models/connect.py; stripe/stripe-cli pkg/cmd/open.go'
    ],
    ['evt_1NG8Du2eZvKYlo2CUI79vXWy', 'event', 'events', 'high', 'stripe/stripe-cli pkg/proxy/stripeevent.go'],
    ['req_nW73HRiJPPfkok', 'requestLog', 'logs', 'high', 'stripe/stripe-cli pkg/cmd/logs/tail.go'],
    [
        'we_1Mr5jULkdIwHu7ix1ibLTM0x',
        'webhookEndpoint',
        'webhooks',
        'high',
        'public GitHub code: several projects link dashboard.stripe.com/test/webhooks/we_…'
    ],
    ['prod_NWjs8kKbJWmuuc', 'product', 'products', 'high', CATALOG],
    ['price_1MoBy5LkdIwHu7ixZhnattbh', 'price', 'prices', 'high', CATALOG],
    ['dp_1MtJUT2eZvKYlo2CTwLCzfQK', 'dispute', 'disputes', 'medium', DISPUTE_PAGE],
    ['du_1MtJUT2eZvKYlo2CNaw2HvEv', 'dispute', 'disputes', 'medium', DISPUTE_PAGE],
    [
        'seti_1Mm8s8LkdIwHu7ix0OXBfTRG',
        'setupIntent',
        'setup_intents',
        'medium',
        'solidusio/solidus_stripe spec of stripe_dashboard_url'
    ],
    [
        'src_1N3lxdLkdIwHu7ixPHXy60UG',
        'source',
        'sources',
        'medium',
        'invoiceninja/admin-portal#332: /payments/src_ fails; Stripe’s documentation mentions /sources/'
    ],
    [
        'acct_1Nv0FGQ9RKHgCVdK',
        'account',
        'connect/accounts',
        'medium',
        'public GitHub code: dashboard.stripe.com/connect/accounts/acct_…'
    ],
    [
        'plink_1MoC3ULkdIwHu7ixZjtGpVl2',
        'paymentLink',
        'payment-links',
        'medium',
        'public GitHub code: one plugin links dashboard.stripe.com/payment-links/plink_…'
    ],
    [
        'tu_1NG6yj2eZvKYlo2C1FOBiHya',
        'topup',
        'topups',
        'medium',
        'stripe/stripe-cli pkg/cmd/open.go names the list of top-ups, no source its items'
    ]
];

const pages = PAGES.map(([id, page, path, confidence, source]): LinkCase => ({
    name: `${id} opens /${path}/ in the account and mode of its record`,
    source: `${source}; docs.stripe.com/stripe-apps/deep-links: account first, then test`,
    ...ofPayment({ GatewayRefNumber: id, stripeAccountId__c: ACCOUNT, stripeAccountType__c: 'STRIPE_TEST' }),
    own: 'stripe',
    link: opens(page, `${LIVE}/${ACCOUNT}/test/${path}/${id}`, confidence)
}));

const NO_PAGE = 'no page found in any source; docs.stripe.com/dashboard/search: "Use object identifiers"';
const LONGEST = 'stripe/openapi openapi/fixtures3.json: a prefix of its own, not the shorter one';

/** Prefixes without a page: Stripe's search takes any id. */
const WITHOUT_PAGE: readonly [id: string, source: string][] = [
    [
        'txn_1MiN3gLkdIwHu7ixxapQrznl',
        'dj-stripe resolves txn_ to its source; /balance/txn_ stands in one buggy repository'
    ],
    ['pm_1MqLiJLkdIwHu7ixUEgbFdYF', `dj-stripe links the customer instead; ${NO_PAGE}`],
    ['card_1MvoiELkdIwHu7ixOeFGbN4D', `dj-stripe links the customer instead; ${NO_PAGE}`],
    ['ba_1MvoIJ2eZvKYlo2CO9f0MabO', `dj-stripe links the customer instead; ${NO_PAGE}`],
    ['sub_sched_1Mr3YcLkdIwHu7ixYCFhXHNb', `${LONGEST} sub_`],
    ['srctxn_1N3lxdLkdIwHu7ixAbCdEfGh', `${LONGEST} src_`],
    ['cbtxn_1MrU9qLkdIwHu7ixhdjxGBgI', `${LONGEST} txn_`],
    ['trr_1Mr3CfLkdIwHu7ixpjjSQpX1', `${LONGEST} tr_`],
    ['ipi_1MzFN1K8F4fqH0lBmFq8CjbU', `${LONGEST} pi_`],
    ['setatt_1Nd3oOLkdIwHu7ixnSpPNAAA', `${LONGEST} seti_`],
    ['link_1Mr23jLkdIwHu7ix65betcoo', `${LONGEST} plink_`],
    ['prv_1NVyFt2eZvKYlo2CjubqF1xm', `${LONGEST} pr…`],
    ['fee_1B73DOKbnvuxQXGuhY8Aw0TN', NO_PAGE],
    ['fr_1MtJRpKbnvuxQXGuM6Ww0D24', NO_PAGE],
    ['tok_1N3T00LkdIwHu7ixt44h1F8k', NO_PAGE],
    ['mandate_1MvojA2eZvKYlo2CvqTABjZs', NO_PAGE],
    ['file_1Mr4LDLkdIwHu7ixFCz0dZiH', NO_PAGE],
    ['qt_1Mr7wVLkdIwHu7ixJYSiPTGq', NO_PAGE],
    ['cn_1MxvRqLkdIwHu7ixY0xbUcxk', NO_PAGE],
    ['si_NcLYdDxLHxlFo7', NO_PAGE],
    ['newthing_1MiN3gLkdIwHu7ix', 'docs.stripe.com/upgrades: Stripe may add prefixes; docs.stripe.com/dashboard/search']
];

const withoutPage = WITHOUT_PAGE.map(([id, source]): LinkCase => ({
    name: `${id} has no page and is searched for`,
    source,
    ...ofRefund({ GatewayRefNumber: id }),
    own: id.startsWith('newthing') ? 'stripeShaped' : 'stripe',
    link: searches(id)
}));

const SANDBOX_DEFAULT = 'rule of this package: a sandbox defaults to test mode, account not known';

const otherObjects: LinkCase[] = [
    {
        name: 'a refund’s own re_ opens the refund, with less confidence where the mode is a default',
        source: `${REFUND_PAGE}; ${SANDBOX_DEFAULT}`,
        ...ofRefund({ GatewayRefNumber: 're_1Nispe2eZvKYlo2Cd31jOCgZ' }),
        own: 'stripe',
        link: opens('refund', `${TEST}/refunds/re_1Nispe2eZvKYlo2Cd31jOCgZ`, 'medium')
    },
    {
        name: 'an authorization’s own pi_ opens the payment',
        source: `docs.stripe.com/use-stripe-apps/salesforce-order-management: authorizations carry pi_; ${SANDBOX_DEFAULT}`,
        ...ofAuthorization({ GatewayRefNumber: 'pi_3MtwBwLkdIwHu7ix28a3tqPb' }),
        own: 'stripe',
        link: opens('payment', `${TEST}/payments/pi_3MtwBwLkdIwHu7ix28a3tqPb`, 'medium')
    },
    {
        name: 'a gateway log’s own ch_ opens the payment',
        source: `${CORE}; ${SANDBOX_DEFAULT}`,
        ...ofLog({ GatewayRefNumber: 'ch_3MmlLrLkdIwHu7ix0snN0B16' }),
        own: 'stripe',
        link: opens('payment', `${TEST}/payments/ch_3MmlLrLkdIwHu7ix0snN0B16`, 'medium')
    },
    {
        name: 'cs_test_ names its mode and is searched for in test mode',
        source: 'docs.stripe.com/api/checkout/sessions/object: ids begin cs_test_ or cs_live_',
        ...ofRefund({ GatewayRefNumber: 'cs_test_a11YYufWQzNY63zpQ6QSNRQhkUpVph4WRmzW0zWJO2znZKdVujZ0N0S22u' }),
        own: 'stripe',
        link: searches('cs_test_a11YYufWQzNY63zpQ6QSNRQhkUpVph4WRmzW0zWJO2znZKdVujZ0N0S22u')
    },
    {
        name: 'cs_live_ names its mode and is searched for in live mode, even in a sandbox',
        source: 'docs.stripe.com/api/checkout/sessions/object: ids begin cs_test_ or cs_live_',
        ...ofRefund({ GatewayRefNumber: 'cs_live_b1c2d3e4f5' }),
        own: 'stripe',
        link: { opens: 'search', url: `${LIVE}/search?query=cs_live_b1c2d3e4f5`, confidence: 'low' }
    },
    {
        name: '_test_ inside the body of a pi_ is not its mode',
        source: 'rule of this package: no pi_, ch_, re_ or txn_ names a mode (real bugs guess it); such a text is no id',
        ...ofPayment({ GatewayRefNumber: 'pi_test_3MtwBwLkdIwHu7ix', stripeAccountType__c: 'STRIPE_LIVE' }),
        own: 'stripeShaped',
        link: { opens: 'search', url: `${LIVE}/search?query=pi_test_3MtwBwLkdIwHu7ix`, confidence: 'low' }
    }
];

export const ownReferenceCases: readonly LinkCase[] = [...pages, ...withoutPage, ...otherObjects];
