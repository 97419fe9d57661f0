import { compareTexts } from 'c/displayFormat';
import type { Row } from 'c/paymentRows';
import type { SortOrder } from 'c/recordTable';

/** What the person has asked to see of the rows. An empty text or status lets everything through. */
export interface RowFilter {
    text: string;
    status: string;
}

/** The rows that match the filter, in the order asked for; rows without a value come last in either direction. */
export function selectRows(rows: readonly Row[], filter: RowFilter, order?: SortOrder): Row[] {
    const text = filter.text.trim().toLowerCase();
    const matches = rows.filter(
        (row) =>
            (filter.status === '' || row.status === filter.status) && (text === '' || row.searchText.includes(text))
    );
    if (!order) {
        return matches;
    }
    const direction = order.isDescending ? -1 : 1;
    const valueOf = (row: Row) => Object.entries(row.cells).find(([key]) => key === order.key)?.[1].sortValue;
    return matches
        .map((row) => ({ row, value: valueOf(row) }))
        .sort((left, right) => compare(left.value, right.value, direction))
        .map(({ row }) => row);
}

type SortValue = string | number | undefined;

function compare(left: SortValue, right: SortValue, direction: number): number {
    const isLeftEmpty = left === undefined || left === '';
    const isRightEmpty = right === undefined || right === '';
    if (isLeftEmpty || isRightEmpty) {
        return Number(isLeftEmpty) - Number(isRightEmpty);
    }
    if (typeof left === 'number' && typeof right === 'number') {
        return (left - right) * direction;
    }
    return compareTexts(String(left), String(right)) * direction;
}

/** The statuses that occur, in alphabetical order. */
export function statusesOf(rows: readonly Row[]): string[] {
    return [...new Set(rows.map((row) => row.status).filter((status) => status !== ''))].sort(compareTexts);
}
