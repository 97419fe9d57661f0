import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import type { XmlElement } from '../../metadata/readXml.ts';

/** The declarations that Salesforce generates from its Metadata WSDL. */
const METADATA_DECLARATIONS = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@salesforce/types/metadata')),
    'metadata.d.ts'
);

export const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** Base64 in the WSDL, elements in the files of a project. */
const PATHS_NOT_CHECKED: ReadonlySet<string> = new Set(['LightningComponentBundle.targetConfigs']);

/** Required in the WSDL, but told by the file's name in a project. */
const NAMED_BY_FILE = 'fullName';

const LONGEST_LIST = 160;

export interface ElementProblem {
    line: number;
    message: string;
}

/** Holds elements of metadata files to the types of the Metadata API. */
export class MetadataTypes {
    private readonly checker: ts.TypeChecker;
    private readonly types: ReadonlyMap<string, ts.Symbol>;

    constructor() {
        const program = ts.createProgram([METADATA_DECLARATIONS], { strict: true, types: [], lib: ['lib.es5.d.ts'] });
        this.checker = program.getTypeChecker();
        const file = program.getSourceFile(METADATA_DECLARATIONS);
        const module = file && this.checker.getSymbolAtLocation(file);
        if (!module) {
            throw new Error(`${METADATA_DECLARATIONS} is not part of the program.`);
        }
        this.types = new Map(this.checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));
    }

    /** @param root the root element, whose name is that of a metadata type */
    check(root: XmlElement): ElementProblem[] {
        const { name, line } = root;
        const problems: ElementProblem[] = [];
        if (root.namespace !== METADATA_NAMESPACE) {
            problems.push({ line, message: `<${name}> is not in the namespace ${METADATA_NAMESPACE}` });
        }
        const type = this.types.get(name);
        if (!type) {
            return [...problems, { line, message: `The Metadata API has no type ${name}` }];
        }
        this.checkChildren(root, this.checker.getDeclaredTypeOfSymbol(type), name, problems);
        return problems;
    }

    private checkChildren(element: XmlElement, type: ts.Type, place: string, problems: ElementProblem[]): void {
        if (element.text !== '') {
            problems.push({ line: element.line, message: `Text where only elements belong, in ${place}` });
        }
        const properties = new Map(type.getProperties().map((property) => [property.name, property]));
        const seen = new Set<string>();
        for (const child of element.children) {
            const property = properties.get(child.name);
            if (!property) {
                const known = [...properties.keys()].join(', ').slice(0, LONGEST_LIST);
                problems.push({
                    line: child.line,
                    message: `${place} has no element <${child.name}>. It has: ${known}`
                });
                continue;
            }
            this.checkProperty(child, property, `${place}.${child.name}`, seen.has(child.name), problems);
            seen.add(child.name);
        }
        for (const [name, property] of properties) {
            const isOptional = Boolean(property.flags & ts.SymbolFlags.Optional) || name === NAMED_BY_FILE;
            if (!isOptional && !seen.has(name) && !this.isList(this.typeOf(property))) {
                problems.push({ line: element.line, message: `${place} lacks <${name}>, which is required` });
            }
        }
    }

    private checkProperty(
        element: XmlElement,
        property: ts.Symbol,
        place: string,
        isRepeated: boolean,
        problems: ElementProblem[]
    ): void {
        const type = this.typeOf(property);
        if (!this.isList(type)) {
            if (isRepeated) {
                problems.push({ line: element.line, message: `<${element.name}> stands twice; ${place} is single` });
            }
            this.checkValue(element, type, place, problems);
            return;
        }
        const [itemType] = this.checker.getTypeArguments(type as ts.TypeReference);
        this.checkValue(element, this.checker.getNonNullableType(itemType ?? type), place, problems);
    }

    private checkValue(element: XmlElement, type: ts.Type, place: string, problems: ElementProblem[]): void {
        if (PATHS_NOT_CHECKED.has(place)) {
            return;
        }
        if (isStructure(type)) {
            // Values of custom metadata name a type of XML Schema, which no declaration describes.
            if (!element.attributes['xsi:type']?.startsWith('xsd:')) {
                this.checkChildren(element, type, place, problems);
            }
            return;
        }
        const [child] = element.children;
        if (child) {
            problems.push({ line: child.line, message: `${place} takes text, not <${child.name}>` });
            return;
        }
        const expected = refusedBy(type, element.text);
        if (expected !== undefined) {
            problems.push({ line: element.line, message: `${place} is "${element.text}", not ${expected}` });
        }
    }

    private typeOf(property: ts.Symbol): ts.Type {
        return this.checker.getNonNullableType(this.checker.getTypeOfSymbol(property));
    }

    private isList(type: ts.Type): boolean {
        return this.checker.isArrayType(type);
    }
}

function isStructure(type: ts.Type): boolean {
    return Boolean(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection));
}

/** What a text should be, in words; undefined where it is. */
function refusedBy(type: ts.Type, text: string): string | undefined {
    const parts = type.isUnion() ? type.types : [type];
    if (parts.every((part) => part.flags & ts.TypeFlags.BooleanLike)) {
        return /^(true|false|1|0)$/.test(text) ? undefined : 'true or false';
    }
    if (parts.every((part) => part.flags & ts.TypeFlags.NumberLike)) {
        return /^-?\d+(\.\d+)?$/.test(text) ? undefined : 'a number';
    }
    const literals = parts.filter((part) => part.isStringLiteral());
    if (literals.length === parts.length && !literals.some(({ value }) => value === text)) {
        return `one of: ${literals
            .map(({ value }) => value)
            .join(', ')
            .slice(0, LONGEST_LIST)}`;
    }
    return undefined;
}
