import { DECLINE_CODES } from './declineCodes';
import { errorCodeMeanings } from './errorCodeGroups';
import type { MeaningName } from './meanings';
import { ADVICE_CODES, INTERACTION_STATUSES, REFUND_FAILURE_REASONS, SALESFORCE_RESULT_CODES } from './otherCodes';

/** The codes that came with a failure, as they stand in a log or a field. Any text, and nothing, is allowed. */
export interface Failure {
    /** `code` of a Stripe error. */
    errorCode?: string;
    declineCode?: string;
    adviceCode?: string;
    /** Of the card's network: its meaning depends on the brand, so it is shown and not judged. */
    networkDeclineCode?: string;
    /** SfResultCode. */
    salesforceResultCode?: string;
    /** `failure_reason` of a Stripe refund. */
    refundFailureReason?: string;
    /** InteractionStatus of a gateway log. */
    interactionStatus?: string;
}

/** Where a code can stand, the most specific first. Network codes decide nothing. */
export const FAILURE_SOURCES = [
    'declineCode',
    'refundFailureReason',
    'errorCode',
    'adviceCode',
    'salesforceResultCode',
    'interactionStatus'
] as const satisfies readonly (keyof Failure)[];

export type FailureSource = (typeof FAILURE_SOURCES)[number];

/** One code of a failure. `meaning` is undefined where the code is not known. */
export interface FailureCode {
    source: FailureSource;
    code: string;
    meaning?: MeaningName;
}

const MEANINGS_BY_SOURCE: Readonly<Record<FailureSource, ReadonlyMap<string, MeaningName>>> = {
    declineCode: byNormalCode(Object.entries(DECLINE_CODES)),
    refundFailureReason: byNormalCode(Object.entries(REFUND_FAILURE_REASONS)),
    errorCode: byNormalCode(errorCodeMeanings()),
    adviceCode: byNormalCode(Object.entries(ADVICE_CODES)),
    salesforceResultCode: byNormalCode(Object.entries(SALESFORCE_RESULT_CODES)),
    interactionStatus: byNormalCode(Object.entries(INTERACTION_STATUSES))
};

function byNormalCode(entries: readonly (readonly [string, MeaningName])[]): ReadonlyMap<string, MeaningName> {
    return new Map(entries.map(([code, meaning]) => [normalCode(code), meaning]));
}

/** A code without regard to case, surroundings and separators, so that no spelling slips past the guard. */
export function normalCode(code: string): string {
    return code
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((word) => word !== '')
        .join('_');
}

/** The codes of a failure, the most specific first. */
export function codesOf(failure: Failure): FailureCode[] {
    return FAILURE_SOURCES.flatMap((source) => {
        const code = textOf(failure[source]);
        return code === '' ? [] : [{ source, code, meaning: MEANINGS_BY_SOURCE[source].get(normalCode(code)) }];
    });
}

/** Whether a code says anything about the reason. Most statuses of a log do not: Failed, Initiated, NoOp, Success. */
export function tellsReason({ source, meaning }: FailureCode): boolean {
    return source !== 'interactionStatus' || meaning !== undefined;
}

/** Codes are words joined by underscores; `fraudulent` is the only one of a single word. */
const CODE_IN_TEXT = /\b(?:[a-z]+(?:_[a-z0-9]+)+|fraudulent)\b/g;

/**
 * The codes of Stripe that stand in a text, such as a gateway's message, the first of each kind.
 * Adapters put them where they like, and in capitals too; only codes that are known are taken for codes.
 *
 * @param isOfRefund whether the text is about a refund. No card is declined then: `insufficient_funds` is the balance
 * of the business, and `fraudulent` why it refunded (docs.stripe.com/api/refunds/object)
 */
export function findFailureCodes(
    text: string,
    isOfRefund = false
): Pick<Failure, 'declineCode' | 'errorCode' | 'refundFailureReason'> {
    const words = text.toLowerCase().match(CODE_IN_TEXT) ?? [];
    const isDecline = (word: string) => !isOfRefund && MEANINGS_BY_SOURCE.declineCode.has(word);
    return {
        declineCode: words.find(isDecline),
        errorCode: words.find((word) => MEANINGS_BY_SOURCE.errorCode.has(word)),
        refundFailureReason: words.find((word) => MEANINGS_BY_SOURCE.refundFailureReason.has(word) && !isDecline(word))
    };
}

/** The text of a field. JSON that was read may hold anything in its place. */
export function textOf(value: unknown): string {
    return typeof value === 'string' ? value.trim() : '';
}
