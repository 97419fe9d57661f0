import type { RecordLink } from './recordLinks.ts';
import type { Verdict } from './groupFindings.ts';
import { recordText } from './recordText.ts';
import type { StripePlace } from './stripePlace.ts';
import { otherMode } from './stripePlace.ts';
import type { AnswerOf } from './subject.ts';

/** Whether what a record names is there at all, and where its link looks for it. */
export function judgePlace(link: RecordLink, place: StripePlace, answerOf: AnswerOf): Verdict[] {
    return [
        ...link.asked.flatMap((id) => judgeExistence(id, link, place, answerOf)),
        ...judgeLink(link, place, answerOf)
    ];
}

function judgeExistence(id: string, link: RecordLink, place: StripePlace, answerOf: AnswerOf): Verdict[] {
    const { account } = link.link.context;
    const verdict = { link, reference: id, salesforce: recordText(link.payment) };
    switch (answerOf(id)?.state) {
        case 'missing':
            return isElsewhere(link, place)
                ? [{ ...verdict, kind: 'otherAccount', salesforce: account ?? '', stripe: `not in ${place.account}` }]
                : [{ ...verdict, kind: 'missing', stripe: 'not found' }];
        case 'otherMode':
            return [{ ...verdict, kind: 'otherMode', stripe: `${otherMode(place.mode)} mode` }];
        case 'notPermitted':
            return [{ ...verdict, kind: 'notChecked', stripe: 'the key may not read it' }];
        case 'notAskable':
            return [
                {
                    ...verdict,
                    kind: 'notChecked',
                    stripe: 'not asked for objects of this type, or refused the question'
                }
            ];
        default:
            return [];
    }
}

function judgeLink(link: RecordLink, place: StripePlace, answerOf: AnswerOf): Verdict[] {
    const { target } = link;
    const answer = target === undefined ? undefined : answerOf(target);
    if (target === undefined || answer?.state !== 'found') {
        return [];
    }
    const { account, mode } = link.link.context;
    const { object } = answer;
    // Refunds and balance transactions do not tell their mode; the key sees only its own.
    const realMode = ('mode' in object ? object.mode : undefined) ?? place.mode;
    const verdicts: Verdict[] = [];
    if (isElsewhere(link, place)) {
        verdicts.push({
            kind: 'accountDiffers',
            link,
            reference: target,
            salesforce: account ?? '',
            stripe: nameOf(place)
        });
    }
    if (mode !== undefined && mode !== realMode) {
        verdicts.push({ kind: 'modeDiffers', link, reference: target, salesforce: mode, stripe: realMode });
    }
    if (mode === undefined && realMode === 'test') {
        verdicts.push({ kind: 'modeUnknown', link, reference: target, salesforce: 'no mode', stripe: realMode });
    }
    return verdicts;
}

function isElsewhere({ link: { context } }: RecordLink, { account }: StripePlace): boolean {
    return context.account !== undefined && account !== undefined && context.account !== account;
}

function nameOf({ account }: StripePlace): string {
    return account ?? "the key's account";
}
