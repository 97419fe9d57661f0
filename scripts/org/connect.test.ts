import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { startTestServer, temporaryFolder, TEST_TOKEN, type TestServer } from '../local-org/rest/testServer.ts';
import { connectOrg } from './connect.ts';
import { OrgError } from './orgError.ts';
import { readOrgLogin } from './orgLogin.ts';

let server: TestServer;
before(async () => {
    server = await startTestServer();
});
after(() => server.close());

test('an address and a token lead to a connection that answers', async () => {
    const connection = await connectOrg({ instanceUrl: server.url, env: { SF_ACCESS_TOKEN: TEST_TOKEN } });
    const { records } = await connection.query('SELECT Name FROM Organization');
    assert.equal(records[0]?.['Name'], 'Local org');
    await connectOrg({ env: { SF_INSTANCE_URL: `${server.url}/`, SF_ACCESS_TOKEN: TEST_TOKEN } });
});

test('a wrong token is said to be one, and not repeated', async () => {
    const wrong = '00D000000000001!wrongToken';
    await assert.rejects(connectOrg({ instanceUrl: server.url, env: { SF_ACCESS_TOKEN: wrong } }), (error) => {
        assert.ok(error instanceof OrgError);
        assert.match(error.message, /INVALID_SESSION_ID.*sf org login/);
        assert.ok(!error.message.includes(wrong));
        return true;
    });
});

test('what is missing or unsafe is said before anything is sent', async () => {
    const env = { SF_ACCESS_TOKEN: TEST_TOKEN };
    await assert.rejects(readOrgLogin({ env }), /Which org\? --target-org/);
    await assert.rejects(readOrgLogin({ instanceUrl: server.url, env: {} }), /no token .*SF_ACCESS_TOKEN/);
    await assert.rejects(readOrgLogin({ instanceUrl: 'http://example.com', env }), /https/);
    await assert.rejects(readOrgLogin({ instanceUrl: 'nonsense', env }), /--instance-url .*https:\/\/example/);
    await assert.rejects(readOrgLogin({ targetOrg: 'a', instanceUrl: server.url, env }), /do not go together/);
});

test('what stands where the address belongs is not repeated: it may be a token or hold a password', async () => {
    const secret = '00D000000000001!mySecret';
    for (const address of [
        secret,
        `https://me:${secret}@example.com`,
        `ftp://example.com/${secret}`,
        `http://${secret}.com`
    ]) {
        for (const [options, source] of [
            [{ instanceUrl: address, env: {} }, '--instance-url'],
            [{ env: { SF_INSTANCE_URL: address } }, 'SF_INSTANCE_URL']
        ] as const) {
            await assert.rejects(readOrgLogin(options), ({ message }: Error) => {
                assert.ok(message.startsWith(source), message);
                assert.ok(!message.toLowerCase().includes('mysecret'), message);
                return true;
            });
        }
    }
});

/** Puts a command `sf` first on the PATH, which prints these results by the second and third word of the command. */
async function withCli(results: Record<string, unknown>, action: () => Promise<void>): Promise<void> {
    const folder = temporaryFolder();
    const answers = path.join(folder.path, 'answers.json');
    fs.writeFileSync(answers, JSON.stringify(results));
    const script =
        `#!${process.execPath}\nconst answers = JSON.parse(require('fs').readFileSync(${JSON.stringify(answers)}));\n` +
        `const words = process.argv.slice(2).filter((word) => !word.startsWith('-')).slice(0, -1).join(' ');\n` +
        `console.log(JSON.stringify({ status: 0, result: answers[words] }));\n`;
    fs.writeFileSync(path.join(folder.path, 'sf'), script, { mode: 0o755 });
    const before = process.env['PATH'];
    process.env['PATH'] = `${folder.path}${path.delimiter}${before}`;
    try {
        await action();
    } finally {
        process.env['PATH'] = before;
        folder.remove();
    }
}

test('sf tells address and token, in one command or in two', async () => {
    const login = { instanceUrl: 'https://example.my.salesforce.com', accessToken: TEST_TOKEN };
    const hidden = { instanceUrl: login.instanceUrl, accessToken: '[REDACTED] Use another command' };
    await withCli({ 'org display': login }, async () => {
        assert.deepEqual(await readOrgLogin({ targetOrg: 'a', env: {} }), login);
    });
    const both = { 'org display': hidden, 'org auth show-access-token': { accessToken: TEST_TOKEN } };
    await withCli(both, async () => {
        assert.deepEqual(await readOrgLogin({ targetOrg: 'a', env: {} }), login);
    });
    await withCli({ 'org display': hidden, 'org auth show-access-token': {} }, async () => {
        await assert.rejects(readOrgLogin({ targetOrg: 'a', env: {} }), /Log in again/);
    });
});
