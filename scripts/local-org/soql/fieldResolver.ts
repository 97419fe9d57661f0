import { invalidType, noSuchColumn, notSupported, unknownRelationship } from '../errors.ts';
import { isText } from '../schema/fieldRules.ts';
import type { FieldDefinition, ObjectDefinition, Schema } from '../schema/schema.ts';
import { formulaInputs, isFormulaField } from '../store/formulaFields.ts';
import { identifier, joinSql, sql, type Sql } from '../store/sql.ts';
import { columnOf, foldedColumnOf, hasFoldedColumn } from '../store/tables.ts';
import { resolvePolymorphicField } from './polymorphicField.ts';
import type { ReadAccess } from './readAccess.ts';

/** A parent on the way to a field: `PaymentGateway` in `PaymentGateway.PaymentGatewayName`. */
export interface ParentStep {
    readonly relationshipName: string;
    /** The objects the parent may be of. */
    readonly objects: readonly ObjectDefinition[];
    /** The parent record's id: null where there is no parent. */
    readonly id: Sql;
}

export interface ResolvedField {
    readonly object: ObjectDefinition;
    readonly field: FieldDefinition;
    readonly parents: readonly ParentStep[];
    readonly column: Sql;
    /** What the field is compared, ordered and grouped by: a text without regard to case. */
    readonly comparable: Sql;
}

interface Join {
    readonly object: ObjectDefinition;
    readonly alias: Sql;
    readonly on: Sql;
}

/** Finds the columns behind the field names of one query, and gathers the joins that its relationships need. */
export class FieldResolver {
    readonly root: ObjectDefinition;
    readonly rootAlias: Sql;
    private readonly schema: Schema;
    private readonly access: ReadAccess;
    private readonly joins = new Map<string, Join>();
    private readonly aliasPrefix: string;
    private readonly rootNames: ReadonlySet<string>;

    /**
     * @param aliasPrefix keeps the tables of a query and of its semi-joins apart.
     * @param queryAlias the name after the object in FROM, if there is one.
     */
    constructor(schema: Schema, root: ObjectDefinition, access: ReadAccess, aliasPrefix = 't', queryAlias?: string) {
        if (!access.canReadObject(root.name)) {
            throw invalidType(root.name);
        }
        this.schema = schema;
        this.root = root;
        this.access = access;
        this.aliasPrefix = aliasPrefix;
        this.rootAlias = identifier(`${aliasPrefix}0`);
        this.rootNames = new Set([root.name.toLowerCase(), (queryAlias ?? root.name).toLowerCase()]);
    }

    /**
     * A field to filter, order or group by.
     * @param path a field as the query has it: `Amount`, `PaymentGateway.PaymentGatewayName`, `alias.Amount`.
     */
    resolve(path: string): ResolvedField {
        const resolved = this.resolveSelected(path);
        if (isFormulaField(resolved.field)) {
            throw notSupported(
                `Filtering, ordering or grouping by the formula field ${resolved.field.name}`,
                'Select it, or use the fields that its formula names.'
            );
        }
        return resolved;
    }

    /** A field to select. The column of a formula field holds what it is calculated from, as a JSON array. */
    resolveSelected(path: string): ResolvedField {
        const names = path.split('.');
        const startsAtRoot = names.length > 1 && this.rootNames.has((names[0] ?? '').toLowerCase());
        const relationships = names.slice(startsAtRoot ? 1 : 0, -1);
        const fieldName = names.at(-1) ?? '';
        let object = this.root;
        let alias = this.rootAlias;
        const parents: ParentStep[] = [];
        for (const relationshipName of relationships) {
            const lookup = this.findLookup(object, relationshipName);
            const targets = this.parentObjects(lookup);
            const [target] = targets;
            const foreignKey = sql`${alias}.${columnOf(lookup)}`;
            if (!target || targets.length > 1) {
                return resolvePolymorphicField(targets, lookup, foreignKey, parents, fieldName);
            }
            const join = this.join(
                [...parents.map((step) => step.relationshipName), relationshipName],
                target,
                foreignKey
            );
            parents.push({
                relationshipName: lookup.relationshipName ?? relationshipName,
                objects: [target],
                id: sql`${join.alias}."Id"`
            });
            object = target;
            alias = join.alias;
        }
        const field = this.findField(object, fieldName);
        const column = this.columnOf(object, field, alias);
        const comparable = isText(field) && hasFoldedColumn(field) ? sql`${alias}.${foldedColumnOf(field)}` : column;
        return { object, field, parents, column, comparable };
    }

    /** Every field of the queried object that the user may read. */
    readableFields(): FieldDefinition[] {
        return this.root.fields.filter((field) => this.access.canReadField(this.root.name, field.name));
    }

    /** The FROM clause with all joins asked for so far, so it has to be the last thing asked for. */
    from(): Sql {
        const joins = [...this.joins.values()].map(
            (join) => sql` LEFT JOIN ${identifier(join.object.name)} AS ${join.alias} ON ${join.on}`
        );
        return sql`FROM ${identifier(this.root.name)} AS ${this.rootAlias}${joinSql(joins, '')}`;
    }

    private columnOf(object: ObjectDefinition, field: FieldDefinition, alias: Sql): Sql {
        if (!isFormulaField(field)) {
            return sql`${alias}.${columnOf(field)}`;
        }
        const inputs = formulaInputs(this.schema, object, field).map((input) => sql`${alias}.${columnOf(input)}`);
        return sql`json_array(${joinSql(inputs, ', ')})`;
    }

    private findField(object: ObjectDefinition, name: string): FieldDefinition {
        const field = this.schema.field(object, name);
        if (!this.access.canReadField(object.name, field.name)) {
            throw noSuchColumn(name, object.name);
        }
        return field;
    }

    private findLookup(object: ObjectDefinition, relationshipName: string): FieldDefinition {
        const lookup = this.schema.findParentRelationship(object, relationshipName);
        if (!lookup || !this.access.canReadField(object.name, lookup.name)) {
            throw unknownRelationship(relationshipName, 'field path');
        }
        return lookup;
    }

    private parentObjects(lookup: FieldDefinition): ObjectDefinition[] {
        return (lookup.referenceTo ?? []).map((objectName) => {
            const object = this.schema.findObject(objectName);
            if (!object) {
                throw notSupported(`The object ${objectName}, which ${lookup.relationshipName} leads to,`);
            }
            if (!this.access.canReadObject(objectName)) {
                throw unknownRelationship(lookup.relationshipName ?? lookup.name, 'field path');
            }
            return object;
        });
    }

    private join(path: readonly string[], object: ObjectDefinition, foreignKey: Sql): Join {
        const key = path.join('.').toLowerCase();
        const existing = this.joins.get(key);
        if (existing) {
            return existing;
        }
        const alias = identifier(`${this.aliasPrefix}${this.joins.size + 1}`);
        const join = { object, alias, on: sql`${alias}."Id" = ${foreignKey}` };
        this.joins.set(key, join);
        return join;
    }
}
