import type { HavingClause, Query, WhereClause } from '@jetstreamapp/soql-parser-js';
import { malformedQuery, notSupported, SalesforceError } from '../errors.ts';
import { isFilterable, isId } from '../schema/fieldRules.ts';
import type { FieldDefinition } from '../schema/schema.ts';
import { joinSql, sql, type Sql } from '../store/sql.ts';
import type { Binds } from './binds.ts';
import { toBooleanTree, type BooleanTree, type LeafCondition } from './booleanTree.ts';
import { comparisonToSql, type Comparable } from './comparison.ts';
import type { FieldResolver, ResolvedField } from './fieldResolver.ts';

/** Makes the SQL of a semi-join's inner query: `IN (SELECT ...)`. */
export type SemiJoin = (query: Query, outer: ResolvedField) => Sql;

type SemiJoinCondition = Extract<LeafCondition, { valueQuery: unknown }>;

const and = ' AND ';
const or = ' OR ';

export interface WhereContext {
    readonly resolver: FieldResolver;
    readonly binds: Binds;
    readonly semiJoin: SemiJoin;
}

/** SQL for a WHERE clause. */
export function whereToSql(clause: WhereClause, context: WhereContext): Sql {
    return treeToSql(toBooleanTree(clause), (condition, insideOr) => {
        if ('fn' in condition) {
            throw notSupported(`${condition.fn.rawValue ?? condition.fn.functionName} in WHERE`);
        }
        const resolved = context.resolver.resolve(condition.field);
        refuseUnfilterable(resolved.field);
        return 'valueQuery' in condition
            ? semiJoinToSql(condition, resolved, insideOr, context.semiJoin)
            : comparisonToSql(condition, resolved, context.binds);
    });
}

/** SQL for a HAVING clause, whose left sides are aggregates or grouped fields. */
export function havingToSql(
    clause: HavingClause,
    findLeft: (condition: LeafCondition) => Comparable,
    binds: Binds
): Sql {
    return treeToSql(toBooleanTree(clause), (condition) => {
        if ('valueQuery' in condition) {
            throw malformedQuery('A subquery is not allowed in HAVING');
        }
        return comparisonToSql(condition, findLeft(condition), binds);
    });
}

function treeToSql(tree: BooleanTree, toSql: (leaf: LeafCondition, insideOr: boolean) => Sql, insideOr = false): Sql {
    switch (tree.kind) {
        case 'comparison':
            return toSql(tree.comparison, insideOr);
        case 'NOT':
            return sql`NOT (${treeToSql(tree.operand, toSql, insideOr)})`;
        default: {
            const operands = tree.operands.map((operand) => treeToSql(operand, toSql, insideOr || tree.kind === 'OR'));
            return sql`(${joinSql(operands, tree.kind === 'AND' ? and : or)})`;
        }
    }
}

function semiJoinToSql(condition: SemiJoinCondition, outer: ResolvedField, insideOr: boolean, semiJoin: SemiJoin): Sql {
    const operator = condition.operator.toUpperCase();
    if (insideOr) {
        throw malformedQuery("Semi join sub-selects are not allowed with the 'OR' operator");
    }
    if (operator !== 'IN' && operator !== 'NOT IN') {
        throw malformedQuery(`Semi join sub-selects take IN or NOT IN, not ${operator}`);
    }
    if (!isId(outer.field)) {
        throw malformedQuery(`Semi join sub-selects can only query id fields, cannot use: '${outer.field.name}'`);
    }
    const isIn = sql`coalesce(${outer.column} IN (${semiJoin(condition.valueQuery, outer)}), 0)`;
    return operator === 'IN' ? isIn : sql`NOT ${isIn}`;
}

function refuseUnfilterable(field: FieldDefinition): void {
    if (!isFilterable(field)) {
        throw new SalesforceError('INVALID_FIELD', `field '${field.name}' can not be filtered in a query call`);
    }
}
