import { MASK } from 'c/gatewayReference';
import { escapeJson, timesEscaped, unescapeJson } from './escapes';
import type { KeyRule, Position } from './keyRules';
import { maskAt, positionBelow, positionOfObject, ruleOfKey } from './keyRules';
import { isHarmless, maskOfValue, maskText, redactPlain } from './plainText';
import type { RedactionOptions } from './plainText';
import type { Quote } from './quotes';
import { findQuoted } from './quotes';

/** An object or array that is open: where its values stand, and in an array what its key says of each of them. */
interface Frame {
    position: Position;
    isArray: boolean;
    itemRule?: KeyRule;
}

/** What is remembered between lines. */
interface State {
    frames: Frame[];
    framesTooDeep: number;
    /** The rule of a key whose value comes next. */
    rule?: KeyRule;
    isObjectType?: boolean;
    isInHeaders?: boolean;
    isInPem?: boolean;
    isLineHidden?: boolean;
    /** The last character that is not white space: whether a line goes on with what the one before it started. */
    lastCharacter: string;
    /** The quotation mark that came last. */
    mark: string;
}

function copyState(state: State): State {
    return { ...state, frames: state.frames.map((frame) => ({ ...frame })) };
}

/** With more frames, lines are not redacted until they stay the same: copying them would take too long. */
const MAXIMUM_COPIED = 100;

/** After that many rounds a line is given up and hidden. */
const MAXIMUM_ROUNDS = 4;

/** Deeper than that only what a text looks like counts, and not where it stands. */
const MAXIMUM_FRAMES = 10_000;

/** How often a text may stand in a text. Each time doubles its backslashes, so that more are never meant. */
const MAXIMUM_NESTING = 6;

const REQUEST_LINE = /^(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD) \S+ HTTP\/|HTTP\/\d)/;
const HEADER_LINE = /^([ \t]*)([A-Za-z][\w-]{0,60}):([ \t]*)(\S[^]*)$/;
const PEM_LINE = /^(?:[A-Za-z0-9+/=]*|(?:Proc-Type|DEK-Info|Version|Comment):[^]*)$/;
/** A key without quotation marks before a value with them. */
const KEY_AT_END = /([\w.-]{1,100})'? ?[=:]\s?$/;

const BRACKET_OR_WORDS = /[{}[\],]+|[^{}[\],]+/g;
const BRACKET = /^[{}[\],]/;
const STRUCTURE_ONLY = /^[\s{}[\]:,]*$/;
const SCALAR_ONLY = /^\s*:\s*(?:-?\d{1,12}(?:\.\d{1,12})?|true|false|null)[\s{}[\]:,]*$/;

/**
 * Redacts a text where it stands, line after line: JSON in any writing, whole or in parts, JSON in JSON or CSV, forms,
 * HTTP headers, and what is none of these. Everything that is not hidden stays as it is, to the character.
 *
 * It remembers between lines what is open, since pretty-printed JSON names a customer lines before the address.
 */
export class LineRedactor {
    private readonly options: RedactionOptions;
    private readonly nesting: number;
    private readonly outside: Position;
    private state: State;
    /** Whether hiding something may have changed what the line looks like: a bracket was hidden too, or a mark. */
    private isUnsettled = false;

    /** Whether all that is still to come of the line is hidden: it belongs to a header, or to a key in PEM. */
    get hidesRestOfLine(): boolean {
        return this.state.isLineHidden === true || this.state.isInPem === true;
    }

    /**
     * @param outside where the text itself stands
     * @param mark the quotation mark of a text in it
     * @param nesting how many texts it stands in
     */
    constructor(options: RedactionOptions, outside: Position = 'open', mark = '"', nesting = 0) {
        this.options = options;
        this.outside = outside;
        this.nesting = nesting;
        this.state = { frames: [], framesTooDeep: 0, lastCharacter: '', mark };
    }

    /**
     * @param line without its line break
     * @param isStart false for the rest of a line that came in parts
     */
    redact(line: string, isStart = true): string {
        const before = this.state.frames.length <= MAXIMUM_COPIED ? copyState(this.state) : undefined;
        this.isUnsettled = false;
        let redacted = this.redactOnce(line, isStart);
        const { isInPem } = this.state;
        for (let round = 0; this.isUnsettled && before; round += 1) {
            const last = redacted;
            this.state = copyState(before);
            this.isUnsettled = false;
            redacted = this.redactOnce(last, isStart);
            if (redacted !== last && round === MAXIMUM_ROUNDS) {
                return MASK;
            }
            this.isUnsettled = redacted !== last;
        }
        // What is redacted no longer shows where a key in PEM starts.
        this.state.isInPem ||= isInPem;
        return redacted;
    }

    private redactOnce(line: string, isStart: boolean): string {
        this.state.isLineHidden &&= !isStart;
        const whole = isStart ? this.redactWhole(line) : undefined;
        const redacted = whole ?? this.redactParts(line);
        this.state.isInPem ||= line.lastIndexOf('-----BEGIN ') > line.lastIndexOf('-----END');
        this.state.lastCharacter = redacted.trimEnd().slice(-1) || this.state.lastCharacter;
        this.isUnsettled &&= /["{}[\]]/.test(line);
        return redacted;
    }

    /** Lines that are judged as a whole: headers, and those of a key in PEM. */
    private redactWhole(line: string): string | undefined {
        if (this.state.isInPem) {
            this.state.isInPem = PEM_LINE.test(line.trim());
            if (this.state.isInPem || line.includes('-----END')) {
                return line.trim() === '' ? line : MASK;
            }
        }
        this.startLine(line);
        const [, indentation = '', key, space = '', value] = HEADER_LINE.exec(line) ?? [];
        if (key === undefined || value === undefined) {
            return undefined;
        }
        return this.redactHeader(line, `${indentation}${key}:${space}`, key, value);
    }

    private redactHeader(line: string, start: string, key: string, value: string): string | undefined {
        const position = this.state.isInHeaders ? 'headers' : 'open';
        const kind = maskOfValue(value.trimEnd(), position, ruleOfKey(key));
        if (kind === undefined) {
            return this.state.isInHeaders ? start + redactPlain(value, this.options) : undefined;
        }
        if (kind === 'personal' && this.options.revealPersonal) {
            return undefined;
        }
        this.state.isLineHidden = true;
        return start + maskText(value, kind) + (line.endsWith('\r') ? '\r' : '');
    }

    /** Forgets what was open where a line starts something else. */
    private startLine(line: string): void {
        if (REQUEST_LINE.test(line)) {
            this.state.isInHeaders = true;
        } else if (this.state.isInHeaders && line.trim() === '') {
            this.state.isInHeaders = false;
        }
        const first = line.charAt(0);
        const goesOn = /^[\s}\]"]?$/.test(first) || (/[{[]/.test(first) && /^[,:[{]$/.test(this.state.lastCharacter));
        if (!goesOn) {
            this.state.frames = [];
            this.state.framesTooDeep = 0;
            this.state.rule = undefined;
        }
    }

    /** Texts in quotation marks, and what stands between them. */
    private redactParts(text: string): string {
        let redacted = '';
        let index = 0;
        for (let quoted = findQuoted(text, 0); quoted; quoted = findQuoted(text, index)) {
            const { opening, contentEnd, end } = quoted;
            redacted += this.redactBetween(text.slice(index, opening.start));
            this.state.mark = text.slice(opening.start, opening.end);
            redacted += this.state.mark;
            if (end > opening.end) {
                redacted += this.redactQuoted(text.slice(opening.end, contentEnd), opening, text, end);
                redacted += text.slice(contentEnd, end);
            }
            index = end;
        }
        return redacted + this.redactBetween(text.slice(index));
    }

    private redactQuoted(content: string, quote: Quote, text: string, end: number): string {
        if (isKey(text, end)) {
            const key = unescapeJson(content, timesEscaped(quote.backslashes));
            this.state.rule = ruleOfKey(key);
            this.state.isObjectType = key === 'object';
            return this.redactEscaped(content, quote, redactKey);
        }
        const { position, rule } = this.takePlace();
        if (this.state.isObjectType) {
            this.state.isObjectType = false;
            this.setPosition(positionOfObject(position, content));
        }
        if (position === 'open' && !rule?.mask && isHarmless(content)) {
            return content;
        }
        if (maskAt(position, rule) !== 'secret' && /^(?:\s|\\+[nrt])*[{[]/.test(content)) {
            const mark = '\\'.repeat(2 * quote.backslashes + 1) + '"'.repeat(quote.marks);
            return this.redactNested(content, positionBelow(position, rule), mark);
        }
        return this.redactEscaped(content, quote, (plain) => this.redactValue(plain, position, rule));
    }

    private redactEscaped(content: string, quote: Quote, redact: (plain: string) => string): string {
        const times = timesEscaped(quote.backslashes);
        const plain = unescapeJson(content, times);
        const redacted = redact(plain);
        return redacted === plain ? content : escapeJson(redacted, times);
    }

    private redactValue(value: string, position: Position, rule: KeyRule | undefined): string {
        const kind = maskOfValue(value, position, rule);
        if (kind === undefined || (kind === 'personal' && this.options.revealPersonal)) {
            return this.redactNested(value, 'open');
        }
        return maskText(value, kind);
    }

    /** A text in a text: with structure of its own, or a line. */
    private redactNested(text: string, position: Position, mark = '"'): string {
        if (!/[\n"[{]/.test(text)) {
            return redactPlain(text, this.options);
        }
        return this.nesting >= MAXIMUM_NESTING
            ? MASK
            : redactLines(text, this.options, position, mark, this.nesting + 1);
    }

    /** What stands between quotation marks: brackets, numbers, or text that has none. */
    private redactBetween(text: string): string {
        if (STRUCTURE_ONLY.test(text)) {
            this.followBrackets(text);
            return text;
        }
        const isScalar = SCALAR_ONLY.test(text);
        if (isScalar && this.state.rule?.mask === undefined && this.position() === 'open') {
            return this.followBrackets(text);
        }
        const scalars = text.replace(BRACKET_OR_WORDS, (part) => {
            return BRACKET.test(part) ? this.followBrackets(part) : this.redactWords(part);
        });
        const redacted = isScalar ? scalars : redactPlain(scalars, this.options);
        this.isUnsettled ||= !isScalar && redacted !== text;
        const keyAtEnd = /[=:]\s?$/.test(redacted.slice(-2)) ? KEY_AT_END.exec(redacted.slice(-110))?.[1] : undefined;
        if (keyAtEnd !== undefined) {
            this.state.rule = ruleOfKey(keyAtEnd);
        }
        return redacted;
    }

    /** Words without quotation marks, judged by their place where JSON has a value: after a key, and in an array. */
    private redactWords(words: string): string {
        const before = /^\s*(?:(?::|=>)\s*)?/.exec(words)?.[0] ?? '';
        const scalar = words.slice(before.length).trimEnd();
        const isValue = /[:>]/.test(before)
            ? this.state.rule !== undefined
            : this.state.frames.at(-1)?.isArray === true;
        if (scalar === '' || !isValue) {
            return words;
        }
        const { position, rule } = this.takePlace();
        return before + this.redactScalar(scalar, position, rule) + words.slice(before.length + scalar.length);
    }

    /** A hidden number is written as a text, so that JSON stays JSON. */
    private redactScalar(scalar: string, position: Position, rule: KeyRule | undefined): string {
        if (scalar === 'null' || scalar === 'true' || scalar === 'false') {
            return scalar;
        }
        const redacted = this.redactValue(scalar, position, rule);
        const isJson = /^-?\d/.test(scalar) || maskAt(position, rule) !== undefined;
        return redacted !== scalar && isJson ? this.state.mark + redacted + this.state.mark : redacted;
    }

    /** The place of the value that comes now. */
    private takePlace(): { position: Position; rule?: KeyRule } {
        const frame = this.state.frames.at(-1);
        const rule = this.state.rule ?? frame?.itemRule;
        this.state.rule = undefined;
        return { position: this.position(), rule };
    }

    private position(): Position {
        return this.state.frames.at(-1)?.position ?? this.outside;
    }

    private setPosition(position: Position): void {
        const frame = this.state.frames.at(-1);
        if (frame) {
            frame.position = position;
        }
    }

    private followBrackets(text: string): string {
        for (let index = 0; index < text.length; index += 1) {
            const character = text[index];
            if (character === '{' || character === '[') {
                this.open(character === '[');
            } else if (character === '}' || character === ']') {
                this.close();
            } else if (character === ',') {
                this.state.rule = undefined;
            }
        }
        return text;
    }

    private open(isArray: boolean): void {
        if (this.state.frames.length >= MAXIMUM_FRAMES) {
            this.state.framesTooDeep += 1;
            return;
        }
        const { position, rule } = this.takePlace();
        this.state.frames.push({
            position: positionBelow(position, rule),
            isArray,
            itemRule: isArray ? rule : undefined
        });
    }

    private close(): void {
        this.state.rule = undefined;
        if (this.state.framesTooDeep > 0) {
            this.state.framesTooDeep -= 1;
        } else {
            this.state.frames.pop();
        }
    }
}

/** Whether a colon follows, also the `=>` of other languages. */
function isKey(text: string, end: number): boolean {
    let index = end;
    while (text[index] === ' ') {
        index += 1;
    }
    return text[index] === ':' || (text[index] === '=' && text[index + 1] === '>');
}

/** Few enough to need no care for the memory. */
const MAXIMUM_KNOWN_KEYS = 5_000;
const harmlessKeys = new Set<string>();

/** Redacts a key. Keys repeat, so that each is looked at once. */
export function redactKey(key: string): string {
    if (harmlessKeys.has(key)) {
        return key;
    }
    const redacted = redactLines(key, {});
    if (redacted === key && key.length < 100 && harmlessKeys.size < MAXIMUM_KNOWN_KEYS) {
        harmlessKeys.add(key);
    }
    return redacted;
}

/** Redacts a text of any number of lines. */
export function redactLines(
    text: string,
    options: RedactionOptions,
    position: Position = 'open',
    mark = '"',
    nesting = 0
): string {
    const redactor = new LineRedactor(options, position, mark, nesting);
    return text
        .split('\n')
        .map((line) => redactor.redact(line))
        .join('\n');
}
