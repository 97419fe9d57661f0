import { join } from 'node:path';
import { loadSchema } from '../schema/loadSchema.ts';
import { Database, runningUserId } from './database.ts';

/** A package with a few custom fields, objects and metadata records, for tests. */
export const fixtureSourceDirectory = join(import.meta.dirname, '../schema/fixtures/force-app');

const schema = loadSchema(fixtureSourceDirectory);

/** An empty database in memory with the standard objects and those of the fixture package, and the running user. */
export function createTestDatabase(): Database {
    const database = new Database(schema, ':memory:');
    database.insert('User', { Id: runningUserId, Name: 'Test User' });
    return database;
}
