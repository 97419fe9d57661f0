import type { StripeMode } from 'c/gatewayReference';

/**
 * Where a piece of evidence comes from, strongest first. Ids of payments, charges, refunds and balance transactions
 * say nothing of mode or account, and Refund and BalanceTransaction JSON has no `livemode` (SDK typings).
 */
export const EVIDENCE_SOURCES = [
    'reference',
    'requestLogUrl',
    'recordFields',
    'livemode',
    'gatewaySetting',
    'personsChoice',
    'orgDefault'
] as const;

export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];

/** One thing that is known about the Stripe account or mode of a record. */
export interface ContextEvidence {
    source: EvidenceSource;
    account?: string;
    mode?: StripeMode;
}

/** The account and mode to open, each with the evidence that decided, and the evidence that says otherwise. */
export interface StripeContext {
    account?: string;
    accountSource?: EvidenceSource;
    mode?: StripeMode;
    modeSource?: EvidenceSource;
    conflicts: ContextEvidence[];
}

export const DASHBOARD_ORIGIN = 'https://dashboard.stripe.com';

/** Whether a text is an account id of Stripe's shape. A connected account's id has the same shape. */
export function isAccountId(text: unknown): text is string {
    return typeof text === 'string' && /^acct_[A-Za-z0-9]{1,250}$/.test(text);
}

/**
 * Decides account and mode, each by the strongest evidence for it. No evidence leaves it undefined: unknown is an
 * answer. A default that another source overrules is no conflict; anything else that disagrees is kept as one.
 */
export function resolveStripeContext(evidence: readonly ContextEvidence[]): StripeContext {
    const usable = evidence
        .map((item) => (isAccountId(item.account) ? item : { source: item.source, mode: item.mode }))
        .sort((left, right) => EVIDENCE_SOURCES.indexOf(left.source) - EVIDENCE_SOURCES.indexOf(right.source));
    const byAccount = usable.find((item) => item.account !== undefined);
    const byMode = usable.find((item) => item.mode !== undefined);
    const conflicts = usable.filter(
        (item) =>
            item.source !== 'orgDefault' &&
            ((item.account !== undefined && item.account !== byAccount?.account) ||
                (item.mode !== undefined && item.mode !== byMode?.mode))
    );
    return {
        account: byAccount?.account,
        accountSource: byAccount?.source,
        mode: byMode?.mode,
        modeSource: byMode?.source,
        conflicts
    };
}
