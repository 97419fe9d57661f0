import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';

/** Runs the command to its end. */
async function run(...options: string[]) {
    const command = spawn(
        process.execPath,
        ['--import', 'tsx', path.join(import.meta.dirname, 'main.ts'), ...options],
        {
            env: { ...process.env, TSX_TSCONFIG_PATH: path.resolve(import.meta.dirname, '../tsconfig.json') }
        }
    );
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
