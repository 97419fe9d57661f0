import { join } from 'node:path';
import { loadSchema } from '../schema/loadSchema.ts';
import { Database, runningUserId } from './database.ts';

/** A package with a few custom fields, objects and metadata records, for tests. */
export const fixtureSourceDirectory = join(import.meta.dirname, '../schema/fixtures/force-app');

/**
 * An empty database in memory with the running user, the standard objects, and those of a package: by default the
 * fixture's.
 */
export function createTestDatabase(sourceDirectory = fixtureSourceDirectory): Database {
    const database = new Database(loadSchema(sourceDirectory), ':memory:');
    database.insert('User', { Id: runningUserId, Name: 'Test User' });
    return database;
}
