import { readCustomLabels } from '../build/customLabels.ts';
import type { Language } from '../build/language.ts';
import { readMetadataFiles } from './metadataFiles.ts';
import { createMetadataParser } from './metadataXml.ts';

/** A FlexiPage as it is deployed. Visibility rules are not read: every component is shown. */
export interface FlexiPage {
    name: string;
    /** Empty for an app page. */
    objectName: string;
    template: string;
    /** Regions of the template and the facets that components refer to, such as the content of a tab. */
    regions: FlexiPageRegion[];
}

export interface FlexiPageRegion {
    name: string;
    type: 'Region' | 'Facet';
    items: FlexiPageItem[];
}

/** A placed component. A field placed by itself (dynamic forms) has the component name `field` and a `field` property. */
export interface FlexiPageItem {
    componentName: string;
    properties: Record<string, string>;
}

interface FlexiPageFile {
    FlexiPage?: FlexiPageXml;
}

interface FlexiPageXml {
    type?: string;
    masterLabel?: string;
    sobjectType?: string;
    template?: { name?: string };
    flexiPageRegions?: RegionXml[];
}

interface RegionXml {
    name?: string;
    type?: string;
    itemInstances?: ItemXml[];
}

interface ItemXml {
    componentInstance?: {
        componentName?: string;
        componentInstanceProperties?: { name?: string; value?: string }[];
    };
    fieldInstance?: { fieldItem?: string };
}

const parser = createMetadataParser(['flexiPageRegions', 'itemInstances', 'componentInstanceProperties']);

/** A property's value that names a custom label instead of being the text itself: `{!$Label.Payments_Payments_Title}`. */
const LABEL = /^\{!\$Label\.(?:c\.)?(\w+)\}$/;

/**
 * The record page that is deployed for an object, with its labels in the language.
 * Where there are several, the first by name: which one a user gets is set in the org, not in the file.
 */
export function findRecordFlexiPage(
    sourceFolder: string,
    objectName: string,
    language: Language
): FlexiPage | undefined {
    const found = readMetadataFiles(sourceFolder, '.flexipage-meta.xml')
        .map((file) => parseFlexiPage(file.name, file.xml))
        .find((page) => page?.objectName.toLowerCase() === objectName.toLowerCase());
    return found && { ...found, regions: withLabels(found.regions, sourceFolder, language) };
}

/** Parses a FlexiPage's XML. Returns undefined for a page that is no record page, such as an app page. */
export function parseFlexiPage(name: string, xml: string): FlexiPage | undefined {
    const page = (parser.parse(xml) as FlexiPageFile).FlexiPage;
    if (!page) {
        throw new Error(`${name}.flexipage-meta.xml has no <FlexiPage> element.`);
    }
    return page.type === 'RecordPage' && page.sobjectType ? toFlexiPage(name, page, page.sobjectType) : undefined;
}

/** The app page of this name, such as one that a tab opens. Undefined where there is none, or it is no app page. */
export function findAppFlexiPage(sourceFolder: string, name: string, language: Language): FlexiPage | undefined {
    const file = readMetadataFiles(sourceFolder, '.flexipage-meta.xml').find((found) => found.name === name);
    const page = file && (parser.parse(file.xml) as FlexiPageFile).FlexiPage;
    if (page?.type !== 'AppPage') {
        return undefined;
    }
    const found = toFlexiPage(name, page, '');
    return { ...found, regions: withLabels(found.regions, sourceFolder, language) };
}

/** The regions with the texts of the labels that their properties name. A label that is not there keeps its name. */
function withLabels(regions: FlexiPageRegion[], sourceFolder: string, language: Language): FlexiPageRegion[] {
    let texts: ReadonlyMap<string, string> | undefined;
    const textOf = (value: string) => {
        const [, name = ''] = LABEL.exec(value) ?? [];
        texts ??= name ? language.translate(readCustomLabels(sourceFolder)) : undefined;
        return texts?.get(name) ?? value;
    };
    const withTexts = (properties: Record<string, string>) =>
        Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, textOf(value)]));
    return regions.map((region) => ({
        ...region,
        items: region.items.map((item) => ({ ...item, properties: withTexts(item.properties) }))
    }));
}

function toFlexiPage(name: string, page: FlexiPageXml, objectName: string): FlexiPage {
    return {
        name,
        objectName,
        template: page.template?.name ?? '',
        regions: (page.flexiPageRegions ?? []).map(toRegion)
    };
}

function toRegion(region: RegionXml): FlexiPageRegion {
    return {
        name: region.name ?? '',
        type: region.type === 'Facet' ? 'Facet' : 'Region',
        items: (region.itemInstances ?? []).map(toItem)
    };
}

function toItem(item: ItemXml): FlexiPageItem {
    if (item.fieldInstance) {
        return { componentName: 'field', properties: { field: item.fieldInstance.fieldItem ?? '' } };
    }
    const properties: Record<string, string> = {};
    for (const property of item.componentInstance?.componentInstanceProperties ?? []) {
        if (property.name && property.value !== undefined) {
            properties[property.name] = property.value;
        }
    }
    return { componentName: item.componentInstance?.componentName ?? '', properties };
}
