import type { DataError } from 'c/dataError';
import type { StoredRecord } from 'c/paymentRecord';

/** The rows of one query so far, and what is known about the rest. */
export interface LoadedList<Row extends StoredRecord> {
    /** `loading` until the first answer; `denied` where the user may not read the object. */
    status: 'loading' | 'ready' | 'denied' | 'failed';
    rows: readonly Row[];
    /** Fields that the user may not read, as 'Object.Field'. */
    hiddenFields: readonly string[];
    hasMore: boolean;
    error?: DataError;
}

/** Rows of one request. Apex takes it as LIMIT; a full page means that there may be more. */
export const PAGE_SIZE = 200;

export function emptyList<Row extends StoredRecord>(): LoadedList<Row> {
    return { status: 'loading', rows: [], hiddenFields: [], hasMore: false };
}

/** The list after a page has come in behind the given rows. */
export function withPage<Row extends StoredRecord>(rows: readonly Row[], page: ReadableRecords<Row>): LoadedList<Row> {
    return {
        status: page.objectReadable ? 'ready' : 'denied',
        rows: [...rows, ...page.records],
        hiddenFields: page.hiddenFields,
        hasMore: page.records.length === PAGE_SIZE
    };
}

/** The list after a request has failed: what was there stays. */
export function withError<Row extends StoredRecord>(list: LoadedList<Row>, error: DataError): LoadedList<Row> {
    return { ...list, status: list.status === 'ready' ? 'ready' : 'failed', error };
}

/** Whether a list that was read again is no different. */
export function isSame(before: LoadedList<StoredRecord>, after: LoadedList<StoredRecord>): boolean {
    // The length first: a list that grows page by page must not be written out again for each of its pages.
    return before.rows.length === after.rows.length && JSON.stringify(before) === JSON.stringify(after);
}

/** Two lists of the same object as one, newest first. */
export function merge<Row extends StoredRecord>(one: LoadedList<Row>, other: LoadedList<Row>): LoadedList<Row> {
    const newestFirst = (left: Row, right: Row) => (right.CreatedDate ?? '').localeCompare(left.CreatedDate ?? '');
    return {
        status: one.status,
        rows: other.rows.length === 0 ? one.rows : [...one.rows, ...other.rows].sort(newestFirst),
        hiddenFields: one.hiddenFields,
        hasMore: one.hasMore || other.hasMore,
        error: one.error ?? other.error
    };
}

/** Whether every record there is has been read, and none has failed to be read again. */
export function hasAllRows({ status, hasMore, error }: LoadedList<StoredRecord>): boolean {
    return status === 'ready' && !hasMore && error === undefined;
}

/** Whether every record there is has been read, with every field. */
export function isComplete(list: LoadedList<StoredRecord>): boolean {
    return hasAllRows(list) && list.hiddenFields.length === 0;
}

/** How many rows differ between two readings of the same lists: changed, new or gone. */
export function countChanges(
    before: readonly LoadedList<StoredRecord>[],
    after: readonly LoadedList<StoredRecord>[]
): number {
    const rowsOf = (lists: readonly LoadedList<StoredRecord>[]) =>
        new Map(lists.flatMap(({ rows }) => rows.map((row) => [row.Id, JSON.stringify(row)] as const)));
    const old = rowsOf(before);
    const current = rowsOf(after);
    const changedOrNew = [...current].filter(([id, row]) => old.get(id) !== row).length;
    return changedOrNew + [...old.keys()].filter((id) => !current.has(id)).length;
}
