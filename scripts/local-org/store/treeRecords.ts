import { isObject } from '../../command/isObject.ts';
import { SalesforceError } from '../errors.ts';
import type { ObjectDefinition, Schema } from '../schema/schema.ts';
import type { TreeFile } from './treeFiles.ts';

/** One record of a tree file, without the child records nested in it: those are records of their own. */
export interface TreeRecord {
    /** File and record for error messages. */
    readonly place: string;
    readonly object: ObjectDefinition;
    readonly referenceId: string | undefined;
    readonly values: Readonly<Record<string, unknown>>;
    /** The record this one was nested in, with the field that refers to it. */
    readonly parent?: { readonly record: TreeRecord; readonly fieldName: string };
}

/** All records of the files, parents before the child records nested in them. */
export function readTreeRecords(schema: Schema, files: readonly TreeFile[]): TreeRecord[] {
    return files.flatMap((file) =>
        file.records.flatMap((record, index) => {
            const place = `${file.path}, record ${index + 1}`;
            const flat = atPlace(place, () => flatten(schema, file.path, place, record));
            if (file.plannedObject !== undefined && flat[0]?.object.name !== file.plannedObject) {
                throw new Error(
                    `${flat[0]?.place}: the plan says that the file holds ${file.plannedObject} records, this one is of ` +
                        `the type ${flat[0]?.object.name}. Correct the plan or the file.`
                );
            }
            return flat;
        })
    );
}

/**
 * Runs the action and puts the place before the message of any error.
 * @param advice what to do about an error, if the error itself does not say it.
 */
export function atPlace<Result>(
    place: string,
    action: () => Result,
    advice: (error: SalesforceError) => string = () => ''
): Result {
    try {
        return action();
    } catch (error) {
        if (error instanceof SalesforceError) {
            throw new Error(`${place}: ${error.message.trim()}. ${advice(error)}`.replace('.. ', '. ').trim());
        }
        throw error;
    }
}

function flatten(
    schema: Schema,
    path: string,
    place: string,
    content: unknown,
    parent?: TreeRecord['parent']
): TreeRecord[] {
    const attributes = isObject(content) ? content['attributes'] : undefined;
    if (!isObject(content) || !isObject(attributes) || typeof attributes['type'] !== 'string') {
        throw new Error(
            `${place}: has no attributes.type. Add "attributes": {"type": "<object>", "referenceId": "<name>"}.`
        );
    }
    const object = schema.object(attributes['type']);
    const referenceId = typeof attributes['referenceId'] === 'string' ? attributes['referenceId'] : undefined;
    const ownPlace = referenceId === undefined ? place : `${path}, record ${referenceId}`;
    // Without a prototype: a field named __proto__ would vanish instead of being refused.
    const values = Object.create(null) as Record<string, unknown>;
    const record: TreeRecord = { place: ownPlace, object, referenceId, values, parent };
    const children: TreeRecord[] = [];
    for (const [key, value] of Object.entries(content)) {
        if (key === 'attributes') {
            continue;
        }
        if (isObject(value) && Array.isArray(value['records'])) {
            children.push(...flattenChildren(schema, path, record, key, value['records']));
        } else if (isObject(value)) {
            throw new Error(
                `${ownPlace}, field ${key}: is a parent record or a compound field. Leave it out of the export query ` +
                    'and export its id field instead.'
            );
        } else {
            values[key] = value;
        }
    }
    return [record, ...children];
}

function flattenChildren(
    schema: Schema,
    path: string,
    parent: TreeRecord,
    relationshipName: string,
    contents: readonly unknown[]
): TreeRecord[] {
    const relationship = schema.findChildRelationship(parent.object, relationshipName);
    if (!relationship) {
        const known = schema.childRelationships(parent.object).map(({ name }) => name);
        throw new Error(
            `${parent.place}: ${parent.object.name} has no child relationship '${relationshipName}' in the local org. ` +
                `It has: ${known.join(', ') || 'none'}.`
        );
    }
    return contents.flatMap((content, index) =>
        flatten(schema, path, `${parent.place}, ${relationshipName} ${index + 1}`, content, {
            record: parent,
            fieldName: relationship.field.name
        })
    );
}
