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

/** Replaces keys of other services by the mask. */
export function maskForeignTokens(text: string, mask: string): string {
    let masked = '';
    let copied = 0;
    for (let probe = SHORTEST - 1; probe < text.length; probe += SHORTEST) {
        // Every word of that length has one of the places that are probed.
        if (isOfToken(text.charCodeAt(probe))) {
            const [start, end] = boundsOfWord(text, probe, copied);
            const word = text.slice(start, end);
            if (word.length >= SHORTEST && !isLongStripeId(word)) {
                masked += text.slice(copied, start) + word.replace(FOREIGN_TOKEN, mask);
                copied = end;
            }
            probe = end;
        }
    }
    return copied === 0 ? text : masked + text.slice(copied);
}

function boundsOfWord(text: string, inside: number, from: number): [number, number] {
    let start = inside;
    while (start > from && isOfToken(text.charCodeAt(start - 1))) {
        start -= 1;
    }
    let end = inside + 1;
    while (end < text.length && isOfToken(text.charCodeAt(end))) {
        end += 1;
    }
    return [start, end];
}

/** Letters, digits, and `+ - . / = _ ~`. */
function isOfToken(code: number): boolean {
    return (
        (code >= 97 && code <= 122) ||
        (code >= 45 && code <= 57) ||
        (code >= 65 && code <= 90) ||
        code === 95 ||
        code === 61 ||
        code === 43 ||
        code === 126
    );
}
