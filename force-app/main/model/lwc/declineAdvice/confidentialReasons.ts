import type { HappenedKey, NextKey } from './adviceKeys';
import type { MeaningName } from './meanings';

/** A reason that only the agent may read, and what the failure is presented as to everybody else. */
export interface ConfidentialReason {
    happened: HappenedKey;
    next: NextKey;
    presentedAs: MeaningName;
    /** The code that is passed on in place of this one: Stripe's for a card, or a refund, that was declined. */
    openCode: 'card_declined' | 'declined';
}

const OF_CARD = { next: 'Guard', presentedAs: 'declined', openCode: 'card_declined' } as const;

/** Stripe sends the customer to the bank, so that the advice is the open one. */
const PICKED_UP = {
    happened: 'CardNotAccepted',
    next: 'ContactBank',
    presentedAs: 'cardNotAccepted',
    openCode: 'card_declined'
} as const;

/**
 * The reasons that must not reach the customer: docs.stripe.com/declines/codes asks to present the four of cards as
 * generic_decline. It does not ask that for the others. But lost_or_stolen_card, of a refund, tells the same, and
 * pickup_card, also spelled with two underscores, is what banks answer for a card that was reported lost or stolen.
 * A code that is part of another stands behind it.
 */
export const CONFIDENTIAL_REASONS: ReadonlyMap<string, ConfidentialReason> = new Map<string, ConfidentialReason>([
    [
        'lost_or_stolen_card',
        { happened: 'LostOrStolen', next: 'GuardRefund', presentedAs: 'refundRefused', openCode: 'declined' }
    ],
    ['fraudulent', { happened: 'Fraudulent', ...OF_CARD }],
    ['lost_card', { happened: 'LostOrStolen', ...OF_CARD }],
    ['stolen_card', { happened: 'LostOrStolen', ...OF_CARD }],
    ['merchant_blacklist', { happened: 'BlockList', ...OF_CARD }],
    ['pickup_card', PICKED_UP],
    ['pick_up_card', PICKED_UP]
]);
