import { SaxesParser } from 'saxes';

/** An element of a metadata file. */
export interface XmlElement {
    /** The name without a namespace prefix. */
    readonly name: string;
    /** The address of its namespace; empty where it has none. */
    readonly namespace: string;
    /** One-based line of the opening tag. */
    readonly line: number;
    /** The element's own text, CDATA included, without the blanks around it. */
    readonly text: string;
    /** By name as written, `xsi:type` for example. */
    readonly attributes: Readonly<Record<string, string>>;
    readonly children: readonly XmlElement[];
    /** Positions in the text of what is between the opening and the closing tag. */
    readonly contentStart: number;
    readonly contentEnd: number;
}

/** XML that is not well-formed. The message says what is wrong, without the place. */
export class XmlError extends Error {
    readonly line: number;

    constructor(message: string, line: number) {
        super(message);
        this.line = line;
    }
}

interface OpenElement extends XmlElement {
    text: string;
    children: OpenElement[];
    contentEnd: number;
}

/**
 * Reads the root element.
 * @throws XmlError with the line where the text is not well-formed
 */
export function readXml(text: string): XmlElement {
    const parser = new SaxesParser({ xmlns: true });
    const open: OpenElement[] = [];
    let root: OpenElement | undefined;
    let line = 1;

    parser.on('error', (error) => {
        // The parser puts line and column before its words.
        throw new XmlError(error.message.replace(/^\d+:\d+: /, ''), parser.line);
    });
    parser.on('opentagstart', () => {
        line = parser.line;
    });
    parser.on('opentag', ({ local, uri, attributes }) => {
        const element: OpenElement = {
            name: local,
            namespace: uri,
            line,
            text: '',
            attributes: Object.fromEntries(Object.values(attributes).map(({ name, value }) => [name, value])),
            children: [],
            contentStart: parser.position,
            contentEnd: parser.position
        };
        open.at(-1)?.children.push(element);
        open.push(element);
        root ??= element;
    });
    const addText = (piece: string) => {
        const element = open.at(-1);
        if (element) {
            element.text += piece;
        }
    };
    parser.on('text', addText);
    parser.on('cdata', addText);
    parser.on('closetag', () => {
        const element = open.pop();
        if (element) {
            element.text = element.text.trim();
            element.contentEnd = Math.max(element.contentStart, text.lastIndexOf('<', parser.position - 1));
        }
    });

    parser.write(text).close();
    if (!root) {
        throw new XmlError('there is no XML element', 1);
    }
    return root;
}

/** The child elements of that name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
    return element.children.filter((child) => child.name === name);
}

/** The first child element of that name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
    return element.children.find((child) => child.name === name);
}

/** The text of the first child element of that name. */
export function textOf(element: XmlElement, name: string): string | undefined {
    return childOf(element, name)?.text;
}
