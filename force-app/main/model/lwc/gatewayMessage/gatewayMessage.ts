import type { RedactionOptions } from 'c/redaction';
import { MASK, positionBelow, redactText, ruleOfKey } from 'c/redaction';
import { isForm, readForm } from './formReader';
import { headersNode, splitHttp } from './httpReader';
import type { JsonResult } from './jsonReader';
import { readJson } from './jsonReader';
import type { MessageLine } from './messageLines';
import { headerLine, linesOfNode, linesOfText, textLine } from './messageLines';
import type { MessageNode } from './messageNode';
import { withoutLastWord } from './messageNode';

export type { MaskKind, RedactionOptions } from 'c/redaction';
export type { MessageLine } from './messageLines';
export { textOfLine, textOfLines } from './messageLines';
export type { MessageNode, NodeKind } from './messageNode';

/** What a body is written in. `http`: headers, and a body in one of the other formats. */
export type MessageFormat = 'empty' | 'json' | 'form' | 'http' | 'text';

/** What a reader of the body should know about it. */
export type MessageNotice =
    /** The body ends before its structure does. `at`: after how many characters. */
    | { kind: 'cutOff'; at: number }
    /** It is as long as the field can be, so that its end may be missing. */
    | { kind: 'asLongAsTheField' }
    /** Objects and arrays stand deeper in each other than a tree can be read. */
    | { kind: 'deep'; depth: number };

/** The request or response of a gateway log. Everything in it is redacted. */
export interface GatewayMessage {
    format: MessageFormat;
    /** The format of what follows the headers, or of the body itself. */
    bodyFormat: Exclude<MessageFormat, 'http'>;
    /** What stands before the JSON, such as `ERROR:`, or the first line of a message of HTTP. */
    prefix?: string;
    headers?: MessageNode;
    /** Undefined for a text without structure, which has lines only. */
    body?: MessageNode;
    /** All of it, pretty-printed. */
    lines: readonly MessageLine[];
    notices: readonly MessageNotice[];
    isCutOff: boolean;
}

/** PaymentGatewayLog.Request and Response, in characters (Salesforce Object Reference). */
export const MAXIMUM_BODY_LENGTH = 131_072;

/** A tree of more levels than this is hard to read, and to draw. */
const DEEP = 100;

/** How far into a text JSON may start. */
const MAXIMUM_PREFIX = 1_000;

/** A class, because the framework hands plain objects to a child component as proxies, which take time at every access. */
class ReadMessage implements GatewayMessage {
    readonly format: MessageFormat;
    readonly bodyFormat: GatewayMessage['bodyFormat'];
    readonly prefix?: string;
    readonly headers?: MessageNode;
    readonly body?: MessageNode;
    readonly lines: readonly MessageLine[];
    readonly notices: readonly MessageNotice[];
    readonly isCutOff: boolean;

    constructor(message: GatewayMessage) {
        this.format = message.format;
        this.bodyFormat = message.bodyFormat;
        this.prefix = message.prefix;
        this.headers = message.headers;
        this.body = message.body;
        this.lines = message.lines;
        this.notices = message.notices;
        this.isCutOff = message.isCutOff;
    }
}

/**
 * Reads and redacts a body of a gateway log: JSON, also behind a prefix or cut off, forms, messages of HTTP, text.
 *
 * Total: takes any text, never throws, and the time grows with its length and no more. Secrets never come out; personal
 * data only with `revealPersonal`, for who has the permission. Reading the redacted text again gives the same text.
 */
export function parseGatewayMessage(text: string | undefined, options: RedactionOptions = {}): GatewayMessage {
    return new ReadMessage(readMessage(text ?? '', options));
}

function readMessage(text: string, options: RedactionOptions): GatewayMessage {
    const body = text.trim().replace(/\r\n/g, '\n');
    const http = splitHttp(body);
    if (!http) {
        return withLimitNotice(readBody(body, options), text);
    }
    const message = readBody(http.body, options);
    const prefix = http.startLine === undefined ? undefined : redactText(http.startLine, options);
    const headers = headersNode(http, options);
    const lines = [
        ...(prefix === undefined ? [] : linesOfText(prefix)),
        ...headers.children.map(headerLine),
        ...(message.lines.length > 0 ? [textLine(''), ...message.lines] : [])
    ];
    return withLimitNotice({ ...message, format: 'http', prefix, headers, lines }, text);
}

/** Only JSON tells by itself where it ends. */
function withLimitNotice(message: GatewayMessage, text: string): GatewayMessage {
    const isOpenEnded = message.bodyFormat === 'form' || message.bodyFormat === 'text';
    return isOpenEnded && text.length >= MAXIMUM_BODY_LENGTH
        ? { ...message, notices: [...message.notices, { kind: 'asLongAsTheField' }] }
        : message;
}

function readBody(text: string, options: RedactionOptions): GatewayMessage {
    if (text === '') {
        return { format: 'empty', bodyFormat: 'empty', lines: [], notices: [], isCutOff: false };
    }
    return readJsonBody(text, options) ?? readFormBody(text, options) ?? readTextBody(text, options);
}

/** JSON from the first curly or square bracket on to the end. */
function readJsonBody(text: string, options: RedactionOptions): GatewayMessage | undefined {
    const start = text.slice(0, MAXIMUM_PREFIX);
    const starts = new Set([start.search(/[{[]/), start.indexOf('{'), start.indexOf('[')]);
    for (const at of starts) {
        const result = at < 0 ? undefined : readJson(text.slice(at), options, positionAfter(text.slice(0, at)));
        if (result) {
            return jsonMessage(result, text.slice(0, at).trim(), at, options);
        }
    }
    return undefined;
}

/** `metadata: {…}` says where the values of the object stand. */
function positionAfter(prefix: string) {
    const key = /([\w-]{1,100})["']?\s*[:=]\s*$/.exec(prefix.slice(-110))?.[1];
    return key === undefined ? 'open' : positionBelow('open', ruleOfKey(key));
}

function jsonMessage(result: JsonResult, before: string, at: number, options: RedactionOptions): GatewayMessage {
    const prefix = before === '' ? undefined : redactText(before, options);
    const notices: MessageNotice[] = [];
    if (result.cutOffAt !== undefined) {
        notices.push({ kind: 'cutOff', at: at + result.cutOffAt });
    }
    if (result.depth > DEEP) {
        notices.push({ kind: 'deep', depth: result.depth });
    }
    return {
        format: 'json',
        bodyFormat: 'json',
        prefix,
        body: result.root,
        lines: [...(prefix === undefined ? [] : linesOfText(prefix)), ...linesOfNode(result.root)],
        notices,
        isCutOff: result.cutOffAt !== undefined
    };
}

function readFormBody(text: string, options: RedactionOptions): GatewayMessage | undefined {
    if (!isForm(text)) {
        return undefined;
    }
    const isAtLimit = text.length >= MAXIMUM_BODY_LENGTH;
    const body = readForm(isAtLimit ? text.replace(/=[^=&]*$/, `=${MASK}`) : text, options);
    return { format: 'form', bodyFormat: 'form', body, lines: linesOfNode(body), notices: [], isCutOff: false };
}

function readTextBody(text: string, options: RedactionOptions): GatewayMessage {
    const whole = text.length >= MAXIMUM_BODY_LENGTH ? withoutLastWord(text) : text;
    const lines = linesOfText(redactText(whole, options));
    return { format: 'text', bodyFormat: 'text', lines, notices: [], isCutOff: false };
}
