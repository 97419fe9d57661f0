import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { adviceInWords, failureInWords } from 'c/adviceText';
import { adviseOn, CODE, CUSTOMER, HAPPENED, NEXT, RETRIES } from 'c/declineAdvice';
import { XMLParser } from 'fast-xml-parser';
import { anyFailure, anySpellingOfAConfidentialDecline } from '../../../../model/lwc/declineAdvice/__tests__/failures';

interface Label {
    fullName: string;
    value: string;
}

const LABELS_FILE = 'force-app/main/setup/labels/CustomLabels.labels-meta.xml';
const PREFIX = 'Payments_Advice_';
const labels: Label[] = new XMLParser()
    .parse(readFileSync(LABELS_FILE, 'utf8'))
    .CustomLabels.labels.filter(({ fullName }: Label) => fullName.startsWith(PREFIX));

/** The sentences that only the agent may read. */
const FOR_THE_AGENT_ONLY = [
    'Happened_BlockList',
    'Happened_Fraudulent',
    'Happened_LostOrStolen',
    'Next_Guard',
    'Next_GuardRefund'
];

/** Words that would give a confidential reason away. */
const HINT = /fraud|lost|stolen|theft|block|black|suspect|risk|radar|reported|do not tell/i;

describe('the labels of the advice', () => {
    it('are one for each key, and no other', () => {
        const keys = Object.entries({ Happened: HAPPENED, Next: NEXT, Customer: CUSTOMER, Code: CODE, Retry: RETRIES });
        const expected = keys.flatMap(([part, names]) => names.map((name) => `${PREFIX}${part}_${name}`));
        expect(labels.map(({ fullName }) => fullName).sort()).toEqual(expected.sort());
    });

    it('give no confidential reason away, but for those that only the agent reads', () => {
        const hints = labels
            .filter(({ value }) => HINT.test(value))
            .map(({ fullName }) => fullName.replace(PREFIX, ''));
        expect(hints.sort()).toEqual(FOR_THE_AGENT_ONLY);
    });
});

describe('adviceInWords', () => {
    it('puts each part into the words of its label', () => {
        expect(adviceInWords(adviseOn({ errorCode: 'lock_timeout', networkDeclineCode: '05' }))).toEqual({
            happened:
                'Stripe was busy with another request, or there were too many requests. ' +
                'The card network says 05. What that means depends on the brand of the card.',
            nextSteps: 'Wait for some time, then try again.',
            retry: 'It can be tried again later.',
            customer: 'This did not work yet. Please give us some time and try again later.',
            shareable:
                'Stripe was busy with another request, or there were too many requests. ' +
                "Stripe's error code is lock_timeout. Wait for some time, then try again."
        });
    });

    it('tells the agent to keep the reason, and gives only a plain decline to copy', () => {
        const words = adviceInWords(adviseOn({ declineCode: 'stolen_card' }));
        const generic = adviceInWords(adviseOn({ declineCode: 'generic_decline' }));
        expect(words.happened).toBe('The card is reported lost or stolen.');
        expect(words.nextSteps).toMatch(/^Do not tell the customer why: say that the card was declined\./);
        expect([words.customer, words.shareable, words.retry]).toEqual([
            generic.customer,
            generic.shareable,
            generic.retry
        ]);
    });

    it('has nothing for the customer after a success', () => {
        expect(adviceInWords(adviseOn({ salesforceResultCode: 'Success' })).customer).toBeUndefined();
    });

    it('leaves no place of a code empty, and needs no code that is not there', () => {
        const failures = [
            { declineCode: 'brand_new', networkDeclineCode: '05' },
            { errorCode: 'card_declined' },
            { refundFailureReason: 'lost_or_stolen_card' },
            {}
        ];
        const texts = failures.flatMap((failure) => Object.values(adviceInWords(adviseOn(failure))));
        expect(texts.filter((text) => /\{\d\}|undefined/.test(text))).toEqual([]);
    });
});

describe('failureInWords', () => {
    it('names the codes that may be passed on, each once, the most specific first', () => {
        const failure = {
            declineCode: 'insufficient_funds',
            errorCode: 'card_declined',
            networkDeclineCode: '51',
            salesforceResultCode: 'Decline'
        };
        expect(failureInWords(failure)).toEqual({
            ...adviceInWords(adviseOn(failure)),
            openCodes: ['insufficient_funds', 'card_declined', '51', 'Decline'],
            isConfidential: false
        });
        expect(failureInWords({ declineCode: 'expired_card', errorCode: 'expired_card' }).openCodes).toEqual([
            'expired_card'
        ]);
    });

    it('names no code that is empty or missing', () => {
        expect(failureInWords({ declineCode: '', errorCode: undefined }).openCodes).toEqual([]);
        expect(failureInWords({}).openCodes).toEqual([]);
    });

    it('names no code that is a secret, put there by mistake', () => {
        expect(failureInWords({ errorCode: 'sk_live_abcdefghijklmnop' }).openCodes).toEqual(['••••••']);
    });

    it('names of a confidential reason nothing that tells it', () => {
        const failure = { errorCode: 'card_declined', networkDeclineCode: '43', salesforceResultCode: 'Decline' };
        const words = failureInWords({ ...failure, declineCode: 'stolen_card' });
        expect(words).toMatchObject({ isConfidential: true, openCodes: ['card_declined'] });
        expect(failureInWords({ refundFailureReason: 'lost_or_stolen_card' })).toMatchObject({
            isConfidential: true,
            openCodes: ['declined']
        });
    });

    it('guards the reason however it is spelled, and in whichever field it stands', () => {
        const fields = fc.constantFrom('declineCode', 'errorCode', 'adviceCode', 'refundFailureReason');
        fc.assert(
            fc.property(anyFailure(), anySpellingOfAConfidentialDecline(), fields, (failure, reason, field) => {
                const { isConfidential, openCodes, customer, shareable } = failureInWords({
                    ...failure,
                    [field]: reason
                });
                expect(isConfidential).toBe(true);
                expect(openCodes.filter((code) => !['card_declined', 'declined'].includes(code))).toEqual([]);
                expect([customer, shareable].filter((text) => text !== undefined && HINT.test(text))).toEqual([]);
            })
        );
    });
});
