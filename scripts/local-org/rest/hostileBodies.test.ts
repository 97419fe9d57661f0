import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestServer, TEST_TOKEN, type TestServer } from './testServer.ts';

const DATA = '/services/data/v66.0';

describe('the body of a request to the REST API', () => {
    let server: TestServer;
    before(async () => {
        server = await startTestServer();
    });
    after(() => server.close());

    function post(address: string, body: string): Promise<Response> {
        const headers = { Authorization: `Bearer ${TEST_TOKEN}`, 'Content-Type': 'application/json' };
        return fetch(server.url + DATA + address, { method: 'POST', headers, body });
    }

    it('changes nothing in the program by its keys: they are fields that do not exist', async () => {
        const values = '"__proto__":{"Amount":1},"GatewayRefNumber":"p"';
        const record = `{"attributes":{"type":"Payment","referenceId":"p"},${values}}`;
        for (const [address, body] of [
            ['/sobjects/Payment', `{${values}}`],
            ['/composite/tree/Payment', `{"records":[${record}]}`]
        ] as const) {
            const response = await post(address, body);
            assert.equal(response.status, 400, address);
            assert.match(await response.text(), /No such column '__proto__'/);
        }
        assert.equal(Reflect.get({}, 'Amount'), undefined);
        assert.equal(server.org.query('SELECT Id FROM Payment').records.length, 0);
    });

    it('may be nested 100,000 deep, and is refused in words', async () => {
        for (const depth of [10_000, 100_000]) {
            const response = await post('/sobjects/Payment', `{"Comments":${'['.repeat(depth)}${']'.repeat(depth)}}`);
            assert.equal(response.status, 400);
            assert.match(await response.text(), /takes a text in quotes, not a list/);
        }
    });
});
