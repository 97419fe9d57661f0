import assert from 'node:assert/strict';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';

const MAIN = path.join(import.meta.dirname, 'main.ts');
const LOADER = ['--import', 'tsx'];

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'resolve-'));
after(() => fs.rmSync(folder, { recursive: true }));

function resolve(input: string, ...options: string[]) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [...LOADER, MAIN, ...options], {
        input,
        encoding: 'utf8'
    });
    return { stdout, stderr, status, lines: stdout.split('\n').slice(0, -1) };
}

function start(...nodeOptions: string[]): ChildProcessWithoutNullStreams {
    const child = spawn(process.execPath, [...nodeOptions, ...LOADER, MAIN]);
    // The input may be cut off before its end: that is what some tests are about.
    child.stdin.on('error', () => {});
    return child;
}

/** What each line of the output is: the kind of an answer, or the beginning of an error. */
function kinds(lines: readonly string[]): string[] {
    return lines.map((line) => {
        const { kind, error } = JSON.parse(line) as { kind?: string; error?: string };
        return kind ?? error?.split(' ').slice(0, 4).join(' ') ?? '';
    });
}

function csvFile(content: string): string {
    const file = path.join(folder, 'export.csv');
    fs.writeFileSync(file, content);
    return file;
}

test('every line has its answer, in order, and good lines give exit code 0', () => {
    const { lines, stderr, status } = resolve('\uFEFF{"reference":"pi_3MtwBwLk"}\r\n{}\r\n{"reference":"SF1"}');
    assert.deepEqual(kinds(lines), ['stripe', 'empty', 'salesforce']);
    assert.equal(stderr, '');
    assert.equal(status, 0);
});

test('no input is no error', () => {
    assert.deepEqual(resolve(''), { stdout: '', stderr: '', status: 0, lines: [] });
});

test('bad and empty lines have an error in their place, the rest goes on, and the exit code is 1', () => {
    const { lines, stdout, stderr, status } = resolve('{}\nsk_live_51Hs2ab3cd4ef5\n\n[]\n{"mode":"x"}\n{}\n');
    assert.deepEqual(kinds(lines), [
        'empty',
        'Line 2 is not',
        'Line 3 is empty.',
        'Line 4 is not',
        'Line 5 has a',
        'empty'
    ]);
    assert.ok(!stdout.includes('51Hs'));
    assert.equal(stderr, '');
    assert.equal(status, 1);
});

test('an answer comes before the input ends', async () => {
    const child = start();
    child.stdin.write('{}\n');
    const [answer] = (await once(child.stdout, 'data')) as [Buffer];
    assert.match(answer.toString(), /^\{"kind":"empty".*\}\n$/);
    child.stdin.end();
    const [code] = (await once(child, 'close')) as [number | null];
    assert.equal(code, 0);
});

test('it ends in silence when nobody reads on, while there is more input', async () => {
    const child = start();
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    const closed = once(child, 'close');
    child.stdin.write('{}\n');
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.write('{}\n');
    const [code] = (await closed) as [number | null];
    assert.equal(stderr, '');
    assert.equal(code, 0);
});

test('many lines take no more memory than few', async () => {
    const count = 1_000_000;
    const child = start('--max-old-space-size=80');
    const closed = once(child, 'close');
    let answers = 0;
    child.stdout.on('data', (chunk: Buffer) => {
        answers += chunk.filter((byte) => byte === 10).length;
    });
    const batch = `${'\n'.repeat(999)}{}\n`;
    Readable.from(Array<string>(count / 1000).fill(batch)).pipe(child.stdin);
    const [code] = (await closed) as [number | null];
    assert.equal(answers, count);
    assert.equal(code, 1);
});

test('a column of a CSV file gives an answer for each row', () => {
    const rows = ['\uFEFFId,Gateway Ref', '1,pi_3MtwBwLk', '2,', '3,"SF1"', '4,"a,\nb"'];
    const { lines, stderr, status } = resolve('', '--csv', csvFile(rows.join('\r\n')), '--column', 'Gateway Ref');
    assert.deepEqual(kinds(lines), ['stripe', 'empty', 'salesforce', 'unsafe']);
    assert.equal(stderr, '');
    assert.equal(status, 0);
});

test('account, mode and order number can come from columns too', () => {
    const file = csvFile('r,a,m,o\npi_3MtwBwLk,acct_1,STRIPE_TEST,\n,,live,00001\n');
    const columns = ['--column', 'r', '--account-column', 'a', '--mode-column', 'm', '--order-number-column', 'o'];
    const { lines } = resolve('', '--csv', file, ...columns);
    assert.match(lines[0] ?? '', /"https:\/\/dashboard.stripe.com\/acct_1\/test\/payments\/pi_3MtwBwLk"/);
    assert.match(lines[1] ?? '', /"https:\/\/dashboard.stripe.com\/search\?query=order_id%3A00001"/);
});

test('a bad row has an error in its place; after a quote that never closes nothing can be read', () => {
    const file = csvFile('r,a\npi_3MtwBwLk\n,x\n,\n"sk_live_51Hs2ab3cd4ef5');
    const { lines, stdout, status } = resolve('', '--csv', file, '--column', 'r', '--account-column', 'a');
    assert.deepEqual(kinds(lines), ['Row 1 has 1', 'Row 2 has an', 'empty', 'Row 4 has a']);
    assert.ok(!stdout.includes('51Hs'));
    assert.equal(status, 1);
});

const SECRET = 'sk_live_51Hs2ab3cd4ef5';
const MISTAKES: readonly { name: string; options: string[]; says: RegExp }[] = [
    { name: 'an option that there is not', options: ['--cvs', 'x'], says: /^Unknown option '--cvs'.* --help$/ },
    { name: 'a file without the option', options: ['export.csv'], says: /^Unexpected argument 'export.* --help$/ },
    { name: 'a secret among the options', options: [SECRET], says: /^Unexpected argument '••••••.* --help$/ },
    { name: 'a column without a file', options: ['--mode-column', 'm'], says: /^--mode-column needs --csv FILE\./ },
    { name: 'a file without a column', options: ['--csv', 'x.csv'], says: /^--csv needs --column NAME/ },
    {
        name: 'a file that there is not',
        options: ['--csv', '/no/x.csv', '--column', 'r'],
        says: /no file \/no\/x\.csv/
    },
    { name: 'a folder', options: ['--csv', folder, '--column', 'r'], says: /is a folder/ }
];
for (const { name, options, says } of MISTAKES) {
    test(`${name} gets one clear line and exit code 1`, () => {
        const { stdout, stderr, status } = resolve('{}\n', ...options);
        assert.match(stderr, /^[^\n]+\n$/);
        assert.match(stderr.trimEnd(), says);
        assert.equal(stdout, '');
        assert.equal(status, 1);
    });
}

const CSV_MISTAKES: readonly { name: string; content: string; says: RegExp }[] = [
    { name: 'a column that there is not', content: 'Id,Ref\n', says: /no column "r".* columns are: "Id", "Ref"\.\n$/ },
    { name: 'a column that is there twice', content: 'r,r\n', says: /more than one column "r"/ },
    { name: 'an empty file', content: '', says: /is empty/ },
    { name: 'secrets in place of a header', content: `${SECRET},\u001b[2J\n`, says: /are: "••••••", "\?\[2J"\.\n$/ }
];
for (const { name, content, says } of CSV_MISTAKES) {
    test(`${name} gets one clear line and exit code 1`, () => {
        const { stdout, stderr, status } = resolve('', '--csv', csvFile(content), '--column', 'r');
        assert.match(stderr, /^[^\n]+\n$/);
        assert.match(stderr, says);
        assert.equal(stdout, '');
        assert.equal(status, 1);
    });
}

test('--help shows the options and reads nothing', () => {
    const { stdout, status } = resolve('x', '--help');
    assert.match(stdout, /--csv FILE/);
    assert.equal(status, 0);
});
