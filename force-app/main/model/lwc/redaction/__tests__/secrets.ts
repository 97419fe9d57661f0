import fc from 'fast-check';

/** Texts of a kind of secret, made up: every character is drawn. */
export interface SecretKind {
    name: string;
    texts: fc.Arbitrary<string>;
}

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const HEX = '0123456789abcdef';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** One draw a text: strings of single draws take ten times as long. */
function random(characters: string, length: number): fc.Arbitrary<string> {
    return fc.infiniteStream(fc.nat({ max: characters.length - 1 })).map((stream) => {
        let text = '';
        for (const index of stream) {
            text += characters[index] ?? '';
            if (text.length >= length) {
                break;
            }
        }
        return text;
    });
}

function after(beginning: fc.Arbitrary<string> | string, characters: string, length: number): fc.Arbitrary<string> {
    const start = typeof beginning === 'string' ? fc.constant(beginning) : beginning;
    return fc.tuple(start, random(characters, length)).map(([first, rest]) => first + rest);
}

/** 15 digits and the check digit of ISO/IEC 7812-1. */
const CARD_DIGITS = random('0123456789', 14).map((digits) => {
    const payload = `4${digits}`;
    const sum = [...payload].reverse().reduce((total, digit, index) => {
        const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
        return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
    return payload + String((10 - (sum % 10)) % 10);
});

const GROUPED_CARD = fc
    .tuple(CARD_DIGITS, fc.constantFrom(' ', '-', '\u00a0', ' - '))
    .map(([digits, separator]) => (digits.match(/.{4}/g) ?? []).join(separator));

const base64Url = (length: number) => random(`${ALPHANUMERIC}-_`, length);

/** The kinds that Stripe gives out, and what else a log may hold. */
export const STRIPE_SECRETS: readonly SecretKind[] = [
    {
        name: 'a client secret',
        texts: fc
            .tuple(
                fc.constantFrom('pi_3', 'seti_1', 'cs_test_a1', 'src_1'),
                random(ALPHANUMERIC, 22),
                random(ALPHANUMERIC, 25)
            )
            .map(([prefix, id, secret]) => `${prefix}${id}_secret_${secret}`)
    },
    {
        name: 'an API key',
        texts: after(
            fc
                .tuple(fc.constantFrom('sk', 'rk', 'pk', 'ek'), fc.constantFrom('test', 'live', 'prod', 'org'))
                .map(([kind, mode]) => `${kind}_${mode}_`),
            ALPHANUMERIC,
            24
        )
    },
    { name: 'a long API key', texts: after('sk_live_51', ALPHANUMERIC, 97) },
    { name: 'a webhook secret', texts: after('whsec_', ALPHANUMERIC, 32) },
    { name: 'an ephemeral key', texts: after('ephkey_', ALPHANUMERIC, 24) },
    { name: 'a terminal connection token', texts: after('pst_test_', ALPHANUMERIC, 24) },
    { name: 'a key in base64', texts: after('c2tfbGl2ZV8', ALPHANUMERIC, 32) },
    { name: 'a card number', texts: CARD_DIGITS },
    { name: 'a card number in groups', texts: GROUPED_CARD },
    {
        name: 'a receipt’s address',
        texts: after('https://pay.stripe.com/receipts/payment/CAcaFwoVYWNjdF8', ALPHANUMERIC, 40)
    },
    { name: 'a hosted page', texts: after('https://checkout.stripe.com/c/pay/x#fidkdWxOYHwnPyd1b', ALPHANUMERIC, 40) }
];

/** Written from the rules of config/gitleaks.toml (gitleaks/gitleaks) that need no context, and TruffleHog’s for Stripe. */
export const OTHER_SECRETS: readonly SecretKind[] = [
    {
        name: 'a JSON Web Token',
        texts: fc.tuple(base64Url(20), base64Url(30), base64Url(43)).map(([a, b, c]) => `eyJ${a}.eyJ${b}.${c}`)
    },
    {
        name: 'a bearer credential',
        texts: after('Bearer 7', ALPHANUMERIC, 30)
    },
    { name: 'a basic credential', texts: after('Basic dXNlcjpwYXNz0', ALPHANUMERIC, 20) },
    {
        name: 'an address with a password',
        texts: after('postgres://user:p4ss', ALPHANUMERIC, 12).map((text) => `${text}@db.example/orders`)
    },
    { name: 'an address with a token', texts: after('https://shop.example/return?token=', ALPHANUMERIC, 24) },
    { name: 'a GitHub token', texts: after(fc.constantFrom('ghp_', 'gho_', 'ghs_', 'ghr_'), ALPHANUMERIC, 36) },
    { name: 'a fine-grained GitHub token', texts: after('github_pat_', ALPHANUMERIC, 82) },
    { name: 'a GitLab token', texts: after('glpat-', ALPHANUMERIC, 20) },
    { name: 'an AWS key', texts: after(fc.constantFrom('AKIA', 'ASIA'), UPPER, 16) },
    { name: 'a Google key', texts: after('AIza', ALPHANUMERIC, 35) },
    { name: 'a Slack token', texts: after('xoxb-1234567890-1234567890', ALPHANUMERIC, 24) },
    { name: 'a SendGrid key', texts: after('SG.', ALPHANUMERIC, 66) },
    { name: 'a Twilio key', texts: after('SK', HEX, 32) },
    { name: 'an npm token', texts: after('npm_', ALPHANUMERIC, 36) },
    { name: 'a Shopify token', texts: after('shpat_', HEX, 32) },
    { name: 'a Square token', texts: after('sq0atp-', ALPHANUMERIC, 22) },
    {
        name: 'a private key',
        texts: random(ALPHANUMERIC, 64).map((body) => `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----`)
    }
];

export const ALL_SECRETS: readonly SecretKind[] = [...STRIPE_SECRETS, ...OTHER_SECRETS];

/** A secret of any kind. */
export const SECRET: fc.Arbitrary<string> = fc.oneof(...ALL_SECRETS.map(({ texts }) => texts));

/** What must not be found in the output: the longest run of letters or digits of a secret, without its groups. */
export function coreOf(secret: string): string {
    const words = secret.match(/[A-Za-z0-9]+/g) ?? [];
    return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

/** Whether the output shows a secret, or so much of it that it can be used. */
export function shows(output: string, secret: string): boolean {
    if (/^\d{4}\D/.test(secret)) {
        return output.replace(/\D/g, '').includes(secret.replace(/\D/g, ''));
    }
    return output.includes(coreOf(secret));
}

/** An id of a Stripe object, of the lengths that were seen. */
export const STRIPE_ID = fc
    .tuple(
        fc.constantFrom(
            'pi',
            'ch',
            're',
            'txn',
            'cus',
            'pm',
            'acct',
            'req',
            'evt',
            'tok',
            'card',
            'sub_sched',
            'cs_test'
        ),
        fc.constantFrom(14, 16, 24, 56),
        random(ALPHANUMERIC, 56)
    )
    .map(([prefix, length, body]) => `${prefix}_${body.slice(0, length - 1)}1`);
