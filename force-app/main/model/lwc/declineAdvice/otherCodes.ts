import type { NextKey, Retry } from './adviceKeys';
import type { MeaningName } from './meanings';

/** Why a refund failed. Source: docs.stripe.com/refunds as of March 2025, and the typings of the stripe package. */
export const REFUND_FAILURE_REASONS = {
    charge_for_pending_refund_disputed: 'disputed',
    declined: 'refundRefused',
    expired_or_canceled_card: 'refundRefused',
    // The balance of the business in Stripe, not the customer's account.
    insufficient_funds: 'balanceTooLow',
    lost_or_stolen_card: 'refundRefused',
    merchant_request: 'refundCanceled',
    unknown: 'refundFailed'
} as const satisfies Record<string, MeaningName>;

/** What the card's bank advises. Source: docs.stripe.com/declines/card as of March 2025. */
export const ADVICE_CODES = {
    confirm_card_data: 'cardData',
    do_not_try_again: 'declinedForGood',
    try_again_later: 'processingLater'
} as const satisfies Record<string, MeaningName>;

/** What an advice code adds to the meaning of another code. */
export const ADVICE_ADDITIONS: Readonly<Record<keyof typeof ADVICE_CODES, { next: NextKey; retry: Retry }>> = {
    confirm_card_data: { next: 'CorrectData', retry: 'withOtherData' },
    do_not_try_again: { next: 'DoNotRetry', retry: 'never' },
    try_again_later: { next: 'Later', retry: 'later' }
};

/**
 * SfResultCode. Source: enum commercepayments.SalesforceResultCode, Apex Reference Guide. For SystemError it says that
 * the gateway holds nothing, but also that the time may have run out while waiting: so a look into Stripe comes first.
 */
export const SALESFORCE_RESULT_CODES = {
    Decline: 'processing',
    Indeterminate: 'noAnswer',
    PermanentFail: 'cardNotAccepted',
    RequiresReview: 'requiresReview',
    Success: 'success',
    SystemError: 'noAnswer',
    ValidationError: 'cardData'
} as const satisfies Record<string, MeaningName>;

/** InteractionStatus of a gateway log, where it tells more than that something failed. Source: Object Reference v67. */
export const INTERACTION_STATUSES = { Timeout: 'noAnswer' } as const satisfies Record<string, MeaningName>;
