import { invalidType, noSuchColumn } from '../errors.ts';

/** Field types by the names that Salesforce's describe calls use. */
export type FieldType =
    | 'id'
    | 'string'
    | 'textarea'
    | 'email'
    | 'phone'
    | 'url'
    | 'picklist'
    | 'multipicklist'
    | 'encryptedstring'
    | 'reference'
    | 'boolean'
    | 'int'
    | 'double'
    | 'currency'
    | 'percent'
    | 'date'
    | 'datetime';

export interface FieldDefinition {
    readonly name: string;
    readonly label: string;
    readonly type: FieldType;
    /** Longest text in characters. */
    readonly length?: number;
    /** Objects a reference field may point to: more than one makes it polymorphic. */
    readonly referenceTo?: readonly string[];
    /** Name for going from this record to its parent: `Payment.PaymentGateway`. */
    readonly relationshipName?: string;
    /** Name for going from the parent to these records: `(SELECT Id FROM Payments)`. */
    readonly childRelationshipName?: string;
    readonly picklistValues?: readonly string[];
    /** True if Salesforce refuses any other value than the picklist's. Known for fields of the package only. */
    readonly isRestrictedPicklist?: boolean;
    /** True if Salesforce refuses a record without a value. Known for fields of the package only. */
    readonly isRequired?: boolean;
    /** True for an external id: records can be upserted by it. */
    readonly isExternalId?: boolean;
    /** Display format of an auto number, for example `PA-{0000}`. */
    readonly autoNumberFormat?: string;
    /** False for a long text: Salesforce allows it neither in WHERE nor in ORDER BY nor in GROUP BY. */
    readonly filterable?: boolean;
    /** Of a formula field with the type Text: it is calculated when it is read. */
    readonly formula?: string;
}

export interface ObjectDefinition {
    readonly name: string;
    readonly label: string;
    readonly labelPlural: string;
    /** First three characters of the object's record ids. */
    readonly keyPrefix: string;
    /** False where Salesforce's real prefix is not known and the local org uses one of its own. */
    readonly keyPrefixKnown: boolean;
    readonly nameField: string;
    readonly fields: readonly FieldDefinition[];
}

/** One object's records as reached from a parent record. */
export interface ChildRelationship {
    readonly name: string;
    readonly childObject: ObjectDefinition;
    readonly field: FieldDefinition;
}

/** The objects and fields of the local org. Names are looked up without regard to case, as in SOQL and Apex. */
export class Schema {
    readonly objects: readonly ObjectDefinition[];
    private readonly objectsByName = new Map<string, ObjectDefinition>();
    private readonly objectsByKeyPrefix = new Map<string, ObjectDefinition>();
    private readonly fieldsByName = new Map<ObjectDefinition, Map<string, FieldDefinition>>();

    constructor(objects: readonly ObjectDefinition[]) {
        this.objects = objects;
        for (const object of objects) {
            const other = this.objectsByKeyPrefix.get(object.keyPrefix);
            if (other) {
                throw new Error(`${object.name} and ${other.name} have the same key prefix '${object.keyPrefix}'.`);
            }
            this.objectsByName.set(object.name.toLowerCase(), object);
            this.objectsByKeyPrefix.set(object.keyPrefix, object);
            this.fieldsByName.set(object, new Map(object.fields.map((field) => [field.name.toLowerCase(), field])));
        }
    }

    findObject(name: string): ObjectDefinition | undefined {
        return this.objectsByName.get(name.toLowerCase());
    }

    /** @throws SalesforceError INVALID_TYPE */
    object(name: string): ObjectDefinition {
        const object = this.findObject(name);
        if (!object) {
            throw invalidType(name);
        }
        return object;
    }

    findField(object: ObjectDefinition, name: string): FieldDefinition | undefined {
        return this.fieldsByName.get(object)?.get(name.toLowerCase());
    }

    /** @throws SalesforceError INVALID_FIELD */
    field(object: ObjectDefinition, name: string): FieldDefinition {
        const field = this.findField(object, name);
        if (!field) {
            throw noSuchColumn(name, object.name);
        }
        return field;
    }

    /** The reference field behind a parent relationship, for example PaymentGatewayId for `PaymentGateway`. */
    findParentRelationship(object: ObjectDefinition, relationshipName: string): FieldDefinition | undefined {
        const wanted = relationshipName.toLowerCase();
        return object.fields.find((field) => field.relationshipName?.toLowerCase() === wanted);
    }

    findChildRelationship(parent: ObjectDefinition, relationshipName: string): ChildRelationship | undefined {
        const wanted = relationshipName.toLowerCase();
        return this.childRelationships(parent).find((relationship) => relationship.name.toLowerCase() === wanted);
    }

    childRelationships(parent: ObjectDefinition): ChildRelationship[] {
        const relationships: ChildRelationship[] = [];
        for (const childObject of this.objects) {
            for (const field of childObject.fields) {
                if (field.childRelationshipName && field.referenceTo?.includes(parent.name)) {
                    relationships.push({ name: field.childRelationshipName, childObject, field });
                }
            }
        }
        return relationships;
    }

    /** The object a record id belongs to, judged by its key prefix alone. */
    findObjectOfId(id: string): ObjectDefinition | undefined {
        return this.objectsByKeyPrefix.get(id.slice(0, 3));
    }
}
