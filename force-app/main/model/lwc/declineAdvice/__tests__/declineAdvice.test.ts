import fc from 'fast-check';
import type { Advice, Failure } from 'c/declineAdvice';
import { adviseOn, concealReasons, openCodes } from 'c/declineAdvice';
import { DECLINE_CODES } from '../declineCodes';
import { ERROR_CODE_GROUPS } from '../errorCodeGroups';
import { STRIPE_ERROR_CODES } from '../stripeErrorCodes';
import { anyFailure, anySpellingOfAConfidentialDecline, CONFIDENTIAL_DECLINES, KNOWN_FAILURES } from './failures';

const FIELDS = [
    'errorCode',
    'declineCode',
    'adviceCode',
    'salesforceResultCode',
    'refundFailureReason',
    'interactionStatus'
] as const satisfies readonly (keyof Failure)[];

/** Everything of an advice that a person may copy, or see beside what they copy. */
function copyable({ customerText, shareableText, retry }: Advice) {
    return { customerText, shareableText, retry };
}

function keysOf(texts: readonly { key: string }[]): string[] {
    return texts.map(({ key }) => key);
}

describe('the codes', () => {
    it('of the stripe package are each in exactly one group', () => {
        const assigned = Object.values(ERROR_CODE_GROUPS).flatMap(({ codes }): string[] => [...codes]);
        expect(assigned.sort()).toEqual([...STRIPE_ERROR_CODES].sort());
    });

    it('that have sentences of their own stand in the group that says so', () => {
        const strays = Object.values(ERROR_CODE_GROUPS).flatMap((group) => {
            const codes: readonly string[] = group.codes;
            return 'special' in group ? Object.keys(group.special).filter((code) => !codes.includes(code)) : [];
        });
        expect(strays).toEqual([]);
    });

    it('of declines are the 47 of the table', () => {
        expect(Object.keys(DECLINE_CODES)).toHaveLength(47);
    });

    it.each(KNOWN_FAILURES)('are known with a reason: %j', (failure) => {
        const { happened } = adviseOn(failure);
        expect(keysOf(happened)).not.toContain('Code_Unknown');
        expect(keysOf(happened)).not.toContain('Happened_Unknown');
    });
});

describe('adviseOn', () => {
    it.each<[Failure, string, string, string | undefined, string]>([
        [{ declineCode: 'insufficient_funds' }, 'InsufficientFunds', 'OtherMethod', 'OtherMethod', 'withOtherData'],
        [{ declineCode: 'generic_decline' }, 'Declined', 'ContactBank', 'Declined', 'withOtherData'],
        [{ declineCode: 'incorrect_cvc' }, 'SecurityCode', 'CorrectData', 'CheckData', 'withOtherData'],
        [{ declineCode: 'issuer_not_available' }, 'NotReached', 'Retry', 'TryAgain', 'now'],
        [{ declineCode: 'duplicate_transaction' }, 'Duplicate', 'CheckFirst', 'Checking', 'afterCheck'],
        [{ errorCode: 'amount_too_large' }, 'AmountLimit', 'ChangeAmount', 'OurSide', 'withOtherData'],
        [{ errorCode: 'charge_expired_for_capture' }, 'Expired', 'NewPayment', 'NewPayment', 'never'],
        [{ errorCode: 'charge_already_refunded' }, 'AlreadyRefunded', 'Compare', 'AlreadyRefunded', 'never'],
        [{ errorCode: 'charge_disputed' }, 'Disputed', 'Dispute', 'Disputed', 'never'],
        [{ errorCode: 'livemode_mismatch' }, 'UnknownId', 'Administrator', 'OurSide', 'never'],
        [{ errorCode: 'idempotency_key_in_use' }, 'Busy', 'CheckFirst', 'Checking', 'afterCheck'],
        [{ errorCode: 'rate_limit' }, 'Busy', 'Later', 'Later', 'later'],
        [{ errorCode: 'tax_id_invalid' }, 'Other', 'Administrator', 'OurSide', 'unknown'],
        [{ adviceCode: 'do_not_try_again' }, 'Declined', 'DoNotRetry', 'Declined', 'never'],
        [{ refundFailureReason: 'insufficient_funds' }, 'BalanceTooLow', 'TopUp', 'OurSide', 'later'],
        [{ refundFailureReason: 'declined' }, 'RefundRefused', 'RefundOtherWay', 'RefundOtherWay', 'never'],
        [{ salesforceResultCode: 'Indeterminate' }, 'NoAnswer', 'CheckFirst', 'Checking', 'afterCheck'],
        [{ salesforceResultCode: 'PermanentFail' }, 'CardNotAccepted', 'ContactBank', 'Declined', 'withOtherData'],
        [{ salesforceResultCode: 'Success' }, 'Success', 'Nothing', undefined, 'never'],
        [{ interactionStatus: 'Timeout' }, 'NoAnswer', 'CheckFirst', 'Checking', 'afterCheck']
    ])('explains %j', (failure, happened, next, customer, retry) => {
        expect(adviseOn(failure)).toMatchObject({
            confidential: false,
            happened: [{ key: `Happened_${happened}` }],
            nextSteps: [{ key: `Next_${next}` }],
            customerText: customer && { key: `Customer_${customer}` },
            retry
        });
    });

    it('lets the most specific code decide', () => {
        const failure: Failure = {
            declineCode: 'expired_card',
            refundFailureReason: 'declined',
            errorCode: 'card_declined',
            adviceCode: 'confirm_card_data',
            salesforceResultCode: 'Decline',
            interactionStatus: 'Timeout'
        };
        expect(adviseOn(failure).decidedBy).toEqual({ source: 'declineCode', code: 'expired_card' });
        expect(adviseOn({ ...failure, declineCode: undefined }).decidedBy?.source).toBe('refundFailureReason');
        expect(adviseOn({ errorCode: 'card_declined', salesforceResultCode: 'Decline' }).decidedBy?.source).toBe(
            'errorCode'
        );
        expect(adviseOn({ salesforceResultCode: 'Decline', interactionStatus: 'Timeout' }).decidedBy?.source).toBe(
            'salesforceResultCode'
        );
    });

    it('adds what the bank advises, and says nothing twice', () => {
        const forbidden = adviseOn({ declineCode: 'generic_decline', adviceCode: 'do_not_try_again' });
        expect(keysOf(forbidden.nextSteps)).toEqual(['Next_ContactBank', 'Next_DoNotRetry']);
        expect(forbidden.retry).toBe('never');

        const dataWrong = adviseOn({ declineCode: 'incorrect_number', adviceCode: 'confirm_card_data' });
        expect(keysOf(dataWrong.nextSteps)).toEqual(['Next_CorrectData']);
    });

    it('does not let the advice to try again replace the look into Stripe', () => {
        expect(adviseOn({ declineCode: 'duplicate_transaction', adviceCode: 'try_again_later' }).retry).toBe(
            'afterCheck'
        );
        expect(adviseOn({ declineCode: 'duplicate_transaction', adviceCode: 'do_not_try_again' }).retry).toBe('never');
    });

    it('shows a network code without judging it, and never in a text to copy', () => {
        const plain = adviseOn({ declineCode: 'do_not_honor' });
        const withNetworkCode = adviseOn({ declineCode: 'do_not_honor', networkDeclineCode: '43' });
        expect(withNetworkCode.happened).toEqual([...plain.happened, { key: 'Code_Network', code: '43' }]);
        expect(copyable(withNetworkCode)).toEqual(copyable(plain));
    });

    it('names a known error code for a ticket', () => {
        expect(adviseOn({ errorCode: 'lock_timeout' }).shareableText).toEqual([
            { key: 'Happened_Busy' },
            { key: 'Code_Stripe', code: 'lock_timeout' },
            { key: 'Next_Later' }
        ]);
    });

    it('names a code that it does not know, and guesses nothing', () => {
        expect(adviseOn({ errorCode: 'brand_new_code' })).toEqual({
            decidedBy: { source: 'errorCode', code: 'brand_new_code' },
            confidential: false,
            happened: [{ key: 'Happened_Unknown' }, { key: 'Code_Unknown', code: 'brand_new_code' }],
            nextSteps: [{ key: 'Next_CheckFirst' }],
            retry: 'unknown',
            customerText: { key: 'Customer_Checking' },
            shareableText: [{ key: 'Happened_Unknown' }, { key: 'Next_CheckFirst' }]
        });
    });

    it('lets a known code decide where a more specific one is not known, and still names that one', () => {
        const advice = adviseOn({ errorCode: 'brand_new_code', salesforceResultCode: 'RequiresReview' });
        expect(advice.decidedBy?.source).toBe('salesforceResultCode');
        expect(advice.happened).toEqual([
            { key: 'Happened_RequiresReview' },
            { key: 'Code_Unknown', code: 'brand_new_code' }
        ]);
    });

    it('takes a decline code that it does not know for a decline, whatever else is said', () => {
        const advice = adviseOn({ declineCode: 'brand_new_code', salesforceResultCode: 'Decline' });
        expect(advice.decidedBy?.source).toBe('declineCode');
        expect(advice.customerText).toEqual({ key: 'Customer_Declined' });
        expect(advice.retry).toBe('unknown');
    });

    it('says that nothing is known where no code is given', () => {
        expect(adviseOn({})).toMatchObject({ happened: [{ key: 'Happened_Unknown' }], retry: 'unknown' });
        expect(adviseOn({ interactionStatus: 'Failed' })).toEqual(adviseOn({}));
        expect(adviseOn({}).decidedBy).toBeUndefined();
    });

    it('masks what is no code', () => {
        const secret = adviseOn({ errorCode: 'pi_3Mtw_secret_YrKJ', networkDeclineCode: '<b>05</b>' });
        expect(secret.decidedBy?.code).toBe('••••••');
        expect(secret.happened.map(({ code }) => code)).toEqual([undefined, '••••••', '••••••']);
    });
});

describe('the guard', () => {
    it.each(CONFIDENTIAL_DECLINES)('keeps %s from everything that is copied', (declineCode) => {
        const advice = adviseOn({ declineCode });
        expect(advice.confidential).toBe(true);
        expect(keysOf(advice.nextSteps)).toEqual(['Next_Guard']);
        expect(copyable(advice)).toEqual(copyable(adviseOn({ declineCode: 'generic_decline' })));
    });

    it.each([
        ['fraudulent', 'Happened_Fraudulent'],
        ['lost_card', 'Happened_LostOrStolen'],
        ['stolen_card', 'Happened_LostOrStolen'],
        ['merchant_blacklist', 'Happened_BlockList']
    ])('tells the agent what %s means', (declineCode, key) => {
        expect(keysOf(adviseOn({ declineCode }).happened)).toEqual([key]);
    });

    it('holds for a refund to a lost or stolen card too', () => {
        const advice = adviseOn({ refundFailureReason: 'lost_or_stolen_card' });
        expect(advice.confidential).toBe(true);
        expect(keysOf(advice.nextSteps)).toEqual(['Next_GuardRefund']);
        expect(copyable(advice)).toEqual(copyable(adviseOn({ refundFailureReason: 'expired_or_canceled_card' })));
    });

    it.each(['pickup_card', 'pick_up_card', 'Pick-Up Card'])(
        'keeps %s too, with the advice of its own',
        (declineCode) => {
            const advice = adviseOn({ declineCode, errorCode: 'card_declined' });
            expect(advice).toMatchObject({
                confidential: true,
                happened: [{ key: 'Happened_CardNotAccepted' }],
                nextSteps: [{ key: 'Next_ContactBank' }],
                customerText: { key: 'Customer_Declined' },
                retry: 'withOtherData'
            });
        }
    );

    it('holds in whichever field and spelling the reason stands, whatever else is said', () => {
        fc.assert(
            fc.property(
                anyFailure(),
                fc.constantFrom(...FIELDS),
                anySpellingOfAConfidentialDecline(),
                (others, field, reason) => {
                    // Another reason that is confidential as well, but presented in its own way, may decide.
                    const given = Object.values(others);
                    fc.pre(!given.includes('lost_or_stolen_card') && !given.includes('pickup_card'));
                    const advice = adviseOn({ ...others, [field]: reason });
                    expect(advice.confidential).toBe(true);
                    expect(copyable(advice)).toEqual(copyable(adviseOn({ declineCode: 'generic_decline' })));
                }
            )
        );
    });
});

describe('codes that are passed on', () => {
    it('say nothing of a confidential reason, in any spelling', () => {
        expect(concealReasons('Lost_Card, pickup_card; lost_or_stolen_card')).toBe(
            'card_declined, card_declined; declined'
        );
        expect(concealReasons('expired_card')).toBe('expired_card');
    });

    it('leave out that of the network where another tells a confidential reason, even if nobody knew', () => {
        expect(openCodes(['card_declined', 'pickup_card', '41'], false)).toEqual(['card_declined']);
    });

    it('are all of them, each once, but none of a network where the reason is confidential', () => {
        expect(openCodes(['card_declined', 'insufficient_funds', '51', '51'], false)).toEqual([
            'card_declined',
            'insufficient_funds',
            '51'
        ]);
        expect(openCodes(['card_declined', 'stolen_card', '43'], true)).toEqual(['card_declined']);
        expect(openCodes(['lost_or_stolen_card', '41'], true)).toEqual(['declined']);
    });
});

describe('any texts', () => {
    const ERROR_CODES: ReadonlySet<string | undefined> = new Set([undefined, ...STRIPE_ERROR_CODES]);
    const FOR_THE_AGENT_ONLY = /^(Happened_(Fraudulent|LostOrStolen|BlockList)|Next_Guard|Code_(Unknown|Network))/;

    it('get an advice, and what is copied of it holds fixed sentences and known error codes only', () => {
        fc.assert(
            fc.property(anyFailure(), (failure) => {
                const { happened, nextSteps, customerText, shareableText } = adviseOn(failure);
                const copied = [...shareableText, ...(customerText ? [customerText] : [])];
                expect(happened.length).toBeGreaterThan(0);
                expect(nextSteps.length).toBeGreaterThan(0);
                expect(copied.filter(({ code }) => !ERROR_CODES.has(code))).toEqual([]);
                expect(keysOf(copied).filter((key) => FOR_THE_AGENT_ONLY.test(key))).toEqual([]);
            })
        );
    });

    it('are not needed: read JSON may hold anything in their place', () => {
        fc.assert(
            fc.property(fc.dictionary(fc.constantFrom(...FIELDS, 'networkDeclineCode'), fc.jsonValue()), (read) => {
                expect(adviseOn(JSON.parse(JSON.stringify(read))).happened.length).toBeGreaterThan(0);
            })
        );
    });
});
