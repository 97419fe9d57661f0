import type { QueryBase } from '@jetstreamapp/soql-parser-js';
import { unknownRelationship } from '../../errors.ts';
import type { LocalOrg } from '../../localOrg.ts';
import { isCustom, isNumber } from '../../schema/fieldRules.ts';
import type { ObjectDefinition } from '../../schema/schema.ts';
import { FieldResolver } from '../../soql/fieldResolver.ts';
import { parseSoql } from '../../soql/parseSoql.ts';
import { toReadAccess } from '../../soql/readAccess.ts';
import { resolveSelectList, type SelectedColumn } from '../../soql/selectList.ts';

/** A column as the REST API describes it. Fields of a parent and child records are in `joinColumns`. */
export interface ColumnMetadata {
    readonly aggregate: boolean;
    readonly apexType: null;
    readonly booleanType: boolean;
    readonly columnName: string;
    readonly custom: boolean;
    readonly displayName: string;
    readonly foreignKeyName: string | null;
    readonly insertable: boolean;
    readonly joinColumns: ColumnMetadata[];
    readonly numberType: boolean;
    readonly textType: boolean;
    readonly updatable: boolean;
}

/**
 * What `columns=true` answers: the columns of a query, which is not run.
 * @throws SalesforceError as the query itself does.
 */
export function describeColumns(org: LocalOrg, soql: string): Record<string, unknown> {
    const query = parseSoql(soql);
    const object = org.schema.object(query.sObject ?? '');
    const columnMetadata = columnsOf(org, query, object);
    return {
        columnMetadata,
        entityName: object.name,
        groupBy: query.groupBy !== undefined,
        idSelected: columnMetadata.some(({ columnName }) => columnName === 'Id'),
        keyPrefix: object.keyPrefix
    };
}

function columnsOf(org: LocalOrg, query: QueryBase, object: ObjectDefinition): ColumnMetadata[] {
    const resolver = new FieldResolver(org.schema, object, toReadAccess(org.access), 't', query.sObjectAlias);
    const list = resolveSelectList(query, resolver);
    const columns: ColumnMetadata[] = [];
    for (const column of list.columns) {
        addColumn(columns, column, 0);
    }
    const children = list.childQueries.map((child) => {
        const relationship = org.schema.findChildRelationship(object, child.relationshipName);
        if (!relationship) {
            throw unknownRelationship(child.relationshipName, 'FROM part of query call');
        }
        const joinColumns = columnsOf(org, child, relationship.childObject);
        return { ...plainColumn(relationship.name), aggregate: true, joinColumns };
    });
    return [...columns, ...children];
}

/** Puts a column below its parents, such as `OrderPaymentSummary` and `OrderSummary`. */
function addColumn(columns: ColumnMetadata[], column: SelectedColumn, depth: number): void {
    const parent = column.parents[depth];
    if (!parent) {
        columns.push(fieldColumn(column));
        return;
    }
    const name = parent.relationshipName;
    let join = columns.find(({ columnName, joinColumns }) => columnName === name && joinColumns.length > 0);
    if (!join) {
        join = { ...plainColumn(name), joinColumns: [] };
        columns.push(join);
    }
    addColumn(join.joinColumns, column, depth + 1);
}

function fieldColumn({ field, key, resolved }: SelectedColumn): ColumnMetadata {
    const isAggregate = !('parents' in resolved);
    return {
        ...plainColumn(key),
        aggregate: isAggregate,
        booleanType: field.type === 'boolean',
        custom: isCustom(field),
        insertable: !isAggregate,
        numberType: isNumber(field),
        textType: !isNumber(field) && field.type !== 'boolean',
        updatable: !isAggregate
    };
}

function plainColumn(name: string): ColumnMetadata {
    return {
        aggregate: false,
        apexType: null,
        booleanType: false,
        columnName: name,
        custom: false,
        displayName: name,
        foreignKeyName: null,
        insertable: false,
        joinColumns: [],
        numberType: false,
        textType: false,
        updatable: false
    };
}
