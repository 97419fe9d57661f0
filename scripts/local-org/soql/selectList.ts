import type {
    FieldFunctionExpression,
    FieldType as SelectedItem,
    QueryBase,
    Subquery
} from '@jetstreamapp/soql-parser-js';
import { malformedQuery, notSupported, SalesforceError } from '../errors.ts';
import { isCustom } from '../schema/fieldRules.ts';
import type { FieldDefinition } from '../schema/schema.ts';
import type { Sql } from '../store/sql.ts';
import { functionName, isAggregate, resolveAggregate, type Aggregate } from './aggregate.ts';
import type { FieldResolver, ParentStep, ResolvedField } from './fieldResolver.ts';

/** A selected value and where it goes in the record. */
export interface SelectedColumn {
    readonly field: FieldDefinition;
    readonly column: Sql;
    readonly parents: readonly ParentStep[];
    /** Key in the record, or in the parent record at the end of `parents`. */
    readonly key: string;
    readonly resolved: ResolvedField | Aggregate;
}

export interface SelectList {
    readonly columns: readonly SelectedColumn[];
    readonly childQueries: readonly Subquery[];
    readonly hasAggregates: boolean;
    /** `SELECT COUNT()`: the count is the result's totalSize, and there are no records. */
    readonly isBareCount: boolean;
}

const fieldsFunctionLimit = 200;

export function resolveSelectList(query: QueryBase, resolver: FieldResolver): SelectList {
    const items = query.fields ?? [];
    const aggregates = items.filter((item) => item.type === 'FieldFunctionExpression' && isAggregate(item));
    const isGrouped = aggregates.length > 0 || query.groupBy !== undefined;
    const columns: SelectedColumn[] = [];
    for (const item of items) {
        columns.push(...resolveItem(item, query, resolver, isGrouped, columns));
    }
    refuseDuplicates(columns);
    const [only] = items;
    return {
        columns,
        childQueries: items.flatMap((item) => (item.type === 'FieldSubquery' ? [item.subquery] : [])),
        hasAggregates: aggregates.length > 0,
        isBareCount: items.length === 1 && only?.type === 'FieldFunctionExpression' && isBareCount(only)
    };
}

function resolveItem(
    item: SelectedItem,
    query: QueryBase,
    resolver: FieldResolver,
    isGrouped: boolean,
    before: readonly SelectedColumn[]
): SelectedColumn[] {
    switch (item.type) {
        case 'Field':
            return [fieldColumn(resolver.resolveSelected(item.field), isGrouped, item.alias)];
        case 'FieldRelationship': {
            const alias = 'alias' in item ? item.alias : undefined;
            const path = [...item.relationships, item.field].join('.');
            return [fieldColumn(resolver.resolveSelected(path), isGrouped, alias)];
        }
        case 'FieldFunctionExpression':
            return functionName(item) === 'FIELDS'
                ? fieldsFunctionColumns(item, query, resolver, isGrouped)
                : [aggregateColumn(item, resolver, before)];
        case 'FieldSubquery':
            return [];
        case 'FieldTypeof':
            throw notSupported('TYPEOF', `Select ${item.field}.Name and ${item.field}.Type, or query each object.`);
    }
}

function fieldColumn(resolved: ResolvedField, isGrouped: boolean, alias: string | undefined): SelectedColumn {
    if (alias !== undefined && !isGrouped) {
        throw malformedQuery('only aggregate expressions use field aliasing');
    }
    const { field, column } = resolved;
    // The records of a grouped query are flat: Salesforce names a parent's field by its last part.
    return { field, column, parents: isGrouped ? [] : resolved.parents, key: alias ?? field.name, resolved };
}

function aggregateColumn(
    item: FieldFunctionExpression,
    resolver: FieldResolver,
    before: readonly SelectedColumn[]
): SelectedColumn {
    const aggregate = resolveAggregate(item, resolver);
    const unnamed = before.filter(({ key }) => /^expr\d+$/.test(key)).length;
    return { ...aggregate, parents: [], key: item.alias ?? `expr${unnamed}`, resolved: aggregate };
}

function fieldsFunctionColumns(
    item: FieldFunctionExpression,
    query: QueryBase,
    resolver: FieldResolver,
    isGrouped: boolean
): SelectedColumn[] {
    const group = String(item.parameters[0] ?? '').toUpperCase();
    if (isGrouped) {
        throw malformedQuery('The SOQL FIELDS function is not supported with GROUP BY or aggregate functions');
    }
    if (group !== 'STANDARD' && (query.limit ?? Infinity) > fieldsFunctionLimit) {
        throw malformedQuery(`The SOQL FIELDS function must have a LIMIT of at most ${fieldsFunctionLimit}`);
    }
    const isWanted = { ALL: () => true, STANDARD: (field: FieldDefinition) => !isCustom(field), CUSTOM: isCustom }[
        group
    ];
    if (!isWanted) {
        throw malformedQuery(`FIELDS(${group}) does not exist. Use FIELDS(ALL), FIELDS(STANDARD) or FIELDS(CUSTOM)`);
    }
    return resolver
        .readableFields()
        .filter(isWanted)
        .map((field) => fieldColumn(resolver.resolveSelected(field.name), false, undefined));
}

function isBareCount(item: FieldFunctionExpression): boolean {
    return functionName(item) === 'COUNT' && item.parameters.length === 0;
}

function refuseDuplicates(columns: readonly SelectedColumn[]): void {
    const seen = new Set<string>();
    for (const { parents, key } of columns) {
        const path = [...parents.map((parent) => parent.relationshipName), key].join('.');
        if (seen.has(path)) {
            throw new SalesforceError('INVALID_FIELD', `duplicate field selected: ${path}`);
        }
        seen.add(path);
    }
}
