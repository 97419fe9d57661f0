import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { startTestServer, temporaryFolder, TEST_TOKEN, type TestServer } from '../local-org/rest/testServer.ts';
import { startStripeStandIn } from '../stripe-stand-in/startStripeStandIn.ts';
import { STAND_IN_KEY } from '../stripe-stand-in/standInKey.ts';

const MAIN = path.join(import.meta.dirname, 'main.ts');
const KEY = 'sk_test_51abcdefghijklmnop';

let server: TestServer;
const folder = temporaryFolder();
before(async () => {
    server = await startTestServer();
});
after(() => {
    server.close();
    folder.remove();
});

async function run(options: readonly string[], environment: Record<string, string> = {}) {
    const { STRIPE_SECRET_KEY: _key, STRIPE_API_BASE: _base, ...inherited } = process.env;
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), MAIN, ...options], {
        cwd: folder.path,
        env: {
            ...inherited,
            TSX_TSCONFIG_PATH: path.join(import.meta.dirname, '../tsconfig.json'),
            SF_INSTANCE_URL: server.url,
            SF_ACCESS_TOKEN: TEST_TOKEN,
            ...environment
        },
        stdio: ['ignore', 'pipe', 'pipe']
    });
    const closed = once(child, 'close') as Promise<[number | null]>;
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = await closed;
    return { code, stdout, stderr };
}

test('--stand-in seeds without Stripe, tells it as JSON, and --clean takes it away', async () => {
    const made = await run(['--stand-in', '--count', '2', '--json']);
    assert.equal(made.code, 0, made.stderr);
    assert.equal(JSON.parse(made.stdout).orders.made, 2);
    assert.match(made.stderr, /^1\/2 seed-seed-0001 authorized\n2\/2 seed-seed-0002 captured in full\n$/);
    const kept = fs.readdirSync(path.join(folder.path, '.seed')).sort();
    assert.deepEqual(kept, ['seed.jsonl', 'stand-in.jsonl']);
    const journal = fs.readFileSync(path.join(folder.path, '.seed/seed.jsonl'), 'utf8');
    assert.ok(!journal.includes('_secret_') && !journal.includes(TEST_TOKEN) && !journal.includes('sk_test'));

    const planned = await run(['--stand-in', '--count', '3', '--dry-run']);
    assert.match(planned.stdout, /0002 {2}is there .*\nseed-seed-0003 {2}to be made/);
    // --count says how many there shall be, not how many there are.
    const cleanable = await run(['--stand-in', '--clean', '--dry-run', '--count', '1']);
    assert.equal(
        cleanable.stdout,
        '--clean --dry-run: nothing was removed.\n' +
            'It would remove 2 orders from the org, and 2 customers from Stripe.\n' +
            'seed-seed-0001\nseed-seed-0002\n'
    );
    assert.equal(server.org.query('SELECT Id FROM Account').records.length, 2);
    const cleaned = await run(['--stand-in', '--clean']);
    assert.equal(cleaned.code, 0, cleaned.stderr);
    assert.match(
        cleaned.stderr,
        /^1\/2 seed-seed-0001 removed from the org\n2\/2 seed-seed-0002 removed from the org\n$/
    );
    assert.match(cleaned.stdout, /removed: Order 2\n[^]*left: 1 captured payments/);
    assert.equal(server.org.query('SELECT Id FROM Account').records.length, 0);
});

test('wrong options and missing keys end with 2 and say what to do', async () => {
    const cases: [string[], Record<string, string>, RegExp][] = [
        [[], {}, /There is no key for Stripe/],
        [['--count', '0'], {}, /--count takes a number/],
        [['--colour'], {}, /Unknown option '--colour'. See: npm run seed -- --help/],
        [['--name', 'a b'], {}, /--name takes/],
        [['--stand-in'], { SF_INSTANCE_URL: '' }, /Which org\?/],
        [[], { STRIPE_SECRET_KEY: KEY.replace('test', 'live') }, /live secret key/],
        [[], { STRIPE_SECRET_KEY: KEY.replace('sk_test', 'rk_live') }, /live key, which is refused/],
        [[], { STRIPE_SECRET_KEY: KEY, STRIPE_API_BASE: 'http://example.com' }, /this computer/]
    ];
    for (const [options, environment, expected] of cases) {
        const { code, stderr, stdout } = await run(options, environment);
        assert.match(stderr, expected);
        assert.equal(code, 2, stderr);
        assert.ok(!`${stdout}${stderr}`.includes('51abcdefghijklmnop'), 'a key was printed');
    }
});

test('what Stripe refuses ends with 1, and no key is printed', async () => {
    const standIn = await startStripeStandIn({ secretKey: STAND_IN_KEY });
    try {
        const environment = { STRIPE_SECRET_KEY: KEY, STRIPE_API_BASE: standIn.url };
        const { code, stderr } = await run([], environment);
        assert.equal(code, 1);
        assert.match(stderr, /Stripe does not take the key in STRIPE_SECRET_KEY/);
        assert.ok(!stderr.includes('51abcdefghijklmnop'));
        standIn.faults.next({ status: 429, retryAfter: 0, count: 8 });
        const slowed = await run([], { STRIPE_API_BASE: standIn.url });
        assert.equal(slowed.code, 1);
        assert.match(slowed.stderr, /asks to go slower/);
        standIn.faults.next({ status: 429, retryAfter: 0, count: 7, path: '/v1/payment_intents' });
        const patient = await run(['--count', '1'], { STRIPE_API_BASE: standIn.url });
        assert.equal(patient.code, 0, patient.stderr);
        assert.equal(standIn.state.list('payment_intent').length, 1);
    } finally {
        await standIn.close();
    }
});
