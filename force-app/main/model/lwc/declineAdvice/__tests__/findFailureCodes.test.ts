import fc from 'fast-check';
import { adviseOn, findFailureCodes } from 'c/declineAdvice';
import { DECLINE_CODES } from '../declineCodes';
import { REFUND_FAILURE_REASONS } from '../otherCodes';
import { STRIPE_ERROR_CODES } from '../stripeErrorCodes';
import { CONFIDENTIAL_DECLINES } from './failures';

/** Text without a letter of a code in it, so that it makes no code and breaks none. */
const around = fc.string({ unit: fc.constantFrom(' ', '.', ',', ':', '"', '{', '}', '(', ')', '\n', '/', '-', 'É') });

/** Codes of one word could be any word: only `fraudulent` is taken for one. */
const isFindable = (code: string) => /^[a-z]+(?:_[a-z0-9]+)+$|^fraudulent$/.test(code);

describe('findFailureCodes', () => {
    it.each<[string, ReturnType<typeof findFailureCodes>]>([
        ['', {}],
        ['The card was declined.', {}],
        ['card_declined', { errorCode: 'card_declined' }],
        ['card_declined insufficient_funds', { errorCode: 'card_declined', declineCode: 'insufficient_funds' }],
        ['{"decline_code":"stolen_card"}', { declineCode: 'stolen_card' }],
        ['Declined (fraudulent).', { declineCode: 'fraudulent' }],
        ['CARD_DECLINED: Fraudulent', { errorCode: 'card_declined', declineCode: 'fraudulent' }],
        ['lost_or_stolen_card', { refundFailureReason: 'lost_or_stolen_card' }],
        ['expired_or_canceled_card', { refundFailureReason: 'expired_or_canceled_card' }],
        ['brand_new_code', {}],
        ['my_stolen_card_story', {}],
        ['stolen', {}],
        ['constructor to_string __proto__', {}]
    ])('finds in %j the codes %j', (text, codes) => {
        const found = findFailureCodes(text);
        expect(Object.fromEntries(Object.entries(found).filter(([, code]) => code !== undefined))).toEqual(codes);
    });

    it('takes the first of each kind', () => {
        expect(findFailureCodes('lost_card, then stolen_card, then expired_card').declineCode).toBe('lost_card');
        expect(findFailureCodes('lock_timeout or rate_limit').errorCode).toBe('lock_timeout');
    });

    it('takes a code that a card and a refund have in common for the card’s', () => {
        expect(findFailureCodes('expired_or_canceled_card').declineCode).toBeUndefined();
        expect(findFailureCodes('insufficient_funds')).toMatchObject({
            declineCode: 'insufficient_funds',
            refundFailureReason: undefined
        });
    });

    it('takes no code in a text about a refund for the card’s', () => {
        expect(findFailureCodes('Refund failed: insufficient_funds', true)).toMatchObject({
            declineCode: undefined,
            refundFailureReason: 'insufficient_funds'
        });
        expect(findFailureCodes('fraudulent; lost_or_stolen_card', true)).toEqual({
            declineCode: undefined,
            errorCode: undefined,
            refundFailureReason: 'lost_or_stolen_card'
        });
    });

    it('finds every known code of Stripe, whatever stands around it', () => {
        const found = (code: string, text: string) => Object.values(findFailureCodes(text)).includes(code);
        const codes = [
            ...Object.keys(DECLINE_CODES),
            ...STRIPE_ERROR_CODES,
            ...Object.keys(REFUND_FAILURE_REASONS)
        ].filter(isFindable);
        expect(codes.length).toBeGreaterThan(240);
        fc.assert(
            fc.property(fc.constantFrom(...codes), around, around, (code, before, behind) => {
                expect(found(code, before + code + behind)).toBe(true);
            })
        );
    });

    it('finds the reasons that have to be kept, also in capitals, so that the guard stands', () => {
        const spellings = CONFIDENTIAL_DECLINES.flatMap((code) => [code, code.toUpperCase()]);
        const reasons = fc.constantFrom(...spellings, 'Stolen_Card');
        fc.assert(
            fc.property(reasons, around, around, (code, before, behind) => {
                expect(adviseOn(findFailureCodes(`card_declined ${before}${code}${behind}`)).confidential).toBe(true);
            })
        );
    });

    it('finds nothing but known codes, and takes any text', () => {
        const known = new Set<string>([
            ...Object.keys(DECLINE_CODES),
            ...STRIPE_ERROR_CODES,
            ...Object.keys(REFUND_FAILURE_REASONS)
        ]);
        const words = fc.array(fc.oneof(fc.constantFrom(...known), fc.string({ unit: 'binary' })));
        fc.assert(
            fc.property(words, (texts) => {
                const found = Object.values(findFailureCodes(texts.join(' ')));
                expect(found.filter((code) => code !== undefined && !known.has(code))).toEqual([]);
            })
        );
    });
});
