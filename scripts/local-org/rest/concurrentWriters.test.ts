import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestServer, TEST_TOKEN, type TestServer } from './testServer.ts';

const DATA = '/services/data/v66.0';
const CLIENTS = 8;
const WRITES = 10;
const BATCH = 20;

describe('many clients that write at the same time', () => {
    let server: TestServer;
    before(async () => {
        server = await startTestServer();
    });
    after(() => server.close());

    async function send(method: string, address: string, json?: unknown): Promise<{ status: number; body: unknown }> {
        const response = await fetch(server.url + DATA + address, {
            method,
            headers: { Authorization: `Bearer ${TEST_TOKEN}`, 'Content-Type': 'application/json' },
            body: json === undefined ? undefined : JSON.stringify(json)
        });
        const text = await response.text();
        return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    }

    /** Runs the action of every client in parallel; each client waits for its own answers. */
    function asClients<Result>(action: (client: number) => Promise<Result>): Promise<Result[]> {
        return Promise.all(Array.from({ length: CLIENTS }, (_nothing, client) => action(client)));
    }

    it('each get records, ids and numbers of their own', async () => {
        const created = await asClients(async (client) => {
            const ids: string[] = [];
            for (let write = 0; write < WRITES; write++) {
                const { body } = await send('POST', '/sobjects/Payment', { GatewayRefNumber: `${client}-${write}` });
                ids.push((body as { id: string }).id);
            }
            return ids;
        });
        assert.equal(new Set(created.flat()).size, CLIENTS * WRITES);
        const { records } = server.org.query('SELECT PaymentNumber, GatewayRefNumber FROM Payment');
        assert.equal(records.length, CLIENTS * WRITES);
        for (const field of ['PaymentNumber', 'GatewayRefNumber']) {
            assert.equal(new Set(records.map((record) => record[field])).size, CLIENTS * WRITES, field);
        }
    });

    it('lose no update of one record, of which each writes another field', async () => {
        const fields = [
            'GatewayRefNumber',
            'GatewayRefDetails',
            'GatewayResultCode',
            'GatewayResultCodeDescription',
            'CancellationGatewayRefNumber',
            'CancellationGatewayResultCode',
            'Comments',
            'ClientContext'
        ];
        const id = server.org.insert('Payment', {});
        await asClients(async (client) => {
            for (let write = 0; write < WRITES; write++) {
                const { status } = await send('PATCH', `/sobjects/Payment/${id}`, {
                    [fields[client] ?? '']: `${client}-${write}`
                });
                assert.equal(status, 204);
            }
        });
        const record = server.org.getRecord('Payment', id);
        assert.deepEqual(
            fields.map((field) => record?.[field]),
            fields.map((_field, client) => `${client}-${WRITES - 1}`)
        );
    });

    it('never see or leave half of a batch or of a tree, also where one of its records is refused', async () => {
        const payment = (name: string, index: number, isBad: boolean) => ({
            attributes: { type: 'Payment', referenceId: `${name} ${index}` },
            GatewayRefDetails: name,
            Amount: isBad && index === BATCH - 1 ? 'much' : index
        });
        const isBad = (client: number) => client % 2 === 1;
        let isWriting = true;
        const reading = (async () => {
            while (isWriting) {
                const { body } = await send(
                    'GET',
                    `/query?q=${encodeURIComponent("SELECT GatewayRefDetails, Id FROM Payment WHERE GatewayRefNumber = 'batch'")}`
                );
                assertWhole((body as { records: Record<string, unknown>[] }).records);
            }
        })();
        await asClients(async (client) => {
            for (let write = 0; write < 3; write++) {
                const name = `${isBad(client) ? 'bad' : 'good'} ${client}-${write}`;
                const records = Array.from({ length: BATCH }, (_nothing, index) => ({
                    ...payment(name, index, isBad(client)),
                    GatewayRefNumber: 'batch'
                }));
                const isTree = write % 2 === 1;
                await send(
                    'POST',
                    isTree ? '/composite/tree/Payment' : '/composite/sobjects',
                    isTree ? { records } : { records, allOrNone: true }
                );
            }
        });
        isWriting = false;
        await reading;
        const { records } = server.org.query(
            "SELECT Id, GatewayRefDetails FROM Payment WHERE GatewayRefNumber = 'batch'"
        );
        const names = assertWhole(records);
        assert.equal(names.length, (CLIENTS / 2) * 3);
        assert.ok(names.every((name) => name.startsWith('good')));
    });

    /** @returns the names of the batches. */
    function assertWhole(records: readonly Record<string, unknown>[]): string[] {
        const counts = new Map<string, number>();
        for (const { GatewayRefDetails } of records) {
            const name = String(GatewayRefDetails);
            counts.set(name, (counts.get(name) ?? 0) + 1);
        }
        counts.forEach((count, name) => assert.equal(count, BATCH, name));
        return [...counts.keys()];
    }
});
