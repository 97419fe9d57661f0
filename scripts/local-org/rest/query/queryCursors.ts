import { SalesforceError } from '../../errors.ts';
import type { QueryResult, SObjectRecord } from '../../soql/records.ts';
import { createRecordId } from '../../store/recordId.ts';

/** Part of a query's records, with the address of the next part if there is one. */
export interface QueryBatch {
    readonly totalSize: number;
    readonly done: boolean;
    readonly nextRecordsUrl?: string;
    readonly records: readonly SObjectRecord[];
}

interface Cursor {
    readonly records: readonly SObjectRecord[];
    readonly batchSize: number;
}

/** As many as Salesforce keeps open for a user: the oldest is forgotten when there are more. */
const MOST_CURSORS = 10;
const KEY_PREFIX = '01g';

/** The queries whose records were not all fetched yet. Each keeps what it found when it ran. */
export class QueryCursors {
    private readonly cursors = new Map<string, Cursor>();
    private lastNumber = 0;

    /** The first part of a query's result. Where there is more, the rest is kept. */
    firstBatch(result: QueryResult, batchSize: number, version: string): QueryBatch {
        if (result.records.length <= batchSize) {
            return result;
        }
        this.lastNumber++;
        const id = createRecordId(KEY_PREFIX, this.lastNumber);
        this.cursors.set(id, { records: result.records, batchSize });
        const [oldest] = this.cursors.keys();
        if (oldest !== undefined && this.cursors.size > MOST_CURSORS) {
            this.cursors.delete(oldest);
        }
        return this.nextBatch(`${id}-0`, version);
    }

    /**
     * @param locator the cursor's id, a dash, and how many records came before.
     * @throws SalesforceError INVALID_QUERY_LOCATOR if it is not known or no longer.
     */
    nextBatch(locator: string, version: string): QueryBatch {
        const [id = '', offset = ''] = locator.split('-');
        const cursor = this.cursors.get(id);
        const start = Number(offset);
        if (!cursor || !/^\d+$/.test(offset) || start >= cursor.records.length) {
            throw new SalesforceError('INVALID_QUERY_LOCATOR', `invalid query locator: ${locator}`);
        }
        const end = start + cursor.batchSize;
        const done = end >= cursor.records.length;
        return {
            totalSize: cursor.records.length,
            done,
            ...(done ? {} : { nextRecordsUrl: `/services/data/v${version}/query/${id}-${end}` }),
            records: cursor.records.slice(start, end)
        };
    }
}
