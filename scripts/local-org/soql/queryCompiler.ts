import type { QueryBase, Subquery } from '@jetstreamapp/soql-parser-js';
import { malformedQuery, SalesforceError, unknownRelationship } from '../errors.ts';
import type { ObjectDefinition } from '../schema/schema.ts';
import type { Database } from '../store/database.ts';
import { joinSql, noSql, parameter, sql, type Sql, type SqlValue } from '../store/sql.ts';
import type { Binds } from './binds.ts';
import { FieldResolver } from './fieldResolver.ts';
import { groupByToSql, orderByToSql, refuseUngroupedFields, resolveGroups, resolveHavingSide } from './grouping.ts';
import { refuseUnsupportedClauses } from './parseSoql.ts';
import type { ReadAccess } from './readAccess.ts';
import { recordAttributes, toRecord, type QueryResult, type SObjectRecord } from './records.ts';
import { resolveSelectList, type SelectedColumn, type SelectList } from './selectList.ts';
import { createSemiJoin } from './semiJoin.ts';
import { havingToSql, whereToSql } from './where.ts';

const maximumOffset = 2000;

/** A query that is checked as a whole: running it can no longer fail. */
type CompiledQuery = () => QueryResult;

/** A query for the child records of one parent. */
interface CompiledChildQuery {
    readonly relationshipName: string;
    run(parentId: string): QueryResult;
}

/** Turns parsed SOQL into SQL. Child subqueries are checked too where there is no parent record to run them for. */
export class QueryCompiler {
    private readonly database: Database;
    private readonly binds: Binds;
    private readonly access: ReadAccess;

    constructor(database: Database, binds: Binds, access: ReadAccess) {
        this.database = database;
        this.binds = binds;
        this.access = access;
    }

    compile(query: QueryBase, object: ObjectDefinition): CompiledQuery {
        const resolver = this.createResolver(query, object);
        const list = resolveSelectList(query, resolver);
        if (list.isBareCount && !query.groupBy) {
            return this.compileCount(query, resolver);
        }
        if (list.hasAggregates || query.groupBy) {
            return this.compileGrouped(query, resolver, list);
        }
        const run = this.compilePlain(query, resolver, list);
        return () => run(noSql);
    }

    private createResolver(query: QueryBase, object: ObjectDefinition): FieldResolver {
        if ((query.offset ?? 0) > maximumOffset) {
            throw new SalesforceError('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${maximumOffset}`);
        }
        return new FieldResolver(this.database.schema, object, this.access, 't', query.sObjectAlias);
    }

    private compileCount(query: QueryBase, resolver: FieldResolver): CompiledQuery {
        const where = this.where(query, resolver);
        const statement = sql`SELECT count(*) FROM (SELECT 1 ${resolver.from()} WHERE ${where}${limitToSql(query)})`;
        return () => {
            const [[count] = []] = this.database.select(statement);
            return { totalSize: Number(count), done: true, records: [] };
        };
    }

    private compileGrouped(query: QueryBase, resolver: FieldResolver, list: SelectList): CompiledQuery {
        if (list.childQueries.length > 0) {
            throw malformedQuery('A child subquery is not allowed beside aggregate functions or GROUP BY');
        }
        const groups = resolveGroups(query, resolver);
        refuseUngroupedFields(list.columns, groups);
        const where = this.where(query, resolver);
        const having = query.having
            ? sql` HAVING ${havingToSql(query.having, (side) => resolveHavingSide(side, resolver, groups), this.binds)}`
            : noSql;
        const orderBy = orderByToSql(query, resolver, list, groups);
        const columns = joinSql(
            list.columns.map(({ column }) => column),
            ', '
        );
        const statement = sql`SELECT ${columns} ${resolver.from()} WHERE ${where}${groupByToSql(groups)}${having}${orderBy}${limitToSql(query)}`;
        return () => toResult(this.database.select(statement).map((row) => toAggregateRecord(row, list.columns)));
    }

    /** @returns a function that takes a further condition, such as the one for a parent. */
    private compilePlain(query: QueryBase, resolver: FieldResolver, list: SelectList): (condition: Sql) => QueryResult {
        if (query.having) {
            throw malformedQuery('HAVING needs GROUP BY');
        }
        const childQueries = list.childQueries.map((childQuery) => this.compileChild(childQuery, resolver.root));
        const where = this.where(query, resolver);
        const orderBy = orderByToSql(query, resolver, list, undefined);
        // A row holds the record's id, then for each column its value and the ids of the parents on the way to it.
        const columns = list.columns.flatMap(({ column, parents }) => [column, ...parents.map(({ id }) => id)]);
        const selected = joinSql([sql`${resolver.rootAlias}."Id"`, ...columns], ', ');
        const from = resolver.from();
        return (condition) => {
            const statement = sql`SELECT ${selected} ${from} WHERE ${where}${condition}${orderBy}${limitToSql(query)}`;
            const rows = this.database.select(statement);
            return toResult(rows.map((row) => toPlainRecord(row, resolver.root, list.columns, childQueries)));
        };
    }

    private compileChild(query: Subquery, parentObject: ObjectDefinition): CompiledChildQuery {
        refuseUnsupportedClauses(query);
        const relationship = this.database.schema.findChildRelationship(parentObject, query.relationshipName);
        if (!relationship || !this.access.canReadField(relationship.childObject.name, relationship.field.name)) {
            throw unknownRelationship(query.relationshipName, 'FROM part of query call');
        }
        const resolver = this.createResolver(query, relationship.childObject);
        const list = resolveSelectList(query, resolver);
        if (list.hasAggregates || query.groupBy) {
            throw malformedQuery('Aggregate functions and GROUP BY are not allowed in a child subquery');
        }
        const { column } = resolver.resolve(relationship.field.name);
        const run = this.compilePlain(query, resolver, list);
        return {
            relationshipName: relationship.name,
            run: (parentId) => run(sql` AND ${column} = ${parameter(parentId)}`)
        };
    }

    private where(query: QueryBase, resolver: FieldResolver): Sql {
        if (!query.where) {
            return sql`TRUE`;
        }
        const semiJoin = createSemiJoin(this.database.schema, this.access, this.binds, resolver.root);
        return whereToSql(query.where, { resolver, binds: this.binds, semiJoin });
    }
}

function limitToSql(query: QueryBase): Sql {
    return sql` LIMIT ${parameter(query.limit ?? -1)} OFFSET ${parameter(query.offset ?? 0)}`;
}

function toResult(records: SObjectRecord[]): QueryResult {
    return { totalSize: records.length, done: true, records };
}

function toAggregateRecord(row: readonly SqlValue[], columns: readonly SelectedColumn[]): SObjectRecord {
    const values = columns.map((column, index) => ({ column, stored: row[index] ?? null, parentIds: [] }));
    return toRecord({ type: 'AggregateResult' }, values);
}

function toPlainRecord(
    row: readonly SqlValue[],
    object: ObjectDefinition,
    columns: readonly SelectedColumn[],
    childQueries: readonly CompiledChildQuery[]
): SObjectRecord {
    const id = String(row[0]);
    let position = 1;
    const values = columns.map((column) => {
        const parentsStart = position + 1;
        const parentsEnd = parentsStart + column.parents.length;
        const value = { column, stored: row[position] ?? null, parentIds: row.slice(parentsStart, parentsEnd) };
        position = parentsEnd;
        return value;
    });
    const record = toRecord(recordAttributes(object.name, id), values);
    for (const childQuery of childQueries) {
        const children = childQuery.run(id);
        record[childQuery.relationshipName] = children.totalSize === 0 ? null : children;
    }
    return record;
}
