import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { TEST_TOKEN } from '../local-org/rest/testServer.ts';
import { makeManyOrders } from './test/manyOrders.ts';
import { startWorld, type TestWorld } from './test/testWorld.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ORDERS = 2500;
const REFERENCES = 4 * ORDERS;
const WRONG_REFUNDS = ORDERS / 100;
const KILLS = 10;
const CONCURRENCY = 8;

/** Answers that were not committed yet when the process was killed, and requests that were under way. */
const ASKED_AGAIN = 50 + CONCURRENCY;

/** The options of Node that `npm run verify` has: without them V8 lets more become garbage before it clears up. */
const { verify } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).scripts;
const NODE_OPTIONS = String(verify)
    .split(' ')
    .filter((word) => word.startsWith('--'));

const PEAK = /PEAK (\d+)/;

/** Linux tells the peak of the process alone; maxRSS begins with that of the process that started it. */
const TELL_PEAK = `
    import { existsSync, readFileSync } from 'node:fs';
    process.on('exit', () => {
        const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
        console.error('PEAK', /VmHWM:\\s*(\\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
    });`;

let world: TestWorld;

before(async () => {
    world = await startWorld((stripe, standIn) => makeManyOrders(ORDERS, 100, stripe, standIn));
});

after(() => world.close());

function startVerify(name: string) {
    const checkpoint = path.join(world.folder, `${name}.sqlite`);
    const child = spawn(
        process.execPath,
        [
            ...[
                ...NODE_OPTIONS,
                '--import',
                'tsx',
                '--import',
                `data:text/javascript,${encodeURIComponent(TELL_PEAK)}`
            ],
            ...[path.join(ROOT, 'scripts/verify/main.ts'), '--instance-url', world.org.url, '--checkpoint', checkpoint],
            ...['--rate', '10000', '--concurrency', String(CONCURRENCY)],
            ...['--format', 'json', '--output', reportFile(name)]
        ],
        {
            cwd: ROOT,
            stdio: ['ignore', 'ignore', 'pipe'],
            env: {
                ...process.env,
                TSX_TSCONFIG_PATH: path.join(ROOT, 'scripts/tsconfig.json'),
                STRIPE_API_BASE: world.standIn.url,
                SF_ACCESS_TOKEN: TEST_TOKEN
            }
        }
    );
    const run = { child, told: '', ended: once(child, 'close') };
    child.stderr.on('data', (chunk: Buffer) => (run.told += chunk.toString()));
    return run;
}

function reportFile(name: string): string {
    return path.join(world.folder, `${name}.json`);
}

/** Requests of verify to both sides so far. */
function countRequests(): number {
    return world.org.requests.length + world.standIn.requests.length;
}

/** Kills the run at the moment when it has sent so many requests. */
async function killAfter(requests: number): Promise<void> {
    const { child, ended } = startVerify('killed');
    const enough = countRequests() + requests;
    while (child.exitCode === null && countRequests() < enough) {
        await new Promise((resolve) => setImmediate(resolve));
    }
    child.kill('SIGKILL');
    await ended;
    assert.equal(child.signalCode, 'SIGKILL', 'the run ended before it was killed');
}

test('10,000 references: killed ten times, the report is that of a run which was not, in less than 200 MB', async () => {
    const whole = startVerify('whole');
    await whole.ended;
    assert.equal(whole.child.exitCode, 1, whole.told);
    const report = readFileSync(reportFile('whole'), 'utf8');
    const { totals, findings } = JSON.parse(report);
    assert.equal(totals.answers.found, REFERENCES);
    assert.equal(findings.length, WRONG_REFUNDS);
    assert.equal(totals.findings.amountDiffers, WRONG_REFUNDS);
    const peak = Number(PEAK.exec(whole.told)?.[1]) / 1024;
    assert.ok(peak < 200, `${peak} MB`);

    const before = world.standIn.requests.length;
    for (let kill = 0; kill < KILLS; kill += 1) {
        // Up to a twelfth of the work, so that some is left for the last run.
        await killAfter(1 + Math.floor((Math.random() * REFERENCES) / 12));
    }
    const last = startVerify('killed');
    await last.ended;
    assert.equal(last.child.exitCode, 1, last.told);
    // Not by assert.equal, which would print megabytes.
    assert.ok(readFileSync(reportFile('killed'), 'utf8') === report, 'the reports are not the same');
    const asked = world.standIn.requests.slice(before).filter(({ path: address }) => /_3Many/.test(address)).length;
    assert.ok(asked <= REFERENCES + KILLS * ASKED_AGAIN, `${asked} objects were asked for`);
});
