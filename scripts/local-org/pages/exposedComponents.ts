import fs from 'node:fs';
import path from 'node:path';
import { packageBundles } from '../build/packageBundles.ts';
import { FileMemory } from '../sourceFiles.ts';
import { createMetadataParser } from './metadataXml.ts';

/** A component of the package that App Builder offers for a kind of page. */
export interface ExposedComponent {
    /** As a FlexiPage names it: `c:paymentConsole`. */
    componentName: string;
    /** Design attribute to its type: `String`, `Integer`, `Boolean` and so on. */
    propertyTypes: Map<string, string>;
}

/** The kinds of pages that the local org draws, as `js-meta.xml` calls them. */
export const PAGE_TARGETS = ['lightning__RecordPage', 'lightning__AppPage'] as const;

export type PageTarget = (typeof PAGE_TARGETS)[number];

interface MetaFile {
    LightningComponentBundle?: {
        isExposed?: string;
        targets?: { target?: string[] };
        targetConfigs?: { targetConfig?: TargetConfig[] };
    };
}

interface TargetConfig {
    '@targets'?: string;
    property?: { '@name'?: string; '@type'?: string }[];
}

const parser = createMetadataParser(['target', 'targetConfig', 'property']);

/** Each view of a page asks for all of them. */
const metaFiles = new FileMemory((file) => parser.parse(fs.readFileSync(file, 'utf8')) as MetaFile);

/** Reads the `*.js-meta.xml` of every bundle. Bundles without one, or not exposed to such pages, are left out. */
export function readExposedComponents(sourceFolder: string, target: PageTarget): Map<string, ExposedComponent> {
    const components = new Map<string, ExposedComponent>();
    for (const [name, folder] of packageBundles(sourceFolder)) {
        const file = path.join(folder, `${name}.js-meta.xml`);
        const component = fs.existsSync(file) ? readComponent(name, metaFiles.get(file), target) : undefined;
        if (component) {
            components.set(component.componentName, component);
        }
    }
    return components;
}

function readComponent(name: string, file: MetaFile, target: PageTarget): ExposedComponent | undefined {
    const bundle = file.LightningComponentBundle;
    if (bundle?.isExposed !== 'true' || !bundle.targets?.target?.includes(target)) {
        return undefined;
    }
    const propertyTypes = new Map<string, string>();
    for (const config of bundle.targetConfigs?.targetConfig ?? []) {
        if (config['@targets']?.split(/[\s,]+/).includes(target)) {
            for (const property of config.property ?? []) {
                propertyTypes.set(property['@name'] ?? '', property['@type'] ?? 'String');
            }
        }
    }
    return { componentName: `c:${name}`, propertyTypes };
}
