import { UserError } from '../../command/userError.ts';
import type { Checkpoint } from '../checkpoint/checkpoint.ts';
import { READING_ORDER } from '../checkpoint/recordRoot.ts';
import type { OrgRecord, OrgRecords, ReadObject } from '../org/orgRecords.ts';
import { chooseFields, OPTIONAL_OBJECTS } from '../org/recordFields.ts';
import { withoutSecrets } from '../org/withoutSecrets.ts';
import type { Progress } from '../progress.ts';

/** A quarter of what one answer may hold, so that it is small in memory. */
const PAGE_SIZE = 500;

/** Told in place of the last id when all of an object has been read. No id is greater. */
const ALL_READ = '~';

/**
 * Reads the records of the org into the checkpoint, page by page; goes on where it was.
 * @throws UserError where the user may not read an object or a field that is needed
 */
export async function readOrg(org: OrgRecords, checkpoint: Checkpoint, progress: Progress): Promise<void> {
    const readBefore = [...checkpoint.countRecords().values()].reduce((sum, count) => sum + count, 0);
    progress.begin('Reading records of the org', undefined, readBefore);
    for (const object of READING_ORDER) {
        await readObject(object, org, checkpoint, progress);
    }
}

async function readObject(
    object: ReadObject,
    org: OrgRecords,
    checkpoint: Checkpoint,
    progress: Progress
): Promise<void> {
    const cursor = `read ${object}`;
    let lastId = checkpoint.state(cursor) ?? '';
    if (lastId === ALL_READ) {
        return;
    }
    const fields = await fieldsToRead(object, org);
    while (lastId !== ALL_READ) {
        const records = fields.length === 0 ? [] : await org.page(object, fields, lastId, PAGE_SIZE);
        lastId = records.length < PAGE_SIZE ? ALL_READ : (records.at(-1)?.Id ?? ALL_READ);
        checkpoint.transaction(() => {
            records.forEach((record) => keep(object, record, checkpoint));
            checkpoint.setState(cursor, lastId);
        });
        progress.advance(records.length);
    }
}

/** None for an object that the org need not have. */
async function fieldsToRead(object: ReadObject, org: OrgRecords): Promise<readonly string[]> {
    const { readable } = await org.fieldsOf(object);
    const { fields, missing } = chooseFields(object, readable);
    if (missing.length === 0) {
        return fields;
    }
    if (OPTIONAL_OBJECTS.has(object) && readable.size === 0) {
        return [];
    }
    throw new UserError(
        `The org's user may not read ${missing.map((field) => `${object}.${field}`).join(', ')}. ` +
            "Give the user read access, by Order Management's permission sets or by field-level security: this package's grant " +
            'its own fields only.'
    );
}

function keep(object: ReadObject, record: OrgRecord, checkpoint: Checkpoint): void {
    checkpoint.addRecord(object, withoutSecrets(record));
    const orderSummary: { OrderNumber?: unknown } = record.OrderSummary ?? {};
    if (object === 'OrderPaymentSummary' && typeof orderSummary.OrderNumber === 'string') {
        checkpoint.addOrderNumber(orderSummary.OrderNumber);
    }
}
