import { MASK, containsSecret } from 'c/gatewayReference';
import type { AdviceKey, NextKey, Retry } from './adviceKeys';
import type { ConfidentialReason } from './confidentialReasons';
import { CONFIDENTIAL_REASONS } from './confidentialReasons';
import type { Failure, FailureCode, FailureSource } from './failureCodes';
import { codesOf, normalCode, tellsReason, textOf } from './failureCodes';
import type { Meaning } from './meanings';
import { MEANINGS } from './meanings';
import { ADVICE_ADDITIONS } from './otherCodes';

export type { AdviceKey, Retry } from './adviceKeys';
export { CODE, CUSTOMER, HAPPENED, NEXT, RETRIES } from './adviceKeys';
export type { Failure, FailureSource } from './failureCodes';
export { findFailureCodes } from './failureCodes';
export { concealReasons, openCodes } from './sharedCodes';
export type { StripeErrorCode } from './stripeErrorCodes';

/** A sentence: the key of its custom label, and the code that takes the place {0} in it. */
export interface AdviceText {
    key: AdviceKey;
    code?: string;
}

/** What is to be known and done about a failure. */
export interface Advice {
    /** The code that decided; undefined where none was given. For the agent's eyes only. */
    decidedBy?: { source: FailureSource; code: string };
    /** Whether the reason must not be told. Then `happened` and `nextSteps` must not be copied either. */
    confidential: boolean;
    /** For the agent's eyes only. */
    happened: readonly AdviceText[];
    /** For the agent's eyes only. */
    nextSteps: readonly AdviceText[];
    retry: Retry;
    /** May be copied and sent; undefined where there is nothing to tell. */
    customerText?: AdviceText;
    /** May be copied, as into a ticket: holds fixed sentences and known error codes of Stripe, nothing else. */
    shareableText: readonly AdviceText[];
}

/** What a code of Stripe looks like, with room for those of others. Anything else is not shown. */
const SHOWABLE_CODE = /^[\w.:-]{1,80}$/;

const ADDITIONS: ReadonlyMap<string, (typeof ADVICE_ADDITIONS)[keyof typeof ADVICE_ADDITIONS]> = new Map(
    Object.entries(ADVICE_ADDITIONS)
);

/**
 * What happened, what to do about it, and what may be said.
 *
 * Total: takes any texts, and never throws. The most specific code decides; one that is not known is named, not
 * guessed at, and gives way to the next that is known. A decline code decides even then: the payment was declined.
 * A confidential reason is guarded in whichever field it stands; the network's code is shown to the agent, no more.
 */
export function adviseOn(failure: Failure): Advice {
    const codes = codesOf(failure);
    const [guarded] = codes.flatMap((code) => {
        const reason = CONFIDENTIAL_REASONS.get(normalCode(code.code));
        return reason === undefined ? [] : [{ code, reason }];
    });
    return guarded === undefined
        ? openAdvice(codes.filter(tellsReason), failure)
        : confidentialAdvice(guarded.code, guarded.reason, failure);
}

function openAdvice(codes: readonly FailureCode[], failure: Failure): Advice {
    const deciding = codes.find(({ source, meaning }) => meaning !== undefined || source === 'declineCode') ?? codes[0];
    const meaning = meaningOf(deciding);
    const addition = ADDITIONS.get(normalCode(textOf(failure.adviceCode)));
    const happened: AdviceText = { key: `Happened_${meaning.happened}` };
    const nextSteps = nextStepTexts(addition === undefined ? [meaning.next] : [meaning.next, addition.next]);
    return {
        decidedBy: sourceOf(deciding),
        confidential: false,
        happened: [happened, ...unknownCodeTexts(codes), ...networkText(failure)],
        nextSteps,
        retry: addition === undefined ? meaning.retry : combinedRetry(meaning.retry, addition.retry),
        customerText: customerTextOf(meaning),
        shareableText: [happened, ...errorCodeText(deciding), ...nextSteps]
    };
}

/** Everything that may be copied, and whether to try again, is that of the meaning that it is presented as. */
function confidentialAdvice(code: FailureCode, reason: ConfidentialReason, failure: Failure): Advice {
    const presented: Meaning = MEANINGS[reason.presentedAs];
    return {
        decidedBy: sourceOf(code),
        confidential: true,
        happened: [{ key: `Happened_${reason.happened}` }, ...networkText(failure)],
        nextSteps: [{ key: `Next_${reason.next}` }],
        retry: presented.retry,
        customerText: customerTextOf(presented),
        shareableText: [{ key: `Happened_${presented.happened}` }, { key: `Next_${presented.next}` }]
    };
}

function meaningOf(deciding: FailureCode | undefined): Meaning {
    const unknown = deciding?.source === 'declineCode' ? 'unknownDecline' : 'unknown';
    return MEANINGS[deciding?.meaning ?? unknown];
}

function customerTextOf({ customer }: Meaning): AdviceText | undefined {
    return customer && { key: `Customer_${customer}` };
}

function sourceOf(code: FailureCode | undefined): Advice['decidedBy'] {
    return code && { source: code.source, code: showable(code.code) };
}

/** A bank that forbids another attempt is obeyed. Nothing else makes a look into Stripe needless. */
function combinedRetry(retry: Retry, advised: Retry): Retry {
    return retry === 'afterCheck' && advised !== 'never' ? retry : advised;
}

function unknownCodeTexts(codes: readonly FailureCode[]): AdviceText[] {
    const unknown = codes.filter(({ meaning }) => meaning === undefined);
    return unknown.map(({ code }) => ({ key: 'Code_Unknown', code: showable(code) }));
}

function networkText({ networkDeclineCode }: Failure): AdviceText[] {
    const code = textOf(networkDeclineCode);
    return code === '' ? [] : [{ key: 'Code_Network', code: showable(code) }];
}

/**
 * Names a known error code of Stripe for those who will look into the failure. Decline codes are not named: where
 * they were, their absence would give a confidential reason away.
 */
function errorCodeText(deciding: FailureCode | undefined): AdviceText[] {
    return deciding?.source === 'errorCode' && deciding.meaning !== undefined
        ? [{ key: 'Code_Stripe', code: normalCode(deciding.code) }]
        : [];
}

function showable(code: string): string {
    return SHOWABLE_CODE.test(code) && !containsSecret(code) ? code : MASK;
}

/** Each step once. */
function nextStepTexts(steps: readonly NextKey[]): AdviceText[] {
    return [...new Set(steps)].map((step) => ({ key: `Next_${step}` }));
}
