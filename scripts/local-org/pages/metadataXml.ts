import { XMLParser } from 'fast-xml-parser';

/**
 * A parser for metadata files. Values stay texts ("007", "true", leading blanks); character references are decoded;
 * attributes are read with an `@` before their name.
 * @param lists elements that may occur more than once: always arrays, also where there is one.
 */
export function createMetadataParser(lists: string[]): XMLParser {
    const names = new Set(lists);
    return new XMLParser({
        parseTagValue: false,
        trimValues: false,
        htmlEntities: true,
        ignoreAttributes: false,
        attributeNamePrefix: '@',
        isArray: (name, path) => names.has(name) || names.has(String(path))
    });
}
