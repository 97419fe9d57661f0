import { paymentTimeline } from 'c/paymentTimeline';
import { expiryWarnings, refundWarnings } from './amountWarnings';
import { contradictionWarnings, orphanedLogWarnings } from './logWarnings';
import { orphanedPaymentWarnings } from './orphanedPayments';
import type { PaymentWarning, WarningInput, WarningSeverity } from './paymentWarning';
import { missingReferenceWarnings, sharedReferenceWarnings } from './referenceWarnings';

export { EXPIRES_SOON_MILLISECONDS } from './amountWarnings';
export type { PaymentWarning, WarningDetail, WarningInput, WarningSeverity } from './paymentWarning';

const SEVERITIES: readonly WarningSeverity[] = ['error', 'warning', 'info'];

/**
 * What is wrong with the payments of an order payment summary, or of several; the worst first. What was not loaded is
 * never taken for missing: whatever is warned of on a part of the records holds for all of them. The order of the
 * records does not matter.
 *
 * @param input `complete` is true for a list that holds every record there is, with every field that is read: where a
 * field is hidden from the user, an empty one proves nothing, and the list must be given as incomplete
 */
export function paymentWarnings(input: WarningInput): PaymentWarning[] {
    const events = paymentTimeline(input.records, input.now);
    const warnings = [
        ...contradictionWarnings(events, input),
        ...refundWarnings(input),
        ...missingReferenceWarnings(input),
        ...sharedReferenceWarnings(input),
        ...expiryWarnings(events, input),
        ...orphanedPaymentWarnings(input),
        ...orphanedLogWarnings(events, input)
    ];
    return SEVERITIES.flatMap((severity) => warnings.filter((warning) => warning.severity === severity));
}
