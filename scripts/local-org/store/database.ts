import { SalesforceError } from '../errors.ts';
import type { FieldDefinition, ObjectDefinition, Schema } from '../schema/schema.ts';
import { nextAutoNumber } from './autoNumbers.ts';
import { foldCase, fromStored, toStored } from './fieldValue.ts';
import { calculateFormula, formulaInputs, isFormulaField } from './formulaFields.ts';
import { createRecordId, normalizeRecordId } from './recordId.ts';
import { checkReferences } from './references.ts';
import { identifier, joinSql, parameter, sql, type Sql, type SqlValue } from './sql.ts';
import { Sqlite } from './sqlite.ts';
import {
    columnOf,
    createTableStatements,
    differingTables,
    foldedColumnOf,
    hasFoldedColumn,
    NUMBERS
} from './tables.ts';

/** A record's field values as JSON has them, by field name. */
export type FieldValues = Readonly<Record<string, unknown>>;

/** A record as it is stored, by field. */
export type StoredRow = Map<FieldDefinition, SqlValue>;

const defaultCurrency = 'USD';

/** The records of the local org: one SQLite table an object. */
export class Database {
    readonly schema: Schema;
    /** Whether the file held the records of an earlier local org already, so that `fill` was not called. */
    readonly isGoneOnWith: boolean;
    private readonly sqlite: Sqlite;

    /**
     * @param file a path, or ':memory:'. What the local org wrote there earlier is gone on with.
     * @param fill inserts the first records. If it throws, or the process ends in it, the file is as it was before.
     * @throws Error if the file is of another program or of other objects and fields, and what `fill` throws.
     */
    constructor(schema: Schema, file: string, fill: (database: Database) => void = () => undefined) {
        this.schema = schema;
        this.sqlite = new Sqlite(file);
        try {
            this.isGoneOnWith = this.sqlite.transaction(() => {
                const found = this.sqlite.definitions();
                if (found.length > 0) {
                    refuseOtherTables(file, differingTables(schema, found));
                    return true;
                }
                this.sqlite.mark();
                createTableStatements(schema).forEach((statement) => this.sqlite.run(statement));
                fill(this);
                return false;
            });
        } catch (error) {
            this.sqlite.close();
            throw error;
        }
    }

    /** Inserts a record and checks its relationships. Returns its id: the one in the values, or a new one. */
    insert(objectName: string, values: FieldValues): string {
        const object = this.schema.object(objectName);
        return this.transaction(() => {
            const row = this.insertUnchecked(object, values);
            checkReferences(this, object, row);
            return String(row.get(this.schema.field(object, 'Id')));
        });
    }

    /** Inserts without checking relationships, for records that refer to records inserted after them. */
    insertUnchecked(object: ObjectDefinition, values: FieldValues): StoredRow {
        const row = this.toRow(object, values);
        this.addDefaults(object, row);
        this.checkId(object, row);
        checkRequired(object, row);
        const columns = [...row].flatMap(([field, stored]) => storedColumns(field, stored));
        this.sqlite.run(sql`INSERT INTO ${identifier(object.name)}
            (${joinSql(
                columns.map(({ column }) => column),
                ', '
            )})
            VALUES (${joinSql(
                columns.map(({ stored }) => parameter(stored)),
                ', '
            )})`);
        return row;
    }

    /** @throws SalesforceError NOT_FOUND if there is no such record. */
    update(objectName: string, id: string, values: FieldValues): void {
        const object = this.schema.object(objectName);
        const now = new Date().toISOString();
        const row = this.toRow(object, { ...values, LastModifiedDate: now, SystemModstamp: now });
        this.transaction(() => {
            if (!this.exists(object, id)) {
                throw noSuchRecord(object, id);
            }
            refuseEmptyRequired(row);
            checkReferences(this, object, row);
            const assignments = [...row]
                .flatMap(([field, stored]) => storedColumns(field, stored))
                .map(({ column, stored }) => sql`${column} = ${parameter(stored)}`);
            this.sqlite.run(sql`UPDATE ${identifier(object.name)} SET ${joinSql(assignments, ', ')}
                WHERE "Id" = ${parameter(normalizeRecordId(id) ?? id)}`);
        });
    }

    /**
     * Deletes a record for good: the local org has no recycle bin. Relationship fields that named it become empty.
     * @throws SalesforceError NOT_FOUND if there is no such record.
     */
    delete(objectName: string, id: string): void {
        const object = this.schema.object(objectName);
        const stored = parameter(normalizeRecordId(id) ?? id);
        this.transaction(() => {
            if (!this.exists(object, id)) {
                throw noSuchRecord(object, id);
            }
            for (const { child, field } of this.lookupsTo(object)) {
                this.sqlite.run(sql`UPDATE ${identifier(child.name)} SET ${columnOf(field)} = NULL
                    WHERE ${columnOf(field)} = ${stored}`);
            }
            this.sqlite.run(sql`DELETE FROM ${identifier(object.name)} WHERE "Id" = ${stored}`);
        });
    }

    /** All fields of one record, nulls included. */
    get(objectName: string, id: string): Record<string, unknown> | undefined {
        const object = this.schema.object(objectName);
        const [row] = this.select(sql`SELECT ${joinSql(object.fields.map(columnOf), ', ')}
            FROM ${identifier(object.name)} WHERE "Id" = ${parameter(normalizeRecordId(id) ?? id)}`);
        return row && this.toValues(object, row);
    }

    private toValues(object: ObjectDefinition, row: readonly SqlValue[]): Record<string, unknown> {
        const stored = new Map(object.fields.map((field, index) => [field, row[index] ?? null]));
        return Object.fromEntries(
            [...stored].map(([field, value]) => {
                if (!isFormulaField(field)) {
                    return [field.name, fromStored(field, value)];
                }
                const inputs = formulaInputs(this.schema, object, field).map((input) => stored.get(input) ?? null);
                return [field.name, calculateFormula(field.formula, inputs)];
            })
        );
    }

    exists(object: ObjectDefinition, id: string): boolean {
        return (
            this.select(sql`SELECT 1 FROM ${identifier(object.name)}
            WHERE "Id" = ${parameter(normalizeRecordId(id) ?? id)}`).length > 0
        );
    }

    /** The next free record id of an object. The same calls give the same ids in every run. */
    createId(object: ObjectDefinition, taken: ReadonlySet<string> = new Set()): string {
        const id = createRecordId(object.keyPrefix, this.nextNumber(object.name));
        return taken.has(id) || this.exists(object, id) ? this.createId(object, taken) : id;
    }

    /** Counts from 1, for each name by itself, and on with it when a file is opened again. */
    nextNumber(name: string): number {
        const [[number] = []] = this.select(sql`INSERT INTO ${NUMBERS} VALUES (${parameter(name)}, 1)
            ON CONFLICT DO UPDATE SET "number" = "number" + 1 RETURNING "number"`);
        return Number(number);
    }

    select(query: Sql): SqlValue[][] {
        return this.sqlite.all(query);
    }

    transaction<Result>(action: () => Result): Result {
        return this.sqlite.transaction(action);
    }

    close(): void {
        this.sqlite.close();
    }

    private lookupsTo(object: ObjectDefinition): { child: ObjectDefinition; field: FieldDefinition }[] {
        return this.schema.objects.flatMap((child) =>
            child.fields.filter((field) => field.referenceTo?.includes(object.name)).map((field) => ({ child, field }))
        );
    }

    private toRow(object: ObjectDefinition, values: FieldValues): StoredRow {
        return new Map(
            Object.entries(values).map(([name, value]) => {
                const field = this.schema.field(object, name);
                return [field, toStored(field, value)];
            })
        );
    }

    private addDefaults(object: ObjectDefinition, row: StoredRow): void {
        const created = row.get(this.schema.field(object, 'CreatedDate')) ?? Date.now();
        const defaults: Record<string, () => SqlValue> = {
            Id: () => this.createId(object),
            CreatedDate: () => created,
            LastModifiedDate: () => created,
            SystemModstamp: () => created,
            CreatedById: () => runningUserId,
            LastModifiedById: () => runningUserId,
            OwnerId: () => runningUserId,
            CurrencyIsoCode: () => defaultCurrency
        };
        for (const field of object.fields) {
            const createDefault = defaults[field.name];
            if ((row.get(field) ?? null) === null) {
                row.set(field, createDefault ? createDefault() : toStored(field, nextAutoNumber(this, object, field)));
            }
        }
    }

    private checkId(object: ObjectDefinition, row: StoredRow): void {
        const id = String(row.get(this.schema.field(object, 'Id')));
        if (!id.startsWith(object.keyPrefix)) {
            const known = object.keyPrefixKnown ? '' : ` (the local org's own prefix: Salesforce's is not known here)`;
            throw new SalesforceError(
                'MALFORMED_ID',
                `Id ${id} is not of a ${object.name}: those begin with ${object.keyPrefix}${known}. Leave the Id out to get one`
            );
        }
        if (this.exists(object, id)) {
            throw new SalesforceError('DUPLICATE_VALUE', `There is already a ${object.name} with the Id ${id}`);
        }
    }
}

/** The one user of the local org: owner and creator of every record that names no other. */
export const runningUserId = createRecordId('005', 1);

function refuseOtherTables(file: string, names: readonly string[]): void {
    if (names.length > 0) {
        throw new Error(
            `Cannot use the database file ${file}: other fields than those of the package now are in its tables of ` +
                `${names.join(', ')}. Name a file that does not exist yet, or go back to the fields that it was made with.`
        );
    }
}

function noSuchRecord(object: ObjectDefinition, id: string): SalesforceError {
    return new SalesforceError('NOT_FOUND', `There is no ${object.name} with the id ${id}`, 404);
}

function checkRequired(object: ObjectDefinition, row: StoredRow): void {
    const missing = object.fields.filter((field) => field.isRequired && (row.get(field) ?? null) === null);
    refuseMissing(missing);
}

function refuseEmptyRequired(row: StoredRow): void {
    refuseMissing([...row].filter(([field, stored]) => field.isRequired && stored === null).map(([field]) => field));
}

function refuseMissing(fields: readonly FieldDefinition[]): void {
    if (fields.length > 0) {
        const names = fields.map((field) => field.name);
        throw new SalesforceError(
            'REQUIRED_FIELD_MISSING',
            `Required fields are missing: [${names.join(', ')}]`,
            400,
            names
        );
    }
}

function storedColumns(field: FieldDefinition, stored: SqlValue): { column: Sql; stored: SqlValue }[] {
    const columns = [{ column: columnOf(field), stored }];
    if (hasFoldedColumn(field)) {
        columns.push({ column: foldedColumnOf(field), stored: typeof stored === 'string' ? foldCase(stored) : stored });
    }
    return columns;
}
