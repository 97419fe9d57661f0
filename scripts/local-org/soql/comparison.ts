import type { LiteralType } from '@jetstreamapp/soql-parser-js';
import { notSupported, SalesforceError } from '../errors.ts';
import { isId, isText } from '../schema/fieldRules.ts';
import type { FieldDefinition } from '../schema/schema.ts';
import { joinSql, parameter, sql, type Sql, type SqlValue } from '../store/sql.ts';
import { findBind, type Binds } from './binds.ts';
import type { LeafCondition } from './booleanTree.ts';
import { dateLiteralSpan, type TimeSpan } from './dateLiteral.ts';
import { bindToStored, literalToStored } from './filterValue.ts';
import { toSqliteLikePattern, unescapePattern } from './stringLiteral.ts';

/** The left side of a comparison: a field, or in HAVING the result of an aggregate function. */
export interface Comparable {
    readonly field: FieldDefinition;
    readonly comparable: Sql;
}

type ValueCondition = Extract<LeafCondition, { value: unknown }>;

const sqlOperators: Readonly<Record<string, Sql>> = { '<': sql`<`, '<=': sql`<=`, '>': sql`>`, '>=': sql`>=` };

/**
 * SQL for one comparison. It is true or false, never null: in SOQL, `Status != 'Draft'` also finds records without a
 * Status, and NOT turns every record that was left out into one that is found.
 */
export function comparisonToSql(condition: ValueCondition, left: Comparable, binds: Binds): Sql {
    const operator = condition.operator.toUpperCase() === '<>' ? '!=' : condition.operator.toUpperCase();
    switch (operator) {
        case 'IN':
            return inList(left, listValues(condition, left, binds));
        case 'NOT IN':
            return sql`NOT ${inList(left, listValues(condition, left, binds))}`;
        case 'LIKE':
            return like(left, likePattern(condition, binds));
        case 'INCLUDES':
        case 'EXCLUDES':
            throw notSupported(operator);
        default:
            return compare(operator, condition, left, binds);
    }
}

function compare(operator: string, condition: ValueCondition, left: Comparable, binds: Binds): Sql {
    refuseOrderOfBooleans(operator, left.field);
    const literalType = singleLiteralType(condition);
    const literal = String(condition.value);
    if (literalType === 'DATE_LITERAL' || literalType === 'DATE_N_LITERAL') {
        return compareToSpan(operator, left, dateLiteralSpan(literal, new Date()));
    }
    const value =
        literalType === 'APEX_BIND_VARIABLE'
            ? bindToStored(left.field, literal, findBind(binds, literal))
            : literalToStored(left.field, { literalType, literal });
    return compareToValue(operator, left, value);
}

function compareToValue(operator: string, left: Comparable, value: SqlValue): Sql {
    if (operator === '=') {
        return sql`${left.comparable} IS ${parameter(value)}`;
    }
    if (operator === '!=') {
        return sql`${left.comparable} IS NOT ${parameter(value)}`;
    }
    const sqlOperator = sqlOperators[operator];
    if (!sqlOperator) {
        throw notSupported(`The operator ${operator}`);
    }
    return sql`coalesce(${left.comparable} ${sqlOperator} ${parameter(value)}, 0)`;
}

function compareToSpan(operator: string, left: Comparable, span: TimeSpan): Sql {
    const start = spanEdge(left.field, span.start);
    const end = spanEdge(left.field, span.end);
    const isWithin = sql`coalesce(${left.comparable} >= ${parameter(start)} AND ${left.comparable} < ${parameter(end)}, 0)`;
    switch (operator) {
        case '=':
            return isWithin;
        case '!=':
            return sql`NOT ${isWithin}`;
        case '>':
            return compareToValue('>=', left, end);
        case '<=':
            return compareToValue('<', left, end);
        default:
            return compareToValue(operator, left, start);
    }
}

function spanEdge(field: FieldDefinition, instant: number): SqlValue {
    if (field.type === 'datetime') {
        return instant;
    }
    if (field.type === 'date') {
        return new Date(instant).toISOString().slice(0, 10);
    }
    throw new SalesforceError(
        'INVALID_FIELD',
        `The field '${field.name}' of type ${field.type} has no dates to compare`
    );
}

function inList(left: Comparable, values: readonly SqlValue[]): Sql {
    const present = values.filter((value) => value !== null);
    const isPresent = sql`coalesce(${left.comparable} IN (${joinSql(present.map(parameter), ', ')}), 0)`;
    return values.includes(null) ? sql`(${isPresent} OR ${left.comparable} IS NULL)` : isPresent;
}

function listValues(condition: ValueCondition, left: Comparable, binds: Binds): SqlValue[] {
    if (condition.literalType === 'APEX_BIND_VARIABLE') {
        const name = String(condition.value);
        const list = findBind(binds, name) ?? [];
        if (!Array.isArray(list)) {
            throw new SalesforceError(
                'INVALID_FIELD',
                `Invalid bind expression :${name}: ${condition.operator} takes a list`
            );
        }
        return list.map((value: unknown) => bindToStored(left.field, name, value));
    }
    const literals = Array.isArray(condition.value) ? condition.value : [condition.value];
    const types = condition.literalType;
    return literals.map((literal, index) =>
        literalToStored(left.field, { literal, literalType: (Array.isArray(types) ? types[index] : types) ?? 'STRING' })
    );
}

function like(left: Comparable, pattern: string | null): Sql {
    if (!isText(left.field)) {
        const type = isId(left.field) ? 'id' : left.field.type;
        throw new SalesforceError('INVALID_QUERY_FILTER_OPERATOR', `invalid operator on ${type} field`);
    }
    if (pattern === null) {
        return compareToValue('=', left, null);
    }
    return sql`coalesce(${left.comparable} LIKE ${parameter(toSqliteLikePattern(pattern))} ESCAPE '\\', 0)`;
}

function likePattern(condition: ValueCondition, binds: Binds): string | null {
    const literal = String(condition.value);
    if (condition.literalType === 'APEX_BIND_VARIABLE') {
        const value = findBind(binds, literal);
        if (value === null || typeof value === 'string') {
            return value;
        }
        throw new SalesforceError('INVALID_FIELD', `Invalid bind expression :${literal}: LIKE takes a text`);
    }
    return unescapePattern(literal);
}

function singleLiteralType(condition: ValueCondition): LiteralType {
    const { literalType, value, operator } = condition;
    if (Array.isArray(value) || Array.isArray(literalType) || literalType === undefined) {
        throw new SalesforceError('MALFORMED_QUERY', `${operator} takes one value, not a list`);
    }
    return literalType;
}

function refuseOrderOfBooleans(operator: string, field: FieldDefinition): void {
    if (field.type === 'boolean' && operator !== '=' && operator !== '!=') {
        throw new SalesforceError('INVALID_QUERY_FILTER_OPERATOR', 'invalid operator on boolean field');
    }
}
