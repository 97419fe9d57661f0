import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { temporaryFolder, TEST_TOKEN } from './rest/testServer.ts';

function start(options: readonly string[]) {
    return spawn(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, 'main.ts'), ...options], {
        env: { ...process.env, TSX_TSCONFIG_PATH: path.resolve(import.meta.dirname, '../tsconfig.json') }
    });
}

/** Runs the command to its end. */
async function run(...options: string[]) {
    const command = start(options);
    let output = '';
    let errors = '';
    command.stdout.on('data', (part: Buffer) => {
        output += part.toString();
    });
    command.stderr.on('data', (part: Buffer) => {
        errors += part.toString();
    });
    const [code] = (await once(command, 'close')) as [number | null];
    return { code, output, errors };
}

async function assertOneLine(options: string[], message: RegExp): Promise<void> {
    const { code, errors } = await run(...options);
    assert.equal(code, 1);
    assert.match(errors, message);
    assert.equal(errors.trimEnd().includes('\n'), false, errors);
}

test('--help shows the options', async () => {
    const { code, output } = await run('--help');
    assert.equal(code, 0);
    assert.match(output, /--port N[\s\S]*--data PATH[\s\S]*--no-open/);
});

test('an unknown option is one line and exit code 1', () => assertOneLine(['--prot', '1'], /Unknown option '--prot'/));

test('a port that is no port is one line and exit code 1', () => assertOneLine(['--port', '99999'], /from 0 to 65535/));

test('a language that is not there is one line that lists those there are, and exit code 1', () =>
    assertOneLine(['--language', 'tlh', '--no-open'], /does not speak "tlh"\. It speaks: en_US, de, .*pseudo/));

test('--empty with --data is one line and exit code 1', () =>
    assertOneLine(['--empty', '--data', 'plan.json', '--no-open'], /--empty and --data do not go together/));

test('data that is not there is one line that names it and exit code 1', () =>
    assertOneLine(['--data', '/no/such/plan.json', '--no-open'], /\/no\/such\/plan\.json/));

test('a taken port is one line that names the port and the option, and exit code 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await assertOneLine(
        ['--port', String(port), '--no-open'],
        new RegExp(`^Port ${port} is taken.*--port ${port + 1}`)
    );
    other.close();
});

test('what is to be hidden and does not exist is one line that names it and exit code 1', async () => {
    await assertOneLine(['--hide', 'Refunds', '--no-open'], /Refunds/);
    await assertOneLine(['--hide', 'Payment.Nonsense', '--no-open'], /Nonsense.*Payment/);
});

test('--database in a folder that is not there is one line that names the folder, and exit code 1', () =>
    assertOneLine(['--database', '/no/such/org.sqlite', '--no-open'], /no folder \/no\/such\. Make it/));

describe('--database', () => {
    const folder = temporaryFolder();
    const file = path.join(folder.path, 'org.sqlite');
    const servers: ReturnType<typeof start>[] = [];
    after(() => {
        servers.forEach((server) => server.kill('SIGKILL'));
        folder.remove();
    });

    /** Starts the command. @returns sends a request to its REST API, and the process */
    async function serve(...options: string[]) {
        const common = ['--database', file, '--access-token', TEST_TOKEN, '--port', '0', '--no-open'];
        const server = start([...common, ...options]);
        servers.push(server);
        const url = await new Promise<string>((resolve, reject) => {
            let output = '';
            server.stdout.on('data', (part: Buffer) => {
                output += part.toString();
                const [, told] = /is ready after .*: (http:\S+)/.exec(output) ?? [];
                if (told) {
                    resolve(told);
                }
            });
            server.on('exit', () => reject(new Error(`It ended: ${output}`)));
        });
        const ask = async (address: string, body?: object): Promise<unknown> => {
            const headers = { Authorization: `Bearer ${TEST_TOKEN}`, 'Content-Type': 'application/json' };
            const init = body ? { method: 'POST', body: JSON.stringify(body), headers } : { headers };
            return (await fetch(`${url}/services/data/v66.0/${address}`, init)).json();
        };
        return { server, ask };
    }

    test('keeps what was answered when the process is killed, and goes on with ids and numbers', async () => {
        const insert = (ask: (address: string, body: object) => Promise<unknown>, Comments: string) =>
            ask('sobjects/PaymentAuthorization', { Comments });
        const first = await serve('--empty');
        await insert(first.ask, 'first');
        await insert(first.ask, 'second');
        await assertOneLine(['--database', file, '--no-open'], /Another local org uses .*org\.sqlite/);
        first.server.kill('SIGKILL');
        await once(first.server, 'exit');

        await assertOneLine(
            ['--database', file, '--empty', '--no-open'],
            /has records already.*Leave out --data and --empty/
        );
        const second = await serve();
        await insert(second.ask, 'third');
        const soql = 'SELECT PaymentAuthorizationNumber, Comments FROM PaymentAuthorization ORDER BY Id';
        const { records } = (await second.ask(`query?q=${encodeURIComponent(soql)}`)) as {
            records: Record<string, unknown>[];
        };
        assert.deepEqual(
            records.map((record) => [record['PaymentAuthorizationNumber'], record['Comments']]),
            [
                ['PA-0001', 'first'],
                ['PA-0002', 'second'],
                ['PA-0003', 'third']
            ]
        );
    });
});
