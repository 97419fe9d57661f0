import type { KeyRule, Position, RedactionOptions } from 'c/redaction';
import { decodePercent, positionBelow, redactKey, ruleOfKey } from 'c/redaction';
import { readEmbeddedJson } from './jsonReader';
import type { ContainerNode, MessageNode } from './messageNode';
import { containerNode, leafNode } from './messageNode';

/** One pair or more, without white space: `amount=100&card[number]=…`. A lone base64 text that ends in `=` is none. */
const FORM = /^[\w.\-[\]%~+]+=[^\s"{}]*$/;
const BASE64 = /^[A-Za-z0-9+/]+={1,2}$/;

/** The key of an item. */
const ITEM = /^\d*$/;

/** Deeper than that, the rest of a key is one key. */
const MAXIMUM_DEPTH = 32;

export function isForm(text: string): boolean {
    return FORM.test(text) && !BASE64.test(text);
}

/** An object or array of the form: its node, and where its values stand. */
interface Branch {
    readonly node: ContainerNode;
    readonly position: Position;
    readonly rule: KeyRule;
    /** Whether all keys so far are those of items: `expand[]`, `items[0]`. */
    hasOnlyItems: boolean;
}

/** A form while it is being read. */
interface Form {
    readonly root: Branch;
    /** Every branch but the root by the start of the keys in it, such as `items[0` of `items[0][price]`. */
    readonly branches: Map<string, Branch>;
    readonly options: RedactionOptions;
}

/** Reads a form-encoded request, nested as Stripe takes it: `items[0][price]=…`, `expand[]=…`. */
export function readForm(text: string, options: RedactionOptions): MessageNode {
    const form = { root: makeBranch('open', undefined, ruleOfKey('')), branches: new Map<string, Branch>(), options };
    for (const pair of text.split('&')) {
        if (pair !== '') {
            addPair(form, pair);
        }
    }
    form.branches.forEach(({ hasOnlyItems, node }) => {
        if (hasOnlyItems) {
            makeArray(node);
        }
    });
    return form.root.node;
}

function addPair(form: Form, pair: string): void {
    const operator = pair.indexOf('=');
    const key = decode(operator < 0 ? pair : pair.slice(0, operator));
    const value = operator < 0 ? '' : decode(pair.slice(operator + 1));
    const { above, last } = splitKey(key);
    const branch = branchAt(form, above);
    const place = { position: branch.position, rule: ruleBelow(branch, last) };
    const embedded = readEmbeddedJson(value, redactKey(last), place, form.options);
    branch.node.children.push(embedded?.root ?? leafNode('string', redactKey(last), value, place, form.options));
}

/** `items[0][price]` as `items[0` and `price`; `expand[]` as `expand` and an empty key. */
function splitKey(key: string): { above?: string; last: string } {
    const start = key.indexOf('[');
    if (start < 1 || !key.endsWith(']')) {
        return { last: key };
    }
    let end = start;
    let next = key.indexOf('][', start);
    for (let depth = 2; next > start && depth < MAXIMUM_DEPTH; depth += 1) {
        end = next;
        next = key.indexOf('][', end + 1);
    }
    return { above: key.slice(0, end), last: key.slice(key[end] === '[' ? end + 1 : end + 2, -1) };
}

/** The branch of the keys that start like this, made where there is none yet. */
function branchAt(form: Form, start: string | undefined): Branch {
    if (start === undefined) {
        return form.root;
    }
    const found = form.branches.get(start);
    if (found) {
        return found;
    }
    const { above, last } = start.includes('[') ? splitKey(`${start}]`) : { above: undefined, last: start };
    const parent = branchAt(form, above);
    const rule = ruleBelow(parent, last);
    const made = makeBranch(positionBelow(parent.position, rule), redactKey(last), rule);
    parent.node.children.push(made.node);
    form.branches.set(start, made);
    return made;
}

/** What the key says of its value; that of an item is what the key of the array says. */
function ruleBelow(above: Branch, key: string): KeyRule {
    if (ITEM.test(key)) {
        return above.rule;
    }
    above.hasOnlyItems = false;
    return ruleOfKey(key);
}

function makeBranch(position: Position, key: string | undefined, rule: KeyRule): Branch {
    return { node: containerNode('object', key, false), position, rule, hasOnlyItems: true };
}

function makeArray(node: ContainerNode): void {
    node.kind = 'array';
    node.children.forEach((child) => {
        child.key = undefined;
    });
}

function decode(text: string): string {
    return decodePercent(text.includes('+') ? text.replaceAll('+', ' ') : text);
}
