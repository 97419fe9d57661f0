import { isText } from '../schema/fieldRules.ts';
import type { FieldDefinition, FieldType, ObjectDefinition, Schema } from '../schema/schema.ts';
import { identifier, joinSql, sql, type Sql } from './sql.ts';

const integerTypes: ReadonlySet<FieldType> = new Set<FieldType>(['boolean', 'int', 'datetime']);
const realTypes: ReadonlySet<FieldType> = new Set<FieldType>(['currency', 'double', 'percent']);

/** The table of how far ids and auto numbers have got. No object can have its name, which has a space. */
export const NUMBERS = identifier('last numbers');

/** Statements that make the tables of all objects, and that of their numbers. */
export function createTableStatements(schema: Schema): Sql[] {
    return [
        sql`CREATE TABLE ${NUMBERS} ("name" TEXT PRIMARY KEY, "number" INTEGER)`,
        ...schema.objects.flatMap(statementsOf)
    ];
}

/** @param found the statements that made a database. @returns tables that are not as the schema has them now, sorted */
export function differingTables(schema: Schema, found: readonly string[]): string[] {
    const wanted = createTableStatements(schema).map(({ text }) => text);
    const differing = [
        ...found.filter((text) => !wanted.includes(text)),
        ...wanted.filter((text) => !found.includes(text))
    ];
    // CREATE TABLE "name" or CREATE INDEX "name.field".
    return [...new Set(differing.map((text) => /"([^".]+)/.exec(text)?.[1] ?? text))].sort();
}

/** One typed column a field, and an index for each relationship. */
function statementsOf(object: ObjectDefinition): Sql[] {
    const table = identifier(object.name);
    const columns = object.fields.flatMap((field) => {
        const column = sql`${columnOf(field)} ${columnType(field)}`;
        return hasFoldedColumn(field) ? [column, sql`${foldedColumnOf(field)} TEXT`] : [column];
    });
    const indexes = object.fields
        .filter((field) => field.type === 'reference')
        .map(
            (field) => sql`CREATE INDEX ${identifier(`${object.name}.${field.name}`)} ON ${table} (${columnOf(field)})`
        );
    return [sql`CREATE TABLE ${table} (${joinSql(columns, ', ')})`, ...indexes];
}

export function columnOf(field: FieldDefinition): Sql {
    return identifier(field.name);
}

/**
 * Beside each text that can be filtered stands the same text in lower case: SQLite itself ignores the case of ASCII
 * letters only.
 */
export function hasFoldedColumn(field: FieldDefinition): boolean {
    return isText(field) && field.filterable !== false;
}

export function foldedColumnOf(field: FieldDefinition): Sql {
    return identifier(`${field.name} in lower case`);
}

function columnType(field: FieldDefinition): Sql {
    if (field.type === 'id') {
        return sql`TEXT PRIMARY KEY`;
    }
    if (integerTypes.has(field.type)) {
        return sql`INTEGER`;
    }
    return realTypes.has(field.type) ? sql`REAL` : sql`TEXT`;
}
