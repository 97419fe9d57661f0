import networkCode from '@salesforce/label/c.Payments_Advice_Code_Network';
import stripeCode from '@salesforce/label/c.Payments_Advice_Code_Stripe';
import unknownCode from '@salesforce/label/c.Payments_Advice_Code_Unknown';
import retryAfterCheck from '@salesforce/label/c.Payments_Advice_Retry_afterCheck';
import retryLater from '@salesforce/label/c.Payments_Advice_Retry_later';
import retryNever from '@salesforce/label/c.Payments_Advice_Retry_never';
import retryNow from '@salesforce/label/c.Payments_Advice_Retry_now';
import retryUnknown from '@salesforce/label/c.Payments_Advice_Retry_unknown';
import retryWithOtherData from '@salesforce/label/c.Payments_Advice_Retry_withOtherData';
import customerText from '@salesforce/label/c.Payments_Failure_Customer';
import nextText from '@salesforce/label/c.Payments_Failure_Next';
import type { Advice, AdviceKey, AdviceText, Failure, Retry } from 'c/declineAdvice';
import { adviseOn, openCodes } from 'c/declineAdvice';
import { formatLabel, shownText } from 'c/displayFormat';
import { CUSTOMER_TEXTS } from './customerTexts';
import { HAPPENED_TEXTS } from './happenedTexts';
import { NEXT_STEP_TEXTS } from './nextStepTexts';

const TEXTS: Readonly<Record<AdviceKey, string>> = {
    ...HAPPENED_TEXTS,
    ...NEXT_STEP_TEXTS,
    ...CUSTOMER_TEXTS,
    Code_Network: networkCode,
    Code_Stripe: stripeCode,
    Code_Unknown: unknownCode
};

const RETRY_TEXTS: Readonly<Record<Retry, string>> = {
    now: retryNow,
    later: retryLater,
    withOtherData: retryWithOtherData,
    afterCheck: retryAfterCheck,
    never: retryNever,
    unknown: retryUnknown
};

/** An advice in words. `customer` and `shareable` may be copied, the others are for the agent's eyes only. */
export interface AdviceInWords {
    happened: string;
    nextSteps: string;
    retry: string;
    /** Undefined where there is nothing to tell the customer. */
    customer?: string;
    shareable: string;
}

/** What is known and advised about the failure of a record. */
export interface FailureInWords extends AdviceInWords {
    /** The gateway's, Stripe's and Salesforce's codes that may be passed on, the most specific first. */
    openCodes: string[];
    /** Whether nobody but the agent may know the reason: then only `customer` and `shareable` may be copied. */
    isConfidential: boolean;
}

/** A line of the advice on a failure, as it is drawn. */
export interface AdviceLine {
    key: string;
    text: string;
    /** Whether to warn that the reason must be kept. */
    isWarning: boolean;
    /** What of it the customer may be told, which can be copied. */
    copyable?: string;
}

/**
 * Why something failed, what to do about it, and what the customer may be told. A table draws these lines in its rows,
 * where a component each would take too long, and `c-failure-advice` everywhere else.
 */
export function adviceLines({ happened, nextSteps, retry, customer, isConfidential }: FailureInWords): AdviceLine[] {
    const next = formatLabel(nextText, [nextSteps, retry].filter(Boolean).join(' '));
    const lines: AdviceLine[] = [
        { key: 'happened', text: happened, isWarning: false },
        { key: 'next', text: next, isWarning: isConfidential }
    ];
    if (customer) {
        lines.push({
            key: 'customer',
            text: formatLabel(customerText, customer),
            isWarning: false,
            copyable: customer
        });
    }
    return lines;
}

/** Explains a failure in the words of the custom labels. */
export function failureInWords(failure: Failure): FailureInWords {
    const { declineCode, refundFailureReason, errorCode, networkDeclineCode, salesforceResultCode } = failure;
    const codes = [declineCode, refundFailureReason, errorCode, networkDeclineCode, salesforceResultCode];
    const advice = adviseOn(failure);
    const given = codes.flatMap((code) => (code ? [shownText(String(code))] : []));
    return {
        ...adviceInWords(advice),
        openCodes: openCodes(given, advice.confidential),
        isConfidential: advice.confidential
    };
}

/** Puts an advice into the words of the custom labels. */
export function adviceInWords(advice: Advice): AdviceInWords {
    return {
        happened: inWords(advice.happened),
        nextSteps: inWords(advice.nextSteps),
        retry: RETRY_TEXTS[advice.retry],
        customer: advice.customerText && inWords([advice.customerText]),
        shareable: inWords(advice.shareableText)
    };
}

function inWords(texts: readonly AdviceText[]): string {
    return texts.map(({ key, code }) => (code === undefined ? TEXTS[key] : formatLabel(TEXTS[key], code))).join(' ');
}
