import { noSuchColumn } from '../errors.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/schema.ts';
import { identifier, joinSql, parameter, sql, type Sql } from '../store/sql.ts';
import { foldCase } from '../store/fieldValue.ts';
import { foldedColumnOf, columnOf } from '../store/tables.ts';
import type { ParentStep, ResolvedField } from './fieldResolver.ts';

/**
 * The fields that SOQL offers on a parent that may be of several objects, such as `ReferencedEntity`: Salesforce calls
 * that parent's object "Name".
 */
const nameObject: ObjectDefinition = {
    name: 'Name',
    label: 'Name',
    labelPlural: 'Names',
    keyPrefix: '',
    keyPrefixKnown: false,
    nameField: 'Name',
    fields: [
        { name: 'Id', label: 'Record ID', type: 'id' },
        { name: 'Name', label: 'Name', type: 'string' },
        { name: 'Type', label: 'Type', type: 'string' }
    ]
};

/** @throws SalesforceError INVALID_FIELD for any field but Id, Name and Type. */
export function resolvePolymorphicField(
    targets: readonly ObjectDefinition[],
    lookup: FieldDefinition,
    foreignKey: Sql,
    parents: readonly ParentStep[],
    fieldName: string
): ResolvedField {
    const field = nameObject.fields.find(({ name }) => name.toLowerCase() === fieldName.toLowerCase());
    if (!field) {
        throw noSuchColumn(fieldName, nameObject.name);
    }
    const step = { relationshipName: lookup.relationshipName ?? '', objects: targets, id: foreignKey };
    const resolved = { object: nameObject, field, parents: [...parents, step] };
    if (field.name === 'Id') {
        return { ...resolved, column: foreignKey, comparable: foreignKey };
    }
    if (field.name === 'Type') {
        return {
            ...resolved,
            column: chooseByObject(targets, foreignKey, (target) => parameter(target.name)),
            comparable: chooseByObject(targets, foreignKey, (target) => parameter(foldCase(target.name)))
        };
    }
    const nameOf = (column: (nameField: FieldDefinition) => Sql): Sql =>
        chooseByObject(targets, foreignKey, (target) => {
            const nameField = target.fields.find(({ name }) => name === target.nameField) ?? field;
            return sql`(SELECT ${column(nameField)} FROM ${identifier(target.name)} WHERE "Id" = ${foreignKey})`;
        });
    return { ...resolved, column: nameOf(columnOf), comparable: nameOf(foldedColumnOf) };
}

/** An SQL expression that differs by the object a record id belongs to. */
function chooseByObject(targets: readonly ObjectDefinition[], id: Sql, choose: (target: ObjectDefinition) => Sql): Sql {
    const cases = targets.map((target) => sql`WHEN ${parameter(target.keyPrefix)} THEN ${choose(target)}`);
    return sql`CASE substr(${id}, 1, 3) ${joinSql(cases, ' ')} END`;
}
