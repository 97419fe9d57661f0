import type { Connection } from '@jsforce/jsforce-node';
import { orgErrorText } from '../../org/connect.ts';
import { OrgError } from '../../org/orgError.ts';

export type FieldValue = string | number | boolean | undefined;
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** A record as the org returns it. */
export interface OrgRecord {
    Id: string;
    [field: string]: unknown;
}

/** What a run needs of an org. */
export interface SeedOrg {
    /** Records whose fields equal these values, all of them if there are none; `like` takes a text with % at its end. */
    find(objectName: string, fields: readonly string[], where: Where): Promise<OrgRecord[]>;
    /** Whether new records may have a value for the field. */
    isCreateable(objectName: string, field: string): Promise<boolean>;
    /** Makes a record. Fields that the org calculates itself or does not have are left out. @returns its id */
    create(objectName: string, values: FieldValues): Promise<string>;
    delete(objectName: string, id: string): Promise<void>;
}

export type Where = { readonly equal: Readonly<Record<string, string>> } | { readonly like: readonly [string, string] };

/** An org behind jsforce. */
export class JsforceOrg implements SeedOrg {
    private readonly connection: Connection;
    private readonly createable = new Map<string, Promise<ReadonlySet<string>>>();

    constructor(connection: Connection) {
        this.connection = connection;
    }

    async find(objectName: string, fields: readonly string[], where: Where): Promise<OrgRecord[]> {
        const soql = `SELECT ${['Id', ...fields].join(', ')} FROM ${objectName} ${condition(where)} ORDER BY Id`;
        try {
            // `autoFetch` reads the pages after the first too.
            const result = await this.connection.query<OrgRecord>(soql, { autoFetch: true, maxFetch: 1_000_000 });
            return result.records;
        } catch (error) {
            throw new OrgError(`The org refuses to read ${objectName}: ${orgErrorText(error)}`);
        }
    }

    async isCreateable(objectName: string, field: string): Promise<boolean> {
        return (await this.createableFields(objectName)).has(field);
    }

    async create(objectName: string, values: FieldValues): Promise<string> {
        const createable = await this.createableFields(objectName);
        const entries = Object.entries(values).filter(([name, value]) => value !== undefined && createable.has(name));
        try {
            const result = await this.connection.sobject(objectName).create(Object.fromEntries(entries));
            if (result.success) {
                return result.id;
            }
            throw new Error(result.errors.map(({ message }) => message).join('; '));
        } catch (error) {
            throw new OrgError(`The org refuses a new ${objectName}: ${orgErrorText(error)}`);
        }
    }

    async delete(objectName: string, id: string): Promise<void> {
        try {
            await this.connection.sobject(objectName).destroy(id);
        } catch (error) {
            throw new OrgError(orgErrorText(error));
        }
    }

    private createableFields(objectName: string): Promise<ReadonlySet<string>> {
        const known = this.createable.get(objectName) ?? this.describe(objectName);
        this.createable.set(objectName, known);
        return known;
    }

    private async describe(objectName: string): Promise<ReadonlySet<string>> {
        try {
            const { fields } = await this.connection.describe(objectName);
            return new Set(fields.filter(({ createable }) => createable).map(({ name }) => name));
        } catch (error) {
            throw new OrgError(
                `The org does not show ${objectName}: ${orgErrorText(error)} Order Management has to be on, and the user ` +
                    'needs access to the object.'
            );
        }
    }
}

function condition(where: Where): string {
    if ('like' in where) {
        const [field, pattern] = where.like;
        return `WHERE ${field} LIKE '${escape(pattern)}'`;
    }
    const tests = Object.entries(where.equal).map(([field, value]) => `${field} = '${escape(value)}'`);
    return tests.length > 0 ? `WHERE ${tests.join(' AND ')}` : '';
}

function escape(text: string): string {
    return text.replace(/[\\']/g, '\\$&');
}
