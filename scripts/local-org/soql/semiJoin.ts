import { malformedQuery } from '../errors.ts';
import { isId } from '../schema/fieldRules.ts';
import type { ObjectDefinition, Schema } from '../schema/schema.ts';
import { noSql, sql, type Sql } from '../store/sql.ts';
import type { Binds } from './binds.ts';
import { FieldResolver, type ResolvedField } from './fieldResolver.ts';
import { refuseUnsupportedClauses } from './parseSoql.ts';
import type { ReadAccess } from './readAccess.ts';
import { whereToSql, type SemiJoin } from './where.ts';

/**
 * Makes the inner queries of `Id IN (SELECT PaymentId FROM RefundLinePayment)`, under the rules that Salesforce sets
 * for them.
 * @param outerObject the object of the query around it.
 */
export function createSemiJoin(
    schema: Schema,
    access: ReadAccess,
    binds: Binds,
    outerObject: ObjectDefinition
): SemiJoin {
    return (query, outer) => {
        refuseUnsupportedClauses(query);
        if (query.limit !== undefined || query.offset !== undefined || query.orderBy || query.groupBy || query.having) {
            throw malformedQuery('ORDER BY, LIMIT, OFFSET and GROUP BY are not allowed in semi join sub-selects');
        }
        const innerObject = schema.object(query.sObject ?? '');
        if (innerObject === outerObject) {
            throw malformedQuery('The inner and outer selects should not be on the same object type');
        }
        const resolver = new FieldResolver(schema, innerObject, access, 's', query.sObjectAlias);
        const [item, ...others] = query.fields ?? [];
        if (!item || others.length > 0 || (item.type !== 'Field' && item.type !== 'FieldRelationship')) {
            throw malformedQuery('Semi join sub-selects select exactly one field');
        }
        const path = item.type === 'Field' ? item.field : [...item.relationships, item.field].join('.');
        const inner = resolver.resolve(path);
        if (!isId(inner.field)) {
            throw malformedQuery(`Semi join sub-selects can only query id fields, cannot use: '${inner.field.name}'`);
        }
        refuseOtherTarget(inner, outer);
        const where = query.where ? whereToSql(query.where, { resolver, binds, semiJoin: refuseNesting }) : undefined;
        return sql`SELECT ${inner.column} ${resolver.from()}${where ? sql` WHERE ${where}` : noSql}`;
    };
}

function refuseNesting(): Sql {
    throw malformedQuery('Nesting of semi join sub-selects is not supported');
}

function refuseOtherTarget(inner: ResolvedField, outer: ResolvedField): void {
    const innerTargets = inner.field.referenceTo ?? [inner.object.name];
    const outerTargets = outer.field.referenceTo ?? [outer.object.name];
    if (!innerTargets.some((target) => outerTargets.includes(target))) {
        throw malformedQuery(
            `The selected field '${inner.field.name}' in the subquery and the left operand field in the where expression ` +
                `in the outer query '${outer.field.name}' should point to the same object type`
        );
    }
}
