import assert from 'node:assert/strict';
import { createServer, request as sendRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, test } from 'node:test';
import { ENGLISH } from '../build/language.ts';
import { SalesforceError } from '../errors.ts';
import { createRestParts } from '../rest/restParts.ts';
import { Assets } from './assets.ts';
import { Faults, type ApexCall } from './faults.ts';
import { ReloadEvents } from './reloadEvents.ts';
import { LARGEST_BODY } from './requestRules.ts';
import { answerRequest } from './router.ts';
import { openTestOrg, type TestOrg } from './testOrg.ts';

interface Answer {
    status: number;
    headers: IncomingHttpHeaders;
    text: string;
}

let testOrg: TestOrg;
let server: Server;
let faults: Faults;
const calls: ApexCall[] = [];
const assets = new Assets();

before(async () => {
    testOrg = openTestOrg();
    faults = new Faults(testOrg.org);
    assets.use({
        files: new Map([['boot-1.js', 'boot();']]),
        entry: 'boot-1.js',
        componentFiles: new Map(),
        warnings: [],
        milliseconds: 1
    });
    const { org, sourceFolder } = testOrg;
    const events = new ReloadEvents({ version: '1' });
    const firstBuild = Promise.resolve();
    const parts = {
        org,
        sourceFolder,
        dataName: 'Test.',
        language: ENGLISH,
        lightningWebSecurity: false,
        assets,
        events,
        faults,
        calls,
        rest: createRestParts(org, { sourceFolder }),
        firstBuild
    };
    server = createServer((request, response) => answerRequest(parts, port(), request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // What Apex does is the business of its own tests.
    org.callApex = (className, methodName, parameters) => {
        if (methodName === 'broken') {
            throw new SalesforceError('INVALID_FIELD', 'No such column', 400);
        }
        return { className, methodName, parameters };
    };
});

after(() => {
    server.close();
    server.closeAllConnections();
    testOrg.remove();
});

afterEach(() => {
    faults.clear();
    calls.length = 0;
});

function port(): number {
    return (server.address() as AddressInfo).port;
}

/** Sends exactly this path and these headers, as no browser would. */
function ask(method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> {
    return new Promise((resolve, reject) => {
        const request = sendRequest({ port: port(), host: '127.0.0.1', method, path, headers }, (response) => {
            let text = '';
            response.on('data', (part: Buffer) => {
                text += part.toString();
            });
            response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
        });
        request.on('error', reject);
        request.end(body);
    });
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Answer> {
    return ask('POST', path, { ...JSON_TYPE, ...headers }, body);
}

function errorCode(answer: Answer): unknown {
    return (JSON.parse(answer.text) as { errorCode: string }).errorCode;
}

function pageModel(answer: Answer): Record<string, unknown> {
    const json = /<script type="application\/json" id="page-model">(.*)<\/script>/.exec(answer.text)?.[1] ?? '';
    return JSON.parse(json) as Record<string, unknown>;
}

test('the home page is an HTML document with a strict policy', async () => {
    const answer = await ask('GET', '/');
    assert.equal(answer.status, 200);
    assert.match(answer.headers['content-type'] ?? '', /^text\/html/);
    assert.match(String(answer.headers['content-security-policy']), /default-src 'none'/);
    assert.equal(pageModel(answer)['kind'], 'home');
});

test('a record has its page at Lightning’s address, with a 15- or an 18-character id', async () => {
    const id = testOrg.idOf('payment');
    for (const address of [id, id.slice(0, 15)].map((form) => `/lightning/r/Payment/${form}/view`)) {
        const answer = await ask('GET', address);
        assert.equal(answer.status, 200);
        assert.equal(pageModel(answer)['recordId'], id);
    }
});

test('a record is found without its object’s name', async () => {
    const answer = await ask('GET', `/lightning/r/sObject/${testOrg.idOf('payment')}/view`);
    assert.equal(pageModel(answer)['objectName'], 'Payment');
});

const UNKNOWN: [string, () => string, RegExp][] = [
    ['an id of another object', () => `/lightning/r/Refund/${testOrg.idOf('payment')}/view`, /belongs to Payment/],
    ['an object that does not exist', () => `/lightning/r/Nope/${testOrg.idOf('payment')}/view`, /no object "Nope"/],
    ['text that is no id', () => '/lightning/r/Payment/hello/view', /"hello" is not a record id/],
    [
        'an id without a record',
        () => `/lightning/r/Payment/${testOrg.idOf('payment').slice(0, 13)}zz/view`,
        /There is no Payment/
    ],
    ['another Lightning page', () => '/lightning/setup/home', /no page at \/lightning\/setup\/home/]
];
for (const [what, address, message] of UNKNOWN) {
    test(`${what} gives a page that says what was asked for`, async () => {
        const answer = await ask('GET', address());
        assert.equal(answer.status, 404);
        assert.equal(pageModel(answer)['kind'], 'notFound');
        assert.match(String(pageModel(answer)['message']), message);
    });
}

test('a record of an object that the user may not see is not found', async () => {
    const id = testOrg.idOf('payment');
    faults.hideObject('Payment');
    const answer = await ask('GET', `/lightning/r/Payment/${id}/view`);
    assert.equal(answer.status, 404);
    assert.match(String(pageModel(answer)['message']), /You do not have access to Payments/);
});

test('a related list and the records of an object have pages of their own', async () => {
    const related = await ask(
        'GET',
        `/lightning/r/OrderPaymentSummary/${testOrg.idOf('summary')}/related/Payments/view`
    );
    assert.equal((pageModel(related)['list'] as { total: number }).total, 1);
    const all = await ask('GET', '/lightning/o/Payment/list');
    assert.equal((pageModel(all)['list'] as { total: number }).total, 1);
});

test('an Apex method is called with its parameters and its result comes back', async () => {
    const answer = await post('/local/apex/Reader/getPayments', '{"id":"1"}');
    assert.equal(answer.status, 200);
    assert.deepEqual(JSON.parse(answer.text), {
        className: 'Reader',
        methodName: 'getPayments',
        parameters: { id: '1' }
    });
    assert.deepEqual(calls, [{ name: 'Reader.getPayments', parameters: { id: '1' } }]);
});

test('an Apex error keeps its message, code and status', async () => {
    const answer = await post('/local/apex/Reader/broken', '{}');
    assert.equal(answer.status, 400);
    assert.deepEqual(JSON.parse(answer.text), {
        message: 'No such column',
        exceptionType: 'System.QueryException',
        errorCode: 'INVALID_FIELD'
    });
});

test('a method can be made to fail, by its name alone or with its class', async () => {
    faults.failApex('getPayments', { message: 'Too slow', status: 503 });
    const answer = await post('/local/apex/Reader/getPayments', '{}');
    assert.equal(answer.status, 503);
    assert.equal((JSON.parse(answer.text) as { message: string }).message, 'Too slow');
    assert.equal((await post('/local/apex/Reader/getRefunds', '{}')).status, 200);
    faults.clear();
    faults.failApex('Reader.getRefunds', { message: 'Broken' });
    assert.equal((await post('/local/apex/Reader/getRefunds', '{}')).status, 500);
});

test('a connection can be cut', async () => {
    faults.failApex('getPayments', 'cut');
    await assert.rejects(post('/local/apex/Reader/getPayments', '{}'), { code: 'ECONNRESET' });
});

test('an answer can be cut off', async () => {
    faults.failApex('getPayments', 'cutOff');
    const response = await fetch(`http://127.0.0.1:${port()}/local/apex/Reader/getPayments`, {
        method: 'POST',
        headers: JSON_TYPE,
        body: '{}'
    });
    assert.equal(response.status, 200);
    await assert.rejects(response.text(), /terminated/);
});

test('a delayed method answers when it is released, and others meanwhile', async () => {
    const release = faults.delayApex('getPayments');
    let answered = false;
    const delayed = post('/local/apex/Reader/getPayments', '{}').then((answer) => {
        answered = true;
        return answer;
    });
    await post('/local/apex/Reader/getRefunds', '{}');
    assert.equal(answered, false);
    release();
    assert.equal((await delayed).status, 200);
});

test('another host name is refused', async () => {
    for (const host of ['evil.example', `evil.example:${port()}`, '127.0.0.1:1', `127.0.0.1.evil.example:${port()}`]) {
        const answer = await ask('GET', '/', { Host: host });
        assert.deepEqual([host, answer.status, errorCode(answer)], [host, 403, 'FOREIGN_HOST']);
    }
    assert.equal((await ask('GET', '/', { Host: `localhost:${port()}` })).status, 200);
});

test('a page of another site cannot call Apex', async () => {
    for (const headers of [
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
        { Origin: 'http://127.0.0.1:1' },
        { 'Sec-Fetch-Site': 'cross-site' },
        { 'Sec-Fetch-Site': 'same-site' }
    ] as Record<string, string>[]) {
        const answer = await post('/local/apex/Reader/getPayments', '{}', headers);
        assert.deepEqual([answer.status, errorCode(answer)], [403, 'FOREIGN_ORIGIN']);
    }
    const own = { Origin: `http://127.0.0.1:${port()}`, 'Sec-Fetch-Site': 'same-origin' };
    assert.equal((await post('/local/apex/Reader/getPayments', '{}', own)).status, 200);
    assert.equal(calls.length, 1);
});

test('a body that is too large, not JSON or no object is refused', async () => {
    const address = '/local/apex/Reader/getPayments';
    const cases: [Promise<Answer>, number, string][] = [
        [post(address, JSON.stringify({ text: 'x'.repeat(LARGEST_BODY) })), 413, 'REQUEST_TOO_LARGE'],
        [post(address, '{"id":'), 400, 'JSON_PARSER_ERROR'],
        [post(address, '[1]'), 400, 'JSON_PARSER_ERROR'],
        [post(address, '{}', { 'Content-Type': 'text/plain' }), 415, 'UNSUPPORTED_MEDIA_TYPE']
    ];
    for (const [asked, status, code] of cases) {
        const answer = await asked;
        assert.deepEqual([answer.status, errorCode(answer)], [status, code]);
    }
    assert.equal(calls.length, 0);
});

test('the stream of events goes on, is for this site alone, and has no answer without a body', async () => {
    const { text, headers } = await new Promise<{ text: string; headers: IncomingHttpHeaders }>((resolve, reject) => {
        const request = sendRequest({ port: port(), host: '127.0.0.1', path: '/local/events' }, (response) => {
            response.once('data', (part: Buffer) => {
                request.destroy();
                resolve({ text: part.toString(), headers: response.headers });
            });
        });
        request.on('error', reject);
        request.end();
    });
    assert.match(text, /^data: {"version":"1"}\n\n$/);
    assert.match(headers['content-type'] ?? '', /^text\/event-stream/);
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal((await ask('HEAD', '/local/events')).status, 405);
});

test('other methods are refused', async () => {
    assert.deepEqual([(await post('/', '{}')).status, (await ask('GET', '/local/apex/A/b')).status], [405, 405]);
    assert.equal((await ask('HEAD', '/')).text, '');
});

test('files of the console and of the design system are lasting; anything else below /assets/ is not found', async () => {
    const script = await ask('GET', '/assets/boot-1.js');
    assert.equal(script.text, 'boot();');
    assert.match(script.headers['cache-control'] ?? '', /immutable/);
    const styleSheet = /<link rel="stylesheet" href="([^"]+)"/.exec((await ask('GET', '/')).text)?.[1] ?? '';
    const style = await ask('GET', styleSheet);
    assert.deepEqual([style.status, style.headers['content-type']], [200, 'text/css; charset=utf-8']);
    assert.equal((await ask('GET', '/assets/nope.js')).status, 404);
    const folder = styleSheet.slice(0, styleSheet.indexOf('styles/'));
    // A style sheet beside the folder that is served: only the place keeps it from being sent.
    const outside = 'css/data-tables/responsive/index.css';
    for (const path of [`../${outside}`, `..%2F${outside}`, `%2e%2e/${outside}`, `styles/..%2F..%2F${outside}`, '']) {
        assert.equal((await ask('GET', folder + path)).status, 404, path);
    }
});

test('an address that is not well formed is refused', async () => {
    const answer = await ask('GET', '/%E0%A4%A');
    assert.deepEqual([answer.status, errorCode(answer)], [400, 'BAD_ADDRESS']);
});

test('an address of nothing is a JSON error that says where to begin', async () => {
    const answer = await ask('GET', '/favicon.ico');
    assert.equal(answer.status, 404);
    assert.match(answer.text, /begins at \//);
});

test('fields of a record are read in the shape of the User Interface API', async () => {
    const id = testOrg.idOf('payment');
    const answer = await ask('GET', `/local/record?id=${id}&fields=Payment.Amount`);
    assert.deepEqual(JSON.parse(answer.text), {
        apiName: 'Payment',
        id,
        fields: { Amount: { value: 30.5, displayValue: null } }
    });
    assert.equal((await ask('GET', `/local/record?id=${id}&fields=Payment.PaymentGateway.Name`)).status, 400);
});
