import type { RedactionOptions } from 'c/redaction';
import { redactKey, ruleOfKey } from 'c/redaction';
import type { MessageNode } from './messageNode';
import { containerNode, leafNode } from './messageNode';

const START_LINE = /^(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD) \S+|HTTP\/\d)/;
const HEADER = /^([A-Za-z][\w-]{0,100}):[ \t]*([^\n]*)$/;
const KNOWN_HEADER =
    /^(?:authorization|content-type|content-length|host|user-agent|accept|idempotency-key|date|stripe-[\w-]+|request-id)$/i;

export interface HttpMessage {
    startLine?: string;
    headers: readonly { name: string; value: string }[];
    body: string;
}

/** Takes a message of HTTP apart; undefined for a text that does not start with headers. */
export function splitHttp(text: string): HttpMessage | undefined {
    if (!START_LINE.test(text) && !HEADER.test(firstLine(text, 0))) {
        return undefined;
    }
    const headers: { name: string; value: string }[] = [];
    const startLine = START_LINE.test(text) ? firstLine(text, 0) : undefined;
    let index = startLine === undefined ? 0 : lineEnd(text, 0);
    while (index < text.length) {
        const line = firstLine(text, index);
        const [, name, value = ''] = HEADER.exec(line) ?? [];
        if (name === undefined) {
            break;
        }
        headers.push({ name, value });
        index = lineEnd(text, index);
    }
    const isHttp = startLine === undefined ? headers.some(({ name }) => KNOWN_HEADER.test(name)) : true;
    const isBodyApart = index >= text.length || firstLine(text, index).trim() === '';
    return isHttp && isBodyApart ? { startLine, headers, body: text.slice(index).trimStart() } : undefined;
}

/** The headers as an object. What is not known to be safe is hidden: gateways send keys under names of their own. */
export function headersNode(message: HttpMessage, options: RedactionOptions): MessageNode {
    const node = containerNode('object', undefined, false);
    for (const { name, value } of message.headers) {
        const place = { position: 'headers', rule: ruleOfKey(name) } as const;
        node.children.push(leafNode('string', redactKey(name), value.trim(), place, options));
    }
    return node;
}

function firstLine(text: string, from: number): string {
    return text.slice(from, lineEnd(text, from)).replace(/\r?\n$/, '');
}

function lineEnd(text: string, from: number): number {
    const end = text.indexOf('\n', from);
    return end < 0 ? text.length : end + 1;
}
