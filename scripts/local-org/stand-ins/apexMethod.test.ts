import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { refresh, type WireValue } from './apexCache.ts';
import { createApexMethod, type ApexMethod } from './apexMethod.ts';

interface Answer {
    status?: number;
    body: unknown;
}

const realFetch = globalThis.fetch;
let requests: { address: string; parameters: unknown }[] = [];
let answer: () => Promise<Answer>;
let counter = 0;

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

/** A method that no other test has called: the cache lives as long as the page. */
function newMethod(cacheable = true): ApexMethod {
    counter += 1;
    return createApexMethod('Reader', `method${counter}`, cacheable);
}

/** A wire of a component: the values it was given, newest last, and a way to wait for the next one. */
function wire(method: ApexMethod, parameters?: Record<string, unknown>) {
    const values: WireValue[] = [];
    let arrived: () => void = () => {};
    const adapter = new method.adapter((value) => {
        values.push(value);
        arrived();
    });
    const next = () =>
        new Promise<void>((resolve) => {
            arrived = resolve;
        });
    if (parameters) {
        adapter.update(parameters);
    }
    adapter.connect();
    return { adapter, values, next, last: () => values.at(-1) };
}

test('a method is called by a POST of its parameters to its own address', async () => {
    const method = createApexMethod('Reader', 'getPayments', false);
    assert.deepEqual(await method({ id: '1', pageSize: 5 }), { number: 1 });
    assert.deepEqual(requests, [{ address: '/local/apex/Reader/getPayments', parameters: { id: '1', pageSize: 5 } }]);
});

test('a wire first has neither data nor error, then its data', async () => {
    const payments = wire(newMethod(), { id: '1' });
    await payments.next();
    assert.deepEqual(payments.values, [
        { data: undefined, error: undefined },
        { data: { number: 1 }, error: undefined }
    ]);
});

test('a wire with an undefined parameter does not call the method until it is known', async () => {
    const payments = wire(newMethod(), { id: undefined });
    assert.equal(requests.length, 0);
    payments.adapter.update({ id: '1' });
    await payments.next();
    assert.equal(requests.length, 1);
});

test('components that ask with equal parameters at once share one request and one result', async () => {
    const method = newMethod();
    const one = wire(method, { id: '1', pageSize: 5 });
    const other = wire(method, { pageSize: 5, id: '1' });
    const called = method({ id: '1', pageSize: 5 });
    await Promise.all([one.next(), other.next()]);
    assert.equal(requests.length, 1);
    assert.equal(one.last()?.data, other.last()?.data);
    assert.equal(await called, one.last()?.data);
});

test('a component that comes later gets the cached result at once', async () => {
    const method = newMethod();
    await method({ id: '1' });
    const late = wire(method, { id: '1' });
    assert.deepEqual(late.last()?.data, { number: 1 });
    assert.equal(requests.length, 1);
});

test('other parameters make another request', async () => {
    const method = newMethod();
    await Promise.all([method({ id: '1' }), method({ id: '2' })]);
    assert.equal(requests.length, 2);
});

test('a method that is not cacheable is called every time, and cannot be wired', async () => {
    const method = newMethod(false);
    await method({ id: '1' });
    await method({ id: '1' });
    assert.equal(requests.length, 2);
    assert.throws(() => wire(method, {}), /cannot be wired: its Apex method is not @AuraEnabled\(cacheable=true\)/);
});

test('a refresh fetches once more and gives every wire of that result the new one', async () => {
    const method = newMethod();
    const one = wire(method, { id: '1' });
    const other = wire(method, { id: '1' });
    const elsewhere = wire(method, { id: '2' });
    await Promise.all([one.next(), other.next(), elsewhere.next()]);
    await Promise.all([refresh(one.last()), refresh(other.last())]);
    assert.equal(requests.length, 3);
    assert.deepEqual(one.last()?.data, { number: 3 });
    assert.equal(other.last()?.data, one.last()?.data);
    assert.equal(elsewhere.values.length, 2);
});

test('a refresh after a failure asks again', async () => {
    const method = newMethod();
    answer = () => Promise.resolve({ status: 500, body: { message: 'slow down' } });
    const payments = wire(method, { id: '1' });
    await payments.next();
    answer = () => Promise.resolve({ body: 'rows' });
    await refresh(payments.last());
    assert.deepEqual(payments.last(), { data: 'rows', error: undefined });
});

test('an error comes in the shape of an Apex error, and is not cached', async () => {
    const method = newMethod();
    answer = () => Promise.resolve({ status: 500, body: { message: 'No such column', exceptionType: 'E' } });
    const expected = {
        status: 500,
        statusText: 'Server Error',
        ok: false,
        body: { message: 'No such column', exceptionType: 'E' }
    };
    await assert.rejects(method({ id: '1' }), expected);
    const payments = wire(method, { id: '1' });
    await payments.next();
    assert.deepEqual(payments.last(), { data: undefined, error: expected });
    assert.equal(requests.length, 2);
});

test('a connection that is cut is an Apex error without a status', async () => {
    const method = newMethod();
    answer = () => Promise.reject(new TypeError('Failed to fetch'));
    await assert.rejects(method({ id: '1' }), {
        status: 0,
        statusText: 'Network error',
        ok: false,
        body: { message: 'The local org did not answer: Failed to fetch' }
    });
});

test('a shared result cannot be changed by a component', async () => {
    const data = (await newMethod()({ id: '1' })) as { number: number };
    assert.throws(() => {
        data.number = 2;
    }, TypeError);
});

test('a component that has left, or asks for something else, gets nothing more', async () => {
    const method = newMethod();
    const gone = wire(method, { id: '1' });
    const moved = wire(method, { id: '1' });
    const staying = wire(method, { id: '1' });
    gone.adapter.disconnect();
    moved.adapter.update({ id: '2' });
    await Promise.all([moved.next(), staying.next()]);
    assert.equal(gone.values.length, 1);
    assert.deepEqual(
        moved.values.map((value) => value.data),
        [undefined, { number: 2 }]
    );
});
