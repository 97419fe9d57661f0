import assert from 'node:assert/strict';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';

const MAIN = path.join(import.meta.dirname, 'main.ts');
const LOADER = ['--import', 'tsx'];
const MASK = '••••••';

function redact(input: string | Buffer, ...options: string[]) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [...LOADER, MAIN, ...options], {
        input,
        encoding: 'utf8'
    });
    return { stdout, stderr, status };
}

function start(...nodeOptions: string[]): ChildProcessWithoutNullStreams {
    const child = spawn(process.execPath, [...nodeOptions, ...LOADER, MAIN]);
    // The input may be cut off before its end: that is what some tests are about.
    child.stdin.on('error', () => {});
    return child;
}

test('standard input comes out redacted, and otherwise to the character', () => {
    const input = '{"id":"pi_3Mtw", "client_secret":"pi_3Mtw_secret_abc"}\r\n\r\nemail=zoë@example.com\nend';
    assert.deepEqual(redact(input), {
        stdout: `{"id":"pi_3Mtw", "client_secret":"${MASK}"}\r\n\r\nemail=${MASK}\nend`,
        stderr: '',
        status: 0
    });
});

test('no input is no error', () => {
    assert.deepEqual(redact(''), { stdout: '', stderr: '', status: 0 });
});

test('bytes that are no UTF-8 stop nothing', () => {
    const { stdout, status } = redact(
        Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(' sk_live_51Hs2ab3cd4ef5\n')])
    );
    assert.match(stdout, /•••\n$/);
    assert.equal(status, 0);
});

test('a line comes out before the input ends', async () => {
    const child = start();
    child.stdin.write('amount 5\n');
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    assert.equal(line.toString(), 'amount 5\n');
    child.stdin.end();
    const [code] = (await once(child, 'close')) as [number | null];
    assert.equal(code, 0);
});

test('it ends in silence when nobody reads on, while there is more input', async () => {
    const child = start();
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    const closed = once(child, 'close');
    child.stdin.write('amount 5\n');
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.write('amount 5\n');
    const [code] = (await closed) as [number | null];
    assert.equal(stderr, '');
    assert.equal(code, 0);
});

const LONG_LINES = [
    {
        name: 'JSON',
        start: '{"data":[',
        piece: '{"id":"ch_3MmlLrLkdIwHu7ix0snN0B15","email":"jane@example.com"},'.repeat(1000)
    },
    { name: 'one word', start: '', piece: 'jane'.repeat(16_000) },
    { name: 'one text in quotation marks', start: '{"a":"', piece: 'jane '.repeat(13_000) }
];
for (const { name, start: beginning, piece } of LONG_LINES) {
    test(`a line of 60 megabytes that is ${name} takes no more memory than short lines`, async () => {
        const child = start('--max-old-space-size=60');
        const closed = once(child, 'close');
        let shown = '';
        child.stdout.on('data', (chunk: Buffer) => {
            shown = chunk.includes('jane') ? chunk.toString() : shown;
        });
        const pieces = Math.ceil(60_000_000 / piece.length);
        Readable.from([beginning, ...Array<string>(pieces).fill(piece), '\n']).pipe(child.stdin);
        const [code] = (await closed) as [number | null];
        assert.equal(code, 0);
        assert.equal(shown, '');
    });
}

test('an option that there is not gets one clear line and exit code 1', () => {
    const { stdout, stderr, status } = redact('x', 'sk_live_51Hs2ab3cd4ef5');
    assert.match(stderr, /^redact takes no options.* --help\n$/);
    assert.equal(stdout, '');
    assert.equal(status, 1);
});

test('--help says what it does and reads nothing', () => {
    const { stdout, status } = redact('x', '--help');
    assert.match(stdout, /standard input to standard output/);
    assert.equal(status, 0);
});
