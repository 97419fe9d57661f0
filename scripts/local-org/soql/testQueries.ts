import { createTestDatabase } from '../store/testDatabase.ts';
import type { Database } from '../store/database.ts';
import { runQuery, type QueryOptions } from './runQuery.ts';

/** A database with queries that are short to write in tests. */
export interface TestQueries {
    readonly database: Database;
    /** The values of the first selected field, record by record. */
    values(soql: string, options?: QueryOptions): unknown[];
    /** The records without their attributes. */
    records(soql: string, options?: QueryOptions): unknown[];
}

export function createTestQueries(): TestQueries {
    const database = createTestDatabase();
    const records = (soql: string, options?: QueryOptions): Record<string, unknown>[] =>
        runQuery(database, soql, options).records.map((record) =>
            Object.fromEntries(Object.entries(record).filter(([key]) => key !== 'attributes'))
        );
    return {
        database,
        records,
        values: (soql, options) => records(soql, options).map((record) => Object.values(record)[0])
    };
}
