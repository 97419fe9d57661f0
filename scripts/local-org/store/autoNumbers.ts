import type { FieldDefinition, ObjectDefinition } from '../schema/schema.ts';
import type { Database } from './database.ts';
import { identifier, parameter, sql } from './sql.ts';
import { columnOf } from './tables.ts';

/**
 * The next auto number in the display format of the field, leaving out those that records already have.
 * @returns null if the field is not an auto number.
 */
export function nextAutoNumber(database: Database, object: ObjectDefinition, field: FieldDefinition): string | null {
    if (field.autoNumberFormat === undefined) {
        return null;
    }
    const number = database.nextNumber(`${object.name}.${field.name}`);
    const text = formatAutoNumber(field.autoNumberFormat, number);
    return isTaken(database, object, field, text) ? nextAutoNumber(database, object, field) : text;
}

function isTaken(database: Database, object: ObjectDefinition, field: FieldDefinition, text: string): boolean {
    const found = database.select(sql`SELECT 1 FROM ${identifier(object.name)}
        WHERE ${columnOf(field)} = ${parameter(text)} LIMIT 1`);
    return found.length > 0;
}

/** `PA-{0000}` and 7 give `PA-0007`. */
export function formatAutoNumber(format: string, number: number): string {
    return format.replace(/\{(0+)\}/, (_placeholder, zeros: string) => String(number).padStart(zeros.length, '0'));
}
