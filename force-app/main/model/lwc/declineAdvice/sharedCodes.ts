/**
 * Codes that say why a card was declined, or a refund failed, where nobody but the agent may know.
 * Source: docs.stripe.com/declines/codes asks to present the first four as generic_decline. pickup_card is what banks
 * answer for a card that was reported lost or stolen, and the refund's lost_or_stolen_card tells the same.
 */
const CONFIDENTIAL = /fraudulent|lost_card|stolen_card|merchant_blacklist|pick_?up_card/gi;
const CONFIDENTIAL_REFUND = /lost_or_stolen_card/gi;

/** What Stripe calls a declined card, and a refund that was declined. */
const CARD_DECLINED = 'card_declined';
const REFUND_DECLINED = 'declined';

const OPEN_CODES: readonly string[] = [CARD_DECLINED, REFUND_DECLINED];

/** The text with a code that says nothing in place of each that says too much. */
export function concealReasons(text: string): string {
    return text.replace(CONFIDENTIAL_REFUND, REFUND_DECLINED).replace(CONFIDENTIAL, CARD_DECLINED);
}

/**
 * The codes of a failure that may be passed on, each once. Where the reason is confidential every other code is left
 * out: a network's code such as 43 (stolen card) tells the same.
 */
export function openCodes(codes: readonly string[], isConfidential: boolean): string[] {
    const concealed = codes.map(concealReasons);
    const open = isConfidential ? concealed.filter((code) => OPEN_CODES.includes(code)) : concealed;
    return [...new Set(open)];
}
