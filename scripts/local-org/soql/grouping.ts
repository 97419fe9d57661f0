import type { OrderByClause, QueryBase } from '@jetstreamapp/soql-parser-js';
import { malformedQuery, notSupported } from '../errors.ts';
import { isFilterable, isGroupable } from '../schema/fieldRules.ts';
import { joinSql, noSql, sql, type Sql } from '../store/sql.ts';
import { functionName, isAggregate, resolveAggregate, type Aggregate } from './aggregate.ts';
import type { LeafCondition } from './booleanTree.ts';
import type { FieldResolver, ResolvedField } from './fieldResolver.ts';
import type { SelectedColumn, SelectList } from './selectList.ts';

/** The fields of GROUP BY. */
export function resolveGroups(query: QueryBase, resolver: FieldResolver): ResolvedField[] {
    const clauses = [query.groupBy ?? []].flat();
    return clauses.map((clause) => {
        if ('fn' in clause) {
            throw notSupported(`GROUP BY ${clause.fn.rawValue ?? functionName(clause.fn)}`);
        }
        const resolved = resolver.resolve(clause.field);
        if (!isGroupable(resolved.field)) {
            throw malformedQuery(`field '${resolved.field.name}' can not be grouped in a query call`);
        }
        return resolved;
    });
}

/** @throws SalesforceError MALFORMED_QUERY for a field that is neither grouped nor aggregated. */
export function refuseUngroupedFields(columns: readonly SelectedColumn[], groups: readonly ResolvedField[]): void {
    for (const { resolved, field } of columns) {
        if ('parents' in resolved && !isGrouped(resolved, groups)) {
            throw malformedQuery(`Field must be grouped or aggregated: ${field.name}`);
        }
    }
}

export function groupByToSql(groups: readonly ResolvedField[]): Sql {
    const columns = groups.map(({ comparable }) => comparable);
    return groups.length === 0 ? noSql : sql` GROUP BY ${joinSql(columns, ', ')}`;
}

/** The left side of a condition in HAVING. */
export function resolveHavingSide(
    condition: LeafCondition,
    resolver: FieldResolver,
    groups: readonly ResolvedField[]
): ResolvedField | Aggregate {
    if ('fn' in condition) {
        return resolveAggregate(condition.fn, resolver);
    }
    const resolved = resolver.resolve(condition.field);
    if (!isGrouped(resolved, groups)) {
        throw malformedQuery(`Field must be grouped or aggregated: ${resolved.field.name}`);
    }
    return resolved;
}

/**
 * The ORDER BY clause. Without NULLS FIRST or LAST, ascending order has nulls first and descending order last.
 * @param groups undefined if the query is not grouped.
 */
export function orderByToSql(
    query: QueryBase,
    resolver: FieldResolver,
    list: SelectList,
    groups: readonly ResolvedField[] | undefined
): Sql {
    const clauses = [query.orderBy ?? []].flat();
    const terms = clauses.map((clause) => {
        const isDescending = clause.order?.toUpperCase() === 'DESC';
        const nulls = clause.nulls?.toUpperCase() ?? (isDescending ? 'LAST' : 'FIRST');
        const direction = isDescending ? sql`DESC` : sql`ASC`;
        return sql`${orderedColumn(clause, resolver, list, groups)} ${direction} NULLS ${nulls === 'FIRST' ? sql`FIRST` : sql`LAST`}`;
    });
    if (!groups) {
        // Salesforce promises no order among equals. Here it is that of the ids, so that every run gives the same.
        terms.push(sql`${resolver.rootAlias}."Id" ASC`);
    }
    return terms.length === 0 ? noSql : sql` ORDER BY ${joinSql(terms, ', ')}`;
}

function orderedColumn(
    clause: OrderByClause,
    resolver: FieldResolver,
    list: SelectList,
    groups: readonly ResolvedField[] | undefined
): Sql {
    if ('fn' in clause) {
        if (!groups || !isAggregate(clause.fn)) {
            throw notSupported(`ORDER BY ${clause.fn.rawValue ?? functionName(clause.fn)}`);
        }
        return resolveAggregate(clause.fn, resolver).column;
    }
    const aliased = groups && list.columns.find(({ key }) => key.toLowerCase() === clause.field.toLowerCase());
    if (aliased) {
        return aliased.resolved.comparable;
    }
    const resolved = resolver.resolve(clause.field);
    if (!isFilterable(resolved.field)) {
        throw malformedQuery(`field '${resolved.field.name}' can not be sorted in a query call`);
    }
    if (groups && !isGrouped(resolved, groups)) {
        throw malformedQuery(`Ordered field must be grouped or aggregated: ${resolved.field.name}`);
    }
    return resolved.comparable;
}

function isGrouped(field: ResolvedField, groups: readonly ResolvedField[]): boolean {
    return groups.some((group) => group.column.text === field.column.text);
}
