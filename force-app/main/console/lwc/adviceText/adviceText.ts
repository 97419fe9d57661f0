import networkCode from '@salesforce/label/c.Payments_Advice_Code_Network';
import stripeCode from '@salesforce/label/c.Payments_Advice_Code_Stripe';
import unknownCode from '@salesforce/label/c.Payments_Advice_Code_Unknown';
import retryAfterCheck from '@salesforce/label/c.Payments_Advice_Retry_afterCheck';
import retryLater from '@salesforce/label/c.Payments_Advice_Retry_later';
import retryNever from '@salesforce/label/c.Payments_Advice_Retry_never';
import retryNow from '@salesforce/label/c.Payments_Advice_Retry_now';
import retryUnknown from '@salesforce/label/c.Payments_Advice_Retry_unknown';
import retryWithOtherData from '@salesforce/label/c.Payments_Advice_Retry_withOtherData';
import type { Advice, AdviceKey, AdviceText, Retry } from 'c/declineAdvice';
import { formatLabel } from 'c/displayFormat';
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
