import type { ObjectDefinition } from '../schema/schema.ts';
import { readExposedComponents, type ExposedComponent, type PageTarget } from './exposedComponents.ts';
import type { FlexiPage, FlexiPageItem } from './flexiPage.ts';
import type { OrgData } from './orgData.ts';
import type { LayoutRelatedList, PageLayout } from './pageLayout.ts';
import type { PageComponent, PageTab, Region } from './pageModel.ts';
import { relatedList } from './recordLists.ts';

/** Widths of the regions of Lightning's record page templates, in twelfths. Others fill the row. */
const REGION_WIDTHS: Record<string, Record<string, number>> = {
    'flexipage:recordHomeTemplateDesktop': { main: 8, sidebar: 4 },
    'flexipage:recordHomeLeftSidebarTemplateDesktop': { sidebar: 4, main: 8 },
    'flexipage:recordHomeWithSubheaderTemplateDesktop': { main: 8, sidebar: 4 },
    'flexipage:recordHomeWithSubheaderLeftSidebarTemplateDesktop': { sidebar: 4, main: 8 },
    'flexipage:recordHomeTwoColEqualHeaderTemplateDesktop': { leftcol: 6, rightcol: 6 },
    'flexipage:recordHomeThreeColTemplateDesktop': { leftsidebar: 3, main: 6, rightsidebar: 3 }
};

/** Labels of the standard tabs; a custom tab has its label as its title. */
const STANDARD_TABS: Record<string, string> = {
    'Standard.Tab.activity': 'Activity',
    'Standard.Tab.collaborate': 'Collaborate',
    'Standard.Tab.detail': 'Details',
    'Standard.Tab.feed': 'Feed',
    'Standard.Tab.relatedLists': 'Related',
    'Standard.Tab.summary': 'Summary'
};

/** What drawing a FlexiPage's components takes. */
interface Context {
    org: OrgData;
    object: ObjectDefinition;
    recordId: string;
    page: FlexiPage;
    layout: PageLayout | undefined;
    exposed: ExposedComponents;
}

/** The components that a kind of page may place. */
interface ExposedComponents {
    target: PageTarget;
    byName: Map<string, ExposedComponent>;
}

/** The regions of a record page as its FlexiPage arranges them. */
export function flexiPageRegions(
    org: OrgData,
    sourceFolder: string,
    object: ObjectDefinition,
    recordId: string,
    page: FlexiPage,
    layout: PageLayout | undefined
): Region[] {
    const exposed = exposedTo('lightning__RecordPage', sourceFolder);
    const context: Context = { org, object, recordId, page, layout, exposed };
    const widths = REGION_WIDTHS[page.template] ?? {};
    return page.regions
        .filter((region) => region.type === 'Region')
        .map((region) => ({
            name: region.name,
            width: widths[region.name] ?? 12,
            components: region.items.map((item) => toComponent(context, item))
        }));
}

/** The regions of an app page as its FlexiPage arranges them: it has no record, so only the package's components. */
export function appPageRegions(sourceFolder: string, page: FlexiPage): Region[] {
    const exposed = exposedTo('lightning__AppPage', sourceFolder);
    return page.regions
        .filter((region) => region.type === 'Region')
        .map((region) => ({
            name: region.name,
            width: 12,
            components: region.items.map((item) => packageComponent(exposed, item))
        }));
}

function exposedTo(target: PageTarget, sourceFolder: string): ExposedComponents {
    return { target, byName: readExposedComponents(sourceFolder, target) };
}

/** A record page without a FlexiPage. */
export function defaultRegions(hasRelatedLists: boolean): Region[] {
    const details: PageTab = { label: 'Details', active: true, components: [{ kind: 'details' }] };
    const related: PageTab = { label: 'Related', active: false, components: [{ kind: 'relatedLists' }] };
    const tabs = hasRelatedLists ? [details, related] : [details];
    return [
        { name: 'header', width: 12, components: [{ kind: 'highlights' }] },
        { name: 'main', width: 12, components: [{ kind: 'tabs', tabs }] }
    ];
}

function toComponent(context: Context, item: FlexiPageItem): PageComponent {
    switch (item.componentName) {
        case 'force:highlightsPanel':
            return { kind: 'highlights' };
        case 'force:detailPanel':
            return { kind: 'details' };
        case 'force:relatedListContainer':
            return { kind: 'relatedLists' };
        case 'force:relatedListSingleContainer':
            return { kind: 'relatedList', list: singleRelatedList(context, item) };
        case 'flexipage:tabset':
            return {
                kind: 'tabs',
                tabs: facetItems(context, item.properties['tabs']).map((tab) => toTab(context, tab))
            };
        default:
            return packageComponent(context.exposed, item);
    }
}

function toTab(context: Context, item: FlexiPageItem): PageTab {
    const title = item.properties['title'] ?? '';
    return {
        label: STANDARD_TABS[title] ?? title,
        active: item.properties['active'] === 'true',
        components: facetItems(context, item.properties['body']).map((child) => toComponent(context, child))
    };
}

function facetItems(context: Context, facetName: string | undefined): FlexiPageItem[] {
    return context.page.regions.find((region) => region.name === facetName)?.items ?? [];
}

function singleRelatedList(context: Context, item: FlexiPageItem) {
    const name = item.properties['relatedListApiName'] ?? '';
    const inLayout = context.layout?.relatedLists.find((list) => name.endsWith(list.name));
    const list: LayoutRelatedList = inLayout ?? { name, columns: [], descending: false };
    return relatedList(context.org, context.object, context.recordId, list);
}

function packageComponent({ target, byName }: ExposedComponents, item: FlexiPageItem): PageComponent {
    const { componentName } = item;
    // A FlexiPage may name a component of the package with or without the default namespace.
    const exposed = byName.get(componentName.includes(':') ? componentName : `c:${componentName}`);
    if (exposed) {
        return { kind: 'package', componentName: exposed.componentName, properties: properties(exposed, item) };
    }
    const reason = /^(c:|[^:]*$)/.test(componentName)
        ? `The package has no such component for this kind of page: its js-meta.xml must say isExposed and ${target}.`
        : 'This component of Salesforce does not exist in the local org.';
    return { kind: 'placeholder', componentName, reason };
}

/** Property values are texts in the FlexiPage; components get the types that their js-meta.xml declares. */
function properties(component: ExposedComponent, item: FlexiPageItem): Record<string, string | number | boolean> {
    const typed = Object.entries(item.properties).map(([name, value]) => {
        const type = component.propertyTypes.get(name);
        if (type === 'Integer') {
            return [name, Number(value)];
        }
        return [name, type === 'Boolean' ? value === 'true' : value];
    });
    return Object.fromEntries(typed) as Record<string, string | number | boolean>;
}
