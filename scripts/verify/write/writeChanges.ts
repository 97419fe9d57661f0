import type { OrgRecords } from '../org/orgRecords.ts';
import type { FieldChange, WritableObject } from './fieldChanges.ts';
import { stillEmpty } from './fieldChanges.ts';

/** The most that one request to the org may change. */
const BATCH_SIZE = 200;

const CUSTOM_FIELDS: Readonly<Record<WritableObject, readonly string[]>> = {
    PaymentAuthorization: ['stripeAccountId__c', 'stripeAccountType__c', 'stripeChargeId__c'],
    Payment: ['stripeAccountId__c', 'stripeAccountType__c', 'stripeChargeId__c'],
    Refund: ['stripeAccountId__c', 'stripeAccountType__c'],
    PaymentGatewayLog: ['stripeAccountId__c', 'stripeAccountType__c', 'stripeChargeId__c']
};

export interface WriteResult {
    written: number;
    /** Records whose fields were filled since they were read, or whose fields may not be written. */
    skipped: number;
    refused: { Id: string; error: string }[];
}

/**
 * Writes the changes, 200 records at a time. Each record is read again before, so that a value that came since is not
 * overwritten. Whatever was written before a stop is found filled the next time.
 */
export async function writeChanges(org: OrgRecords, changes: Iterable<FieldChange>): Promise<WriteResult> {
    const result: WriteResult = { written: 0, skipped: 0, refused: [] };
    let batch: FieldChange[] = [];
    for (const change of changes) {
        if (batch.length === BATCH_SIZE || (batch[0] && batch[0].object !== change.object)) {
            await writeBatch(org, batch, result);
            batch = [];
        }
        batch.push(change);
    }
    await writeBatch(org, batch, result);
    return result;
}

async function writeBatch(org: OrgRecords, batch: readonly FieldChange[], result: WriteResult): Promise<void> {
    const [first] = batch;
    if (first === undefined) {
        return;
    }
    const { object } = first;
    const { readable, updateable } = await org.fieldsOf(object);
    const fields = ['Id', ...CUSTOM_FIELDS[object].filter((field) => readable.has(field))];
    const ids = batch.map(({ update }) => update.Id);
    const current = new Map((await org.byIds(object, fields, ids)).map((record) => [record.Id, record]));
    const updates = batch.flatMap((change) => {
        const record = current.get(change.update.Id);
        return record === undefined ? [] : (stillEmpty(change, record, updateable) ?? []);
    });
    result.skipped += batch.length - updates.length;
    if (updates.length === 0) {
        return;
    }
    for (const { Id, error } of await org.update(object, updates)) {
        if (error === undefined) {
            result.written += 1;
        } else {
            result.refused.push({ Id, error });
        }
    }
}
