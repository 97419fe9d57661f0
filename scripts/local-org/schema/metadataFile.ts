import { readFileSync } from 'node:fs';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { filesBelow } from '../sourceFiles.ts';

/** An XML element of a metadata file: text, or child elements by name, each of them as a list. */
export interface MetadataElement {
    readonly text: string;
    readonly children: Readonly<Record<string, readonly MetadataElement[]>>;
}

const parser = new XMLParser({
    ignoreAttributes: true,
    ignoreDeclaration: true,
    parseTagValue: false,
    isArray: () => true
});

/** Paths of all files below a directory whose name ends so, in alphabetical order. */
export function findFiles(directory: string, nameEnd: string): string[] {
    return filesBelow(directory).filter((path) => path.endsWith(nameEnd));
}

/**
 * Reads a Metadata API source file such as `Foo__c.field-meta.xml`.
 * @returns the root element, for example `<CustomField>`.
 * @throws Error that names the file and line if it is not well-formed XML.
 */
export function readMetadataFile(path: string): MetadataElement {
    const xml = readFileSync(path, 'utf8');
    const validity = XMLValidator.validate(xml);
    if (validity !== true) {
        throw new Error(`${path}, line ${validity.err.line}: ${validity.err.msg}`);
    }
    const [rootElement] = Object.values(toElement(parser.parse(xml)).children).flat();
    if (!rootElement) {
        throw new Error(`${path} has no XML element.`);
    }
    return rootElement;
}

/** The text of the first child element of that name. */
export function childText(element: MetadataElement, name: string): string | undefined {
    return element.children[name]?.[0]?.text;
}

export function childElements(element: MetadataElement | undefined, name: string): readonly MetadataElement[] {
    return element?.children[name] ?? [];
}

function toElement(parsed: unknown): MetadataElement {
    if (typeof parsed !== 'object' || parsed === null) {
        return { text: String(parsed ?? ''), children: {} };
    }
    const children: Record<string, MetadataElement[]> = {};
    for (const [name, value] of Object.entries(parsed)) {
        children[name] = (Array.isArray(value) ? value : [value]).map(toElement);
    }
    return { text: children['#text']?.[0]?.text ?? '', children };
}
