import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import JSZip from 'jszip';
import { temporaryFolder } from '../testServer.ts';
import { Retrievals } from './retrievals.ts';

const folder = temporaryFolder();
after(() => folder.remove());

const FILES = {
    'setup/layouts/Payment-A %28old%29.layout-meta.xml': '\uFEFF<Layout>\r\n</Layout>',
    'setup/layouts/Refund-B.layout-meta.xml': '<Layout/>',
    'setup/tabs/Setup.tab-meta.xml': '<CustomTab/>'
};
for (const [file, content] of Object.entries(FILES)) {
    fs.mkdirSync(path.dirname(path.join(folder.path, file)), { recursive: true });
    fs.writeFileSync(path.join(folder.path, file), content);
}

const request = (name: string, members: string | string[]) => ({ unpackaged: { types: { name, members } } });

async function filesOf(result: Readonly<Record<string, unknown>>): Promise<Record<string, string>> {
    const { files } = await JSZip.loadAsync(String(result['zipFile']), { base64: true });
    const entries = Object.values(files).filter(({ dir, name }) => !dir && !name.endsWith('package.xml'));
    return Object.fromEntries(
        await Promise.all(entries.map(async (file) => [file.name, await file.async('string')] as const))
    );
}

test('lists the components of a type by the names in their files', () => {
    assert.deepEqual(
        new Retrievals(folder.path).list({ type: 'Layout' }).map(({ fileName, fullName }) => [fileName, fullName]),
        [
            ['layouts/Payment-A %28old%29.layout', 'Payment-A %28old%29'],
            ['layouts/Refund-B.layout', 'Refund-B']
        ]
    );
});

test('retrieves the components that are named, byte for byte, and names those that are not there', async () => {
    const retrievals = new Retrievals(folder.path);
    const result = retrievals.result(
        await retrievals.start(request('Layout', ['Payment-A %28old%29', 'Payment-Gone']))
    );
    assert.deepEqual(await filesOf(result), {
        'unpackaged/layouts/Payment-A %28old%29.layout': FILES['setup/layouts/Payment-A %28old%29.layout-meta.xml']
    });
    assert.deepEqual(result['messages'], [
        {
            fileName: 'unpackaged/package.xml',
            problem: "Entity of type 'Layout' named 'Payment-Gone' cannot be found"
        }
    ]);
});

test('retrieves all components of a type for *', async () => {
    const retrievals = new Retrievals(folder.path);
    const result = retrievals.result(await retrievals.start(request('CustomTab', '*')));
    assert.deepEqual(Object.keys(await filesOf(result)), ['unpackaged/tabs/Setup.tab']);
    assert.deepEqual(result['messages'], []);
});

test('says which types it does not retrieve', async () => {
    const retrievals = new Retrievals(folder.path);
    for (const type of ['ApexClass', 'CustomObject', 'Nonsense']) {
        assert.throws(() => retrievals.list({ type }), { errorCode: 'NOT_SUPPORTED_BY_LOCAL_ORG' });
        await assert.rejects(retrievals.start(request(type, '*')), { errorCode: 'NOT_SUPPORTED_BY_LOCAL_ORG' });
    }
});

test('keeps the newest results', async () => {
    const retrievals = new Retrievals(folder.path);
    const first = await retrievals.start(request('CustomTab', '*'));
    assert.equal(retrievals.result(first)['success'], true);
    let last = first;
    for (let count = 0; count < 10; count += 1) {
        last = await retrievals.start(request('CustomTab', '*'));
    }
    assert.throws(() => retrievals.result(first), { errorCode: 'INVALID_ID_FIELD' });
    assert.equal(retrievals.result(last)['success'], true);
});
