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

describe('redactText', () => {
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
