import type { FieldDefinition, ObjectDefinition } from '../schema/schema.ts';
import type { Database } from './database.ts';
import { identifier, parameter, sql } from './sql.ts';
import { columnOf } from './tables.ts';

/** Hands out auto numbers in the display format of the field, leaving out those that records already have. */
export class AutoNumbers {
    private readonly database: Database;
    private readonly lastNumbers = new Map<FieldDefinition, number>();

    constructor(database: Database) {
        this.database = database;
    }

    /** @returns null if the field is not an auto number. */
    next(object: ObjectDefinition, field: FieldDefinition): string | null {
        if (field.autoNumberFormat === undefined) {
            return null;
        }
        const number = (this.lastNumbers.get(field) ?? 0) + 1;
        this.lastNumbers.set(field, number);
        const text = formatAutoNumber(field.autoNumberFormat, number);
        return this.isTaken(object, field, text) ? this.next(object, field) : text;
    }

    private isTaken(object: ObjectDefinition, field: FieldDefinition, text: string): boolean {
        const found = this.database.select(sql`SELECT 1 FROM ${identifier(object.name)}
            WHERE ${columnOf(field)} = ${parameter(text)} LIMIT 1`);
        return found.length > 0;
    }
}

/** `PA-{0000}` and 7 give `PA-0007`. */
export function formatAutoNumber(format: string, number: number): string {
    return format.replace(/\{(0+)\}/, (_placeholder, zeros: string) => String(number).padStart(zeros.length, '0'));
}
