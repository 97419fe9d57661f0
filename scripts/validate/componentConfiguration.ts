import type { ReadMetadataFile } from './metadata/metadataFiles.ts';
import { childrenOf, textOf, type XmlElement } from '../metadata/readXml.ts';

/** A `property` that App Builder offers. */
export interface ConfiguredProperty {
    name: string;
    /** `Integer`, `String`, `Boolean`, `Color`, or an Apex type. */
    type: string;
    element: XmlElement;
}

/** A `targetConfig` of a component's js-meta file. */
export interface TargetConfiguration {
    targets: string[];
    /** Objects whose pages take the component; none means all. */
    objects: string[];
    properties: ConfiguredProperty[];
    element: XmlElement;
}

export interface ComponentConfiguration {
    isExposed: boolean;
    targets: string[];
    configurations: TargetConfiguration[];
}

/** Reads what a js-meta file says of where a component may stand. */
export function readConfiguration({ root }: ReadMetadataFile): ComponentConfiguration {
    return {
        isExposed: textOf(root, 'isExposed') === 'true',
        targets: childrenOf(root, 'targets')
            .flatMap((targets) => childrenOf(targets, 'target'))
            .map(({ text }) => text),
        configurations: childrenOf(root, 'targetConfigs')
            .flatMap((configs) => childrenOf(configs, 'targetConfig'))
            .map(toTargetConfiguration)
    };
}

function toTargetConfiguration(element: XmlElement): TargetConfiguration {
    return {
        element,
        targets: (element.attributes['targets'] ?? '').split(',').map((target) => target.trim()),
        objects: childrenOf(element, 'objects')
            .flatMap((objects) => childrenOf(objects, 'object'))
            .map(({ text }) => text),
        properties: childrenOf(element, 'property').map((property) => ({
            name: property.attributes['name'] ?? '',
            type: property.attributes['type'] ?? '',
            element: property
        }))
    };
}

/** Why a text is no value of a property, or undefined where it is. */
export function refuseValue({ type, element }: ConfiguredProperty, value: string): string | undefined {
    const { min, max, datasource } = element.attributes;
    if (type === 'Integer') {
        if (!/^-?\d+$/.test(value)) {
            return `"${value}" is no whole number`;
        }
        const isOutside = Number(value) < Number(min ?? -Infinity) || Number(value) > Number(max ?? Infinity);
        return isOutside ? `${value} is not from ${min ?? 'any'} to ${max ?? 'any'}` : undefined;
    }
    if (type === 'Boolean') {
        return /^(true|false)$/.test(value) ? undefined : `"${value}" is neither true nor false`;
    }
    const choices = datasource && !datasource.startsWith('apex://') ? datasource.split(',') : undefined;
    return choices && !choices.map((choice) => choice.trim()).includes(value)
        ? `"${value}" is not one of: ${choices.join(', ')}`
        : undefined;
}
