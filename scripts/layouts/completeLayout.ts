import { after, insert, lineStart, type Insertion } from './insertion.ts';
import { parseLayout, type XmlElement } from './parseLayout.ts';
import { MOST_COLUMNS, SORT_FIELD, type RelatedListColumns } from './relatedListColumns.ts';

/** What a layout lacks, and the layout with it. */
export interface CompletedLayout {
    text: string;
    insertions: Insertion[];
    /** What was missing and is added: a line for each related list. */
    added: string[];
    /** What is missing and not added, because a person has to decide. */
    notAdded: string[];
    /** What an org would not take, whether anything is missing or not. */
    warnings: string[];
}

/** Elements of a layout before its related lists, and those of a related list before its columns: their XML has an order. */
const BEFORE_RELATED_LISTS = [
    'fullName',
    'customButtons',
    'customConsoleComponents',
    'emailDefault',
    'excludeButtons',
    'feedLayout',
    'headers',
    'layoutSections',
    'miniLayout',
    'multilineLayoutFields',
    'platformActionList',
    'quickActionList',
    'relatedContent'
];
const BEFORE_COLUMNS = ['customButtons', 'excludeButtons'];

/**
 * Adds the related lists and the columns that a layout of Order Payment Summary lacks. Everything that is there stays as
 * it is, byte for byte; what is added follows the line ends and the indentation around it.
 * @param file the layout's name, for messages
 * @throws UserError for XML that is not well-formed, and for what is no page layout
 */
export function completeLayout(file: string, text: string, lists: readonly RelatedListColumns[]): CompletedLayout {
    const layout = parseLayout(file, text);
    const result: CompletedLayout = { text, insertions: [], added: [], notAdded: [], warnings: [] };
    const missing: RelatedListColumns[] = [];
    for (const list of lists) {
        const [element, ...more] = relatedListElements(layout, list.name);
        if (!element) {
            missing.push(list);
            continue;
        }
        if (more.length > 0) {
            const lines = [element, ...more].map(({ line }) => line).join(', ');
            result.warnings.push(
                `${list.name} is there more than once (lines ${lines}), which an org refuses: keep one. ` +
                    'Only the first was looked at.'
            );
        }
        addColumns(result, list, element);
    }
    if (missing.length > 0) {
        result.added.push(...missing.map(({ name }) => `the related list ${name}`));
        result.insertions.push(relatedListsInsertion(text, layout, missing));
    }
    result.text = insert(text, result.insertions);
    return result;
}

function addColumns(result: CompletedLayout, list: RelatedListColumns, element: XmlElement): void {
    const columns = childrenNamed(element, 'fields');
    const present = new Set(columns.map((column) => column.text.toLowerCase()));
    const missing = list.needed
        .filter((names) => !names.some((name) => present.has(name.toLowerCase())))
        .map(([name]) => name);
    const room = Math.max(0, MOST_COLUMNS - columns.length);
    const added = missing.slice(0, room);
    const left = missing.slice(room);
    if (added.length > 0) {
        result.added.push(`in ${list.name}: ${added.join(', ')}`);
        result.insertions.push(columnsInsertion(result.text, element, added));
    }
    if (left.length > 0) {
        result.notAdded.push(
            `in ${list.name}: ${left.join(', ')}; there is no room, a related list has at most ${MOST_COLUMNS} columns: remove others`
        );
    }
}

function columnsInsertion(text: string, list: XmlElement, columns: readonly string[]): Insertion {
    const existing = childrenNamed(list, 'fields');
    const before = existing.at(-1) ?? list.children.findLast(({ name }) => BEFORE_COLUMNS.includes(name));
    const separator = lineStart(text, existing) || lineStart(text, list.children);
    return {
        position: after(text, before?.end ?? list.openEnd),
        text: columns.map((column) => separator + element(list.prefix, 'fields', column)).join('')
    };
}

function relatedListsInsertion(text: string, layout: XmlElement, lists: readonly RelatedListColumns[]): Insertion {
    const existing = childrenNamed(layout, 'relatedLists');
    const before = existing.at(-1) ?? layout.children.findLast(({ name }) => BEFORE_RELATED_LISTS.includes(name));
    const outer = lineStart(text, existing) || lineStart(text, layout.children);
    const inner = innerLineStart(text, outer, existing, layout);
    return {
        position: after(text, before?.end ?? layout.openEnd),
        text: lists.map((list) => relatedListText(layout.prefix, list, outer, inner)).join('')
    };
}

/** As the layout's other elements have it; in a layout without an example, one step deeper than they are. */
function innerLineStart(text: string, outer: string, existing: readonly XmlElement[], layout: XmlElement): string {
    if (outer === '') {
        return '';
    }
    const childrenOf = (elements: readonly XmlElement[]) => elements.flatMap(({ children }) => children);
    const example = lineStart(text, childrenOf(existing)) || lineStart(text, childrenOf(layout.children));
    const step = outer.replace(/[\r\n]/g, '') || '    ';
    return example || outer + step;
}

function relatedListText(prefix: string, list: RelatedListColumns, outer: string, inner: string): string {
    const content = [
        ...list.columns.map((column) => element(prefix, 'fields', column)),
        element(prefix, 'relatedList', list.name),
        element(prefix, 'sortField', SORT_FIELD),
        element(prefix, 'sortOrder', 'Desc')
    ];
    const lines = content.map((line) => inner + line).join('');
    return `${outer}<${prefix}relatedLists>${lines}${outer}</${prefix}relatedLists>`;
}

function element(prefix: string, name: string, text: string): string {
    return `<${prefix}${name}>${text}</${prefix}${name}>`;
}

/** The layout's own related lists; those of its mini layout are others. */
function relatedListElements(layout: XmlElement, name: string): XmlElement[] {
    return childrenNamed(layout, 'relatedLists').filter((list) =>
        childrenNamed(list, 'relatedList').some(({ text }) => text.toLowerCase() === name.toLowerCase())
    );
}

function childrenNamed(parent: XmlElement, name: string): XmlElement[] {
    return parent.children.filter((child) => child.name === name);
}
