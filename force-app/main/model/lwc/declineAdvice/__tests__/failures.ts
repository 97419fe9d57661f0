import fc from 'fast-check';
import type { Failure } from 'c/declineAdvice';
import { DECLINE_CODES } from '../declineCodes';
import { ADVICE_CODES, REFUND_FAILURE_REASONS, SALESFORCE_RESULT_CODES } from '../otherCodes';
import { STRIPE_ERROR_CODES } from '../stripeErrorCodes';

/** The decline codes that Stripe asks to present as generic_decline. */
export const CONFIDENTIAL_DECLINES = ['fraudulent', 'lost_card', 'stolen_card', 'merchant_blacklist'];

/** Every code that is known, with the field that it stands in. */
export const KNOWN_FAILURES: readonly Failure[] = [
    ...STRIPE_ERROR_CODES.map((errorCode) => ({ errorCode })),
    ...Object.keys(DECLINE_CODES).map((declineCode) => ({ declineCode })),
    ...Object.keys(REFUND_FAILURE_REASONS).map((refundFailureReason) => ({ refundFailureReason })),
    ...Object.keys(ADVICE_CODES).map((adviceCode) => ({ adviceCode })),
    ...Object.keys(SALESFORCE_RESULT_CODES).map((salesforceResultCode) => ({ salesforceResultCode })),
    { interactionStatus: 'Timeout' }
];

const KNOWN_CODES = KNOWN_FAILURES.flatMap((failure) => Object.values(failure).map(String));

/** A known code, any text, a name that every object has, or nothing. */
function anyCode(): fc.Arbitrary<string | undefined> {
    return fc.oneof(
        fc.constantFrom(...KNOWN_CODES),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('__proto__', 'constructor', 'toString', '', ' '),
        fc.constant(undefined)
    );
}

/** Any failure: codes in their own fields, in others' fields, and texts that are none. */
export function anyFailure(): fc.Arbitrary<Failure> {
    return fc.record({
        errorCode: anyCode(),
        declineCode: anyCode(),
        adviceCode: anyCode(),
        networkDeclineCode: anyCode(),
        salesforceResultCode: anyCode(),
        refundFailureReason: anyCode(),
        interactionStatus: anyCode()
    });
}

/** A confidential decline code as somebody may have written it. */
export function anySpellingOfAConfidentialDecline(): fc.Arbitrary<string> {
    return fc
        .tuple(
            fc.constantFrom(...CONFIDENTIAL_DECLINES),
            fc.constantFrom('_', '-', ' ', '__'),
            fc.boolean(),
            fc.boolean()
        )
        .map(([code, separator, upperCase, surrounded]) => {
            const spelled = code.replace('_', separator);
            const cased = upperCase ? spelled.toUpperCase() : spelled;
            return surrounded ? ` "${cased}" ` : cased;
        });
}
