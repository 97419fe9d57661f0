import { MASK } from 'c/gatewayReference';
import { decodePercent, escapeJson, timesEscaped, unescapeJson } from './escapes';
import { isForm } from './form';
import { isHarmlessMember, skipHarmless } from './jsonMembers';
import type { ValuePlace } from './jsonPlace';
import { JsonPlace } from './jsonPlace';
import type { KeyRule, Position } from './keyRules';
import { maskAt, positionBelow, ruleOfKey } from './keyRules';
import { redactPlain } from './plainText';
import type { Quote } from './quotes';
import { findQuoted } from './quotes';
import { isShownKey, rememberShownKey } from './shownKeys';
import type { RedactionOptions } from './values';
import { isHarmless, maskOfValue, maskText } from './values';

/** What is remembered between lines. */
interface State {
    place: JsonPlace;
    isInHeaders: boolean;
    isInPem: boolean;
    isLineHidden: boolean;
    /** The last character that is not white space: whether a line goes on with what the one before it started. */
    lastCharacter: string;
}

function copyState(state: State): State {
    return { ...state, place: state.place.copy() };
}

/** After that many rounds a line is given up and hidden. */
const MAXIMUM_ROUNDS = 4;

/** How often a text may stand in a text. Each time doubles its backslashes, so that more are never meant. */
const MAXIMUM_NESTING = 6;

const REQUEST_LINE = /^(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD) \S+ HTTP\/|HTTP\/\d)/;
const HEADER_LINE = /^([ \t]*)([A-Za-z][\w-]{0,60})(:[ \t]*)(\S[^]*)$/;
const PEM_LINE = /^(?:[A-Za-z0-9+/=]*|(?:Proc-Type|DEK-Info|Version|Comment):[^]*)$/;
const OPERATOR_AT_END = /[=:]\s?$/;
/** A key without quotation marks before a value with them. */
const KEY_AT_END = /([\w.-]{1,100})'? ?[=:]\s?$/;

/** A quotation mark or curly bracket, encoded once or again. */
const ENCODED_JSON = /%(?:25)*(?:22|7B)/i;
const ENCODED_WORD = /[^\s&=,;"'<>]+/g;
const MAXIMUM_DECODING = 3;

/** The start of a list: no index of a key, nor a short word in brackets. */
const ARRAY = /(?<![\w\]\u2022])\[(?!\w{0,12}\])/;
const BRACKETS = /^[{}[\],]/;
const BRACKETS_OR_WORDS = /[{}[\],]+|[^{}[\],]+/g;
const BEFORE_SCALAR = /^(?:\s|\\+[nrt])*(?:(?::|=>)\s*)?/;
const ESCAPED_SPACE_AT_END = /\\+[nrt]$/;
/** Also in a text in a text, where a line break is written as an escape. */
const STRUCTURE_ONLY = /^(?:[\s{}[\]:,]|\\+[nrt])*$/;
const SCALAR_ONLY = /^(?:\s|\\+[nrt])*:\s*(?:-?\d{1,12}(?:\.\d{1,12})?|true|false|null)(?:[\s{}[\]:,]|\\+[nrt])*$/;

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
        return this.state.isLineHidden || this.state.isInPem;
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
        this.state = {
            place: new JsonPlace(outside, mark),
            isInHeaders: false,
            isInPem: false,
            isLineHidden: false,
            lastCharacter: ''
        };
    }

    /**
     * @param line without its line break
     * @param isStart false for the rest of a line that came in parts
     */
    redact(line: string, isStart = true): string {
        if (isStart && this.isHarmlessLine(line)) {
            return line;
        }
        const before = copyState(this.state);
        this.isUnsettled = false;
        let redacted = this.redactOnce(line, isStart);
        const { isInPem } = this.state;
        for (let round = 0; this.isUnsettled; round += 1) {
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
        const redacted = whole ?? this.redactForm(line) ?? this.redactParts(line);
        this.state.isInPem ||=
            line.includes('-----BEGIN ') && line.lastIndexOf('-----BEGIN ') > line.lastIndexOf('-----END');
        this.state.lastCharacter = redacted.trimEnd().slice(-1) || this.state.lastCharacter;
        return redacted;
    }

    /** Most lines of indented JSON are. */
    private isHarmlessLine(line: string): boolean {
        const { isInPem, isInHeaders, place } = this.state;
        if (isInPem || isInHeaders || !/^[ "}\]]/.test(line) || !isHarmlessMember(line, place)) {
            return false;
        }
        this.state.isLineHidden = false;
        this.state.lastCharacter = line.trimEnd().slice(-1);
        return true;
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
        const [, indentation, key, operator, value] = HEADER_LINE.exec(line) ?? [];
        if (indentation === undefined || key === undefined || operator === undefined || value === undefined) {
            return undefined;
        }
        const start = indentation + redactKey(key) + operator;
        const position = this.state.isInHeaders ? 'headers' : 'open';
        const kind = maskOfValue(value.trimEnd(), position, ruleOfKey(key));
        if (kind === undefined) {
            return this.state.isInHeaders ? start + redactPlain(value, this.options) : undefined;
        }
        const opensObject = /^[{[]\s*$/.test(value);
        if (kind === 'personal' && (this.options.revealPersonal || opensObject)) {
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
            this.state.place.leave();
        }
    }

    /** A form where nothing is open: its brackets are those of its keys. */
    private redactForm(line: string): string | undefined {
        const isOpen = this.outside === 'open' && this.state.place.isOutside;
        return isOpen && isForm(line) ? this.redactWords(line) : undefined;
    }

    /** Texts in quotation marks, and what stands between them. What stays as it is is copied with what is around it. */
    private redactParts(text: string): string {
        let redacted = '';
        let copied = 0;
        let index = skipHarmless(text, 0, this.state.place);
        const put = (start: number, part: string, shown: string) => {
            if (shown !== part) {
                redacted += text.slice(copied, start) + shown;
                copied = start + part.length;
            }
        };
        for (let quoted = findQuoted(text, index); quoted; quoted = findQuoted(text, index)) {
            const { opening, contentEnd, end } = quoted;
            const between = text.slice(index, opening.start);
            put(index, between, this.redactBetween(between));
            this.state.place.mark = text.slice(opening.start, opening.end);
            if (end > opening.end) {
                const content = text.slice(opening.end, contentEnd);
                const shown = this.redactQuoted(content, opening, text, end);
                put(opening.end, content, shown);
                this.isUnsettled ||= shown !== content && mayHoldMarks(content, opening);
            }
            index = skipHarmless(text, end, this.state.place);
        }
        const rest = text.slice(index);
        put(index, rest, this.redactBetween(rest));
        return redacted + text.slice(copied);
    }

    private redactQuoted(content: string, quote: Quote, text: string, end: number): string {
        const { place } = this.state;
        if (isKey(text, end)) {
            const key = unescapeJson(content, timesEscaped(quote.backslashes));
            place.rule = ruleOfKey(key);
            place.isObjectType = key === 'object';
            const shown = this.redactEscaped(content, quote, redactKey);
            this.isUnsettled ||= shown !== content;
            return shown;
        }
        const { position, rule } = place.take();
        if (place.isObjectType) {
            place.setObjectType(content);
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
        // A field of a CSV file doubles the marks in it.
        const plain = unescapeJson(quote.marks === 2 ? content.replaceAll('""', '"') : content, times);
        const redacted = redact(plain);
        if (redacted === plain) {
            return content;
        }
        const escaped = escapeJson(redacted, times);
        return quote.marks === 2 ? escaped.replaceAll('"', '""') : escaped;
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
        if (!hasStructure(text)) {
            return redactPlain(text, this.options);
        }
        return this.nesting >= MAXIMUM_NESTING
            ? MASK
            : redactLines(text, this.options, position, mark, this.nesting + 1);
    }

    /** What stands between quotation marks: brackets, numbers, or text that has none. */
    private redactBetween(text: string): string {
        const { place } = this.state;
        if (STRUCTURE_ONLY.test(text)) {
            place.followBrackets(text);
            return text;
        }
        if (place.isOutside && this.outside === 'open' && !ARRAY.test(text)) {
            return this.redactWords(text);
        }
        const isScalar = SCALAR_ONLY.test(text);
        if (isScalar && place.rule?.mask === undefined && place.position === 'open') {
            place.followBrackets(text);
            return text;
        }
        const scalars = text.replace(BRACKETS_OR_WORDS, (part) => this.redactPart(part));
        const redacted = isScalar ? scalars : this.redactPlain(scalars);
        this.isUnsettled ||= !isScalar && redacted !== text;
        this.readKeyAtEnd(redacted);
        return redacted;
    }

    /** Words where none can be a value of JSON. */
    private redactWords(text: string): string {
        const redacted = this.redactPlain(text);
        this.isUnsettled ||= redacted !== text && text.includes('"');
        this.state.place.followBrackets(redacted);
        this.readKeyAtEnd(redacted);
        return redacted;
    }

    private redactPlain(text: string): string {
        const redacted = redactPlain(text, this.options);
        if (!ENCODED_JSON.test(redacted)) {
            return redacted;
        }
        const masked = redacted.replace(ENCODED_WORD, (word) => (this.hidesEncodedJson(word) ? MASK : word));
        this.isUnsettled ||= masked !== redacted;
        return masked;
    }

    /** Whether JSON that is percent-encoded, as a value of a form is, has something in it to hide. */
    private hidesEncodedJson(word: string): boolean {
        let decoded = word;
        for (let time = 0; time < MAXIMUM_DECODING && ENCODED_JSON.test(decoded); time += 1) {
            decoded = decodePercent(decoded.replaceAll('+', ' '));
        }
        return decoded !== word && this.redactNested(decoded, 'open') !== decoded;
    }

    /** Words may end in a key without quotation marks. */
    private readKeyAtEnd(words: string): void {
        const key = OPERATOR_AT_END.test(words.slice(-2)) ? KEY_AT_END.exec(words.slice(-110))?.[1] : undefined;
        if (key !== undefined) {
            this.state.place.rule = ruleOfKey(key);
        }
    }

    /** Brackets, or words without quotation marks, judged by their place where JSON has a value: after a key, in an array. */
    private redactPart(part: string): string {
        const { place } = this.state;
        if (BRACKETS.test(part)) {
            place.followBrackets(part);
            return part;
        }
        const words = part.replace(BEFORE_SCALAR, '');
        const before = part.slice(0, part.length - words.length);
        const scalar = trimEnd(words);
        const isValue = /[:>]/.test(before) ? place.rule !== undefined : place.isInArray;
        if (scalar !== '' && isValue) {
            return before + this.redactScalar(scalar, place.take()) + part.slice(before.length + scalar.length);
        }
        // A text in a hidden place that only looks like JSON: `{Jane Doe}`.
        const isHidden = this.outside !== 'open' && /[\p{L}\p{N}]/u.test(scalar);
        return isHidden ? this.redactValue(part, this.outside, undefined) : part;
    }

    /** A hidden number is written as a text, so that JSON stays JSON. */
    private redactScalar(scalar: string, { position, rule }: ValuePlace): string {
        if (scalar === 'null' || scalar === 'true' || scalar === 'false') {
            return scalar;
        }
        const redacted = this.redactValue(scalar, position, rule);
        const isJson = /^-?\d/.test(scalar) || maskAt(position, rule) !== undefined;
        const { mark } = this.state.place;
        return redacted !== scalar && isJson ? mark + redacted + mark : redacted;
    }
}

/** Without white space at the end, and without what is written for a line break in a text in a text. */
function trimEnd(words: string): string {
    let trimmed = words.trimEnd();
    for (let space = spaceAtEnd(trimmed); space > 0; space = spaceAtEnd(trimmed)) {
        trimmed = trimmed.slice(0, -space).trimEnd();
    }
    return trimmed;
}

function spaceAtEnd(words: string): number {
    return ESCAPED_SPACE_AT_END.exec(words.slice(-20))?.[0].length ?? 0;
}

/** Whether a field of a CSV file has marks in it that may be read in another way when something is hidden. */
function mayHoldMarks(content: string, { marks, backslashes }: Quote): boolean {
    return marks === 2 && (backslashes > 0 || content.includes('"'));
}

/** Whether a colon follows, also the `=>` of other languages. */
function isKey(text: string, end: number): boolean {
    let index = end;
    while (text[index] === ' ') {
        index += 1;
    }
    return text[index] === ':' || (text[index] === '=' && text[index + 1] === '>');
}

/** Redacts a key. */
export function redactKey(key: string): string {
    if (isShownKey(key)) {
        return key;
    }
    const redacted = redactLines(key, {});
    if (redacted === key) {
        rememberShownKey(key);
    }
    return redacted;
}

/** Whether a text has to be read as more than words: lines, JSON, or JSON that is encoded. */
export function hasStructure(text: string): boolean {
    return /[\n"[{]/.test(text) || ENCODED_JSON.test(text);
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
