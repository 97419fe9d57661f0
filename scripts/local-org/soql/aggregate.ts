import type { FieldFunctionExpression, FunctionExp } from '@jetstreamapp/soql-parser-js';
import { malformedQuery, notSupported } from '../errors.ts';
import { isFilterable, isNumber } from '../schema/fieldRules.ts';
import type { FieldDefinition } from '../schema/schema.ts';
import { sql, type Sql } from '../store/sql.ts';
import type { FieldResolver } from './fieldResolver.ts';

/** An aggregate function's result, with the field type it is shown and compared as. */
export interface Aggregate {
    readonly field: FieldDefinition;
    readonly column: Sql;
    readonly comparable: Sql;
}

const aggregateNames = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX']);

export function functionName(expression: FunctionExp | FieldFunctionExpression): string {
    return (expression.functionName ?? expression.rawValue?.split('(')[0] ?? '').toUpperCase();
}

export function isAggregate(expression: FunctionExp | FieldFunctionExpression): boolean {
    return aggregateNames.has(functionName(expression));
}

/** @throws SalesforceError for any other function, such as FORMAT, toLabel or CALENDAR_YEAR. */
export function resolveAggregate(
    expression: FunctionExp | FieldFunctionExpression,
    resolver: FieldResolver
): Aggregate {
    const name = functionName(expression);
    if (!isAggregate(expression)) {
        throw notSupported(`The function ${expression.rawValue ?? name}`);
    }
    const argument = expression.parameters?.[0];
    if (argument === undefined) {
        return toAggregate('int', sql`count(*)`);
    }
    if (typeof argument !== 'string') {
        throw notSupported(`A function inside ${name}`);
    }
    const { field, column, comparable } = resolver.resolve(argument);
    refuseArgument(name, field);
    switch (name) {
        case 'COUNT':
            return toAggregate('int', sql`count(${comparable})`);
        case 'COUNT_DISTINCT':
            return toAggregate('int', sql`count(DISTINCT ${comparable})`);
        case 'SUM':
            // Rounded because SQLite adds amounts as binary fractions: 0.1 + 0.2 is to be 0.3.
            return toAggregate(field.type, sql`round(sum(${column}), 8)`);
        case 'AVG':
            return toAggregate('double', sql`round(avg(${column}), 8)`);
        case 'MIN':
            return toAggregate(field.type, sql`min(${column})`);
        default:
            return toAggregate(field.type, sql`max(${column})`);
    }
}

function toAggregate(type: FieldDefinition['type'], column: Sql): Aggregate {
    return { field: { name: 'expr', label: 'expr', type }, column, comparable: column };
}

function refuseArgument(name: string, field: FieldDefinition): void {
    const isCount = name === 'COUNT' || name === 'COUNT_DISTINCT';
    const isExtreme = name === 'MIN' || name === 'MAX';
    const isDate = field.type === 'date' || field.type === 'datetime';
    if (isExtreme && !isNumber(field) && !isDate && field.type !== 'boolean' && isFilterable(field)) {
        throw notSupported(`${name} of the text field ${field.name}`, 'Use ORDER BY with LIMIT 1.');
    }
    const isAllowed = isCount ? isFilterable(field) : isNumber(field) || (isExtreme && isDate);
    if (!isAllowed) {
        throw malformedQuery(`field ${field.name} does not support aggregate operator ${name}`);
    }
}
