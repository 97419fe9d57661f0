import type { Connection } from '@jsforce/jsforce-node';
import { orgErrorText } from '../../org/connect.ts';
import { OrgError } from '../../org/orgError.ts';
import type { FieldUpdate, OrgRecord, OrgRecords, ReadObject, UpdateResult } from './orgRecords.ts';

/** Salesforce ids have 18 letters and digits; nothing else may go into a query. */
const ID = /^[A-Za-z0-9]{15,18}$/;

/** The org behind a connection. Throws OrgError where the org refuses or does not answer. */
export class SalesforceRecords implements OrgRecords {
    readonly url: string;
    private readonly connection: Connection;
    private readonly fields = new Map<ReadObject, ReturnType<OrgRecords['fieldsOf']>>();

    constructor(connection: Connection) {
        this.url = connection.instanceUrl;
        this.connection = connection;
    }

    async organization(): Promise<{ id: string; isSandbox?: boolean }> {
        const [record] = await this.query('SELECT Id, IsSandbox FROM Organization LIMIT 1');
        if (!record) {
            throw new OrgError('The org does not tell its id.');
        }
        return { id: record.Id, isSandbox: record['IsSandbox'] === true };
    }

    fieldsOf(object: ReadObject): ReturnType<OrgRecords['fieldsOf']> {
        const known = this.fields.get(object) ?? this.describe(object);
        this.fields.set(object, known);
        return known;
    }

    async page(object: ReadObject, fields: readonly string[], afterId: string, limit: number): Promise<OrgRecord[]> {
        const behind = afterId === '' ? '' : ` WHERE Id > '${checkedId(afterId)}'`;
        return this.query(`SELECT ${fields.join(', ')} FROM ${object}${behind} ORDER BY Id LIMIT ${limit}`);
    }

    async byIds(object: ReadObject, fields: readonly string[], ids: readonly string[]): Promise<OrgRecord[]> {
        const list = ids.map((id) => `'${checkedId(id)}'`).join(', ');
        return this.query(`SELECT ${fields.join(', ')} FROM ${object} WHERE Id IN (${list})`);
    }

    async update(object: ReadObject, updates: readonly FieldUpdate[]): Promise<UpdateResult[]> {
        const records = updates.map((update) => ({ ...update }));
        const results = await asked(async () => this.connection.update(object, records, { allOrNone: false }));
        return results.map((result, index) => ({
            Id: updates[index]?.Id ?? '',
            ...(result.success ? {} : { error: result.errors.map(({ errorCode }) => errorCode).join(', ') })
        }));
    }

    /** An object that is not there, or that the user may not see, has no fields. */
    private async describe(object: ReadObject): ReturnType<OrgRecords['fieldsOf']> {
        try {
            const { fields } = await this.connection.describe(object);
            return {
                readable: new Set(fields.map(({ name }) => name)),
                updateable: new Set(fields.filter(({ updateable }) => updateable).map(({ name }) => name))
            };
        } catch (error) {
            if (error instanceof Error && /NOT_FOUND|INVALID_TYPE/.test(`${error.name} ${error.message}`)) {
                return { readable: new Set(), updateable: new Set() };
            }
            throw toOrgError(error);
        }
    }

    /** Salesforce gives fewer rows at a time where they are wide, so that a page may take several requests. */
    private async query(soql: string): Promise<OrgRecord[]> {
        const rows: OrgRecord[] = [];
        let result = await asked(async () => this.connection.query(soql));
        for (;;) {
            rows.push(...result.records.map(toRecord));
            if (result.done || result.nextRecordsUrl === undefined) {
                return rows;
            }
            const next = result.nextRecordsUrl;
            result = await asked(async () => this.connection.queryMore(next));
        }
    }
}

async function asked<Answer>(request: () => Promise<Answer>): Promise<Answer> {
    try {
        return await request();
    } catch (error) {
        throw toOrgError(error);
    }
}

function toOrgError(error: unknown): OrgError {
    return new OrgError(`The org refused or did not answer. ${orgErrorText(error)}`);
}

function checkedId(id: string): string {
    if (!ID.test(id)) {
        throw new TypeError('This is no id of a Salesforce record.');
    }
    return id;
}

function toRecord(row: object): OrgRecord {
    const fields = withoutEmpty(row);
    if (typeof fields['Id'] !== 'string') {
        throw new TypeError('The org gave a record without an id.');
    }
    return { ...fields, Id: fields['Id'] };
}

/** Leaves out `attributes` and what is null, also in records of relationships. */
function withoutEmpty(row: object): Record<string, unknown> {
    const entries = Object.entries(row).filter(([name, value]) => name !== 'attributes' && value !== null);
    return Object.fromEntries(
        entries.map(([name, value]) => [name, typeof value === 'object' ? withoutEmpty(value) : value])
    );
}
