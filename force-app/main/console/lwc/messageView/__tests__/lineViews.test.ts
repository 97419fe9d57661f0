import { dashboardLink } from 'c/dashboardLink';
import { parseGatewayReference } from 'c/gatewayReference';
import { parseGatewayMessage } from 'c/gatewayMessage';
import type { RedactionOptions } from 'c/gatewayMessage';
import type { StripeContext } from 'c/stripeContext';
import type { LineView, TreeOptions } from '../lineViews';
import { treeLine } from '../lineViews';
import { treeEntries } from '../treeEntries';

const ACCOUNT = 'acct_1PgafTB7WZ01zgkW';
const LIVE: StripeContext = { account: ACCOUNT, mode: 'live', conflicts: [] };
const TEST: StripeContext = { mode: 'test', conflicts: [] };
const UNKNOWN: StripeContext = { account: ACCOUNT, conflicts: [] };

/** The lines of all entries of a body. */
function linesOf(body: string, options: Partial<TreeOptions> = {}, redaction: RedactionOptions = {}): LineView[] {
    const entries = treeEntries(parseGatewayMessage(body, redaction), { headers: 'Headers', body: 'Body' });
    return entries.map((entry, index) =>
        treeLine(entry, index, index, { query: '', current: -1, active: 0, closed: new Set(), ...options })
    );
}

/** The line of a body with one field. */
const lineOf = (value: unknown, options?: Partial<TreeOptions>, redaction?: RedactionOptions) =>
    linesOf(JSON.stringify({ field: value }), options, redaction)[0];

const textOf = (line: LineView | undefined) => line?.valueParts.map(({ text }) => text).join('');

describe('the value of a line', () => {
    it.each<[unknown, string]>([
        ['succeeded', 'succeeded'],
        [1099, '1099'],
        [false, 'false'],
        [null, 'null'],
        ['', '""'],
        [{}, '{}'],
        [[], '[]'],
        [{ a: 1 }, '1 field'],
        [{ a: 1, b: 2 }, '2 fields'],
        [[1], '1 item'],
        [[1, 2, 3], '3 items']
    ])('of %j is %j', (value, text) => {
        expect(textOf(lineOf(value))).toBe(text);
    });

    it('is no match for a search where it only says how much there is', () => {
        expect(lineOf({ a: 1, b: 2 }, { query: 'fields' })?.valueParts).toEqual([
            { key: 0, text: '2 fields', isMatch: false }
        ]);
    });

    it('is cut where it is long, and so is a key', () => {
        const long = 'word '.repeat(20_000);
        const [line] = linesOf(JSON.stringify({ [long]: long }));
        expect(textOf(line)).toHaveLength(201);
        expect(line?.keyParts.map(({ text }) => text).join('')).toHaveLength(201);
    });
});

describe('the note of a line', () => {
    it('says what is hidden, and what was', () => {
        expect(linesOf('{"client_secret":"pi_1_secret_abc"}')[0]?.note).toBe('secret, hidden');
        expect(linesOf('{"email":"jane@example.com"}')[0]?.note).toBe('personal data, hidden');
        expect(linesOf('{"email":"jane@example.com"}', {}, { revealPersonal: true })[0]?.note).toBe('personal data');
        expect(linesOf('{"status":"succeeded"}')[0]?.note).toBeUndefined();
    });

    it('names JSON that was in a text', () => {
        expect(lineOf('{"a":1}')?.note).toBe('JSON in a text');
    });

    it('stands at the value in which the body ends, and not at all that is around it', () => {
        expect(linesOf('{"a":{"b":"never ending').map(({ note }) => note)).toEqual([
            undefined,
            expect.stringContaining('cut off here')
        ]);
    });
});

describe('the place of a line', () => {
    it('is told to screen readers, with whether it is open', () => {
        const lines = linesOf('{"a":{"b":1,"c":2}}', { active: 2 });
        expect(
            lines.map(({ level, position, size, expanded, selected }) => [level, position, size, expanded, selected])
        ).toEqual([
            ['1', '1', '1', 'true', 'false'],
            ['2', '1', '2', undefined, 'false'],
            ['2', '2', '2', undefined, 'true']
        ]);
        expect(linesOf('{"a":{"b":1}}', { closed: new Set([0]) })[0]?.expanded).toBe('false');
    });

    it('is indented, but not for ever', () => {
        const lines = linesOf('['.repeat(500));
        const indentations = lines.map(({ style }) => Number(/padding-inline-start:([\d.]+)rem/.exec(style)?.[1]));
        expect(indentations.slice(0, 3)).toEqual([0.5, 1.5, 2.5]);
        expect(Math.max(...indentations)).toBe(24.5);
    });
});

describe('a Stripe id', () => {
    const IDS = ['pi_3MtwBwLkdIwHu7ix28a3tqPa', 'ch_3MmlLrLkdIwHu7ix0snN0B15', 're_1Nispe2eZvKYlo2Cd31jOCgZ'];

    it.each(IDS)('is the link that the Dashboard has for it, in the known account and mode: %s', (id) => {
        const link = (context: StripeContext) => dashboardLink(parseGatewayReference(id), context)?.url;
        expect(lineOf(id, { context: LIVE })?.url).toBe(link(LIVE));
        expect(lineOf(id, { context: LIVE })?.url).toMatch(
            new RegExp(`^https://dashboard.stripe.com/${ACCOUNT}/[a-z]+/${id}$`)
        );
        expect(lineOf(id, { context: TEST })?.url).toBe(link(TEST));
        expect(lineOf(id, { context: TEST })?.url).toContain('.com/test/');
    });

    it.each(IDS)('is no link where the mode is not known: %s', (id) => {
        expect(lineOf(id, { context: UNKNOWN })?.url).toBeUndefined();
        expect(lineOf(id)?.url).toBeUndefined();
    });

    it.each([
        'txn_1MiN3gLkdIwHu7ixxapQrznl',
        'pm_1MtwBwLkdIwHu7ix28a3tqPa',
        'succeeded',
        'https://evil.example/pi_1',
        'javascript:alert(1)',
        'pi_3Mtw_secret_YrKJUKribcBjcG8HVhfZluoGH',
        'Paid with pi_3MtwBwLkdIwHu7ix28a3tqPa'
    ])('is no link, nor anything else, without a page of its own: %s', (text) => {
        expect(lineOf(text, { context: LIVE })?.url).toBeUndefined();
    });
});
