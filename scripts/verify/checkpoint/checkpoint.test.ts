import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { Checkpoint } from './checkpoint.ts';

const RUN = { org: '00D000000000001AAA', account: 'acct_1Ours', mode: 'test' };

let folder: string;
let file: string;

beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'verify-'));
    file = path.join(folder, 'deeper', 'run.sqlite');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what was committed is there when it is opened again', () => {
    const first = Checkpoint.open(file, RUN);
    first.addQuestion('pi_1');
    first.addAnswer('pi_1', { state: 'missing' });
    first.close();
    const second = Checkpoint.open(file, RUN);
    assert.deepEqual(second.answer('pi_1'), { state: 'missing' });
    second.close();
});

test('nobody else may read the file', () => {
    Checkpoint.open(file, RUN).close();
    assert.equal(statSync(file).mode & 0o077, 0);
});

for (const [what, other] of Object.entries({
    org: { ...RUN, org: '00D000000000002AAA' },
    account: { ...RUN, account: 'acct_1Other' },
    mode: { ...RUN, mode: 'live' },
    since: { ...RUN, since: '2026-01-01' }
})) {
    test(`a run with another ${what} does not go on with it`, () => {
        Checkpoint.open(file, RUN).close();
        assert.throws(
            () => Checkpoint.open(file, other),
            /of another org, Stripe account, mode, --since or version of this program.*--checkpoint/
        );
    });
}

test('two runs do not use one file at the same time', () => {
    const first = Checkpoint.open(file, RUN);
    assert.throws(() => Checkpoint.open(file, RUN), /in use by another run/);
    first.close();
});

test('a file of something else is left as it is', () => {
    const notes = path.join(folder, 'notes.txt');
    writeFileSync(notes, 'notes'.repeat(500));
    assert.throws(() => Checkpoint.open(notes, RUN), /notes\.txt cannot be used.*--checkpoint/);
    assert.equal(readFileSync(notes, 'utf8'), 'notes'.repeat(500));
});

test('records without a summary belong to the records that they name', async () => {
    const checkpoint = Checkpoint.open(file, RUN);
    const summary = '0aU000000000001AAA';
    checkpoint.addRecord('OrderPaymentSummary', { Id: summary });
    checkpoint.addRecord('PaymentAuthorization', { Id: '0Xc000000000001AAA', OrderPaymentSummaryId: summary });
    checkpoint.addRecord('Payment', { Id: '0aQ000000000001AAA', PaymentAuthorizationId: '0Xc000000000001AAA' });
    checkpoint.addRecord('Payment', { Id: '0aQ000000000002AAA' });
    checkpoint.addRecord('RefundLinePayment', {
        ...{ Id: '1Rp000000000001AAA', RefundId: '0aR000000000001AAA', PaymentId: '0aQ000000000001AAA' }
    });
    checkpoint.addRecord('Refund', { Id: '0aR000000000001AAA' });
    checkpoint.addRecord('PaymentGatewayLog', { Id: '0cX000000000001AAA', ReferencedEntityId: '0aR000000000001AAA' });
    const groups: string[] = [];
    await checkpoint.eachGroup((records) => {
        const { summary: of, payments, refunds, logs } = records;
        groups.push([of, ...payments, ...refunds, ...logs].map((record) => record?.Id.slice(0, 3) ?? '').join(' '));
    });
    assert.deepEqual(groups, [' 0aQ', '0aU 0aQ 0aR 0cX']);
    checkpoint.close();
});
