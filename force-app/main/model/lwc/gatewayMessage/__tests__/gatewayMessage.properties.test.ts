import fc from 'fast-check';
import type { GatewayMessage, MessageNode } from 'c/gatewayMessage';
import { parseGatewayMessage, textOfLines } from 'c/gatewayMessage';
import { MASK } from 'c/redaction';
import { ALL_SECRETS, shows, STRIPE_ID } from '../../redaction/__tests__/secrets';

const redactedText = (text: string) => textOfLines(parseGatewayMessage(text).lines);

/** Everything that a view could draw. */
function everything(message: GatewayMessage): string {
    return JSON.stringify([message, textOfLines(message.lines)]);
}

const KEY = fc.oneof(
    fc.constantFrom(
        ...['id', 'object', 'amount', 'status', 'metadata', 'order_id', 'card', 'number', 'billing_details', 'address'],
        ...[
            'message',
            'error',
            'description',
            'headers',
            'url',
            'data',
            '__proto__',
            'constructor',
            'client_secret',
            'last4'
        ],
        ...['name', 'email', 'Authorization', 'payment_method_data', 'hasOwnProperty', 'toString', 'length', '']
    ),
    fc.string({ maxLength: 5 })
);

const SCALAR = fc.oneof(
    fc.constantFrom<unknown>(
        null,
        true,
        false,
        0,
        -1.5,
        1e21,
        'succeeded',
        'card',
        'Jane Doe',
        'jane@example.com',
        '10.0.0.1'
    ),
    fc.string({ maxLength: 8 }),
    fc.integer(),
    STRIPE_ID
);

const VALUE: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        SCALAR,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.array(fc.tuple(KEY, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
        tie('value').map((value) => JSON.stringify(value))
    )
})).value;

/** Puts a text into a structure, at a place that the path names, as Stripe or an adapter could. */
function plant(secret: string, path: readonly string[], value: unknown): unknown {
    return path.reduceRight<unknown>(
        (inner, key, index) => {
            switch (key.length % 4) {
                case 0:
                    return [value, inner];
                case 1:
                    return { [key]: inner, other: value };
                case 2:
                    return { before: value, [key]: index % 2 === 0 ? inner : JSON.stringify(inner) };
                default:
                    return { [key]: inner };
            }
        },
        path.length % 3 === 0 ? { [secret]: value } : secret
    );
}

const WRITINGS: readonly ((value: unknown) => string)[] = [
    (value) => JSON.stringify(value),
    (value) => JSON.stringify(value, undefined, 2),
    (value) => `ERROR: ${JSON.stringify(value)}`,
    (value) => JSON.stringify(value).replaceAll('/', '\\/'),
    (value) => JSON.stringify({ Response: JSON.stringify(value) }),
    (value) => `POST /v1/refunds HTTP/1.1\r\nHost: api.stripe.com\r\n\r\n${JSON.stringify(value)}`,
    (value) => `amount=1&payload=${encodeURIComponent(JSON.stringify(value))}`,
    (value) => `${JSON.stringify(value)} and more`,
    (value) => `1,"${JSON.stringify(value).replaceAll('"', '""')}",x`,
    (value) => JSON.stringify(value).slice(0, -1)
];
const WRITING = fc.constantFrom(...WRITINGS);

const ANY_TEXT = fc.oneof(
    fc.tuple(VALUE, WRITING).map(([value, write]) => write(value)),
    fc.tuple(VALUE, WRITING, fc.double({ min: 0, max: 1, noNaN: true })).map(([value, write, part]) => {
        const text = write(value);
        return text.slice(0, Math.floor(text.length * part));
    }),
    fc.webQueryParameters(),
    fc.string({ unit: 'binary', maxLength: 40 })
);

describe('parseGatewayMessage', () => {
    it('takes any text, and reads its own text as the same', () => {
        fc.assert(
            fc.property(ANY_TEXT, (text) => {
                const redacted = redactedText(text);
                expect(redactedText(redacted)).toBe(redacted);
            })
        );
    });

    it('keeps every key and value that it shows in their order', () => {
        fc.assert(
            fc.property(
                fc.array(fc.tuple(KEY, fc.constantFrom('1', '1.10', '1e400', 'true', 'null')), { minLength: 1 }),
                (pairs) => {
                    const { body } = parseGatewayMessage(
                        `{${pairs.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`
                    );
                    expect(body?.children).toHaveLength(pairs.length);
                    body?.children.forEach(({ text, isMasked }: MessageNode, index) => {
                        expect(isMasked || text === pairs[index]?.[1]).toBe(true);
                    });
                }
            )
        );
    });

    it.each(ALL_SECRETS)('never lets $name out, wherever it stands and however that is written', ({ texts }) => {
        const numRuns = Math.ceil((fc.readConfigureGlobal().numRuns ?? 1000) / 5);
        const path = fc.array(KEY, { maxLength: 4 });
        fc.assert(
            fc.property(texts, path, SCALAR, WRITING, fc.boolean(), (secret, keys, value, write, revealPersonal) => {
                const message = parseGatewayMessage(write(plant(secret, keys, value)), { revealPersonal });
                expect(shows(everything(message), secret)).toBe(false);
            }),
            { numRuns }
        );
    });

    it('never changes a Stripe id, wherever it stands; only a row of CSV with ambiguous quotes is hidden whole', () => {
        fc.assert(
            fc.property(STRIPE_ID, fc.array(KEY, { maxLength: 4 }), SCALAR, WRITING, (id, keys, value, write) => {
                const text = write(plant(id, keys, value));
                const message = parseGatewayMessage(text);
                // `{""}"":` in CSV: an empty text and a bracket, or a key that is a bracket.
                const isHiddenRow = text.startsWith('1,"') && textOfLines(message.lines) === MASK;
                expect(isHiddenRow || everything(message).includes(id)).toBe(true);
            })
        );
    });
});
