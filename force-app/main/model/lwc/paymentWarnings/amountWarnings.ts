import type { TimelineEvent } from 'c/paymentTimeline';
import type { AuthorizationBalance, PaymentTotal } from 'c/paymentTotals';
import { moneyRecordsOf, paymentTotals, standingOf } from 'c/paymentTotals';
import { byId } from './byId';
import type { PaymentWarning, WarningInput } from './paymentWarning';

/**
 * How long before an authorization expires somebody should hear of it: two days of the seven that an online card
 * authorization usually lasts (docs.stripe.com/payments/capture-later). The number is our own; no source names one.
 */
export const EXPIRES_SOON_MILLISECONDS = 48 * 60 * 60 * 1000;

/** Authorizations that cannot be captured any longer, or soon, with something left of them. */
export function expiryWarnings(events: readonly TimelineEvent[], input: WarningInput): PaymentWarning[] {
    return events.flatMap(({ payment, expiry }): PaymentWarning[] => {
        const balance = expiry?.balance;
        if (!expiry || !balance || !isCertain(balance, input)) {
            return [];
        }
        const { at, hasPassed, millisecondsLeft } = expiry;
        const records = [payment];
        if (hasPassed) {
            return [{ kind: 'expired', severity: 'warning', at, balance, records }];
        }
        return millisecondsLeft <= EXPIRES_SOON_MILLISECONDS
            ? [{ kind: 'expiresSoon', severity: 'warning', at, millisecondsLeft, balance, records }]
            : [];
    });
}

/** A capture that is not loaded may have used up a balance that was computed from those that are. */
function isCertain({ source }: AuthorizationBalance, { complete }: WarningInput): boolean {
    return source === 'stored' || (complete.payments && complete.adjustments);
}

/** More was refunded than captured. A refund that is not loaded could only make it worse; a payment could not. */
export function refundWarnings({ records, complete }: WarningInput): PaymentWarning[] {
    const totals = new Map(paymentTotals(records, complete).map((total) => [total.kind, total]));
    const captured = totals.get('captured');
    const refunded = totals.get('refunded');
    const sources = [
        ...(complete.payments ? [{ source: 'records' as const, ...amounts('computed', captured, refunded) }] : []),
        { source: 'summary' as const, ...amounts('stored', captured, refunded) }
    ];
    const tooMuch = sources.find((amount) => amount.refunded > amount.captured);
    if (!tooMuch) {
        return [];
    }
    const refunds = moneyRecordsOf(records).refunds.filter((refund) => standingOf(refund) === 'counted');
    return [{ kind: 'refundedMoreThanCaptured', severity: 'error', ...tooMuch, records: refunds.sort(byId) }];
}

/** An amount that is not known is not a number, which is neither more nor less than any. */
function amounts(side: 'computed' | 'stored', captured?: PaymentTotal, refunded?: PaymentTotal) {
    return { captured: captured?.[side] ?? NaN, refunded: refunded?.[side] ?? NaN };
}
