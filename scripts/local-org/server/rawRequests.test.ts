import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { startTestServer, TEST_TOKEN, type TestServer } from '../rest/testServer.ts';

/** Milliseconds that a client may take in these tests. */
const PATIENCE = { headers: 300, request: 600, checkEvery: 50 };

let server: TestServer;

before(async () => {
    server = await startTestServer([], undefined, PATIENCE);
});

after(() => server.close());

function port(): number {
    return Number(new URL(server.url).port);
}

function openSocket(): Socket {
    return connect(port(), '127.0.0.1');
}

/** Sends these bytes, and waits for all that comes back until the server closes. */
function send(...parts: string[]): Promise<string> {
    return new Promise((resolve) => {
        const socket = openSocket();
        let answer = '';
        socket.on('data', (data: Buffer) => {
            answer += data.toString();
        });
        // A connection that is cut while the client still writes is an answer too.
        socket.on('error', () => undefined);
        socket.on('close', () => resolve(answer));
        parts.forEach((part) => socket.write(part));
    });
}

function statuses(answer: string): string[] {
    return [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status = '']) => status);
}

const host = () => `Host: 127.0.0.1:${port()}\r\n`;
const token = `Authorization: Bearer ${TEST_TOKEN}\r\n`;
const close = 'Connection: close\r\n';

function get(target: string, headers = ''): Promise<string> {
    return send(`GET ${target} HTTP/1.1\r\n${host()}${close}${headers}\r\n`);
}

async function assertAlive(): Promise<void> {
    assert.deepEqual(statuses(await get('/services/data')), ['200']);
}

const MALFORMED: [string, () => string][] = [
    ['no HTTP at all', () => '\u0016\u0003\u0001\u0002 hello\r\n\r\n'],
    ['an unknown version', () => `GET / HTTP/9.9\r\n${host()}\r\n`],
    ['an unknown method', () => `EVIL / HTTP/1.1\r\n${host()}\r\n`],
    ['a space in the address', () => `GET /a b HTTP/1.1\r\n${host()}\r\n`],
    ['no host', () => 'GET / HTTP/1.1\r\n\r\n'],
    ['a header without a name', () => `GET / HTTP/1.1\r\n${host()}: x\r\n\r\n`],
    ['a null byte in a header', () => `GET / HTTP/1.1\r\n${host()}X: a\u0000b\r\n\r\n`],
    ['a length that is no number', () => `POST /local/apex/A/b HTTP/1.1\r\n${host()}Content-Length: 1x\r\n\r\n{`],
    ['a negative length', () => `POST /local/apex/A/b HTTP/1.1\r\n${host()}Content-Length: -1\r\n\r\n{`],
    [
        'two lengths',
        () => `POST /local/apex/A/b HTTP/1.1\r\n${host()}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x`
    ],
    [
        'a length and chunks, which would hide a second request',
        () =>
            `POST /local/apex/A/b HTTP/1.1\r\n${host()}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n${host()}\r\n`
    ],
    [
        'a chunk without a size',
        () =>
            `POST /local/apex/A/b HTTP/1.1\r\n${host()}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n`
    ]
];
for (const [what, bytes] of MALFORMED) {
    test(`${what} is refused, and the server goes on`, async () => {
        assert.deepEqual(statuses(await send(bytes())), ['400']);
        await assertAlive();
    });
}

test('headers of more than 16 KB are refused, one or many', async () => {
    assert.deepEqual(statuses(await get('/', `X-Bomb: ${'x'.repeat(20_000)}\r\n`)), ['431']);
    const many = Array.from({ length: 3000 }, (_nothing, index) => `X-${index}: bomb\r\n`).join('');
    assert.deepEqual(statuses(await get('/', many)), ['431']);
    assert.match((await get(`/${'x'.repeat(20_000)}`)).slice(0, 12), /431$/);
    await assertAlive();
});

test('headers and bodies that do not come to an end are not waited for', async () => {
    const slow: string[] = [
        `GET / HTTP/1.1\r\n${host()}X-Never: `,
        `POST /local/apex/A/b HTTP/1.1\r\n${host()}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
        `POST /services/data/v66.0/sobjects/Payment HTTP/1.1\r\n${host()}${token}Content-Length: 100\r\n\r\n{"Amount":1}`
    ];
    for (const answer of await Promise.all(slow.map((bytes) => send(bytes)))) {
        assert.deepEqual(statuses(answer), ['408']);
    }
    assert.equal(server.org.query('SELECT Id FROM Payment').records.length, 0);
    await assertAlive();
});

test('a body that is announced as too large is not waited for', async () => {
    const announced = `${host()}Content-Length: 999999999999\r\n`;
    const large = [
        `POST /local/apex/A/b HTTP/1.1\r\n${announced}Content-Type: application/json\r\n\r\n{`,
        `POST /services/data/v66.0/sobjects/Payment HTTP/1.1\r\n${announced}${token}\r\n{"Amount":1}`
    ];
    for (const answer of await Promise.all(large.map((bytes) => send(bytes)))) {
        assert.deepEqual(statuses(answer), ['413']);
    }
    await assertAlive();
});

test('a connection stays open for the next request as long as the client wants', async () => {
    const answer = await fetch(`${server.url}/services/data`);
    assert.equal(answer.headers.get('connection'), 'keep-alive');
    // Node tells here after how many seconds it ends the connection.
    assert.equal(answer.headers.get('keep-alive'), null);
});

test('a client that goes away in the middle of a body leaves nothing behind', async () => {
    const socket = openSocket();
    const head = `POST /services/data/v66.0/sobjects/Payment HTTP/1.1\r\n${host()}${token}Content-Length: 100\r\n\r\n`;
    await new Promise<void>((resolve) => {
        socket.on('close', () => resolve());
        socket.write(`${head}{"Amount":1}`, () => socket.destroy());
    });
    await assertAlive();
    assert.equal(server.org.query('SELECT Id FROM Payment').records.length, 0);
});

test('what comes after a body is a request of its own, not part of it', async () => {
    const body = '{"Amount":1}';
    const first = `POST /services/data/v66.0/sobjects/Payment HTTP/1.1\r\n${host()}Content-Length: 2\r\n\r\n`;
    // Without the token the first is refused; the rest of the bytes must not become a request that is trusted.
    assert.deepEqual(statuses(await send(`${first}${body}`)), ['401']);
    assert.equal(server.org.query('SELECT Id FROM Payment').records.length, 0);
});

test('an address with a scheme and host, an asterisk or a host to connect to is refused', async () => {
    for (const target of ['http://evil.example/', `http://127.0.0.1:${port()}/`, 'javascript:1', '*', 'evil.example']) {
        assert.deepEqual(statuses(await get(target)), ['400'], target);
    }
    const tunnel = await send(`CONNECT evil.example:443 HTTP/1.1\r\n${host()}\r\n`);
    assert.ok(!tunnel.includes(' 200 '));
    await assertAlive();
});

test('two host headers do not let a foreign one in', async () => {
    const answer = await send(`GET / HTTP/1.1\r\nHost: evil.example\r\n${host()}${close}\r\n`);
    assert.match(answer, /^HTTP\/1\.1 (400|403) /);
});

const ROUTES = [
    '/',
    '/assets/',
    '/assets/design-system-2.264.1/',
    '/lightning/r/Payment/',
    '/lightning/n/',
    '/lightning/o/',
    '/local/page?address=/',
    '/local/record?id=',
    '/services/data/v66.0/',
    '/services/data/v66.0/sobjects/'
];
const UPWARDS = [
    '../../../../../../etc/passwd',
    '..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
    '%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '..%5c..%5c..%5cetc%5cpasswd',
    '..\\..\\..\\etc\\passwd',
    '%252e%252e%252fetc%252fpasswd',
    '//etc/passwd',
    '%2fetc%2fpasswd',
    '\\etc\\passwd',
    'passwd%00.css',
    '....//....//etc/passwd',
    '../package.json',
    '..%2f..%2f..%2f..%2fpackage.json'
];
for (const route of ROUTES) {
    test(`no file is read upwards of ${route}`, async () => {
        for (const path of UPWARDS) {
            const answer = await get(route + path, token);
            // 503: this server has no console to show that there is no such page.
            assert.match(answer, /^HTTP\/1\.1 (40[0-9]|503) /, `${route}${path}: ${answer.slice(0, 200)}`);
            assert.doesNotMatch(answer, /root:|"devDependencies"|"dependencies"/, path);
        }
    });
}

test('two slashes do not make a host of what follows', async () => {
    for (const target of ['//evil.example/services/data', '/\\evil.example/services/data', '\\\\evil.example/']) {
        assert.match(await get(target), /^HTTP\/1\.1 (40[0-9]|503) /, target);
    }
});
