import { Connection } from '@jsforce/jsforce-node';

/**
 * A program of its own, for tests: uses jsforce as scripts do, and prints what it got as one JSON object.
 * Arguments: the address of the local org, and the access token.
 */
const [, , instanceUrl = '', accessToken = ''] = process.argv;
const connection = new Connection({ instanceUrl, accessToken, version: '66.0' });
const found: Record<string, unknown> = {};

found['username'] = (await connection.identity()).username;
found['objects'] = (await connection.describeGlobal()).sobjects.map(({ name }) => name);
found['fields'] = (await connection.describe('Payment')).fields.map(({ name, type }) => `${name} ${type}`);

const first = await connection.query('SELECT Id FROM Account');
found['firstBatch'] = { size: first.records.length, total: first.totalSize, done: first.done };
const all = await connection.query('SELECT Id, Name FROM Account ORDER BY Name', {
    autoFetch: true,
    maxFetch: 100_000
});
found['allNames'] = { size: all.records.length, distinct: new Set(all.records.map(({ Name }) => String(Name))).size };
const small = await connection.query('SELECT Id FROM Account', {
    headers: { 'Sforce-Query-Options': 'batchSize=250' }
});
found['smallBatch'] = small.records.length;

const payments = connection.sobject('Payment');
const created = await payments.create({ Amount: 5, Status: 'Draft', GatewayRefNumber: 'pi_3jsforce' });
found['created'] = created.success;
const id = created.id ?? '';
await payments.update({ Id: id, Status: 'Processed' });
const upserted = await payments.upsert({ Id: id, Amount: 7.25 }, 'Id');
found['upserted'] = upserted.success;
const retrieved = await payments.retrieve(id);
found['retrieved'] = { Status: retrieved['Status'], Amount: retrieved['Amount'] };

const several = [{ Amount: 1 }, { Amount: 2, Nope: 1 }];
found['each'] = (await payments.create(several)).map(({ success, errors }) => [success, codeOf(errors)]);
found['allOrNone'] = (await payments.create(several, { allOrNone: true })).map(({ errors }) => codeOf(errors));
found['many'] = (await payments.retrieve([id, '0aQ0000000zzzzz'])).map((record) => record && record['Amount']);
found['updatedMany'] = (await payments.update([{ Id: id, Amount: 8 }])).map(({ success }) => success);
found['destroyedMany'] = (await payments.destroy([id, id])).map(({ success, errors }) => [success, codeOf(errors)]);

found['errors'] = {
    column: await errorOf(connection.query('SELECT Nope FROM Payment')),
    object: await errorOf(connection.query('SELECT Id FROM Nope')),
    syntax: await errorOf(connection.query('SELECT FROM')),
    missing: await errorOf(payments.retrieve(id)),
    type: await errorOf(payments.create({ Amount: 'much' })),
    reference: await errorOf(payments.create({ OrderPaymentSummaryId: '0bM0000000zzzzz' })),
    token: await errorOf(
        new Connection({ instanceUrl, accessToken: `${accessToken}x` }).query('SELECT Id FROM Payment')
    )
};
process.stdout.write(JSON.stringify(found));

/** The API writes `statusCode`, jsforce's types say `errorCode`. */
function codeOf([error]: readonly object[]): unknown {
    return error && 'statusCode' in error ? error.statusCode : undefined;
}

async function errorOf(asked: PromiseLike<unknown>): Promise<string> {
    try {
        await asked;
        return 'none';
    } catch (error) {
        return error instanceof Error && 'errorCode' in error ? String(error.errorCode) : String(error);
    }
}
