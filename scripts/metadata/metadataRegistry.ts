import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A type of metadata component, as the sf CLI's own registry tells it. */
export interface MetadataType {
    readonly name: string;
    readonly directoryName: string;
    readonly suffix?: string;
    readonly strategies?: { readonly adapter?: string };
    readonly children?: { readonly types: Readonly<Record<string, ChildType>> };
}

/** A component that is an element in the file of another, such as a field of an object. */
export interface ChildType {
    readonly name: string;
    readonly directoryName: string;
    readonly suffix?: string;
    /** The element; the directory's name where the registry does not say. */
    readonly xmlElementName?: string;
    /** The element in it that holds its name; fullName where the registry does not say. */
    readonly uniqueIdElement?: string;
    /** True if the component's name does not begin with its parent's, as for a label. */
    readonly ignoreParentName?: boolean;
}

interface Registry {
    readonly types: Readonly<Record<string, MetadataType>>;
}

const registryFile = '@salesforce/source-deploy-retrieve/lib/src/registry/metadataRegistry.json';

let types: ReadonlyMap<string, MetadataType> | undefined;

export function findMetadataType(name: string): MetadataType | undefined {
    return allTypes().get(name);
}

/** The type of whose file a component of a child type is part. */
export function findParentType(childName: string): { parent: MetadataType; child: ChildType } | undefined {
    for (const parent of allTypes().values()) {
        const child = Object.values(parent.children?.types ?? {}).find(({ name }) => name === childName);
        if (child) {
            return { parent, child };
        }
    }
    return undefined;
}

/**
 * The type of the component that a file ending in `.suffix-meta.xml` holds, elements of others such as fields included.
 * @returns undefined where the suffix is unknown, or does not tell the root element: settings are named after what they set.
 */
export function typeOfSuffix(suffix: string): string | undefined {
    if (suffix === 'settings') {
        return undefined;
    }
    const all = [...allTypes().values()].flatMap((type) => [type, ...Object.values(type.children?.types ?? {})]);
    return all.find((type) => type.suffix === suffix)?.name;
}

function allTypes(): ReadonlyMap<string, MetadataType> {
    if (!types) {
        const path = createRequire(import.meta.url).resolve(registryFile);
        const registry = JSON.parse(readFileSync(path, 'utf8')) as Registry;
        types = new Map(Object.values(registry.types).map((type) => [type.name, type]));
    }
    return types;
}
