import type { ObjectDefinition } from '../../local-org/schema/schema.ts';
import type { ReadMetadataFile } from '../metadata/metadataFiles.ts';
import { childrenOf, textOf, type XmlElement } from '../../metadata/readXml.ts';
import type { Problem } from '../project.ts';
import type { PackageNames } from './packageNames.ts';
import { problemAt, refuseNames, repeatedNames } from './references.ts';
import { findColumn, findRelatedList } from '../../local-org/schema/relatedLists.ts';

/** Layout items, related lists and their columns. */
export function checkLayouts(names: PackageNames): Problem[] {
    return names.filesOf('layout').flatMap((file) => {
        const objectName = file.fullName.split('-')[0] ?? '';
        const object = names.schema.findObject(objectName);
        return object
            ? [
                  ...checkItems(names, file, object),
                  ...checkRelatedLists(names, file, object),
                  ...checkActions(names, file)
              ]
            : problemAt(file, file.root.line, `There is no object ${objectName}, which the file's name begins with`);
    });
}

/** Quick actions: of the package, or Salesforce's own, `FeedItem.TextPost` and those without an object. */
function checkActions(names: PackageNames, file: ReadMetadataFile): Problem[] {
    const items = childrenOf(file.root, 'quickActionList').flatMap((list) => childrenOf(list, 'quickActionListItems'));
    return refuseNames(file, items, 'quickActionName', (name) =>
        !name.includes('.') || name.startsWith('FeedItem.') || names.has('quickAction', name)
            ? undefined
            : `There is no quick action ${name}`
    );
}

function checkItems(names: PackageNames, file: ReadMetadataFile, object: ObjectDefinition): Problem[] {
    const items = childrenOf(file.root, 'layoutSections')
        .flatMap((section) => childrenOf(section, 'layoutColumns'))
        .flatMap((column) => childrenOf(column, 'layoutItems'));
    return [
        ...refuseNames(file, items, 'field', (name) =>
            names.schema.findField(object, name) ? undefined : `${object.name} has no field ${name}`
        ),
        ...refuseNames(file, items, 'component', (name) => refuseComponent(names, name)),
        ...repeatedNames(file, items, 'field')
    ];
}

function refuseComponent(names: PackageNames, name: string): string | undefined {
    const own = name.startsWith('c:') ? name.slice(2) : undefined;
    return own === undefined || names.bundles.has(own) ? undefined : `There is no component ${name}`;
}

function checkRelatedLists(names: PackageNames, file: ReadMetadataFile, object: ObjectDefinition): Problem[] {
    const lists = childrenOf(file.root, 'relatedLists');
    return [
        ...lists.flatMap((list) => checkRelatedList(names, file, object, list)),
        ...repeatedNames(file, lists, 'relatedList')
    ];
}

function checkRelatedList(
    names: PackageNames,
    file: ReadMetadataFile,
    object: ObjectDefinition,
    list: XmlElement
): Problem[] {
    const name = textOf(list, 'relatedList') ?? '';
    const child = findRelatedList(names.schema, object, name)?.childObject;
    if (!child) {
        return problemAt(file, list.line, `${object.name} has no related list ${name}`);
    }
    const refuse = (column: string) =>
        findColumn(names.schema, child, column)
            ? undefined
            : `${child.name} has no field ${column} for the list ${name}`;
    return [...refuseNames(file, [list], 'fields', refuse), ...refuseNames(file, [list], 'sortField', refuse)];
}
