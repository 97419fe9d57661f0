import { childrenOf, textOf } from '../../metadata/readXml.ts';
import type { Problem } from '../project.ts';
import type { PackageNames } from './packageNames.ts';
import { problemAt, refuseNames } from './references.ts';

/** What tabs and quick actions open, and what applications hold. */
export function checkTabs(names: PackageNames): Problem[] {
    const tabs = names
        .filesOf('tab')
        .flatMap((file) => [
            ...refuseNames(file, [file.root], 'flexiPage', (name) =>
                names.has('flexipage', name) ? undefined : `There is no Lightning page ${name}`
            ),
            ...refuseNames(file, [file.root], 'lwcComponent', (name) =>
                names.bundles.has(name) ? undefined : `There is no component ${name}`
            ),
            ...(textOf(file.root, 'customObject') === 'true' && !names.schema.findObject(file.fullName)
                ? problemAt(file, file.root.line, `There is no object ${file.fullName}`)
                : [])
        ]);
    const applications = names
        .filesOf('app')
        .flatMap((file) => [
            ...refuseNames(file, [file.root], 'tabs', (name) =>
                names.hasTab(name) || name.startsWith('standard-') ? undefined : `There is no tab ${name}`
            ),
            ...refuseNames(file, childrenOf(file.root, 'actionOverrides'), 'content', (name) =>
                names.has('flexipage', name) ? undefined : `There is no Lightning page ${name}`
            )
        ]);
    const actions = names
        .filesOf('quickAction')
        .flatMap((file) =>
            refuseNames(file, [file.root], 'lightningWebComponent', (name) =>
                names.bundles.has(name) ? undefined : `There is no component ${name}`
            )
        );
    return [...tabs, ...applications, ...actions];
}
