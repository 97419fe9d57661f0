import cutOff from '@salesforce/label/c.Payments_Message_CutOff';
import embedded from '@salesforce/label/c.Payments_Message_Embedded';
import fields from '@salesforce/label/c.Payments_Message_Fields';
import items from '@salesforce/label/c.Payments_Message_Items';
import oneField from '@salesforce/label/c.Payments_Message_OneField';
import oneItem from '@salesforce/label/c.Payments_Message_OneItem';
import personal from '@salesforce/label/c.Payments_Message_Personal';
import revealed from '@salesforce/label/c.Payments_Message_Revealed';
import secret from '@salesforce/label/c.Payments_Message_Secret';
import { dashboardLink } from 'c/dashboardLink';
import { formatLabel } from 'c/displayFormat';
import type { MessageNode } from 'c/gatewayMessage';
import type { StripeContext } from 'c/stripeContext';
import type { TextPart } from './highlight';
import { excerpt, highlight } from './highlight';
import type { TextLine } from './textLines';
import type { TreeEntry } from './treeEntries';
import { keyOf } from './treeEntries';

/** The height of every line, in CSS pixels: lines that are not drawn have a place all the same. Fits a click target. */
export const LINE_HEIGHT = 24;

/** A drawn line. */
export interface LineView {
    key: string;
    /** Of the entry of the tree, or of the line of the text. */
    index: number;
    class: string;
    style: string;
    toggle: string;
    keyParts: TextPart[];
    valueParts: TextPart[];
    url?: string;
    note?: string;
    /** Only of the tree: what screen readers are told of the entry's place. */
    level?: string;
    position?: string;
    size?: string;
    expanded?: string;
    selected?: string;
}

/** What decides how lines are drawn. */
export interface LineOptions {
    query: string;
    /** The entry, or the line of the text, of the match that is looked at; -1 where there is none. */
    current: number;
}

export interface TreeOptions extends LineOptions {
    closed: ReadonlySet<number>;
    /** The entry that the keyboard is at. */
    active: number;
    /** Undefined, or of unknown mode: then ids are no links. */
    context?: StripeContext;
}

/** Deeper than that, entries are not indented any further. */
const MAXIMUM_INDENTATION = 24;

/** An entry of the tree, as the given line of those that are open. */
export function treeLine(entry: TreeEntry, index: number, line: number, options: TreeOptions): LineView {
    const { node, depth } = entry;
    const { query, closed } = options;
    const isContainer = node.children.length > 0;
    return {
        key: String(index),
        index,
        class: lineClass(index === options.current, index === options.active),
        style: `${placeOf(line)};padding-inline-start:${Math.min(depth, MAXIMUM_INDENTATION) + 0.5}rem`,
        toggle: isContainer ? (closed.has(index) ? '▸' : '▾') : '',
        keyParts: excerpt(keyOf(entry), query),
        valueParts: isContainer ? highlight(sizeOf(node), '') : excerpt(textOf(node), query),
        url: urlOf(node, options.context),
        note: noteOf(node),
        level: String(depth + 1),
        position: String(entry.position),
        size: String(entry.size),
        expanded: isContainer ? String(!closed.has(index)) : undefined,
        selected: String(index === options.active)
    };
}

/** A line of the text. */
export function textLineView({ text, start, end }: TextLine, index: number, options: LineOptions): LineView {
    return {
        key: String(index),
        index,
        class: lineClass(index === options.current, false),
        style: placeOf(index),
        toggle: '',
        keyParts: [],
        valueParts: highlight(text, options.query, start, end),
        note: start > 0 ? '↩' : undefined
    };
}

/** Where a line stands: it is as high as its place in the list. */
function placeOf(line: number): string {
    return `top:${line * LINE_HEIGHT}px;height:${LINE_HEIGHT}px;line-height:${LINE_HEIGHT}px`;
}

function lineClass(isCurrent: boolean, isActive: boolean): string {
    return ['line', isCurrent && 'current', isActive && 'active'].filter(Boolean).join(' ');
}

/** How much is in an object or list. An item of a list has no key: without this, nothing would name it. */
function sizeOf({ kind, children }: MessageNode): string {
    const [one, several] = kind === 'array' ? [oneItem, items] : [oneField, fields];
    return children.length === 1 ? one : formatLabel(several, children.length);
}

function textOf({ kind, text }: MessageNode): string {
    switch (kind) {
        case 'object':
            return '{}';
        case 'array':
            return '[]';
        default:
            return text === '' ? '""' : text;
    }
}

function urlOf({ reference }: MessageNode, context: StripeContext | undefined): string | undefined {
    const link = reference && context?.mode && dashboardLink(reference, context);
    return link && link.opens !== 'search' ? link.url : undefined;
}

function noteOf({ isMasked, maskKind, isEmbedded, isCutOff, children }: MessageNode): string | undefined {
    const notes = [
        maskKind && (isMasked ? (maskKind === 'secret' ? secret : personal) : revealed),
        isEmbedded && embedded,
        isCutOff && children.length === 0 && cutOff
    ].filter(Boolean);
    return notes.length > 0 ? notes.join(', ') : undefined;
}
