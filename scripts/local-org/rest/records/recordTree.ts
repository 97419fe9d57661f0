import { isObject } from '../../../command/isObject.ts';
import { SalesforceError, unknownRelationship } from '../../errors.ts';
import type { LocalOrg } from '../../localOrg.ts';
import type { ObjectDefinition } from '../../schema/schema.ts';
import type { RestHandler } from '../restRequest.ts';
import { readableObject } from './readableObject.ts';
import { createRecord } from './saveRecord.ts';
import { toSaveError, type SaveError } from './saveResults.ts';

const MOST_RECORDS = 200;
const MOST_LEVELS = 5;

/** A record with the child records nested in it. */
interface TreeNode {
    readonly object: ObjectDefinition;
    readonly referenceId: string;
    readonly values: Readonly<Record<string, unknown>>;
    readonly children: readonly { readonly fieldName: string; readonly node: TreeNode }[];
}

interface TreeResult {
    readonly referenceId: string;
    readonly id?: string;
    readonly errors?: readonly SaveError[];
}

/** Stops the import at the record that cannot be saved. */
class TreeFailure extends Error {
    readonly result: TreeResult;

    constructor(node: TreeNode, error: SalesforceError) {
        super(error.message);
        this.result = { referenceId: node.referenceId, errors: [toSaveError(error)] };
    }
}

/**
 * `POST /composite/tree/<object>`: up to 200 records with their child records, five levels deep. All of them are saved
 * or none; the answer then names the record at fault.
 */
export const importRecordTree: RestHandler = async ({ org, readJson }, name = '') => {
    const object = readableObject(org, name);
    const { records } = await readJson();
    if (!Array.isArray(records)) {
        throw new SalesforceError('JSON_PARSER_ERROR', 'The body must have "records", a list of records.');
    }
    const nodes = records.map((record) => readNode(org, object, record, 1));
    refuseDuplicates(nodes.flatMap(withDescendants));
    try {
        const results = org.transaction(() => nodes.flatMap((node) => saveNode(org, node)));
        return { status: 201, body: { hasErrors: false, results } };
    } catch (error) {
        if (error instanceof TreeFailure) {
            return { status: 400, body: { hasErrors: true, results: [error.result] } };
        }
        throw error;
    }
};

function readNode(org: LocalOrg, object: ObjectDefinition, json: unknown, level: number): TreeNode {
    if (level > MOST_LEVELS) {
        throw new SalesforceError('INVALID_INPUT', `A record tree may have ${MOST_LEVELS} levels at most.`);
    }
    const attributes = isObject(json) ? json['attributes'] : undefined;
    if (!isObject(json) || !isObject(attributes) || typeof attributes['referenceId'] !== 'string') {
        throw new SalesforceError(
            'INVALID_INPUT',
            'Include a reference ID for each record in the request: "attributes": {"type": …, "referenceId": …}.'
        );
    }
    if (String(attributes['type']).toLowerCase() !== object.name.toLowerCase()) {
        throw new SalesforceError(
            'INVALID_INPUT',
            `The record ${attributes['referenceId']} is of the type ${String(attributes['type'])}, not ${object.name}.`
        );
    }
    const values: [string, unknown][] = [];
    const children: { fieldName: string; node: TreeNode }[] = [];
    for (const [key, value] of Object.entries(json)) {
        if (isObject(value) && Array.isArray(value['records'])) {
            children.push(...readChildren(org, object, key, value['records'], level));
        } else {
            values.push([key, value]);
        }
    }
    // Not by assignment: a field named __proto__ would vanish instead of being refused.
    return { object, referenceId: attributes['referenceId'], values: Object.fromEntries(values), children };
}

function readChildren(
    org: LocalOrg,
    parent: ObjectDefinition,
    relationshipName: string,
    records: readonly unknown[],
    level: number
): { fieldName: string; node: TreeNode }[] {
    const relationship = org.schema.findChildRelationship(parent, relationshipName);
    if (!relationship) {
        throw unknownRelationship(relationshipName, 'FROM part of query call');
    }
    const child = readableObject(org, relationship.childObject.name);
    return records.map((record) => ({
        fieldName: relationship.field.name,
        node: readNode(org, child, record, level + 1)
    }));
}

function refuseDuplicates(nodes: readonly TreeNode[]): void {
    if (nodes.length > MOST_RECORDS) {
        throw new SalesforceError(
            'INVALID_INPUT',
            `A request may have ${MOST_RECORDS} records at most: this one has ${nodes.length}.`
        );
    }
    const seen = new Set<string>();
    for (const { referenceId } of nodes) {
        if (seen.has(referenceId)) {
            throw new SalesforceError('INVALID_INPUT', `Duplicate ReferenceId provided in the request: ${referenceId}`);
        }
        seen.add(referenceId);
    }
}

function withDescendants(node: TreeNode): TreeNode[] {
    return [node, ...node.children.flatMap((child) => withDescendants(child.node))];
}

function saveNode(org: LocalOrg, node: TreeNode, parent: Readonly<Record<string, string>> = {}): TreeResult[] {
    const id = saveValues(org, node, parent);
    const children = node.children.flatMap(({ fieldName, node: child }) => saveNode(org, child, { [fieldName]: id }));
    return [{ referenceId: node.referenceId, id }, ...children];
}

function saveValues(org: LocalOrg, node: TreeNode, parent: Readonly<Record<string, string>>): string {
    try {
        return createRecord(org, node.object, { ...node.values, ...parent });
    } catch (error) {
        throw error instanceof SalesforceError ? new TreeFailure(node, error) : error;
    }
}
