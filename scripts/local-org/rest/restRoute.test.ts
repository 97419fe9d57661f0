import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { LARGEST_REST_BODY } from './restLimits.ts';
import { startTestServer, temporaryFolder, TEST_TOKEN, type TestServer } from './testServer.ts';

const DATA = '/services/data/v66.0';

interface Answer {
    status: number;
    /** Undefined for an empty body. */
    body: unknown;
}

describe('the REST API of the local org', () => {
    const folder = temporaryFolder();
    let server: TestServer;
    let summaryId: string;

    before(async () => {
        server = await startTestServer([], makeSource(path.join(folder.path, 'source')));
    });
    after(() => {
        server.close();
        folder.remove();
    });
    beforeEach(() => {
        for (const object of ['Payment', 'OrderPaymentSummary']) {
            server.org
                .query(`SELECT Id FROM ${object}`)
                .records.forEach(({ Id }) => server.org.delete(object, String(Id)));
        }
        summaryId = server.org.insert('OrderPaymentSummary', { Method: 'Visa' });
    });

    async function ask(
        method: string,
        address: string,
        json?: unknown,
        headers: Record<string, string> = {}
    ): Promise<Answer> {
        const response = await fetch(server.url + address, {
            method,
            headers: { Authorization: `Bearer ${TEST_TOKEN}`, 'Content-Type': 'application/json', ...headers },
            body: json === undefined ? undefined : JSON.stringify(json)
        });
        const text = await response.text();
        return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    }

    function errorOf({ status, body }: Answer): [number, unknown] {
        const [error] = body as { errorCode: string }[];
        return [status, error?.errorCode];
    }

    function payments(): Record<string, unknown>[] {
        return server.org.query('SELECT GatewayRefNumber, Amount FROM Payment ORDER BY GatewayRefNumber').records;
    }

    it('tells its versions to anybody, and nothing else', async () => {
        const none = { Authorization: '' };
        assert.equal((await ask('GET', '/services/data', undefined, none)).status, 200);
        for (const address of [
            DATA,
            `${DATA}/query?q=SELECT+Id+FROM+Payment`,
            '/services/oauth2/userinfo',
            '/id/00D/005'
        ]) {
            assert.deepEqual(errorOf(await ask('GET', address, undefined, none)), [401, 'INVALID_SESSION_ID']);
            const wrong = { Authorization: `Bearer ${TEST_TOKEN}x` };
            assert.deepEqual(errorOf(await ask('GET', address, undefined, wrong)), [401, 'INVALID_SESSION_ID']);
        }
    });

    it('takes no write from a page of another site, whatever token it has', async () => {
        const answer = await ask('POST', `${DATA}/sobjects/Payment`, { Amount: 1 }, { Origin: 'https://evil.example' });
        assert.equal(answer.status, 403);
        assert.deepEqual(payments(), []);
    });

    it('answers an address with two slashes before it, as sf writes them', async () => {
        assert.equal((await ask('GET', `/${DATA}/sobjects/`)).status, 200);
    });

    it('refuses other addresses, versions and methods', async () => {
        assert.deepEqual(errorOf(await ask('GET', `${DATA}/nope`)), [404, 'NOT_FOUND']);
        assert.deepEqual(errorOf(await ask('GET', '/services/data/v12.0/sobjects')), [404, 'NOT_FOUND']);
        for (const path of ['jobs/query', 'composite', 'composite/batch']) {
            assert.deepEqual(errorOf(await ask('POST', `${DATA}/${path}`)), [501, 'NOT_SUPPORTED_BY_LOCAL_ORG'], path);
        }
        assert.deepEqual(errorOf(await ask('DELETE', `${DATA}/query`)), [405, 'METHOD_NOT_ALLOWED']);
        assert.deepEqual(errorOf(await ask('GET', `${DATA}/sobjects/Nope/describe`)), [404, 'NOT_FOUND']);
    });

    it('refuses a body that is too large', async () => {
        const answer = await ask('POST', `${DATA}/sobjects/Payment`, { Comments: 'x'.repeat(LARGEST_REST_BODY) });
        assert.deepEqual(errorOf(answer), [413, 'REQUEST_TOO_LARGE']);
    });

    it('describes an object with its fields and child relationships', async () => {
        const { body } = await ask('GET', `${DATA}/sobjects/OrderPaymentSummary/describe`);
        const described = body as {
            keyPrefix: string;
            fields: { name: string; type: string; referenceTo: string[]; createable: boolean }[];
            childRelationships: { relationshipName: string; childSObject: string; field: string }[];
        };
        assert.equal(described.keyPrefix, '0bM');
        const lookup = described.fields.find(({ name }) => name === 'OrderSummaryId');
        assert.deepEqual([lookup?.type, lookup?.referenceTo], ['reference', ['OrderSummary']]);
        assert.equal(described.fields.find(({ name }) => name === 'Id')?.createable, false);
        const children = described.childRelationships.find(({ relationshipName }) => relationshipName === 'Payments');
        assert.deepEqual([children?.childSObject, children?.field], ['Payment', 'OrderPaymentSummaryId']);
    });

    it('does not show what the running user may not read', async () => {
        server.org.access = { hiddenObjects: ['Refund'], hiddenFields: ['Payment.Amount'] };
        try {
            assert.equal((await ask('GET', `${DATA}/sobjects/Refund/describe`)).status, 404);
            const { body } = await ask('GET', `${DATA}/sobjects/Payment/describe`);
            assert.ok(!(body as { fields: { name: string }[] }).fields.some(({ name }) => name === 'Amount'));
            const answer = await ask('POST', `${DATA}/sobjects/Payment`, { Amount: 1 });
            assert.deepEqual(errorOf(answer), [400, 'INVALID_FIELD']);
        } finally {
            server.org.access = { hiddenObjects: [], hiddenFields: [] };
        }
    });

    it('takes numbers and booleans as texts too', async () => {
        const { status } = await ask('POST', `${DATA}/sobjects/Payment`, { Amount: '12.50' });
        assert.equal(status, 201);
        assert.equal(payments()[0]?.['Amount'], 12.5);
    });

    const refused: [string, Record<string, unknown>, string, string[] | undefined][] = [
        ['a field that does not exist', { Nope: 1 }, 'INVALID_FIELD', undefined],
        ['an Id', { Id: '0aQ000000000001' }, 'INVALID_FIELD_FOR_INSERT_UPDATE', ['Id']],
        ['a text that is too long', { GatewayRefNumber: 'x'.repeat(256) }, 'STRING_TOO_LONG', ['GatewayRefNumber']],
        ['a text for a number', { Amount: 'much' }, 'JSON_PARSER_ERROR', ['Amount']],
        ['a date that does not exist', { Date: '2026-02-30T00:00:00Z' }, 'JSON_PARSER_ERROR', ['Date']],
        ['what is no id', { OrderPaymentSummaryId: 'x' }, 'MALFORMED_ID', ['OrderPaymentSummaryId']],
        [
            'an id of nothing',
            { PaymentGatewayId: '0b0000000000009' },
            'INVALID_CROSS_REFERENCE_KEY',
            ['PaymentGatewayId']
        ],
        [
            'an id of another object',
            { PaymentGatewayId: '0bM000000000001' },
            'FIELD_INTEGRITY_EXCEPTION',
            ['PaymentGatewayId']
        ],
        [
            'a value that the picklist does not have',
            { Kind__c: 'c' },
            'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
            ['Kind__c']
        ]
    ];
    for (const [what, values, errorCode, fields] of refused) {
        it(`refuses ${what}, and names the field`, async () => {
            const answer = await ask('POST', `${DATA}/sobjects/Payment`, values);
            assert.deepEqual(errorOf(answer), [400, errorCode]);
            assert.deepEqual((answer.body as { fields?: string[] }[])[0]?.fields, fields);
            assert.deepEqual(payments(), []);
        });
    }

    it('refuses a record without a required field, also in a change', async () => {
        const missing = await ask('POST', `${DATA}/sobjects/Dispute__c`, { Evidence__c: 'a' });
        assert.deepEqual(errorOf(missing), [400, 'REQUIRED_FIELD_MISSING']);
        const id = server.org.insert('Dispute__c', { Reason__c: 'lost' });
        const emptied = await ask('PATCH', `${DATA}/sobjects/Dispute__c/${id}`, { Reason__c: null });
        assert.deepEqual(errorOf(emptied), [400, 'REQUIRED_FIELD_MISSING']);
    });

    it('does not write custom metadata and the organization', async () => {
        const { records } = server.org.query('SELECT Id FROM Organization');
        const answer = await ask('PATCH', `${DATA}/sobjects/Organization/${String(records[0]?.['Id'])}`, {
            Name: 'Mine'
        });
        assert.deepEqual(errorOf(answer), [400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY']);
    });

    it('upserts by an external id: 201 for a new record, 200 for one that is there, 300 for two', async () => {
        const address = `${DATA}/sobjects/Payment/Key__c/a%2Fb`;
        const first = await ask('PATCH', address, { Amount: 1 });
        assert.deepEqual([first.status, (first.body as { created: boolean }).created], [201, true]);
        const second = await ask('PATCH', address, { Amount: 2 });
        assert.deepEqual([second.status, (second.body as { created: boolean }).created], [200, false]);
        assert.deepEqual(
            payments().map(({ Amount }) => Amount),
            [2]
        );
        server.org.insert('Payment', { Key__c: 'a/b' });
        assert.deepEqual(errorOf(await ask('PATCH', address, { Amount: 3 })), [300, 'DUPLICATE_EXTERNAL_ID']);
        const noKey = await ask('PATCH', `${DATA}/sobjects/Payment/GatewayRefNumber/a`, { Amount: 1 });
        assert.deepEqual(errorOf(noKey), [404, 'NOT_FOUND']);
    });

    it('empties the lookups to a deleted record', async () => {
        const id = server.org.insert('Payment', { OrderPaymentSummaryId: summaryId });
        const { status } = await ask('DELETE', `${DATA}/sobjects/OrderPaymentSummary/${summaryId}`);
        assert.equal(status, 204);
        assert.equal(server.org.getRecord('Payment', id)?.['OrderPaymentSummaryId'], null);
    });

    it('saves a record tree with child records', async () => {
        const child = { attributes: { type: 'Payment', referenceId: 'p' }, GatewayRefNumber: 'pi_1' };
        const parent = {
            attributes: { type: 'OrderPaymentSummary', referenceId: 's' },
            Payments: { records: [child] }
        };
        const { status, body } = await ask('POST', `${DATA}/composite/tree/OrderPaymentSummary`, { records: [parent] });
        assert.equal(status, 201);
        const { results } = body as { results: { referenceId: string; id: string }[] };
        assert.deepEqual(
            results.map(({ referenceId }) => referenceId),
            ['s', 'p']
        );
        const payment = server.org.getRecord('Payment', results[1]?.id ?? '');
        assert.equal(payment?.['OrderPaymentSummaryId'], results[0]?.id);
    });

    it('saves nothing of a record tree with a mistake, and names the record', async () => {
        const records = [1, 'much'].map((Amount, index) => ({
            attributes: { type: 'Payment', referenceId: `p${index}` },
            Amount
        }));
        const { status, body } = await ask('POST', `${DATA}/composite/tree/Payment`, { records });
        assert.equal(status, 400);
        const { hasErrors, results } = body as {
            hasErrors: boolean;
            results: { referenceId: string; errors: { statusCode: string }[] }[];
        };
        assert.deepEqual([hasErrors, results[0]?.referenceId], [true, 'p1']);
        assert.equal(results[0]?.errors[0]?.statusCode, 'JSON_PARSER_ERROR');
        assert.deepEqual(payments(), []);
    });

    it('takes at most 200 records at once', async () => {
        const records = Array.from({ length: 201 }, (_nothing, index) => ({
            attributes: { type: 'Payment', referenceId: `p${index}` }
        }));
        assert.equal((await ask('POST', `${DATA}/composite/tree/Payment`, { records })).status, 400);
        const collection = await ask('POST', `${DATA}/composite/sobjects`, { records });
        assert.deepEqual(errorOf(collection), [400, 'EXCEEDED_ID_LIMIT']);
    });

    it('refuses a query locator that it does not know', async () => {
        const answer = await ask('GET', `${DATA}/query/01g000000000009AAA-2000`);
        assert.deepEqual(errorOf(answer), [400, 'INVALID_QUERY_LOCATOR']);
    });
});

/** A package with a restricted picklist, an external id and a required field. */
function makeSource(source: string): string {
    const field = (type: string, more: string) =>
        `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><label>L</label><type>${type}</type>${more}</CustomField>`;
    const values = '<valueSetDefinition><value><fullName>a</fullName></value></valueSetDefinition>';
    const files: Record<string, string> = {
        'Payment/fields/Kind__c': field('Picklist', `<valueSet><restricted>true</restricted>${values}</valueSet>`),
        'Payment/fields/Key__c': field('Text', '<length>40</length><externalId>true</externalId>'),
        'Dispute__c/fields/Reason__c': field('Text', '<length>40</length><required>true</required>'),
        'Dispute__c/fields/Evidence__c': field('Text', '<length>40</length>')
    };
    for (const [name, xml] of Object.entries(files)) {
        const file = path.join(source, 'objects', `${name}.field-meta.xml`);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, xml);
    }
    writeFileSync(
        path.join(source, 'objects/Dispute__c/Dispute__c.object-meta.xml'),
        '<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>Dispute</label></CustomObject>'
    );
    return source;
}
