import { writeSync } from 'node:fs';
import { loadSchema } from '../schema/loadSchema.ts';
import { Database, runningUserId } from './database.ts';
import { fixtureSourceDirectory } from './testDatabase.ts';
import { importTree } from './treeImport.ts';

/**
 * A program of its own, for tests that kill it: imports a file of records into a database, then adds batches until it is
 * stopped, and prints a line before the first step and after each.
 * Arguments: the database file, the tree file, and the name of the run.
 */
const [, , databaseFile = '', dataPath = '', run = ''] = process.argv;

/** Payments of a batch, besides their order payment summary. */
const PAYMENTS = 9;

tell('begin');
const database = new Database(loadSchema(fixtureSourceDirectory), databaseFile, (empty) => {
    empty.insert('User', { Id: runningUserId, Name: 'Test User' });
    importTree(empty, [dataPath]);
});
tell('imported');
for (let batch = 0; ; batch++) {
    const name = `${run} batch ${batch}`;
    database.transaction(() => {
        const OrderPaymentSummaryId = database.insert('OrderPaymentSummary', { Method: name });
        for (let payment = 0; payment < PAYMENTS; payment++) {
            database.insert('Payment', { OrderPaymentSummaryId, GatewayRefNumber: name });
        }
    });
    tell(name);
}

/** At once, so that nothing that was told is lost with the process. */
function tell(line: string): void {
    writeSync(1, `${line}\n`);
}
