import fc from 'fast-check';
import type { MessageNode } from 'c/gatewayMessage';
import { parseGatewayMessage } from 'c/gatewayMessage';
import type { TreeEntry } from '../treeEntries';
import {
    closedAtFirst,
    expandable,
    haveSameShape,
    keyOf,
    matchingEntries,
    openEntries,
    opened,
    treeEntries
} from '../treeEntries';

const TITLES = { headers: 'Headers', body: 'Body' };
const entriesOf = (body: string) => treeEntries(parseGatewayMessage(body), TITLES);
const keysOf = (entries: readonly TreeEntry[]) => entries.map(keyOf);

const ORDER = '{"id":"pi_1","charges":{"data":[{"id":"ch_1"},{"id":"ch_2"}]},"livemode":true}';

/** Any body that has a tree, and which of its entries are closed. */
const json = fc
    .dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 4 }), { minKeys: 1, maxKeys: 6 })
    .map((value) => JSON.stringify(value));
const tree = fc.tuple(json, fc.infiniteStream(fc.boolean())).map(([body, choices]) => {
    const entries = entriesOf(body);
    return { body, entries, closed: new Set([...expandable(entries)].filter(() => choices.next().value)) };
});

/** Each tree is looked at entry by entry, which takes time. */
const FEWER = { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 1000) / 10) };

/** Every value below a node, in the order in which they are read. */
function nodesBelow(node: MessageNode): MessageNode[] {
    return node.children.flatMap((child) => [child, ...nodesBelow(child)]);
}

function ancestorsOf(entries: readonly TreeEntry[], index: number): number[] {
    const parent = entries[index]?.parent ?? -1;
    return parent < 0 ? [] : [parent, ...ancestorsOf(entries, parent)];
}

describe('treeEntries', () => {
    it('are the values of a body in the order in which they are read', () => {
        expect(keysOf(entriesOf(ORDER))).toEqual(['id:', 'charges:', 'data:', '', 'id:', '', 'id:', 'livemode:']);
    });

    it('say where each stands', () => {
        const [, charges, data, first, , second] = entriesOf(ORDER);
        expect(charges).toMatchObject({ depth: 0, parent: -1, position: 2, size: 3, end: 7 });
        expect(data).toMatchObject({ depth: 1, parent: 1, position: 1, size: 1, end: 7 });
        expect(first).toMatchObject({ depth: 2, parent: 2, position: 1, size: 2, end: 5 });
        expect(second).toMatchObject({ depth: 2, parent: 2, position: 2, size: 2, end: 7 });
    });

    it('have headers and body apart where there are both', () => {
        const entries = entriesOf('POST /v1/refunds HTTP/1.1\nContent-Type: application/json\n\n{"charge":"ch_1"}');
        expect(keysOf(entries)).toEqual(['Headers', 'Content-Type:', 'Body', 'charge:']);
        expect(entries[2]).toMatchObject({ depth: 0, position: 2, size: 2 });
    });

    it('have no title for a body that is not there', () => {
        expect(keysOf(entriesOf('Content-Type: text/plain\nHost: example.com'))).toEqual([
            'Headers',
            'Content-Type:',
            'Host:'
        ]);
        expect(entriesOf('A text without structure.')).toEqual([]);
        expect(entriesOf('')).toEqual([]);
    });

    it('are every value once', () => {
        fc.assert(
            fc.property(json, (body) => {
                const message = parseGatewayMessage(body);
                const entries = treeEntries(message, TITLES);
                expect(entries.map(({ node }) => node)).toEqual(message.body ? nodesBelow(message.body) : []);
            }),
            FEWER
        );
    });

    it('agree on what is above and below, before and behind', () => {
        fc.assert(
            fc.property(tree, ({ entries }) => {
                entries.forEach((entry, index) => {
                    const children = entries.flatMap(({ parent }, below) => (parent === index ? [below] : []));
                    const beside = entries.filter(({ parent }) => parent === entry.parent);
                    expect(beside.indexOf(entry) + 1).toBe(entry.position);
                    expect(beside).toHaveLength(entry.size);
                    expect(entry.depth).toBe(ancestorsOf(entries, index).length);
                    expect(children).toHaveLength(entry.node.children.length);
                    expect(entry.end).toBe(entries[children.at(-1) ?? -1]?.end ?? index + 1);
                });
            }),
            FEWER
        );
    });

    it('are made of a body of 60,000 levels, which opens and closes', () => {
        const entries = entriesOf('['.repeat(60_000));
        expect(entries).toHaveLength(59_999);
        expect(entries.at(-1)).toMatchObject({ depth: 59_998, parent: 59_997 });
        const closed = expandable(entries);
        expect(openEntries(entries, closed)).toEqual([0]);
        expect(opened(entries, closed, entries.length - 1).size).toBe(0);
        expect(openEntries(entries, new Set())).toHaveLength(59_999);
    });
});

describe('what is open', () => {
    it('is everything that is not below a closed entry', () => {
        fc.assert(
            fc.property(tree, ({ entries, closed }) => {
                const isOpen = (index: number) => !ancestorsOf(entries, index).some((above) => closed.has(above));
                const expected = [...entries.keys()].filter(isOpen);
                expect(openEntries(entries, closed)).toEqual(expected);
            }),
            FEWER
        );
    });

    it('is an entry once it is opened, and nothing is closed or opened but what is above it', () => {
        fc.assert(
            fc.property(tree, fc.nat(), ({ entries, closed }, any) => {
                const index = any % entries.length;
                const still = opened(entries, closed, index);
                expect(openEntries(entries, still)).toContain(index);
                const above = ancestorsOf(entries, index);
                expect([...still]).toEqual([...closed].filter((one) => !above.includes(one)));
            }),
            FEWER
        );
    });

    it('is at first all of a small body, and the first two levels of a large one', () => {
        const small = entriesOf(ORDER);
        expect(closedAtFirst(small).size).toBe(0);
        const large = entriesOf(JSON.stringify({ data: Array.from({ length: 100 }, (_, id) => ({ id, name: 'x' })) }));
        const open = openEntries(large, closedAtFirst(large));
        expect(open).toHaveLength(101);
        expect(Math.max(...open.map((index) => large[index]?.depth ?? 0))).toBe(1);
    });

    it('can be kept for a message of the same shape alone', () => {
        const shown = entriesOf(ORDER);
        expect(haveSameShape(shown, entriesOf(ORDER.replace('pi_1', 'pi_2')))).toBe(true);
        expect(haveSameShape(shown, entriesOf('{"id":"pi_1"}'))).toBe(false);
        // As many values, one level deeper.
        expect(haveSameShape(entriesOf('{"a":1,"b":{"c":1}}'), entriesOf('{"a":{"b":1,"c":1}}'))).toBe(false);
    });
});

describe('matchingEntries', () => {
    it('are those whose key, as it is shown, or value matches', () => {
        const entries = entriesOf(ORDER);
        expect(matchingEntries(entries, 'ID')).toEqual([0, 4, 6]);
        expect(matchingEntries(entries, 'id:')).toEqual([0, 4, 6]);
        expect(matchingEntries(entries, 'ch_2')).toEqual([6]);
        expect(matchingEntries(entries, 'true')).toEqual([7]);
        expect(matchingEntries(entries, 'nothing')).toEqual([]);
        expect(matchingEntries(entries, '')).toEqual([]);
    });

    it('finds the titles of the parts', () => {
        expect(matchingEntries(entriesOf('Host: example.com\nDate: now\n\n{"a":1}'), 'headers')).toEqual([0]);
    });
});
