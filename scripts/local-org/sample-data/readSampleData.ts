import { readFileSync } from 'node:fs';

/** One record of an `sf data export tree` file: its fields beside its attributes. References are `@` and a referenceId. */
export interface TreeRecord {
    attributes: { type: string; referenceId: string };
    [field: string]: unknown;
}

export interface PlanEntry {
    sobject: string;
    saveRefs: boolean;
    resolveRefs: boolean;
    files: string[];
}

export interface SampleData {
    plan: PlanEntry[];
    /** Every record, in the order in which the plan imports them. */
    records: TreeRecord[];
    recordsOf(objectName: string): TreeRecord[];
    /** The record that a reference field points to; undefined when the field is absent or points nowhere. */
    related(record: TreeRecord, field: string): TreeRecord | undefined;
}

function readJson(fileName: string): unknown {
    return JSON.parse(readFileSync(new URL(fileName, import.meta.url), 'utf8'));
}

function isTreeFile(value: unknown): value is { records: TreeRecord[] } {
    return typeof value === 'object' && value !== null && 'records' in value && Array.isArray(value.records);
}

function readRecords(fileName: string): TreeRecord[] {
    const content = readJson(fileName);
    if (!isTreeFile(content)) {
        throw new Error(`${fileName} has no list of records`);
    }
    return content.records;
}

/** Reads the plan and all files that it names, as they are: nothing is imported, no reference is replaced. */
export function readSampleData(): SampleData {
    const plan = readJson('orders-plan.json') as PlanEntry[];
    const records = plan.flatMap((entry) => entry.files.flatMap(readRecords));
    const byReference = new Map(records.map((record) => [`@${record.attributes.referenceId}`, record]));
    return {
        plan,
        records,
        recordsOf: (objectName) => records.filter((record) => record.attributes.type === objectName),
        related: (record, field) => byReference.get(text(record, field))
    };
}

/** A text field; the empty text when it is absent. */
export function text(record: TreeRecord, field: string): string {
    const value = record[field];
    return typeof value === 'string' ? value : '';
}

/** A currency field in hundredths, so that sums are exact; zero when it is absent. */
export function hundredths(record: TreeRecord, field: string): number {
    const value = record[field];
    return typeof value === 'number' ? Math.round(value * 100) : 0;
}

/** The sum of a currency field in hundredths. */
export function sumOf(records: TreeRecord[], field: string): number {
    return records.reduce((total, record) => total + hundredths(record, field), 0);
}

/** A log body in two parts: a prefix such as `ERROR: `, and the text after it. */
export function splitPrefix(body: string): { prefix: string; content: string } {
    const prefix = /^[A-Z]+: /.exec(body)?.[0] ?? '';
    return { prefix, content: body.slice(prefix.length) };
}
