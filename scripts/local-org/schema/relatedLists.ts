import type { ChildRelationship, FieldDefinition, ObjectDefinition, Schema } from './schema.ts';

/** Where a layout's name of a related list is neither the child relationship's nor its last words. */
const LIST_NAMES: Readonly<Record<string, string>> = { RefundLinesPayment: 'RefundLinePayments' };

/** Column names that layouts have from before fields had API names. */
const COLUMN_NAMES: Readonly<Record<string, string>> = {
    CREATED_DATE: 'CreatedDate',
    LAST_UPDATE: 'LastModifiedDate'
};

/**
 * The records that a related list shows.
 * @param listName as a layout has it (`Authorizations`, `Dispute__c.Payment__c`) or SOQL (`PaymentAuthorizations`)
 */
export function findRelatedList(
    schema: Schema,
    parent: ObjectDefinition,
    listName: string
): ChildRelationship | undefined {
    const name = LIST_NAMES[listName] ?? listName;
    const children = schema.childRelationships(parent);
    const exact = schema.findChildRelationship(parent, name);
    const byField = children.find(({ childObject, field }) => `${childObject.name}.${field.name}` === name);
    // A layout's `Authorizations` is SOQL's `PaymentAuthorizations`, its `GatewayLogs` SOQL's `PaymentGatewayLogs`.
    return exact ?? byField ?? children.find((child) => child.name.endsWith(name));
}

/** A column of a related list: the name field is `Name` or `NAME`, a reference has the name of its relationship. */
export function findColumn(schema: Schema, object: ObjectDefinition, column: string): FieldDefinition | undefined {
    const name = /^name$/i.test(column) ? object.nameField : (COLUMN_NAMES[column] ?? column);
    return schema.findField(object, name) ?? schema.findParentRelationship(object, name);
}
