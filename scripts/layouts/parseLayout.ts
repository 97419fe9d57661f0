import { SaxesParser } from 'saxes';
import { UserError } from '../command/userError.ts';

/** An element of a layout's XML and where it stands in the text. Positions count UTF-16 code units, as strings do. */
export interface XmlElement {
    /** The name without its namespace prefix. */
    name: string;
    /** The namespace prefix with its colon, or empty. */
    prefix: string;
    /** One-based. */
    line: number;
    start: number;
    /** The position after the opening tag. */
    openEnd: number;
    /** The position after the whole element. */
    end: number;
    /** The element's own text, CDATA included, without the blanks around it. */
    text: string;
    /** Child elements of the same namespace; others are unknown, and left alone. */
    children: XmlElement[];
}

const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/**
 * Reads the elements of a page layout.
 * @param file its name, for messages
 * @param text the whole file; a byte order mark is part of it
 * @throws UserError with file, line and column where the XML is not well-formed, and for what is no page layout
 */
export function parseLayout(file: string, text: string): XmlElement {
    const { root, namespace } = parseElements(file, text);
    if (root.name !== 'Layout' || ![METADATA_NAMESPACE, ''].includes(namespace)) {
        throw new UserError(`${file}:${root.line}: the root element is not the <Layout> of a page layout.`);
    }
    if (root.children.length === 0) {
        throw new UserError(`${file}:${root.line}: the layout is empty. Retrieve it again.`);
    }
    return root;
}

interface OpenElement {
    element: XmlElement;
    namespace: string;
}

function parseElements(file: string, text: string): { root: XmlElement; namespace: string } {
    const parser = createParser(file, text);
    const open: OpenElement[] = [];
    let tag = { start: 0, line: 1 };
    let root: OpenElement | undefined;

    parser.on('opentagstart', () => {
        tag = { start: text.lastIndexOf('<', parser.position - 1), line: parser.line };
    });
    parser.on('opentag', ({ local, prefix, uri }) => {
        const position = parser.position;
        const element: XmlElement = {
            ...tag,
            name: local,
            prefix: prefix && `${prefix}:`,
            openEnd: position,
            end: position,
            text: '',
            children: []
        };
        const parent = open.at(-1);
        if (parent?.namespace === uri) {
            parent.element.children.push(element);
        }
        open.push({ element, namespace: uri });
        root ??= open[0];
    });
    const addText = (piece: string) => {
        const inside = open.at(-1);
        if (inside) {
            inside.element.text += piece;
        }
    };
    parser.on('text', addText);
    parser.on('cdata', addText);
    parser.on('closetag', () => {
        const closed = open.pop();
        if (closed) {
            closed.element.end = parser.position;
            closed.element.text = closed.element.text.trim();
        }
    });

    parser.write(text).close();
    if (!root) {
        throw new Error('The parser took a text without a root element.');
    }
    return { root: root.element, namespace: root.namespace };
}

/** A parser that takes well-formed XML in UTF-8 only. */
function createParser(file: string, text: string): SaxesParser<{ xmlns: true }> {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
        const ampersand = findStrayAmpersand(text.slice(0, parser.position));
        // The parser stands after the character at fault, and counts columns from zero.
        const place = ampersand?.place ?? `${parser.line}:${Math.max(1, parser.column)}`;
        // The parser's own message begins with the place.
        const problem = ampersand?.problem ?? error.message.replace(/^\d+:\d+: /, '');
        throw new UserError(`${file}:${place}: not well-formed XML: ${problem}`);
    });
    parser.on('xmldecl', ({ encoding }) => {
        if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) {
            throw new UserError(`${file}:1:1: the encoding is ${encoding}. Save the file as UTF-8.`);
        }
    });
    return parser;
}

/** For an ampersand that begins no reference the parser reads on to the next semicolon: its own place would be far off. */
function findStrayAmpersand(text: string): { place: string; problem: string } | undefined {
    // Inside comments, CDATA and the like an ampersand is a character like others.
    const withoutOther = text.replace(/<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<\?[^]*?(?:\?>|$)/g, (other) =>
        other.replace(/&/g, ' ')
    );
    const position = withoutOther.search(/&(?!(?:#\d+|#x[\da-f]+|[^\s&;<>"'=]+);)/i);
    if (position === -1) {
        return undefined;
    }
    const lines = text.slice(0, position).split(/\r\n|\r|\n/);
    return {
        place: `${lines.length}:${(lines.at(-1) ?? '').length + 1}`,
        problem: 'an & stands alone. Write &amp; instead.'
    };
}
