import { refuseValue, readConfiguration, type ConfiguredProperty } from '../componentConfiguration.ts';
import type { ReadMetadataFile } from '../metadata/metadataFiles.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../../metadata/readXml.ts';
import type { Problem } from '../project.ts';
import type { PackageNames } from './packageNames.ts';
import { problemAt, refuseNames, repeatedNames } from './references.ts';
import { findRelatedList } from '../../local-org/schema/relatedLists.ts';

/** Namespaces of Salesforce's own components. What they take is not known here. */
const STANDARD =
    /^(flexipage|force|forceChatter|forceCommunity|lightning|runtime_\w+|console|record_flexipage|home|sfa)$/;

/** The target that a component needs for each type of page. */
const TARGETS: Readonly<Record<string, string>> = {
    AppPage: 'lightning__AppPage',
    HomePage: 'lightning__HomePage',
    RecordPage: 'lightning__RecordPage',
    UtilityBar: 'lightning__UtilityBar'
};

/** Properties of Salesforce's tabs and tab sets that name a facet of the page. */
const FACET_PROPERTIES: ReadonlySet<string> = new Set(['body', 'tabs', 'columns', 'sections']);

/** Lightning pages: their object, components, component properties, fields and facets. */
export function checkFlexiPages(names: PackageNames): Problem[] {
    return names.filesOf('flexipage').flatMap((file) => {
        const regions = childrenOf(file.root, 'flexiPageRegions');
        const items = regions.flatMap((region) => childrenOf(region, 'itemInstances'));
        const components = items.flatMap((item) => childrenOf(item, 'componentInstance'));
        return [
            ...refuseNames(file, [file.root], 'sobjectType', (name) =>
                names.schema.findObject(name) ? undefined : `There is no object ${name}`
            ),
            ...repeatedNames(file, components, 'identifier'),
            ...repeatedNames(file, regions, 'name'),
            ...components.flatMap((component) => checkComponent(names, file, component)),
            ...components.flatMap((component) => checkLabels(names, file, component)),
            ...checkFieldItems(names, file, items),
            ...checkVisibility(names, file, items),
            ...checkFacets(file, regions, components)
        ];
    });
}

function checkComponent(names: PackageNames, file: ReadMetadataFile, component: XmlElement): Problem[] {
    const written = textOf(component, 'componentName') ?? '';
    const [namespace, ...rest] = written.split(':');
    if (rest.length > 0 && namespace !== 'c') {
        const isKnown = STANDARD.test(namespace ?? '');
        return isKnown
            ? checkRelatedListName(names, file, component)
            : problemAt(file, component.line, `There is no component ${written}`);
    }
    const name = rest[0] ?? written;
    const configuration = names.filesOf('js').find(({ fullName }) => fullName === name);
    return configuration
        ? checkOwnComponent(file, component, name, configuration)
        : problemAt(file, component.line, `There is no component ${name}`);
}

function checkOwnComponent(
    file: ReadMetadataFile,
    component: XmlElement,
    name: string,
    configurationFile: ReadMetadataFile
): Problem[] {
    const { isExposed, targets, configurations } = readConfiguration(configurationFile);
    const pageType = textOf(file.root, 'type') ?? '';
    const target = TARGETS[pageType];
    if (!isExposed || (target !== undefined && !targets.includes(target))) {
        return problemAt(file, component.line, `${name} is not exposed to pages of the type ${pageType}`);
    }
    const own = configurations.filter((each) => target === undefined || each.targets.includes(target));
    const objects = own.flatMap((each) => each.objects);
    const object = textOf(file.root, 'sobjectType');
    if (object !== undefined && objects.length > 0 && !objects.includes(object)) {
        return problemAt(file, component.line, `${name} is not for pages of ${object}`);
    }
    return checkProperties(
        file,
        component,
        name,
        own.flatMap((each) => each.properties)
    );
}

function checkProperties(
    file: ReadMetadataFile,
    component: XmlElement,
    name: string,
    properties: readonly ConfiguredProperty[]
): Problem[] {
    const given = childrenOf(component, 'componentInstanceProperties');
    const missing = properties.filter(
        ({ name: wanted, element }) =>
            element.attributes['required'] === 'true' && !given.some((each) => textOf(each, 'name') === wanted)
    );
    return [
        ...missing.flatMap((each) => problemAt(file, component.line, `${name} needs its property ${each.name}`)),
        ...repeatedNames(file, given, 'name'),
        ...given.flatMap((each) => {
            const wanted = textOf(each, 'name');
            const property = properties.find((known) => known.name === wanted);
            if (!property) {
                return problemAt(file, each.line, `${name} offers no property ${wanted}`);
            }
            const refused = refuseValue(property, textOf(each, 'value') ?? '');
            return problemAt(file, each.line, refused && `${name}.${property.name}: ${refused}`);
        })
    ];
}

/** Custom labels in the place of texts: `{!$Label.Payments_Payments_Title}`. */
function checkLabels(names: PackageNames, file: ReadMetadataFile, component: XmlElement): Problem[] {
    return refuseNames(file, childrenOf(component, 'componentInstanceProperties'), 'value', (value) => {
        const [, label] = /^\{!\$Label\.(?:c\.)?(\w+)\}$/.exec(value) ?? [];
        return label === undefined || names.labels.has(label) ? undefined : `There is no custom label ${label}`;
    });
}

function checkRelatedListName(names: PackageNames, file: ReadMetadataFile, component: XmlElement): Problem[] {
    const object = names.schema.findObject(textOf(file.root, 'sobjectType') ?? '');
    const list = childrenOf(component, 'componentInstanceProperties').find(
        (property) => textOf(property, 'name') === 'relatedListApiName'
    );
    const name = list && textOf(list, 'value');
    return object && list && name !== undefined && !findRelatedList(names.schema, object, name)
        ? problemAt(file, list.line, `${object.name} has no related list ${name}`)
        : [];
}

/** Fields that stand on the page by themselves: `Record.Amount`. */
function checkFieldItems(names: PackageNames, file: ReadMetadataFile, items: readonly XmlElement[]): Problem[] {
    const object = textOf(file.root, 'sobjectType') ?? '';
    return refuseNames(
        file,
        items.flatMap((item) => childOf(item, 'fieldInstance') ?? []),
        'fieldItem',
        (name) => names.refuseField(name.replace(/^Record\./, `${object}.`))
    );
}

/** What decides whether something is shown: `{!Record.Status}`, `{!$Permission.CustomPermission.Name}`. */
function checkVisibility(names: PackageNames, file: ReadMetadataFile, items: readonly XmlElement[]): Problem[] {
    const object = textOf(file.root, 'sobjectType') ?? '';
    const criteria = items
        .flatMap(({ children }) => children)
        .flatMap((instance) => childrenOf(instance, 'visibilityRule'))
        .flatMap((rule) => childrenOf(rule, 'criteria'));
    return refuseNames(file, criteria, 'leftValue', (value) => {
        const permission = /^\{!\$Permission\.CustomPermission\.(\w+)\}$/.exec(value)?.[1];
        if (permission !== undefined) {
            return names.has('customPermission', permission)
                ? undefined
                : `There is no custom permission ${permission}`;
        }
        const field = /^\{!Record\.([\w.]+)\}$/.exec(value)?.[1];
        return field === undefined ? undefined : names.refuseField(`${object}.${field}`);
    });
}

function checkFacets(
    file: ReadMetadataFile,
    regions: readonly XmlElement[],
    components: readonly XmlElement[]
): Problem[] {
    const facets = regions.filter((region) => textOf(region, 'type') === 'Facet');
    const named = components
        .flatMap((component) => childrenOf(component, 'componentInstanceProperties'))
        .filter((property) => FACET_PROPERTIES.has(textOf(property, 'name') ?? ''))
        .map((property) => ({ line: property.line, name: textOf(property, 'value') ?? '' }));
    const isFacet = (name: string) => facets.some((facet) => textOf(facet, 'name') === name);
    return [
        ...named
            .filter(({ name }) => !isFacet(name))
            .flatMap(({ name, line }) => problemAt(file, line, `The page has no facet ${name}`)),
        ...facets
            .filter((facet) => !named.some(({ name }) => name === textOf(facet, 'name')))
            .flatMap((facet) => problemAt(file, facet.line, `Nothing shows the facet ${textOf(facet, 'name')}`))
    ];
}
