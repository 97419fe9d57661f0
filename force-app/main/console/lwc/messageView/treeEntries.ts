import type { GatewayMessage, MessageNode } from 'c/gatewayMessage';
import { indexOfMatch } from './highlight';

/** A value in the tree, in the order in which values are read. */
export interface TreeEntry {
    readonly node: MessageNode;
    /** What stands for the key of a part of the message, such as its headers. */
    readonly title?: string;
    /** From 0. */
    readonly depth: number;
    /** The entry that it stands below; -1 for those at the top. */
    readonly parent: number;
    /** Where the entries below it end. */
    end: number;
    /** Its place among those beside it, from 1, and how many they are. */
    readonly position: number;
    readonly size: number;
}

/** Names of the parts of a message of HTTP. */
export interface PartTitles {
    headers: string;
    body: string;
}

/** An entry that is still to be written, and where it stands. */
type Step = Pick<TreeEntry, 'node' | 'title' | 'depth' | 'parent' | 'position' | 'size'>;

/**
 * All values of a message as one list. A body alone is its fields; beside headers it has a title of its own.
 * Without recursion: a body may be 60,000 levels deep.
 */
export function treeEntries({ headers, body }: GatewayMessage, titles: PartTitles): TreeEntry[] {
    const entries: TreeEntry[] = [];
    const steps = topSteps(headers, body, titles).reverse();
    for (let step = steps.pop(); step; step = steps.pop()) {
        const index = entries.push({ ...step, end: entries.length + 1 }) - 1;
        const children = stepsOf(step.node.children, step.depth + 1, index);
        for (const child of children.reverse()) {
            steps.push(child);
        }
    }
    setEnds(entries);
    return entries;
}

function topSteps(headers: MessageNode | undefined, body: MessageNode | undefined, titles: PartTitles): Step[] {
    if (!headers) {
        return body ? stepsOf(body.children, 0, -1) : [];
    }
    const parts = [
        { node: headers, title: titles.headers },
        ...(body && body.children.length > 0 ? [{ node: body, title: titles.body }] : [])
    ];
    return parts.map((part, index) => ({ ...part, depth: 0, parent: -1, position: index + 1, size: parts.length }));
}

function stepsOf(nodes: readonly MessageNode[], depth: number, parent: number): Step[] {
    return nodes.map((node, index) => ({ node, depth, parent, position: index + 1, size: nodes.length }));
}

/** From the last entry to the first: what is below an entry is then known already. */
function setEnds(entries: readonly TreeEntry[]): void {
    for (let index = entries.length - 1; index >= 0; index -= 1) {
        const entry = entries[index];
        const parent = entry && entries[entry.parent];
        if (entry && parent) {
            parent.end = Math.max(parent.end, entry.end);
        }
    }
}

/** The indexes of the entries that are not below a closed one. */
export function openEntries(entries: readonly TreeEntry[], closed: ReadonlySet<number>): number[] {
    const open: number[] = [];
    let next = 0;
    entries.forEach(({ end }, index) => {
        if (index === next) {
            open.push(index);
            next = closed.has(index) ? end : index + 1;
        }
    });
    return open;
}

/** With more entries than this, only the first two levels of the tree are open at first. */
const MANY_ENTRIES = 200;

/** The indexes of the entries that are closed at first. */
export function closedAtFirst(entries: readonly TreeEntry[]): ReadonlySet<number> {
    return entries.length > MANY_ENTRIES ? expandable(entries, 1) : new Set();
}

/** The indexes of the entries that have others below them, from a depth on. */
export function expandable(entries: readonly TreeEntry[], fromDepth = 0): Set<number> {
    const isExpandable = ({ node, depth }: TreeEntry) => depth >= fromDepth && node.children.length > 0;
    const indexes = entries.map((entry, index) => (isExpandable(entry) ? index : -1)).filter((index) => index >= 0);
    return new Set(indexes);
}

/** What is closed once an entry, and so everything above it, is open. */
export function opened(entries: readonly TreeEntry[], closed: ReadonlySet<number>, index: number): Set<number> {
    const open = new Set(closed);
    for (let entry = entries[index]; entry; entry = entries[entry.parent]) {
        open.delete(entry.parent);
    }
    return open;
}

/** What stands before the value: a key, or the title of a part; empty for the items of a list. */
export function keyOf({ node, title }: TreeEntry): string {
    return title ?? (node.key === undefined ? '' : `${node.key}:`);
}

/** The indexes of the entries whose key or value matches. */
export function matchingEntries(entries: readonly TreeEntry[], query: string): number[] {
    const isMatching = (entry: TreeEntry) =>
        [keyOf(entry), entry.node.text].some((text) => indexOfMatch(text, query) >= 0);
    return entries.map((entry, index) => (isMatching(entry) ? index : -1)).filter((index) => index >= 0);
}

/** Whether two messages have the same values in the same places, so that what is open in one is so in the other. */
export function haveSameShape(one: readonly TreeEntry[], other: readonly TreeEntry[]): boolean {
    return one.length === other.length && one.every(({ end }, index) => end === other[index]?.end);
}
