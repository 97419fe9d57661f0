import type { StripeMode } from 'c/gatewayReference';
import { isAccountId } from 'c/stripeContext';

/** What the address of a request log tells: Stripe sends one with every error, and it names account and mode. */
export interface RequestLog {
    /** The address itself: on the Dashboard, and nowhere else. */
    url: string;
    requestId: string;
    mode: StripeMode;
    account?: string;
}

/** Any address, whole: one of the Dashboard inside another host's is that host's. */
const ADDRESS = /\w+:\/\/[^\s"'<>\\]+/g;

/** What ends the sentence that the address stands in. */
const PUNCTUATION = /[.,;:!?)\]}]+$/;

/**
 * `logs/req_…` or `workbench/logs?object=req_…`, behind account and mode in either order. Anchored at the origin, and
 * without a character that could lead elsewhere.
 */
const REQUEST_LOG =
    /^https:\/\/dashboard\.stripe\.com\/(?:(acct_\w+)\/)?(?:(test)\/)?(?:(acct_\w+)\/)?(?:workbench\/)?logs(?:\/|\?object=)(req_\w+)(?:[?&][\w=&.%-]*)?$/;

/**
 * Reads a `request_log_url` ("A URL to the request log entry in your dashboard", docs.stripe.com/api/errors).
 * Shapes seen: `/test/logs/req_…?t=…` and `/acct_…/test/workbench/logs?object=req_…`. Live mode has no segment.
 *
 * @returns undefined for anything that is not such an address on https://dashboard.stripe.com, also a cut-off one
 */
export function parseRequestLogUrl(text: string): RequestLog | undefined {
    const [, accountBefore, test, accountBehind, requestId] = REQUEST_LOG.exec(text) ?? [];
    if (requestId === undefined) {
        return undefined;
    }
    const account = [accountBefore, accountBehind].find(isAccountId);
    return { url: text, requestId, mode: test === undefined ? 'live' : 'test', account };
}

/** The request logs whose addresses stand in a text, such as a gateway's message. */
export function findRequestLogs(text: string): RequestLog[] {
    return (text.match(ADDRESS) ?? []).flatMap((address) => parseRequestLogUrl(address.replace(PUNCTUATION, '')) ?? []);
}
