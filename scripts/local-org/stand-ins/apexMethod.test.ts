import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { createApexMethod } from './apexMethod.ts';

interface Answer {
    status?: number;
    body: unknown;
}

const realFetch = globalThis.fetch;
let requests: { address: string; parameters: unknown }[] = [];
let answer: () => Promise<Answer>;

beforeEach(() => {
    requests = [];
    answer = () => Promise.resolve({ body: { number: requests.length } });
    globalThis.fetch = async (address, options) => {
        requests.push({ address: String(address), parameters: JSON.parse(String(options?.body)) });
        const { status = 200, body } = await answer();
        return new Response(JSON.stringify(body), { status, statusText: status === 200 ? 'OK' : 'Server Error' });
    };
});

afterEach(() => {
    globalThis.fetch = realFetch;
});

const getPayments = createApexMethod('Reader', 'getPayments');

test('a method is called by a POST of its parameters to its own address', async () => {
    assert.deepEqual(await getPayments({ id: '1', pageSize: 5 }), { number: 1 });
    assert.deepEqual(requests, [{ address: '/local/apex/Reader/getPayments', parameters: { id: '1', pageSize: 5 } }]);
});

test('a method asks every time: no answer is kept', async () => {
    await getPayments({ id: '1' });
    assert.deepEqual(await getPayments({ id: '1' }), { number: 2 });
});

test('a method that is wired says that it has to be called', () => {
    assert.throws(() => new getPayments.adapter(), /Reader\.getPayments is wired\. In the local org call it instead/);
});

test('an error comes in the shape of an Apex error', async () => {
    answer = () => Promise.resolve({ status: 500, body: { message: 'No such column', exceptionType: 'E' } });
    await assert.rejects(getPayments({ id: '1' }), {
        status: 500,
        statusText: 'Server Error',
        ok: false,
        body: { message: 'No such column', exceptionType: 'E' }
    });
});

test('a connection that is cut is an Apex error without a status', async () => {
    answer = () => Promise.reject(new TypeError('Failed to fetch'));
    await assert.rejects(getPayments({ id: '1' }), {
        status: 0,
        statusText: 'Network error',
        ok: false,
        body: { message: 'The local org did not answer: Failed to fetch' }
    });
});
