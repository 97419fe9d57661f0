import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { TEST_TOKEN } from '../local-org/rest/testServer.ts';
import { makeCapturedOrder } from './test/testOrders.ts';
import { startWorld, type TestWorld } from './test/testWorld.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** By its address, since the working directory is that of the world, for `.verify`. */
const LOADER = pathToFileURL(path.join(ROOT, 'node_modules/tsx/dist/loader.mjs')).href;

let world: TestWorld;

before(async () => {
    world = await startWorld((stripe) => makeCapturedOrder(stripe, '1001'));
});

after(() => world.close());

async function runVerify(
    args: readonly string[],
    env: Record<string, string> = {},
    meddle: (child: ChildProcessByStdio<null, Readable, Readable>) => void = () => {}
) {
    const child = spawn(process.execPath, ['--import', LOADER, path.join(ROOT, 'scripts/verify/main.ts'), ...args], {
        cwd: world.folder,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
            PATH: process.env['PATH'],
            TSX_TSCONFIG_PATH: path.join(ROOT, 'scripts/tsconfig.json'),
            STRIPE_API_BASE: world.standIn.url,
            SF_ACCESS_TOKEN: TEST_TOKEN,
            ...env
        }
    });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    meddle(child);
    await once(child, 'close');
    return { code: child.exitCode, output, errors };
}

const ORG = () => ['--instance-url', world.org.url, '--rate', '1000'];

test('without findings the exit code is 0; a finished run can be used again', async () => {
    const { code, output, errors } = await runVerify(ORG());
    assert.equal(code, 0, errors);
    assert.match(output, /^No findings: /);
    assert.match(errors, /Asking Stripe: 3 of 3/);
    const before = world.standIn.requests.length;
    const again = await runVerify([...ORG(), '--reuse', '--format', 'html', '--output', 'report.html']);
    assert.equal(again.code, 0, again.errors);
    assert.match(readFileSync(path.join(world.folder, 'report.html'), 'utf8'), /^<!doctype html>/);
    assert.ok(!existsSync(path.join(world.folder, 'report.html.unfinished')));
    assert.deepEqual(
        world.standIn.requests.slice(before).map(({ path: address }) => address),
        ['/v1/account']
    );
});

test('with findings the exit code is 1, and with an error of Stripe it is 2 and the run can go on', async () => {
    const [refund] = world.standIn.state.list('refund');
    assert.ok(refund);
    world.standIn.state.put({ ...refund, amount: refund.amount + 1 });
    world.standIn.faults.next({ status: 401, path: '/v1/refunds', count: 1 });
    const stopped = await runVerify(ORG());
    assert.equal(stopped.code, 2, stopped.output);
    assert.match(stopped.errors, /Stripe does not accept the key\..*start the same command again to go on\.\n$/);
    world.standIn.faults.clear();
    const { code, output, errors } = await runVerify(ORG());
    assert.equal(code, 1, output);
    assert.match(errors, /^Going on with the run that began on .*UTC\. To begin anew, delete .*\.sqlite\.$/m);
    assert.match(output, /^Amount differs: 1 error\n[\s\S]*1001 +R-\d+ +20\.00 EUR +20\.01 EUR/m);
    world.standIn.state.put(refund);
});

/** An org that says which one it is, and answers whatever is asked then in this way. */
async function startFailingOrg(fail: (response: ServerResponse) => void) {
    const server = createServer((request, response) => {
        if (!request.url?.includes('Organization')) {
            fail(response);
            return;
        }
        const records = [{ Id: '00D000000000001AAA', IsSandbox: true }];
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify({ totalSize: 1, done: true, records }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    assert.ok(typeof address === 'object' && address);
    return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

for (const [what, fail, expected] of [
    ['refuses a field', answer(400, 'INVALID_FIELD', 'No such column Amont'), /INVALID_FIELD: No such column Amont\. /],
    [
        'has ended the login',
        answer(401, 'INVALID_SESSION_ID', 'Session expired'),
        /INVALID_SESSION_ID\. The login has ended: log in again with "sf org login web"\. /
    ],
    ['cuts the connection', (response: ServerResponse) => void response.destroy(), /.+\. /]
] as const) {
    test(`an org that ${what} in the middle of a run is one line that says why, and the run can go on`, async () => {
        const org = await startFailingOrg(fail);
        const { code, errors } = await runVerify(['--instance-url', org.url, '--checkpoint', `${what}.sqlite`]);
        org.close();
        assert.equal(code, 2);
        const message = errors.slice(errors.indexOf('The org '));
        assert.match(
            message,
            new RegExp(`^The org refused or did not answer\\. ${expected.source}What was learned so far is kept: .*\n$`)
        );
    });
}

function answer(status: number, errorCode: string, message: string): (response: ServerResponse) => void {
    return (response) =>
        void response
            .writeHead(status, { 'Content-Type': 'application/json' })
            .end(JSON.stringify([{ errorCode, message }]));
}

test('a reader of the report that goes away early changes nothing: the run is finished, and its exit code tells the findings', async () => {
    const [refund] = world.standIn.state.list('refund');
    assert.ok(refund);
    world.standIn.state.put({ ...refund, amount: refund.amount + 1 });
    const { code, errors } = await runVerify([...ORG(), '--format', 'csv'], {}, (child) => child.stdout.destroy());
    assert.equal(code, 1, errors);
    world.standIn.state.put(refund);
    const again = await runVerify(ORG());
    assert.equal(again.code, 0, again.output);
    assert.doesNotMatch(again.errors, /Going on/);
});

test('--stand-in takes the place of Stripe, whatever the environment says', async () => {
    const env = { STRIPE_API_BASE: '', STRIPE_SECRET_KEY: 'sk_live_51NobodysKeyAtAll' };
    const { code, output, errors } = await runVerify([...ORG(), '--stand-in', '--checkpoint', 'stand-in.sqlite'], env);
    assert.equal(code, 1, errors);
    // It is new, so that nothing of this world is in it.
    assert.match(output, /^Missing: 3 errors\n/m);
    assert.ok(existsSync(path.join(world.folder, '.seed')));
});

for (const [what, key, args] of [
    ['a live secret key', 'sk_live_51NobodysKeyAtAll', ['--live']],
    ['a restricted live key without --live', 'rk_live_51NobodysKeyAtAll', []]
] as const) {
    test(`${what} is refused, before anything is asked, and is not printed`, async () => {
        const before = world.standIn.requests.length + world.org.requests.length;
        const { code, output, errors } = await runVerify([...ORG(), ...args], { STRIPE_SECRET_KEY: key });
        assert.equal(code, 2);
        assert.ok(!`${output}${errors}`.includes('NobodysKey'), errors);
        assert.match(errors, /live/);
        assert.equal(world.standIn.requests.length + world.org.requests.length, before);
    });
}
