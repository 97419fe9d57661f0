import fc from 'fast-check';
import { redactText } from 'c/redaction';
import { ALL_SECRETS, SECRET, shows, STRIPE_ID } from './secrets';

/** Bits of the texts that logs are made of, so that hostile mixtures of them come often. */
const FRAGMENT = fc.oneof(
    fc.constantFrom(
        ...[
            '{',
            '}',
            '[',
            ']',
            '"',
            '\\"',
            '\\\\"',
            '""',
            "'",
            ':',
            ',',
            '=',
            '&',
            '%',
            '%25',
            '%40',
            '@',
            '\n',
            '\r\n',
            ' '
        ],
        ...[
            '\\n',
            '\\u0040',
            '-----BEGIN',
            '-----END',
            'Bearer ',
            'Basic ',
            '://',
            'http',
            '=>',
            '[]',
            '+',
            '1',
            '4242 ',
            '::'
        ],
        ...[
            '"name":',
            '"metadata":{',
            '"card":{',
            '"email": "',
            'token=',
            'password: ',
            'card[number]=',
            'Authorization: '
        ],
        ...[
            '"client_secret":',
            'name=',
            '••••••',
            '"object":"card",',
            'POST /v1 HTTP/1.1\n',
            'null',
            'true',
            '12.5',
            '_secret_'
        ]
    ),
    fc.string({ maxLength: 6 }),
    STRIPE_ID
);
const TEXT = fc.oneof(
    fc.array(FRAGMENT, { maxLength: 14 }).map((fragments) => fragments.join('')),
    fc.string({ unit: 'binary', maxLength: 60 })
);

/** Where a secret may stand in a text: what is around it does not go on with it. */
const SURROUNDINGS = fc.constantFrom(
    ...[
        ['', ''],
        ['"', '"'],
        ['{"a":"', '"}'],
        ['key ', ' was used'],
        ['a=', '&b=1'],
        ['{\\"a\\":\\"', '\\"}'],
        ["'", "'"]
    ],
    ...[
        ['<', '>'],
        ['(', ')'],
        ['""', '""'],
        ['x\n', '\ny'],
        ['{"message":"No such key: ', '."}'],
        ['[{"b":["', '"]}]']
    ]
);

const KEY = fc.constantFrom(
    ...[
        'id',
        'object',
        'amount',
        'name',
        'email',
        'metadata',
        'card',
        'billing_details',
        'address',
        'country',
        'last4'
    ],
    ...['data', 'status', 'note', 'number', 'source', 'client_secret', 'url', 'message', 'exp_month', 'headers']
);
const SCALAR = fc.constantFrom<unknown>(
    ...[null, true, 1, -3, 0.25, 4242424242424242, '', 'succeeded', 'card', 'US', 'order 7', "it's", 'C:\\new', 'a\tb'],
    ...[
        'Jane Doe',
        'jane@example.com',
        'say "jane@example.com" now',
        'a=b&email=jane',
        'sk_live_51Hs2ab3cd4ef5',
        '{"a":1}'
    ]
);
const JSON_VALUE = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        SCALAR,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.array(fc.tuple(KEY, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries))
    )
})).value;

/** Ways to write JSON, and to read what was written. */
const WRITINGS: readonly { name: string; write: (json: unknown) => string; read: (text: string) => unknown }[] = [
    { name: 'indented', write: (json) => JSON.stringify(json, undefined, 2), read: (text) => JSON.parse(text) },
    {
        name: 'as a text in JSON',
        write: (json) => JSON.stringify({ body: JSON.stringify(json) }),
        read: (text) => JSON.parse((JSON.parse(text) as { body: string }).body)
    },
    {
        name: 'indented, as a text in JSON',
        write: (json) => JSON.stringify({ body: JSON.stringify(json, undefined, 4) }),
        read: (text) => JSON.parse((JSON.parse(text) as { body: string }).body)
    },
    {
        name: 'in a field of a CSV file',
        write: (json) => `1,"${JSON.stringify(json).replaceAll('"', '""')}",x`,
        read: (text) => JSON.parse(text.slice(3, -3).replaceAll('""', '"'))
    }
];

describe('redactText', () => {
    it.each(WRITINGS)('hides the same in JSON that is written $name', ({ write, read }) => {
        fc.assert(
            fc.property(JSON_VALUE, (value) => {
                const json = { data: [{ id: 'x', value }] };
                expect(read(redactText(write(json)))).toEqual(JSON.parse(redactText(JSON.stringify(json))));
            })
        );
    });

    it('takes any text, and changes nothing the second time', () => {
        fc.assert(
            fc.property(TEXT, (text) => {
                const redacted = redactText(text);
                expect(redactText(redacted)).toBe(redacted);
            })
        );
    });

    it('hides the same secrets where personal data is revealed', () => {
        fc.assert(
            fc.property(SECRET, SURROUNDINGS, (secret, [before, after]) => {
                expect(shows(redactText(before + secret + after, { revealPersonal: true }), secret)).toBe(false);
            })
        );
    });

    it.each(ALL_SECRETS)('never shows $name, whatever is around it', ({ texts }) => {
        const numRuns = Math.ceil((fc.readConfigureGlobal().numRuns ?? 1000) / 5);
        fc.assert(
            fc.property(texts, SURROUNDINGS, TEXT, TEXT, (secret, [before, after], first, last) => {
                const text = `${first} ${before}${secret}${after} ${last}`;
                expect(shows(redactText(text), secret)).toBe(false);
            }),
            { numRuns }
        );
    });

    it('never changes a Stripe id', () => {
        fc.assert(
            fc.property(STRIPE_ID, SURROUNDINGS, (id, [before, after]) => {
                expect(redactText(before + id + after)).toBe(before + id + after);
            })
        );
    });
});
