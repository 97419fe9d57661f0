import { parseGatewayMessage } from 'c/gatewayMessage';
import { LINE_HEIGHT } from '../lineViews';
import {
    all,
    click,
    find,
    linesIn,
    placeOf,
    placesInSight,
    press,
    rendered,
    scrollTo,
    show,
    showAs,
    textIn
} from './viewer';
import type { Viewer } from './viewer';

const LONGEST = 131_072;

/** Bodies as long as the field can be, each in another shape. */
const BODIES: [string, string][] = [
    [
        'many fields',
        JSON.stringify(Object.fromEntries(Array.from({ length: 9_000 }, (_, index) => [`f${index}`, index])))
    ],
    ['many items', JSON.stringify({ data: Array.from({ length: 6_000 }, (_, id) => ({ id, paid: true })) })],
    ['one long value', JSON.stringify({ note: 'word '.repeat(26_000) })],
    ['one long key', JSON.stringify({ ['word '.repeat(26_000)]: 1 })],
    ['many levels', '['.repeat(LONGEST)],
    ['a form', Array.from({ length: 9_000 }, (_, index) => `f${index}=${index}`).join('&')],
    ['lines of text', 'Something happened.\n'.repeat(6_500)],
    ['one line of text', 'Something happened. '.repeat(6_500)],
    ['a long address', `GET /v1/charges?${'a'.repeat(120_000)} HTTP/1.1\nHost: api.stripe.com\n\n`]
];

describe('a body as long as the field can be', () => {
    /** Whether little is drawn: lines, elements and characters. */
    const isLittle = (viewer: Viewer) => [
        all(viewer, '.line').length <= 40,
        all(viewer, '*').length < 400,
        textIn(viewer).length < 40 * 420
    ];

    it.each(BODIES)('is drawn in few elements, with little text: %s', (_name, body) => {
        expect(isLittle(show(body.slice(0, LONGEST)))).toEqual([true, true, true]);
    });

    it.each(BODIES.filter(([name]) => !/text/.test(name)))('is so as text as well: %s', async (_name, body) => {
        const viewer = show(body.slice(0, LONGEST));
        await showAs(viewer, 'text');
        expect(isLittle(viewer)).toEqual([true, true, true]);
    });

    it('is accessible', async () => {
        await expect(show(BODIES[1]?.[1] ?? '')).toBeAccessible();
    });
});

describe('scrolling', () => {
    const body = JSON.stringify(Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`f${index}`, index])));

    it.each(['tree', 'text'] as const)('draws what comes into sight, in its place, and no more (%s)', async (view) => {
        const viewer = show(body);
        await showAs(viewer, view);
        await scrollTo(viewer, 500);
        const places = all(viewer, '.line').map(placeOf);
        const { first, last } = placesInSight(viewer);
        expect(places[0]).toBeLessThanOrEqual(first);
        expect(places.at(-1)).toBeGreaterThanOrEqual(last);
        expect(places.length).toBeLessThanOrEqual(40);
        expect(places).toEqual(Array.from(places, (_, index) => (places[0] ?? 0) + index));
        const drawn = all(viewer, '.line').map(({ textContent }) => textContent);
        expect(drawn).toContainEqual(expect.stringContaining(view === 'tree' ? 'f500:500' : '"f499": 499'));
    });

    it('has a track as long as all lines together', async () => {
        const viewer = show(body);
        expect(find(viewer, '.spacer').style.height).toBe(`${1_000 * LINE_HEIGHT}px`);
        await showAs(viewer, 'text');
        expect(find(viewer, '.spacer').style.height).toBe(`${1_002 * LINE_HEIGHT}px`);
    });

    it('reaches the last line', async () => {
        const viewer = show(body);
        await scrollTo(viewer, 980);
        expect(linesIn(viewer).at(-1)).toBe('f999: 999');
    });

    it('leaves no empty place where there are suddenly fewer lines than before', async () => {
        const viewer = show(JSON.stringify({ many: Array.from({ length: 1_000 }, (_, index) => index), id: 1 }));
        await click(viewer, '.expand-all');
        await scrollTo(viewer, 900);
        await press(viewer, 'ArrowLeft');
        expect(linesIn(viewer)).toEqual(['many: 1,000 items', 'id: 1']);
    });

    it('starts anew in the other view, which has a place of its own', async () => {
        const viewer = show(body);
        await scrollTo(viewer, 900);
        await showAs(viewer, 'text');
        expect(linesIn(viewer)[0]).toBe('{');
        expect(find(viewer, '.lines').scrollTop).toBe(0);
    });

    it('starts anew with another message', async () => {
        const viewer = show(body);
        await scrollTo(viewer, 900);
        viewer.message = parseGatewayMessage(body.replaceAll('f', 'g').replace('{', '{"first":{"a":1},'));
        await rendered();
        expect(linesIn(viewer)[0]).toBe('first: 1 field');
        expect(find(viewer, '.lines').scrollTop).toBe(0);
    });
});

describe('another message', () => {
    it('of the same shape keeps what is open, and where the keyboard is', async () => {
        const viewer = show('{"name":"Jane Doe","card":{"brand":"visa"},"id":"x"}');
        all(viewer, '.line')[1]?.click();
        await rendered();
        viewer.message = parseGatewayMessage('{"name":"Jane Doe","card":{"brand":"visa"},"id":"x"}', {
            revealPersonal: true
        });
        await rendered();
        expect(linesIn(viewer)).toEqual(['name: Jane Doe personal data', 'card: 1 field', 'id: x']);
        expect(all(viewer, '.active')).toEqual([all(viewer, '.line')[1]]);
    });

    it('of another shape is open, at its first entry', async () => {
        const viewer = show('{"a":{"b":1},"c":{"d":1}}');
        await click(viewer, '.collapse-all');
        all(viewer, '.line')[1]?.click();
        await rendered();
        viewer.message = parseGatewayMessage('{"a":{"b":1,"c":{"d":2}}}');
        await rendered();
        expect(linesIn(viewer)).toEqual(['a: 2 fields', 'b: 1', 'c: 1 field', 'd: 2']);
        expect(all(viewer, '.active')).toEqual([all(viewer, '.line')[0]]);
    });

    it('is a tree where it has one, and otherwise a text', async () => {
        const viewer = show('Nothing but text.');
        expect(all(viewer, '[role=tree]')).toEqual([]);
        viewer.message = parseGatewayMessage('{"a":1}');
        await rendered();
        expect(linesIn(viewer)).toEqual(['a: 1']);
        viewer.message = parseGatewayMessage('Text again.');
        await rendered();
        expect(linesIn(viewer)).toEqual(['Text again.']);
    });
});
