import { XMLParser } from 'fast-xml-parser';
import { isObject } from '../../../command/isObject.ts';
import { SalesforceError } from '../../errors.ts';

/** A call of the Metadata API: `<deploy>…</deploy>` in an envelope whose header has the session. */
export interface SoapCall {
    readonly sessionId: string;
    readonly operation: string;
    /** Child elements by name: texts, or objects of the same kind. */
    readonly parameters: Readonly<Record<string, unknown>>;
}

/** Values by the name of their element; lists become repeated elements, undefined ones are left out. */
export type SoapResult = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
    ignoreAttributes: true,
    ignoreDeclaration: true,
    parseTagValue: false,
    removeNSPrefix: true
});

/** @throws SalesforceError if the body is no such call. */
export function readSoapCall(body: Buffer): SoapCall {
    const envelope = childOf(parse(body), 'Envelope');
    const calls = Object.entries(childOf(envelope, 'Body'));
    const [operation, parameters] = calls[0] ?? [];
    if (operation === undefined) {
        throw new SalesforceError('MALFORMED_REQUEST', 'The body is not a SOAP envelope with a call in it.');
    }
    const session = childOf(childOf(envelope, 'Header'), 'SessionHeader');
    return {
        sessionId: String(session['sessionId'] ?? ''),
        operation,
        parameters: isObject(parameters) ? parameters : {}
    };
}

/** The answer of a call. */
export function soapAnswer(operation: string, result: SoapResult | readonly SoapResult[]): string {
    return envelope(`<${operation}Response>${element('result', result)}</${operation}Response>`);
}

export function soapFault({ errorCode, message }: SalesforceError): string {
    const text = escapeXml(`${errorCode}: ${message}`);
    return envelope(
        `<soapenv:Fault><faultcode>sf:${escapeXml(errorCode)}</faultcode><faultstring>${text}</faultstring></soapenv:Fault>`
    );
}

function parse(body: Buffer): unknown {
    const text = body.toString('utf8');
    if (text.includes('<!DOCTYPE')) {
        throw new SalesforceError('MALFORMED_REQUEST', 'A SOAP message may not have a DOCTYPE.');
    }
    try {
        return parser.parse(text, true);
    } catch {
        throw new SalesforceError('MALFORMED_REQUEST', 'The body is not well-formed XML.');
    }
}

function childOf(parent: unknown, name: string): Record<string, unknown> {
    const child = isObject(parent) ? parent[name] : undefined;
    return isObject(child) ? child : {};
}

function envelope(body: string): string {
    return (
        '<?xml version="1.0" encoding="UTF-8"?>' +
        '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
        'xmlns:sf="http://soap.sforce.com/2006/04/metadata" xmlns="http://soap.sforce.com/2006/04/metadata">' +
        `<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`
    );
}

function element(name: string, value: unknown): string {
    if (value === undefined || value === null) {
        return '';
    }
    if (Array.isArray(value)) {
        return value.map((part) => element(name, part)).join('');
    }
    const content = isObject(value)
        ? Object.entries(value)
              .map(([key, part]) => element(key, part))
              .join('')
        : escapeXml(String(value));
    return `<${name}>${content}</${name}>`;
}

function escapeXml(text: string): string {
    // XML 1.0 has no place for most control characters, not even escaped.
    const allowed = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
    return allowed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
