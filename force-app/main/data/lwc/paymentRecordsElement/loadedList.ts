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

/** Asks Apex for a page of rows. A query without pages takes no notice of the key. */
export type Query<Row> = (key: PageKey) => Promise<ReadableRecords<Row>>;

/** Rows of one request. Apex takes it as LIMIT; a full page means that there may be more. */
const PAGE_SIZE = 200;

/**
 * The first page has no row to go on from, and in SOQL nothing is less than null: so it goes on from the last date that
 * Salesforce can store (years 1700 to 4000).
 */
const END_OF_TIME = '4000-12-31T00:00:00.000Z';

export function emptyList<Row extends StoredRecord>(): LoadedList<Row> {
    return { status: 'loading', rows: [], hiddenFields: [], hasMore: false };
}

/**
 * Reads the page behind the given rows, and further ones until there are at least `count` rows or no more.
 * @throws what the query rejects with
 */
export async function readPages<Row extends StoredRecord>(
    query: Query<Row>,
    rows: readonly Row[],
    count: number
): Promise<LoadedList<Row>> {
    const list = withPage(rows, await query(keyBehind(rows.at(-1))));
    return list.hasMore && list.rows.length < count ? readPages(query, list.rows, count) : list;
}

function keyBehind(last: StoredRecord | undefined): PageKey {
    return last?.CreatedDate === undefined
        ? { createdBefore: END_OF_TIME, beforeId: null, pageSize: PAGE_SIZE }
        : { createdBefore: last.CreatedDate, beforeId: last.Id, pageSize: PAGE_SIZE };
}

function withPage<Row extends StoredRecord>(rows: readonly Row[], page: ReadableRecords<Row>): LoadedList<Row> {
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
