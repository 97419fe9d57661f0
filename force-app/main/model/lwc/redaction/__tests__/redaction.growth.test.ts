import { redactText } from 'c/redaction';

const SHORT = 32_000;
const TIMES_LONGER = 8;

/** Time that grows with the square of the length would be 64 times as long. The rest is for what the machine does besides. */
const MOST_TIMES_AS_LONG = 30;

/** Microseconds of processor time, of the quickest run. */
function time(work: () => void): number {
    const runs = Array.from({ length: 3 }, () => {
        const start = process.cpuUsage();
        work();
        const { user, system } = process.cpuUsage(start);
        return user + system;
    });
    return Math.max(1_000, Math.min(...runs));
}

describe('the time to redact grows with the length of the text and no more', () => {
    it.each([
        ...[
            'a',
            '4242 ',
            '1.',
            '@',
            'a@',
            '%40',
            '%25',
            '::',
            '= ',
            'name=',
            'card.status=x',
            '"',
            '\\"',
            '""',
            '[',
            '{"a":'
        ],
        ...[
            '\\n',
            ' ',
            '\n {',
            'https://',
            '-----BEGIN ',
            'eyJ',
            'Bearer ',
            '_secret',
            'a[b]',
            "a='",
            '"a": "b", ',
            'a=b&'
        ],
        ...['""a"": ""b"",', '{"a":"{', 'key: ', '+1 ', 'GB82 ', '••••••', '"x', 'token: ']
    ])('of %j', (part) => {
        const text = (length: number) => part.repeat(length / part.length);
        const [short, long] = [text(SHORT), text(SHORT * TIMES_LONGER)];
        const shortTime = time(() => redactText(short));
        expect(time(() => redactText(long)) / shortTime).toBeLessThan(MOST_TIMES_AS_LONG);
    });
});
