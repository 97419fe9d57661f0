import path from 'node:path';
import { bundleFolders } from '../bundles.ts';
import { readApiProperties, type ApiProperty } from '../components/apiProperties.ts';
import { readConfiguration, refuseValue, type ConfiguredProperty } from '../componentConfiguration.ts';
import type { ReadMetadataFile } from '../metadata/metadataFiles.ts';
import { textOf } from '../metadata/readXml.ts';
import type { Problem, Project } from '../project.ts';

/** What TypeScript a property of App Builder is, by its type there. */
const TYPESCRIPT_TYPES: Readonly<Record<string, string>> = {
    Boolean: 'boolean',
    Integer: 'number',
    String: 'string',
    Color: 'string'
};

const RECORD_TARGETS = ['lightning__RecordPage', 'lightning__RecordAction'];

/** Properties that Lightning sets by itself on pages of records. */
const RECORD_PROPERTIES = ['recordId', 'objectApiName'];

/** Each js-meta file against the class of its component, and against the project's API version. */
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
        return [...checkVersion(project, metadata), ...checkConfigurations(project, metadata, folder)];
    });
}

function checkVersion(project: Project, { file, root }: ReadMetadataFile): Problem[] {
    const version = textOf(root, 'apiVersion');
    const wanted = project.definition.sourceApiVersion;
    return version === wanted
        ? []
        : [{ file, line: root.line, message: `apiVersion is ${version ?? 'missing'}, that of the project ${wanted}` }];
}

function checkConfigurations(project: Project, metadata: ReadMetadataFile, folder: string): Problem[] {
    const { isExposed, targets, configurations } = readConfiguration(metadata);
    const { file, root } = metadata;
    if (isExposed && targets.length === 0) {
        return [{ file, line: root.line, message: 'It is exposed, but to no target' }];
    }
    const properties = targets.length === 0 ? new Map<string, ApiProperty>() : readApiProperties(project.files, folder);
    return [
        ...checkRecordProperties(metadata, targets, properties),
        ...configurations.flatMap((configuration) => [
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

function refuseProperty(property: ConfiguredProperty, own: ApiProperty | undefined): string | undefined {
    if (!own) {
        return `The class has no @api property ${property.name}`;
    }
    const wanted = TYPESCRIPT_TYPES[property.type];
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
                  message: `The class takes ${used.join(' and ')}, which none of its targets gives`
              }
          ];
}
