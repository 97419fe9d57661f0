import { readMetadataFiles } from './metadataFiles.ts';
import { createMetadataParser } from './metadataXml.ts';

/** A page layout as it is deployed: field sections and related lists. */
export interface PageLayout {
    name: string;
    sections: LayoutSection[];
    relatedLists: LayoutRelatedList[];
}

export interface LayoutSection {
    label: string;
    /** Field names, column by column. */
    columns: string[][];
}

/** Names are the layout's: a related list and its columns may be called otherwise in SOQL. */
export interface LayoutRelatedList {
    name: string;
    columns: string[];
    sortField?: string;
    descending: boolean;
}

interface LayoutFile {
    Layout?: {
        layoutSections?: SectionXml[];
        relatedLists?: { relatedList?: string; fields?: string[]; sortField?: string; sortOrder?: string }[];
    };
}

interface SectionXml {
    label?: string;
    customLabel?: string;
    /** An empty column is an empty text, or blanks. */
    layoutColumns?: (ColumnXml | string)[];
}

interface ColumnXml {
    layoutItems?: { field?: string }[];
}

const parser = createMetadataParser([
    'layoutSections',
    'layoutColumns',
    'layoutItems',
    'relatedLists',
    'Layout.relatedLists.fields'
]);

/**
 * The page layout that is deployed for an object.
 * Where there are several, the first by name: which one a user gets is set in profiles, not in the file.
 */
export function findPageLayout(sourceFolder: string, objectName: string): PageLayout | undefined {
    const file = readMetadataFiles(sourceFolder, '.layout-meta.xml').find(
        // The full name is the object, a hyphen and the layout's name.
        (layout) => layout.name.split('-')[0]?.toLowerCase() === objectName.toLowerCase()
    );
    return file && parsePageLayout(file.name, file.xml);
}

/** Parses a layout's XML. Sections without fields, such as custom links, are left out. */
export function parsePageLayout(name: string, xml: string): PageLayout {
    const layout = (parser.parse(xml) as LayoutFile).Layout;
    if (layout === undefined) {
        throw new Error(`${name}.layout-meta.xml has no <Layout> element.`);
    }
    return {
        name,
        sections: (layout.layoutSections ?? []).map(toSection).filter((section) => section.columns.length > 0),
        relatedLists: (layout.relatedLists ?? []).map((list) => ({
            name: list.relatedList ?? '',
            columns: list.fields ?? [],
            sortField: list.sortField || undefined,
            descending: list.sortOrder === 'Desc'
        }))
    };
}

function toSection(section: SectionXml): LayoutSection {
    const columns = (section.layoutColumns ?? []).map(fieldsOf).filter((fields) => fields.length > 0);
    return { label: sectionLabel(section), columns };
}

function fieldsOf(column: ColumnXml | string): string[] {
    const items = typeof column === 'string' ? [] : (column.layoutItems ?? []);
    return items.flatMap((item) => item.field ?? []);
}

/** The label of a standard section is a key, such as `GatewayDetails`: its words make the label. */
function sectionLabel(section: SectionXml): string {
    const label = section.label ?? '';
    return section.customLabel === 'true' ? label : label.replace(/([a-z])([A-Z])/g, '$1 $2');
}
