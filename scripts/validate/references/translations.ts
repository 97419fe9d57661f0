import path from 'node:path';
import { childrenOf, textOf } from '../../metadata/readXml.ts';
import type { Problem } from '../project.ts';
import type { PackageNames } from './packageNames.ts';
import { problemAt, refuseNames, repeatedNames } from './references.ts';

/** Texts of other languages: what they translate exists. */
export function checkTranslations(names: PackageNames): Problem[] {
    return [...checkLabels(names), ...checkObjects(names), ...checkFields(names)];
}

function checkLabels(names: PackageNames): Problem[] {
    return names.filesOf('translation').flatMap((file) => {
        const labels = childrenOf(file.root, 'customLabels');
        return [
            ...refuseNames(file, labels, 'name', (name) =>
                names.labels.has(name) ? undefined : `There is no custom label ${name}`
            ),
            ...repeatedNames(file, labels, 'name'),
            ...refuseNames(file, childrenOf(file.root, 'customTabs'), 'name', (name) =>
                names.hasTab(name) ? undefined : `There is no tab ${name}`
            )
        ];
    });
}

/** The object's name is what stands before the language: `Payment-de`. */
function checkObjects(names: PackageNames): Problem[] {
    return names.filesOf('objectTranslation').flatMap((file) => {
        const objectName = file.fullName.replace(/-[a-z]{2}(_[A-Z]{2})?$/, '');
        const object = names.schema.findObject(objectName);
        if (!object) {
            return problemAt(file, file.root.line, `There is no object ${objectName}`);
        }
        return refuseNames(file, childrenOf(file.root, 'fields'), 'name', (name) =>
            names.schema.findField(object, name) ? undefined : `${objectName} has no field ${name}`
        );
    });
}

function checkFields(names: PackageNames): Problem[] {
    return names.filesOf('fieldTranslation').flatMap((file) => {
        const objectName = path.basename(path.dirname(file.file)).replace(/-[a-z]{2}(_[A-Z]{2})?$/, '');
        const name = textOf(file.root, 'name') ?? file.fullName;
        return problemAt(file, file.root.line, names.refuseField(`${objectName}.${name}`));
    });
}
