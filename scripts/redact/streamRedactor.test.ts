import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MASK, redactText } from 'c/redaction';
import fc from 'fast-check';
import { StreamRedactor } from './streamRedactor.ts';

// A fixed seed, so that a run means the same everywhere; PROPERTY_SEED looks elsewhere.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_123) });

const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 2_000) };
const ID = 'ch_3MmlLrLkdIwHu7ix0snN0B15';
const SECRETS = [
    'sk_live_51Hs2ab3cd4ef5gh6ij7kl8mn9op',
    'pi_3MtwBwLkdIwHu7ix28a3tqPa_secret_YrKJUKribcBjcG8HVhfZluoGH',
    '4242 4242 4242 4242',
    '4000000000009995',
    'whsec_0123456789abcdef0123456789abcdef',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlMTIzNDU2',
    'https://pay.stripe.com/receipts/payment/CAcaFwoVYWNjdF8',
    'Bearer 7f9c0a1b2c3d4e5f'
];

/** The core of a secret: what must not come out, with or without what separates its groups. */
function shows(output: string, secret: string): boolean {
    const core = secret.startsWith('4242')
        ? secret
        : (secret.match(/\w+/g) ?? []).sort((a, b) => b.length - a.length)[0];
    return output.includes(core ?? secret);
}

function stream(text: string, sizes: readonly number[], maximumPart?: number): string {
    const redactor = new StreamRedactor(maximumPart);
    let redacted = '';
    let from = 0;
    for (let index = 0; from < text.length; index += 1) {
        const size = sizes[index % sizes.length] ?? 1;
        redacted += redactor.push(text.slice(from, from + size));
        from += size;
    }
    return redacted + redactor.end();
}

const SECRET = fc.constantFrom(...SECRETS);
const PIECE = fc.oneof(
    SECRET,
    fc.constantFrom(
        ...[
            '{',
            '}',
            '[',
            ']',
            '"',
            '\\"',
            '""',
            ',',
            ': ',
            '=',
            '&',
            '\n',
            '\r\n',
            ' ',
            ' word ',
            'a',
            '\\',
            '"name":"Jane"'
        ],
        ...['"metadata":{', 'token=', 'Cookie: ', '-----BEGIN PRIVATE KEY-----', '-----END PRIVATE KEY-----', ID]
    ),
    fc.nat({ max: 90 }).map((length) => 'x'.repeat(length)),
    fc.nat({ max: 60 }).map((length) => '{"a": 1, "b": "c"},'.repeat(length % 7))
);
const TEXT = fc.array(PIECE, { maxLength: 25 }).map((pieces) => pieces.join(''));
const SIZES = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 });

test('what comes out does not depend on the pieces that come in', () => {
    fc.assert(
        fc.property(TEXT, SIZES, (text, sizes) => {
            assert.equal(stream(text, sizes, 400), stream(text, [text.length + 1], 400));
        }),
        RUNS
    );
});

test('lines that are not too long come out as the model redacts a text', () => {
    fc.assert(
        fc.property(TEXT, SIZES, (text, sizes) => {
            assert.equal(stream(text, sizes), redactText(text));
        }),
        RUNS
    );
});

test('no secret comes out across the border of pieces, and of the parts of a long line', () => {
    const filler = fc.oneof(
        fc.nat({ max: 600 }).map((length) => 'word '.repeat(length / 5)),
        fc.nat({ max: 600 }).map((length) => 'x'.repeat(length)),
        fc.nat({ max: 40 }).map((length) => '{"id":"ch_1","amount":12},'.repeat(length)),
        fc.nat({ max: 40 }).map((length) => 'amount=1&currency=usd&'.repeat(length)),
        fc.nat({ max: 600 }).map((length) => `"${'long text '.repeat(length / 10)}`)
    );
    const place = fc.constantFrom(
        ['"', '"'],
        [' ', ' '],
        ['{"key":"', '"}'],
        ['&a=', '&'],
        ['\\"', '\\"'],
        ['{"name": "', '"}']
    );
    fc.assert(
        fc.property(filler, SECRET, place, filler, SIZES, (before, secret, [open, close], after, sizes) => {
            const output = stream(`${before}${open}${secret}${close}${after}`, sizes, 400);
            assert.ok(!shows(output, secret), output);
        }),
        RUNS
    );
});

test('a line of any length is redacted in parts, and JSON keeps its places in them', () => {
    const charge = `{"id":"${ID}","metadata":{"gift":"for Jane","order_id":"0001"},"amount":5}`;
    const text = `{"data":[${Array<string>(200).fill(charge).join(',')}]}\n{"gift":"none"}\n`;
    const output = stream(text, [97], 1000);
    assert.equal(output, text.replaceAll('for Jane', MASK));
});

test('a text that is too long to be judged is hidden, and the line goes on behind it', () => {
    const text = `{"a":"${'b'.repeat(3000)} \\" c","name":"Jane","amount":5}\n${'d'.repeat(3000)}&email=jane&amount=5\n`;
    assert.equal(
        stream(text, [333], 1000),
        `{"a":"${MASK}","name":"${MASK}","amount":5}\n${MASK}&email=${MASK}&amount=5\n`
    );
});

test('what stands before a word that is too long is hidden with it, since it may say what comes next', () => {
    const text = `a=Bearer 7f9c0a1b2c3d4e5f&${'d'.repeat(3000)}&amount=5\n`;
    assert.equal(stream(text, [100], 1000), `${MASK}&amount=5\n`);
});

test('a header that is too long is hidden to its end', () => {
    const text = `Cookie: ${'session=abc; '.repeat(300)}\namount 5\n`;
    assert.equal(stream(text, [50], 1000), `Cookie: ${MASK}\namount 5\n`);
});
