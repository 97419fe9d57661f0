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

/** An object or array of the form: its node, where its values stand, and its children by key. */
interface Branch {
    readonly node: ContainerNode;
    readonly position: Position;
    readonly rule: KeyRule;
    readonly branches: Map<string, Branch>;
    /** Whether all keys so far are those of items: `expand[]`, `items[0]`. */
    hasOnlyItems: boolean;
}

/** Reads a form-encoded request, nested as Stripe takes it: `items[0][price]=…`, `expand[]=…`. */
export function readForm(text: string, options: RedactionOptions): MessageNode {
    const root = makeBranch('open', undefined, ruleOfKey(''));
    const all = [root];
    for (const pair of text.split('&')) {
        if (pair !== '') {
            addPair(root, pair, all, options);
        }
    }
    all.slice(1)
        .filter(({ hasOnlyItems }) => hasOnlyItems)
        .forEach(({ node }) => makeArray(node));
    return root.node;
}

function addPair(root: Branch, pair: string, all: Branch[], options: RedactionOptions): void {
    const operator = pair.indexOf('=');
    const path = pathOf(decode(operator < 0 ? pair : pair.slice(0, operator)));
    const value = operator < 0 ? '' : decode(pair.slice(operator + 1));
    const last = path.pop() ?? '';
    const branch = path.reduce((above, key) => branchBelow(above, key, all), root);
    const place = { position: branch.position, rule: ruleBelow(branch, last) };
    const embedded = readEmbeddedJson(value, redactKey(last), place, options);
    branch.node.children.push(embedded?.root ?? leafNode('string', redactKey(last), value, place, options));
}

function branchBelow(above: Branch, key: string, all: Branch[]): Branch {
    const rule = ruleBelow(above, key);
    const found = above.branches.get(key);
    if (found) {
        return found;
    }
    const made = makeBranch(positionBelow(above.position, rule), redactKey(key), rule);
    above.node.children.push(made.node);
    above.branches.set(key, made);
    all.push(made);
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
    return { node: containerNode('object', key, false), position, rule, branches: new Map(), hasOnlyItems: true };
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

/** `card[number]` as `card`, `number`; `expand[]` as `expand` and an empty key. */
function pathOf(key: string): string[] {
    const start = key.indexOf('[');
    if (start < 1 || !key.endsWith(']')) {
        return [key];
    }
    const inner = key.slice(start + 1, -1).split('][');
    const path = [key.slice(0, start), ...inner];
    return path.length <= MAXIMUM_DEPTH
        ? path
        : [...path.slice(0, MAXIMUM_DEPTH - 1), path.slice(MAXIMUM_DEPTH - 1).join('][')];
}
