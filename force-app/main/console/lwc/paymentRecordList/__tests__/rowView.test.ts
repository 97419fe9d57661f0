import fc from 'fast-check';
import type { Row } from 'c/paymentRows';
import { memoizeLast } from 'c/memoizeLast';
import { selectRows, statusesOf } from '../rowView';

const row = (id: string, amount?: number, status = ''): Row => ({
    id,
    status,
    searchText: id,
    cells: { amount: { text: '', sortValue: amount }, number: { text: id, sortValue: id } }
});
const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id);
const ALL = { text: '', status: '' };

describe('selectRows', () => {
    const rows = [row('p10', 5, 'Failed'), row('p9', undefined, 'Processed'), row('p2', 30, 'Processed')];

    it('leaves the order alone until one is asked for', () => {
        expect(idsOf(selectRows(rows, ALL))).toEqual(['p10', 'p9', 'p2']);
    });

    it('sorts numbers as numbers, and numbers in texts too', () => {
        expect(idsOf(selectRows(rows, ALL, { key: 'amount', isDescending: false }))).toEqual(['p10', 'p2', 'p9']);
        expect(idsOf(selectRows(rows, ALL, { key: 'number', isDescending: false }))).toEqual(['p2', 'p9', 'p10']);
    });

    it('keeps rows without a value last in either direction', () => {
        expect(idsOf(selectRows(rows, ALL, { key: 'amount', isDescending: true }))).toEqual(['p2', 'p10', 'p9']);
    });

    it('filters by status and by text, whatever its case and the space around it', () => {
        expect(idsOf(selectRows(rows, { text: '', status: 'Processed' }))).toEqual(['p9', 'p2']);
        expect(idsOf(selectRows(rows, { text: ' P1 ', status: '' }))).toEqual(['p10']);
        expect(selectRows(rows, { text: 'p10', status: 'Processed' })).toEqual([]);
    });

    it('loses and invents no row by sorting, and sorts the sorted the same', () => {
        const anyRows = fc
            .array(fc.option(fc.integer(), { nil: undefined }))
            .map((amounts) => amounts.map((amount, index) => row(`r${index}`, amount)));
        fc.assert(
            fc.property(anyRows, fc.boolean(), (before, isDescending) => {
                const order = { key: 'amount', isDescending };
                const after = selectRows(before, ALL, order);
                expect(new Set(after)).toEqual(new Set(before));
                expect(selectRows(after, ALL, order)).toEqual(after);
            })
        );
    });
});

describe('statusesOf', () => {
    it('names each status once, in order', () => {
        expect(
            statusesOf([row('a', 1, 'Processed'), row('b', 1, 'Failed'), row('c', 1, 'Processed'), row('d')])
        ).toEqual(['Failed', 'Processed']);
    });
});

describe('memoizeLast', () => {
    it('computes again only when an argument has changed', () => {
        const compute = jest.fn((left: number, right: number) => left + right);
        const remembered = memoizeLast(compute);
        expect([remembered(1, 2), remembered(1, 2), remembered(1, 3), remembered(1, 2)]).toEqual([3, 3, 4, 3]);
        expect(compute).toHaveBeenCalledTimes(3);
    });
});
