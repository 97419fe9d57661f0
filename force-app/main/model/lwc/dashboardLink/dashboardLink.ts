import type { GatewayReference, StripeMode } from 'c/gatewayReference';
import { DASHBOARD_ORIGIN, isAccountId } from 'c/stripeContext';

/** What a link opens: a page of the Dashboard, or its search. */
export type DashboardPage =
    | 'account'
    | 'customer'
    | 'dispute'
    | 'event'
    | 'invoice'
    | 'payment'
    | 'paymentLink'
    | 'payout'
    | 'price'
    | 'product'
    | 'refund'
    | 'requestLog'
    | 'search'
    | 'setupIntent'
    | 'source'
    | 'subscription'
    | 'topup'
    | 'transfer'
    | 'webhookEndpoint';

/**
 * `high`: Stripe's own text or code, or several independent projects, use this address. `medium`: one project does.
 * `low`: it opens a search.
 */
export type LinkConfidence = 'high' | 'medium' | 'low';

export interface DashboardLink {
    url: string;
    opens: DashboardPage;
    /** The Stripe id, or the order number, that is opened or searched for. */
    target: string;
    confidence: LinkConfidence;
}

interface Page {
    opens: DashboardPage;
    path: string;
    confidence: LinkConfidence;
}

/**
 * The page of each prefix that has one. `txn_`, `pm_`, `card_` and the others have none.
 * Sources: stripe/stripe-cli (events, logs, and the list of pages in pkg/cmd/open.go); dj-stripe
 * djstripe/models/{base,core,connect}.py; woocommerce-gateway-stripe class-wc-stripe-helper.php; saleor/apps
 * generate-stripe-dashboard-urls.ts. None of the addresses is promised by Stripe (stripe/stripe-python#291).
 */
const PAGES: ReadonlyMap<string, Page> = new Map<string, Page>([
    ['acct', { opens: 'account', path: 'connect/accounts', confidence: 'medium' }],
    ['ch', { opens: 'payment', path: 'payments', confidence: 'high' }],
    ['cus', { opens: 'customer', path: 'customers', confidence: 'high' }],
    ['dp', { opens: 'dispute', path: 'disputes', confidence: 'medium' }],
    ['du', { opens: 'dispute', path: 'disputes', confidence: 'medium' }],
    ['evt', { opens: 'event', path: 'events', confidence: 'high' }],
    ['in', { opens: 'invoice', path: 'invoices', confidence: 'high' }],
    ['pi', { opens: 'payment', path: 'payments', confidence: 'high' }],
    ['plink', { opens: 'paymentLink', path: 'payment-links', confidence: 'medium' }],
    ['po', { opens: 'payout', path: 'payouts', confidence: 'high' }],
    ['price', { opens: 'price', path: 'prices', confidence: 'high' }],
    ['prod', { opens: 'product', path: 'products', confidence: 'high' }],
    ['py', { opens: 'payment', path: 'payments', confidence: 'high' }],
    ['pyr', { opens: 'refund', path: 'refunds', confidence: 'high' }],
    ['re', { opens: 'refund', path: 'refunds', confidence: 'high' }],
    ['req', { opens: 'requestLog', path: 'logs', confidence: 'high' }],
    ['seti', { opens: 'setupIntent', path: 'setup_intents', confidence: 'medium' }],
    ['src', { opens: 'source', path: 'sources', confidence: 'medium' }],
    ['sub', { opens: 'subscription', path: 'subscriptions', confidence: 'high' }],
    ['tr', { opens: 'transfer', path: 'connect/transfers', confidence: 'high' }],
    ['tu', { opens: 'topup', path: 'topups', confidence: 'medium' }],
    ['we', { opens: 'webhookEndpoint', path: 'webhooks', confidence: 'high' }]
]);

/** Whether the Dashboard has a page for the reference itself, so that no search is needed. */
export function hasDashboardPage(reference: GatewayReference): boolean {
    return reference.kind === 'stripe' && PAGES.has(reference.prefix);
}

/**
 * The Dashboard address of a reference: `https://dashboard.stripe.com/{account}/{test}/{page}`, account first
 * (docs.stripe.com/stripe-apps/deep-links). The only place that writes one.
 *
 * Without an account Stripe opens the one used last. Without a mode the address is the one of live mode: a caller
 * that does not know the mode must say so, or ask. An id that names its mode overrules the one given.
 *
 * @param reference what parseGatewayReference or findStripeReferences returned
 * @returns undefined for what can be neither opened nor searched for: `SF…` numbers, secrets, unsafe or unknown text
 */
export function dashboardLink(
    reference: GatewayReference,
    context: { account?: string; mode?: StripeMode }
): DashboardLink | undefined {
    const { account } = context;
    switch (reference.kind) {
        case 'stripe':
            return linkOfId(reference.id, PAGES.get(reference.prefix), account, reference.mode ?? context.mode);
        case 'stripeShaped':
            return searchLink(reference.id, reference.id, account, context.mode);
        case 'orderNumber':
            // The storefront cartridge writes the order number into the payment's metadata as `order_id`.
            return searchLink(`order_id:${reference.number}`, reference.number, account, context.mode);
        default:
            return undefined;
    }
}

function linkOfId(id: string, page: Page | undefined, account?: string, mode?: StripeMode): DashboardLink {
    if (page === undefined) {
        return searchLink(id, id, account, mode);
    }
    const url = `${baseAddress(account, mode)}/${page.path}/${encodeURIComponent(id)}`;
    return { url, opens: page.opens, target: id, confidence: page.confidence };
}

/** docs.stripe.com/dashboard/search: object ids and metadata are searched; address form: docs.stripe.com/radar. */
function searchLink(query: string, target: string, account?: string, mode?: StripeMode): DashboardLink {
    const url = `${baseAddress(account, mode)}/search?${new URLSearchParams({ query })}`;
    return { url, opens: 'search', target, confidence: 'low' };
}

function baseAddress(account?: string, mode?: StripeMode): string {
    return [DASHBOARD_ORIGIN, isAccountId(account) ? account : '', mode === 'test' ? 'test' : '']
        .filter((part) => part !== '')
        .join('/');
}
