/** What a test payment method does (docs.stripe.com/testing). */
export interface TestCard {
    brand: 'amex' | 'discover' | 'mastercard' | 'visa';
    last4: string;
    decline?: Decline;
    /** What becomes of a refund. Stripe lets it fail or succeed later; the stand-in says it at once. */
    refund?: 'failed' | 'pending';
}

export interface Decline {
    code: string;
    declineCode?: string;
    message: string;
    advice?: 'confirm_card_data' | 'do_not_try_again' | 'try_again_later';
}

const DECLINED = 'Your card was declined.';

export const TEST_CARDS: Readonly<Record<string, TestCard>> = {
    pm_card_visa: { brand: 'visa', last4: '4242' },
    pm_card_visa_debit: { brand: 'visa', last4: '5556' },
    pm_card_mastercard: { brand: 'mastercard', last4: '4444' },
    pm_card_amex: { brand: 'amex', last4: '8431' },
    pm_card_discover: { brand: 'discover', last4: '9424' },
    pm_card_pendingRefund: { brand: 'visa', last4: '7726', refund: 'pending' },
    pm_card_refundFail: { brand: 'visa', last4: '5126', refund: 'failed' },
    pm_card_visa_chargeDeclined: declined('0002', { declineCode: 'generic_decline', advice: 'try_again_later' }),
    pm_card_chargeDeclined: declined('0002', { declineCode: 'generic_decline', advice: 'try_again_later' }),
    pm_card_visa_chargeDeclinedInsufficientFunds: declined('9995', {
        declineCode: 'insufficient_funds',
        message: 'Your card has insufficient funds.',
        advice: 'try_again_later'
    }),
    pm_card_visa_chargeDeclinedLostCard: declined('9987', { declineCode: 'lost_card', advice: 'do_not_try_again' }),
    pm_card_visa_chargeDeclinedStolenCard: declined('9979', { declineCode: 'stolen_card', advice: 'do_not_try_again' }),
    pm_card_chargeDeclinedFraudulent: declined('0019', { declineCode: 'fraudulent', advice: 'do_not_try_again' }),
    pm_card_chargeDeclinedExpiredCard: declined('0069', {
        code: 'expired_card',
        message: 'Your card has expired.',
        advice: 'do_not_try_again'
    }),
    pm_card_chargeDeclinedIncorrectCvc: declined('0127', {
        code: 'incorrect_cvc',
        message: "Your card's security code is incorrect.",
        advice: 'confirm_card_data'
    }),
    pm_card_chargeDeclinedProcessingError: declined('0119', {
        code: 'processing_error',
        message: 'An error occurred while processing your card. Try again in a little bit.',
        advice: 'try_again_later'
    }),
    pm_card_visa_chargeDeclinedVelocityLimitExceeded: declined('6975', {
        declineCode: 'card_velocity_exceeded',
        message: 'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
        advice: 'try_again_later'
    })
};

function declined(last4: string, { code = 'card_declined', message = DECLINED, ...more }: Partial<Decline>): TestCard {
    return { brand: 'visa', last4, decline: { code, message, ...more } };
}
