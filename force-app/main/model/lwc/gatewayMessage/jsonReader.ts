import type { KeyRule, Position, RedactionOptions } from 'c/redaction';
import { maskAt, positionBelow, positionOfObject, redactKey, ruleOfKey, unescapeJson } from 'c/redaction';
import { endOfString } from './jsonString';
import type { ContainerNode, MessageNode, Place } from './messageNode';
import { containerNode, leafNode, withoutLastWord } from './messageNode';

export interface JsonResult {
    root: MessageNode;
    /** Where the text ends before the JSON does; undefined where it is whole. */
    cutOffAt?: number;
    /** How deep objects and arrays stand in each other. */
    depth: number;
}

/** The line that stands in place of what was cut off, in the redacted text. */
export const CUT_OFF_MARK = '…';

/** How often JSON in a string is opened in JSON that was in a string itself. */
const MAXIMUM_NESTING = 6;

/** An object or array that is being read. */
interface Frame {
    node: ContainerNode;
    position: Position;
    /** In an array: what its key says of each item. */
    rule: KeyRule | undefined;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /\s*/y;
const LITERALS = [
    { word: 'true', kind: 'boolean' },
    { word: 'false', kind: 'boolean' },
    { word: 'null', kind: 'null' }
] as const;

class JsonReader {
    private readonly text: string;
    private readonly options: RedactionOptions;
    private readonly position: Position;
    private readonly rootKey: string | undefined;
    private readonly nesting: number;
    private index = 0;
    private readonly frames: Frame[] = [];
    private root: MessageNode | undefined;
    private depth = 0;
    private cutOffAt: number | undefined;

    constructor(text: string, options: RedactionOptions, position: Position, key: string | undefined, nesting: number) {
        this.text = text;
        this.options = options;
        this.position = position;
        this.rootKey = key;
        this.nesting = nesting;
    }

    read(): JsonResult | undefined {
        this.openContainer(this.rootKey, undefined);
        let frame = this.frames.at(-1);
        while (frame) {
            if (!this.readMember(frame)) {
                return this.endEarly();
            }
            frame = this.frames.at(-1);
        }
        this.skipSpace();
        return this.index === this.text.length && this.root ? this.result(this.root) : undefined;
    }

    private result(root: MessageNode): JsonResult {
        return { root, cutOffAt: this.cutOffAt, depth: this.depth };
    }

    /** The text is over, or this is no JSON. A body without any value in it says nothing. */
    private endEarly(): JsonResult | undefined {
        if (this.cutOffAt === undefined || !this.root || this.root.children.length === 0) {
            return undefined;
        }
        this.frames.forEach(({ node }) => {
            node.isCutOff = true;
        });
        return this.result(this.root);
    }

    /** Reads the next key and value, item, or closing bracket. False where that is not possible. */
    private readMember(frame: Frame): boolean {
        const isArray = frame.node.kind === 'array';
        this.skipSpace();
        if (this.isAt(isArray ? ']' : '}')) {
            this.index += 1;
            this.frames.pop();
            return true;
        }
        if (frame.node.children.length > 0 && !this.take(',')) {
            return this.stop();
        }
        this.skipSpace();
        if (isArray) {
            return this.readValue(frame, undefined, frame.rule);
        }
        const key = this.readString();
        if (key === undefined) {
            return this.stop();
        }
        this.skipSpace();
        if (!this.take(':')) {
            return this.stop();
        }
        this.skipSpace();
        return this.readValue(frame, key, ruleOfKey(key));
    }

    private readValue(frame: Frame, key: string | undefined, rule: KeyRule | undefined): boolean {
        const first = this.text[this.index];
        if (first === '"') {
            return this.readStringValue(frame, key, rule);
        }
        if (first === '{' || first === '[') {
            this.openContainer(key, rule);
            return true;
        }
        return this.readScalar(frame, key, rule);
    }

    private openContainer(key: string | undefined, rule: KeyRule | undefined): void {
        const isArray = this.isAt('[');
        this.index += 1;
        const parent = this.frames.at(-1);
        const isEmbedded = parent === undefined && this.nesting > 0;
        const node = containerNode(isArray ? 'array' : 'object', parent ? this.shown(key) : key, isEmbedded);
        const position = parent ? positionBelow(parent.position, rule) : this.position;
        this.frames.push({ node, position, rule: isArray ? rule : undefined });
        this.depth = Math.max(this.depth, this.frames.length);
        if (parent) {
            parent.node.children.push(node);
        } else {
            this.root = node;
        }
    }

    private readStringValue(frame: Frame, key: string | undefined, rule: KeyRule | undefined): boolean {
        const start = this.index + 1;
        const value = this.readString();
        const place = { position: frame.position, rule };
        if (value === undefined) {
            const partial = withoutLastWord(unescapeJson(this.text.slice(start), 1));
            const node = leafNode('string', this.shown(key), partial, place, this.options);
            node.isCutOff = true;
            frame.node.children.push(node);
            return this.stop(true);
        }
        if (key === 'object') {
            frame.position = positionOfObject(frame.position, value);
        }
        const embedded = readEmbeddedJson(value, this.shown(key), place, this.options, this.nesting + 1);
        this.depth = Math.max(this.depth, this.frames.length + (embedded?.depth ?? 0));
        frame.node.children.push(embedded?.root ?? leafNode('string', this.shown(key), value, place, this.options));
        return true;
    }

    private readScalar(frame: Frame, key: string | undefined, rule: KeyRule | undefined): boolean {
        const place = { position: frame.position, rule };
        const literal = LITERALS.find(({ word }) => this.text.startsWith(word, this.index));
        if (literal) {
            this.index += literal.word.length;
            frame.node.children.push(leafNode(literal.kind, this.shown(key), literal.word, place, this.options));
            return true;
        }
        NUMBER.lastIndex = this.index;
        const number = NUMBER.exec(this.text)?.[0];
        if (number === undefined) {
            return this.stop();
        }
        this.index += number.length;
        frame.node.children.push(this.numberNode(number, key, place));
        return true;
    }

    /** A number that the body ends in may have been longer: a long one may be the start of a card's. */
    private numberNode(number: string, key: string | undefined, place: Place): MessageNode {
        const isCutOff = this.index === this.text.length;
        const value = isCutOff && number.length > 6 ? withoutLastWord(number) : number;
        const node = leafNode('number', this.shown(key), value, place, this.options);
        node.isCutOff = isCutOff;
        return node;
    }

    private shown(key: string | undefined): string | undefined {
        return key === undefined ? undefined : redactKey(key);
    }

    /** The string that starts here, decoded; undefined where none does, or where it does not end. */
    private readString(): string | undefined {
        if (!this.isAt('"')) {
            return undefined;
        }
        const end = endOfString(this.text, this.index);
        if (end < 0) {
            return undefined;
        }
        const string = unescapeJson(this.text.slice(this.index + 1, end), 1);
        this.index = end + 1;
        return string;
    }

    private isAt(character: string): boolean {
        return this.text[this.index] === character;
    }

    private take(character: string): boolean {
        const isThere = this.isAt(character);
        if (isThere) {
            this.index += 1;
        }
        return isThere;
    }

    private skipSpace(): void {
        const code = this.text.charCodeAt(this.index);
        if (code <= 32 || code === 160 || code === 0xfeff) {
            SPACE.lastIndex = this.index;
            SPACE.exec(this.text);
            this.index = SPACE.lastIndex;
        }
    }

    /** Notes where the text is over, if it is: at its end, in a string, a word or a number, or at the mark of that. */
    private stop(isInString = false): false {
        const rest = isInString ? '' : this.text.slice(this.index, this.index + 20).trim();
        const isOver =
            this.index >= this.text.length ||
            rest === '' ||
            rest === CUT_OFF_MARK ||
            rest === '-' ||
            (this.isAt('"') && endOfString(this.text, this.index) < 0) ||
            LITERALS.some(({ word }) => word.startsWith(rest));
        if (isOver) {
            this.cutOffAt = rest === CUT_OFF_MARK ? this.index : this.text.length;
        }
        return false;
    }
}

/**
 * Reads JSON, as far as the text goes, into redacted nodes.
 *
 * Without recursion over the depth of the text, with keys in their order and as often as they are there, and with
 * numbers as they are written.
 *
 * @param text the JSON from its first bracket on, and white space behind it
 * @param place where the JSON stands, and what its key says
 * @returns undefined for what is not JSON
 */
export function readJson(
    text: string,
    options: RedactionOptions,
    position: Position,
    key?: string,
    nesting = 0
): JsonResult | undefined {
    return new JsonReader(text, options, position, key, nesting).read();
}

/** Reads JSON that is the text of a string: whole JSON, in a string that may be shown. */
export function readEmbeddedJson(
    value: string,
    key: string | undefined,
    { position, rule }: Place,
    options: RedactionOptions,
    nesting = 1
): JsonResult | undefined {
    const json = value.trimStart();
    if (!/^[{[]/.test(json) || nesting > MAXIMUM_NESTING || maskAt(position, rule) === 'secret') {
        return undefined;
    }
    const result = readJson(json, options, positionBelow(position, rule), key, nesting);
    return result?.cutOffAt === undefined ? result : undefined;
}
