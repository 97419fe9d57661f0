import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { startTestServer, TEST_TOKEN, type TestServer } from './testServer.ts';

const CLIENT = path.join(import.meta.dirname, 'testJsforceClient.ts');
const ACCOUNTS = 4321;

describe('jsforce, as a process of its own', () => {
    let server: TestServer;
    let found: Record<string, unknown>;

    before(async () => {
        server = await startTestServer();
        server.org.transaction(() => {
            for (let number = 0; number < ACCOUNTS; number++) {
                server.org.insert('Account', { Name: `Account ${number}` });
            }
        });
        const args = ['--import', 'tsx', CLIENT, server.url, TEST_TOKEN];
        const { stdout } = await promisify(execFile)(process.execPath, args);
        found = JSON.parse(stdout) as Record<string, unknown>;
    });
    after(() => server.close());

    it('knows who it is', () => assert.equal(found['username'], 'user@local-org.invalid'));

    it('lists and describes objects', () => {
        assert.ok((found['objects'] as string[]).includes('OrderPaymentSummary'));
        const fields = found['fields'] as string[];
        for (const field of ['Id id', 'Amount currency', 'OrderPaymentSummaryId reference', 'Status picklist']) {
            assert.ok(fields.includes(field), field);
        }
    });

    it('fetches more than 2,000 records part by part, each once', () => {
        assert.deepEqual(found['firstBatch'], { size: 2000, total: ACCOUNTS, done: false });
        assert.deepEqual(found['allNames'], { size: ACCOUNTS, distinct: ACCOUNTS });
    });

    it('gets parts as small as it asks for', () => assert.equal(found['smallBatch'], 250));

    it('creates, updates, upserts and reads a record', () => {
        assert.deepEqual([found['created'], found['upserted']], [true, true]);
        assert.deepEqual(found['retrieved'], { Status: 'Processed', Amount: 7.25 });
    });

    it('saves several records each for itself, or all or none', () => {
        assert.deepEqual(found['each'], [
            [true, null],
            [false, 'INVALID_FIELD']
        ]);
        assert.deepEqual(found['allOrNone'], ['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'INVALID_FIELD']);
        assert.equal(server.org.query('SELECT COUNT() FROM Payment').totalSize, 1);
    });

    it('reads, changes and deletes several records', () => {
        assert.deepEqual(found['many'], [7.25, null]);
        assert.deepEqual(found['updatedMany'], [true]);
        assert.deepEqual(found['destroyedMany'], [
            [true, null],
            [false, 'INVALID_CROSS_REFERENCE_KEY']
        ]);
    });

    it('gets Salesforce’s error codes', () => {
        assert.deepEqual(found['errors'], {
            column: 'INVALID_FIELD',
            object: 'INVALID_TYPE',
            syntax: 'MALFORMED_QUERY',
            missing: 'NOT_FOUND',
            type: 'JSON_PARSER_ERROR',
            reference: 'INVALID_CROSS_REFERENCE_KEY',
            token: 'INVALID_SESSION_ID'
        });
    });
});
