import type { DashboardPage, LinkConfidence } from 'c/dashboardLink';
import type { GatewayReference } from 'c/gatewayReference';
import type {
    Payment,
    PaymentAuthorization,
    PaymentGatewayLog,
    PaymentObjectName,
    PaymentRecords,
    Refund
} from 'c/paymentRecord';
import type { EvidenceSettings } from 'c/stripeEvidence';

/** Where a link leads. */
export interface ExpectedLink {
    url: string;
    opens: DashboardPage;
    confidence: LinkConfidence;
}

/** One record, what surrounds it, and the link that it must have. */
export interface LinkCase {
    /** A sentence, unique in the table. */
    name: string;
    /** Where the expectation comes from: a public document or repository, or "rule of this package: …". */
    source: string;
    /** The case is about the first record of this object. */
    start: PaymentObjectName;
    records: Partial<PaymentRecords>;
    /** The number of the order. Without it ORDER_NUMBER; null where the user cannot read it. */
    orderNumber?: string | null;
    /** What is known besides the records. Without it: a sandbox, no gateway settings, no choice. */
    settings?: EvidenceSettings;
    /** What the record's own GatewayRefNumber is. */
    own: GatewayReference['kind'];
    /** How the page shows that reference, where it is not GatewayRefNumber as it is, nor hidden, nor empty. */
    shown?: string;
    /** Undefined where there is nothing to open or to search for. */
    link?: ExpectedLink;
    /** The Id of the record that the link comes from, where that is another one. */
    from?: string;
    /** Texts that must appear nowhere. */
    hidden?: readonly string[];
    /** Set where the case is about a summary with one authorization and no other. */
    isAboutOnlyAuthorization?: boolean;
    /** Why the local org cannot hold the case. */
    notInPage?: string;
}

export const ORDER_NUMBER = '00009001';
export const LIVE = 'https://dashboard.stripe.com';
export const TEST = 'https://dashboard.stripe.com/test';

/** Ids as Stripe's own documentation writes them. */
export const ACCOUNT = 'acct_1PgafTB7WZ01zgkW';
export const INTENT = 'pi_3MtwBwLkdIwHu7ix28a3tqPa';
export const CHARGE = 'ch_3MmlLrLkdIwHu7ix0snN0B15';
export const REFUND = 're_1Nispe2eZvKYlo2Cd31jOCgZ';
export const TRANSACTION = 'txn_1MiN3gLkdIwHu7ixxapQrznl';

/** The account and mode of the gateway setting that the package brings as an example. */
export const OTHER_ACCOUNT = 'acct_1RbHtYEu4JdXq7Mc';

export const SANDBOX: EvidenceSettings = { gatewaySettings: [], isSandbox: true, chosenModes: {} };

export const ALWAYS_SANDBOX = 'The local org is always a sandbox.';

type Start = Pick<LinkCase, 'start' | 'records'>;

/** A page with a refund and nothing else. */
export function ofRefund(refund: Omit<Refund, 'Id'>): Start {
    return { start: 'Refund', records: { refunds: [{ Id: 'refund', ...refund }] } };
}

/** A page with a payment and nothing else. */
export function ofPayment(payment: Omit<Payment, 'Id'>): Start {
    return { start: 'Payment', records: { payments: [{ Id: 'payment', ...payment }] } };
}

/** A page with an authorization and nothing else. */
export function ofAuthorization(authorization: Omit<PaymentAuthorization, 'Id'>): Start {
    return { start: 'PaymentAuthorization', records: { authorizations: [{ Id: 'authorization', ...authorization }] } };
}

/** A page with a gateway log and nothing else. */
export function ofLog(log: Omit<PaymentGatewayLog, 'Id'>): Start {
    return { start: 'PaymentGatewayLog', records: { logs: [{ Id: 'log', ...log }] } };
}

export function opens(page: DashboardPage, url: string, confidence: LinkConfidence): ExpectedLink {
    return { opens: page, url, confidence };
}

/** A search in test mode, account unknown. */
export function searches(encodedQuery: string): ExpectedLink {
    return { opens: 'search', url: `${TEST}/search?query=${encodedQuery}`, confidence: 'low' };
}

/** The last resort in a sandbox. */
export const ORDER_SEARCH = searches('order_id%3A00009001');

/** The payment of INTENT, in the test mode that a sandbox defaults to. */
export const INTENT_PAGE = opens('payment', `${TEST}/payments/${INTENT}`, 'medium');
