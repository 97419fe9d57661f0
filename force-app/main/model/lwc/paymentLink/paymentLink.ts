import { looksLikeOtherAccount } from 'c/accountHint';
import type { DashboardLink, LinkConfidence } from 'c/dashboardLink';
import { dashboardLink } from 'c/dashboardLink';
import type { PaymentRecord } from 'c/paymentRecord';
import type { PaymentTrace, RecordIndex } from 'c/paymentTrace';
import { relatedRecords, tracePayment } from 'c/paymentTrace';
import type { ContextEvidence, StripeContext } from 'c/stripeContext';
import { resolveStripeContext } from 'c/stripeContext';
import type { EvidenceSettings } from 'c/stripeEvidence';
import { evidenceOf } from 'c/stripeEvidence';

/** A record's link into the Dashboard and all that is known about it. */
export interface PaymentLink {
    trace: PaymentTrace;
    context: StripeContext;
    /** Undefined where there is nothing to open or to search for. */
    link?: DashboardLink;
    /** A hint that the id belongs to another account than the link's; undefined where there is no telling. */
    looksLikeOtherAccount?: boolean;
}

/**
 * The link of one record: where it leads (the trace), in which account and mode (the evidence).
 * Its confidence is that of the weakest part: the page, the way to it, the account and the mode.
 *
 * @param further evidence besides that of the records, such as what the body of a log tells
 */
export function linkPayment(
    payment: PaymentRecord,
    index: RecordIndex,
    settings: EvidenceSettings,
    further: readonly ContextEvidence[] = []
): PaymentLink {
    const related = relatedRecords(payment, index);
    const trace = tracePayment(payment, related, index);
    const context = resolveStripeContext([...evidenceInReference(trace), ...further, ...evidenceOf(related, settings)]);
    const link = trace.target && dashboardLink(trace.target, context);
    return {
        trace,
        context,
        link: link && { ...link, confidence: weakest(link, trace, context, settings) },
        looksLikeOtherAccount: link && looksLikeOtherAccount(link.target, context.account)
    };
}

function evidenceInReference({ target }: PaymentTrace): ContextEvidence[] {
    return target?.kind === 'stripe' && target.mode !== undefined ? [{ source: 'reference', mode: target.mode }] : [];
}

function weakest(
    link: DashboardLink,
    trace: PaymentTrace,
    context: StripeContext,
    settings: EvidenceSettings
): LinkConfidence {
    if (link.confidence === 'low' || context.mode === undefined) {
        return 'low';
    }
    const isFirstHand = trace.foundIn === trace.steps[0];
    const isProven = context.account !== undefined && !isModeAssumed(context, settings);
    return link.confidence === 'high' && isFirstHand && isProven && context.conflicts.length === 0 ? 'high' : 'medium';
}

/** A sandbox is made with production's settings in it, so that live mode by a setting alone may be a leftover. */
function isModeAssumed({ mode, modeSource }: StripeContext, { isSandbox }: EvidenceSettings): boolean {
    return modeSource === 'orgDefault' || (modeSource === 'gatewaySetting' && mode === 'live' && isSandbox === true);
}
