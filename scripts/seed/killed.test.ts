import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { startTestServer, temporaryFolder, TEST_TOKEN } from '../local-org/rest/testServer.ts';
import { startStripeStandIn } from '../stripe-stand-in/startStripeStandIn.ts';
import { startKillingProxy, type Strike } from './killingProxy.ts';
import { countAll } from './testSides.ts';

const MAIN = path.join(import.meta.dirname, 'main.ts');
const KILLS = 10;

/** A run of the command, as people start it. */
function run(urls: readonly string[], folder: string) {
    const [stripe = '', org = ''] = urls;
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), MAIN, '--instance-url', org], {
        cwd: folder,
        env: {
            ...process.env,
            TSX_TSCONFIG_PATH: path.join(import.meta.dirname, '../tsconfig.json'),
            STRIPE_API_BASE: stripe,
            STRIPE_SECRET_KEY: undefined,
            SF_ACCESS_TOKEN: TEST_TOKEN
        },
        stdio: ['ignore', 'pipe', 'pipe']
    });
    return child;
}

async function end(
    child: ReturnType<typeof run>
): Promise<{ code: number | null; signal: string | null; output: string }> {
    const closed = once(child, 'close') as Promise<[number | null, string | null]>;
    const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [code, signal] = await closed;
    return { code, signal, output: output + errors };
}

/** Numbers that look random and are the same in every run. */
function* numbers(): Generator<number, never> {
    for (let value = 20_261_123; ;) {
        value = (value * 48_271) % 2_147_483_647;
        yield value;
    }
}

test(`a run that is killed ${KILLS} times at any request, and then ends, has made everything once`, async () => {
    const folder = temporaryFolder();
    const undisturbed = { server: await startTestServer(), standIn: await startStripeStandIn() };
    const killed = { server: await startTestServer(), standIn: await startStripeStandIn() };
    let strike: Strike | undefined;
    const proxy = await startKillingProxy([killed.standIn.url, killed.server.url], () => strike);
    const random = numbers();
    try {
        const whole = await end(run([undisturbed.standIn.url, undisturbed.server.url], folder.path));
        assert.equal(whole.code, 0, whole.output);

        for (let kill = 0; kill < KILLS; kill += 1) {
            const at = 3 + (random.next().value % 40);
            const child = run(proxy.urls, folder.path);
            strike = { at, when: kill % 2 === 0 ? 'before' : 'after', kill: () => child.kill('SIGKILL') };
            const { output, signal } = await end(child);
            assert.equal(signal, 'SIGKILL', `Not killed at request ${at}: ${output}`);
        }
        strike = undefined;
        const last = await end(run(proxy.urls, folder.path));
        assert.equal(last.code, 0, last.output);
        assert.deepEqual(countAll(killed), countAll(undisturbed));
    } finally {
        proxy.close();
        for (const { server, standIn } of [undisturbed, killed]) {
            server.close();
            await standIn.close();
        }
        folder.remove();
    }
});
