import path from 'node:path';
import { bundleFolders } from '../bundles.ts';
import { readApiProperties, type ApiProperty } from '../components/apiProperties.ts';
import { readConfiguration, refuseValue, type ConfiguredProperty } from '../componentConfiguration.ts';
import type { ReadMetadataFile } from '../metadata/metadataFiles.ts';
import { childrenOf, type XmlElement } from '../../metadata/readXml.ts';
import type { Problem, Project } from '../project.ts';
import { problemAt } from '../references/references.ts';

/** What TypeScript a property of App Builder is, by its type there. */
const TYPESCRIPT_TYPES: Readonly<Record<string, string>> = {
    Boolean: 'boolean',
    Integer: 'number',
    String: 'string',
    Color: 'string'
};

/** Types of properties beside those, by the guide to a component's configuration file. */
const OTHER_TYPES = /^(Date|DateTime|ContentReference|Picklist|\w+\[\]|(apex|@salesforce\/schema)[:/].+)$/;

/** What a `targetConfig` may hold, which the Metadata API's types do not tell: to them it is a text. */
const CONFIGURATION_ELEMENTS: ReadonlySet<string> = new Set([
    'actionType',
    'event',
    'hasStep',
    'objects',
    'property',
    'propertyType',
    'supportedFormFactors'
]);

const FORM_FACTORS: readonly string[] = ['Large', 'Small'];

const RECORD_TARGETS = ['lightning__RecordPage', 'lightning__RecordAction'];

/** Properties that Lightning sets by itself on pages of records. */
const RECORD_PROPERTIES = ['recordId', 'objectApiName'];

/** Each js-meta file against the class of its component. */
export async function checkComponentProperties(project: Project): Promise<Problem[]> {
    return bundleFolders(project.files).flatMap((folder) => {
        const name = path.basename(folder);
        const file = path.join(folder, `${name}.js-meta.xml`);
        const metadata = project.readableMetadata.find((each) => each.file === file);
        if (!metadata) {
            return project.files.includes(file)
                ? []
                : [{ file, message: `The component ${name} lacks its js-meta file` }];
        }
        return checkConfigurations(project, metadata, folder);
    });
}

function checkConfigurations(project: Project, metadata: ReadMetadataFile, folder: string): Problem[] {
    const { isExposed, targets, configurations } = readConfiguration(metadata);
    const { file, root } = metadata;
    if (isExposed && targets.length === 0) {
        return [{ file, line: root.line, message: 'It is exposed, but to no target', severity: 3 }];
    }
    const properties = targets.length === 0 ? new Map<string, ApiProperty>() : readApiProperties(project.files, folder);
    return [
        ...checkRecordProperties(metadata, targets, properties),
        ...configurations.flatMap((configuration) => [
            ...checkElements(metadata, configuration.element),
            ...configuration.targets
                .filter((target) => !targets.includes(target))
                .map((target) => ({ file, line: configuration.element.line, message: `<targets> lacks ${target}` })),
            ...configuration.objects
                .filter((object) => !project.schema.findObject(object))
                .map((object) => ({ file, line: configuration.element.line, message: `There is no object ${object}` })),
            ...configuration.properties.flatMap((property) => {
                const message = refuseProperty(property, properties.get(property.name));
                return message === undefined ? [] : [{ file, line: property.element.line, message }];
            })
        ])
    ];
}

function checkElements(file: ReadMetadataFile, element: XmlElement): Problem[] {
    const formFactors = childrenOf(element, 'supportedFormFactors').flatMap(({ children }) => children);
    const properties = childrenOf(element, 'property').map(({ attributes, line }) => ({
        name: attributes['name'],
        line
    }));
    return [
        ...element.children
            .filter(({ name }) => !CONFIGURATION_ELEMENTS.has(name))
            .flatMap(({ name, line }) => problemAt(file, line, `<targetConfig> has no element <${name}>`)),
        ...formFactors
            .filter(({ attributes }) => !FORM_FACTORS.includes(attributes['type'] ?? ''))
            .flatMap(({ line }) => problemAt(file, line, `A form factor is ${FORM_FACTORS.join(' or ')}`)),
        ...properties
            .filter(({ name }, index) => properties.findIndex((each) => each.name === name) < index)
            .flatMap(({ name, line }) => problemAt(file, line, `The property ${name} is there twice`))
    ];
}

function refuseProperty(property: ConfiguredProperty, own: ApiProperty | undefined): string | undefined {
    if (!own) {
        return `The class has no @api property ${property.name}`;
    }
    const wanted = TYPESCRIPT_TYPES[property.type];
    if (wanted === undefined && !OTHER_TYPES.test(property.type)) {
        return `${property.name} has the type ${property.type}, which App Builder does not know`;
    }
    if (
        wanted !== undefined &&
        own.type !== undefined &&
        !own.type
            .split('|')
            .map((type) => type.trim())
            .includes(wanted)
    ) {
        return `${property.name} is ${property.type} here, but ${own.type} in the class`;
    }
    const value = property.element.attributes['default'];
    const refused = value === undefined ? undefined : refuseValue(property, value);
    return refused && `The default of ${property.name}: ${refused}`;
}

/** recordId and objectApiName come from pages of records only. */
function checkRecordProperties(
    { file, root }: ReadMetadataFile,
    targets: readonly string[],
    properties: ReadonlyMap<string, ApiProperty>
): Problem[] {
    // A base class may serve pages of records as well as others.
    const used = RECORD_PROPERTIES.filter((name) => properties.get(name)?.isInherited === false);
    return targets.length === 0 || used.length === 0 || targets.some((target) => RECORD_TARGETS.includes(target))
        ? []
        : [
              {
                  file,
                  line: root.line,
                  message: `The class takes ${used.join(' and ')}, which none of its targets gives`,
                  severity: 3
              }
          ];
}
