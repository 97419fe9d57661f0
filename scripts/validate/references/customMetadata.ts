import path from 'node:path';
import type { ReadMetadataFile } from '../metadata/metadataFiles.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../../metadata/readXml.ts';
import type { Problem } from '../project.ts';
import type { PackageNames } from './packageNames.ts';
import { problemAt, repeatedNames } from './references.ts';

/** The XML Schema type that a value has in a record's file, by the metadata type of its field. */
const VALUE_TYPES: Readonly<Record<string, readonly string[]>> = {
    Checkbox: ['xsd:boolean'],
    Date: ['xsd:date'],
    DateTime: ['xsd:dateTime'],
    Number: ['xsd:double', 'xsd:int'],
    Percent: ['xsd:double', 'xsd:int']
};

const VALUE_PATTERNS: Readonly<Record<string, RegExp>> = {
    'xsd:boolean': /^(true|false)$/,
    'xsd:date': /^\d{4}-\d\d-\d\d$/,
    'xsd:dateTime': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
    'xsd:double': /^-?\d+(\.\d+)?$/,
    'xsd:int': /^-?\d+$/
};

/** Custom metadata records: their type, their fields, and a value for each that fits it. */
export function checkCustomMetadata(names: PackageNames): Problem[] {
    return names.filesOf('md').flatMap((file) => {
        const typeName = `${file.fullName.split('.')[0]}__mdt`;
        if (!names.schema.findObject(typeName)) {
            return problemAt(file, file.root.line, `There is no custom metadata type ${typeName}`);
        }
        return checkRecord(file, fieldsOf(names, typeName));
    });
}

function fieldsOf(names: PackageNames, typeName: string): Map<string, XmlElement> {
    const files = names
        .filesOf('field')
        .filter(({ file }) => path.basename(path.dirname(path.dirname(file))) === typeName);
    return new Map(files.map(({ fullName, root }) => [fullName, root]));
}

function checkRecord(file: ReadMetadataFile, fields: ReadonlyMap<string, XmlElement>): Problem[] {
    const values = childrenOf(file.root, 'values');
    const given = new Set(values.filter(hasValue).map((value) => textOf(value, 'field')));
    const missing = [...fields].filter(([name, field]) => textOf(field, 'required') === 'true' && !given.has(name));
    return [
        ...values.flatMap((value) => problemAt(file, value.line, refuseValue(fields, value))),
        ...missing.flatMap(([name]) =>
            problemAt(file, file.root.line, `It has no value for ${name}, which is required`)
        ),
        ...repeatedNames(file, values, 'field')
    ];
}

function hasValue(element: XmlElement): boolean {
    return (textOf(element, 'value') ?? '') !== '';
}

function refuseValue(fields: ReadonlyMap<string, XmlElement>, element: XmlElement): string | undefined {
    const name = textOf(element, 'field') ?? '';
    const field = fields.get(name);
    const value = childOf(element, 'value');
    if (!field) {
        return `The custom metadata type has no field ${name}`;
    }
    if (!value || value.attributes['xsi:nil'] === 'true') {
        return undefined;
    }
    return refuseType(name, field, value) ?? refuseText(name, field, value.text);
}

function refuseType(name: string, field: XmlElement, value: XmlElement): string | undefined {
    const allowed = VALUE_TYPES[textOf(field, 'type') ?? ''] ?? ['xsd:string'];
    const type = value.attributes['xsi:type'] ?? '';
    if (!allowed.includes(type)) {
        return `${name} takes a value of the type ${allowed.join(' or ')}, not "${type}"`;
    }
    const pattern = VALUE_PATTERNS[type];
    return pattern && !pattern.test(value.text) ? `${name} is "${value.text}", which is no ${type}` : undefined;
}

function refuseText(name: string, field: XmlElement, text: string): string | undefined {
    const length = Number(textOf(field, 'length') ?? Infinity);
    if (text.length > length) {
        return `${name} is longer than ${length} characters`;
    }
    const definition = childrenOf(field, 'valueSet').flatMap((set) => childrenOf(set, 'valueSetDefinition'));
    const options = definition
        .flatMap((each) => childrenOf(each, 'value'))
        .map((each) => textOf(each, 'fullName') ?? '');
    return options.length > 0 && text !== '' && !options.includes(text)
        ? `${name} is "${text}", not one of: ${options.join(', ')}`
        : undefined;
}
