import type { CharacterRun } from './characterRuns';
import { characterSet, nextRun } from './characterRuns';
import { isLongStripeId } from './stripeId';

/**
 * Keys of services other than Stripe, told by how they begin. Written from the rules of config/gitleaks.toml
 * (gitleaks/gitleaks) that need no context; the others are told by the name that they stand under.
 */
const FOREIGN_TOKEN = new RegExp(
    `(?<![A-Za-z0-9])(?:${[
        // Source code hosts and package registries
        'gh[opsru]_[A-Za-z0-9]{16,}',
        'github_pat_\\w{16,}',
        'gl[a-z]{2,10}-[\\w.-]{16,}',
        '(?:npm|hf|lin_api|dckr_pat|pscale_[a-z]+|rubygems|ntn|rdme|tfp)_[\\w=.-]{16,}',
        'pypi-[\\w-]{16,}',
        // Clouds
        '(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{12,}',
        'ABSK[A-Za-z0-9+/]{40,}',
        'LTAI[A-Za-z0-9]{12,}',
        'AIza[\\w-]{20,}',
        'ya29\\.[\\w-]{16,}',
        'do[opr]_v1_[a-f0-9]{16,}',
        'dapi[a-f0-9]{32}',
        'hv[bs]\\.[\\w-]{16,}',
        // Messaging and mail
        'xox[a-z](?:\\.xox[bp])?-[\\w-]{10,}',
        'xapp-[\\w-]{10,}',
        'SG\\.[\\w.=-]{16,}',
        'key-[a-f0-9]{32}',
        'xkeysib-[a-f0-9-]{16,}',
        'SK[0-9a-fA-F]{32}',
        // Shops and payments
        'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{16,}',
        'sq0[a-z]{3}-[\\w-]{16,}',
        'EAAA[\\w-]{22,}',
        'FLW(?:SECK|PUBK)[\\w-]{12,}',
        'shippo_(?:live|test)_[a-fA-F0-9]{16,}',
        'duffel_(?:live|test)_[\\w=-]{16,}',
        'EZ[AT]K[A-Za-z0-9]{40,}',
        // Others
        'sk-[\\w-]{16,}',
        'pplx-[A-Za-z0-9]{16,}',
        'PMAK-[A-Za-z0-9-]{16,}',
        'NRAK-[A-Za-z0-9]{16,}',
        'sntry[su]_[\\w+/=]{16,}',
        'AGE-SECRET-KEY-1[A-Z0-9]{16,}',
        'A3-[A-Z0-9]{6}-[A-Z0-9-]{16,}',
        'ops_eyJ[\\w+/=]{16,}',
        'sha256~[\\w-]{16,}'
    ].join('|')})`,
    'g'
);

/** None is shorter. */
const SHORTEST = 20;

const OF_TOKEN = characterSet(/[A-Za-z0-9+\-./=_~]/);

/** Whether there is a word as long as a key, other than a Stripe id. */
export function mayHoldForeignToken(text: string): boolean {
    return nextWord(text, 0) !== undefined;
}

/** Replaces keys of other services by the mask. */
export function maskForeignTokens(text: string, mask: string): string {
    let masked = '';
    let copied = 0;
    for (let word = nextWord(text, 0); word; word = nextWord(text, word.end)) {
        masked += text.slice(copied, word.start) + text.slice(word.start, word.end).replace(FOREIGN_TOKEN, mask);
        copied = word.end;
    }
    return copied === 0 ? text : masked + text.slice(copied);
}

function nextWord(text: string, from: number): CharacterRun | undefined {
    let word = nextRun(text, from, OF_TOKEN, SHORTEST);
    while (word && isLongStripeId(text.slice(word.start, word.end))) {
        word = nextRun(text, word.end, OF_TOKEN, SHORTEST);
    }
    return word;
}
