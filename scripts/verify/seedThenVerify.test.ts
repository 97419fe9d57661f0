import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { seed } from '../seed/seedRun.ts';
import { startTestSides, type TestSides } from '../seed/testSides.ts';
import { SalesforceRecords } from './org/salesforceRecords.ts';
import { verifySides } from './test/testWorld.ts';
import { Connection } from '@jsforce/jsforce-node';
import { TEST_TOKEN } from '../local-org/rest/testServer.ts';

let sides: TestSides;

before(async () => {
    sides = await startTestSides();
    await seed(sides.run({ count: 26 }));
});

after(() => sides.close());

test('seed, then verify: no finding in any of the stories', async () => {
    const connection = new Connection({ instanceUrl: sides.server.url, accessToken: TEST_TOKEN, version: '66.0' });
    const { findings, totals } = await verifySides(new SalesforceRecords(connection), sides.run().stripe, {
        checkpoint: path.join(sides.folder, 'run.sqlite')
    });
    assert.deepEqual(findings, []);
    assert.ok((totals.records['PaymentAuthorization'] ?? 0) > 10, JSON.stringify(totals.records));
    assert.equal(totals.answers.missing, 0);
});
