import type { ReadMetadataFile } from '../metadata/metadataFiles.ts';
import { childrenOf, textOf, type XmlElement } from '../../metadata/readXml.ts';
import type { Problem } from '../project.ts';

/**
 * Holds the names in one child of a list of elements against what exists.
 * @param refuse says why a name does not exist, or undefined where it does
 */
export function refuseNames(
    file: ReadMetadataFile,
    elements: readonly XmlElement[],
    child: string,
    refuse: (name: string) => string | undefined
): Problem[] {
    return elements
        .flatMap((element) => childrenOf(element, child))
        .flatMap(({ text, line }) => problemAt(file, line, refuse(text)));
}

export function problemAt(file: ReadMetadataFile, line: number, message: string | undefined): Problem[] {
    return message === undefined ? [] : [{ file: file.file, line, message }];
}

/** The texts that stand more than once in a child of elements, each with the place of its repetition. */
export function repeatedNames(file: ReadMetadataFile, elements: readonly XmlElement[], child: string): Problem[] {
    const seen = new Set<string>();
    return elements.flatMap((element) => {
        const name = textOf(element, child);
        if (name === undefined || !seen.has(name)) {
            seen.add(name ?? '');
            return [];
        }
        return problemAt(file, element.line, `${name} is there twice`);
    });
}
