import type { HappenedKey, NextKey } from './adviceKeys';
import type { MeaningName } from './meanings';

/** A reason that only the agent may read, and what the failure is presented as to everybody else. */
export interface ConfidentialReason {
    happened: HappenedKey;
    next: NextKey;
    presentedAs: MeaningName;
}

/**
 * The reasons that must not reach the customer: docs.stripe.com/declines/codes asks to present them as generic_decline.
 * For the refund Stripe does not ask for it; its reason is the same, so it is guarded as well.
 */
export const CONFIDENTIAL_REASONS: ReadonlyMap<string, ConfidentialReason> = new Map<string, ConfidentialReason>([
    ['fraudulent', { happened: 'Fraudulent', next: 'Guard', presentedAs: 'declined' }],
    ['lost_card', { happened: 'LostOrStolen', next: 'Guard', presentedAs: 'declined' }],
    ['stolen_card', { happened: 'LostOrStolen', next: 'Guard', presentedAs: 'declined' }],
    ['merchant_blacklist', { happened: 'BlockList', next: 'Guard', presentedAs: 'declined' }],
    ['lost_or_stolen_card', { happened: 'LostOrStolen', next: 'GuardRefund', presentedAs: 'refundRefused' }]
]);
