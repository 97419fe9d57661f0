import { childrenOf, textOf } from '../../metadata/readXml.ts';
import type { ReadMetadataFile } from '../metadata/metadataFiles.ts';
import type { Problem } from '../project.ts';
import type { PackageNames } from './packageNames.ts';
import { problemAt, refuseNames, repeatedNames } from './references.ts';

/** The items of permission sets: where they are named, by what, and how one is found. */
const ITEMS: readonly {
    list: string;
    child: string;
    refuse: (names: PackageNames, name: string) => string | undefined;
}[] = [
    { list: 'fieldPermissions', child: 'field', refuse: (names, name) => names.refuseField(name) },
    { list: 'objectPermissions', child: 'object', refuse: refuseObject },
    { list: 'customMetadataTypeAccesses', child: 'name', refuse: refuseObject },
    { list: 'customSettingAccesses', child: 'name', refuse: refuseObject },
    { list: 'pageAccesses', child: 'apexPage', refuse: refuseUnlessIn('page', 'Visualforce page') },
    { list: 'flowAccesses', child: 'flow', refuse: refuseUnlessIn('flow', 'flow') },
    { list: 'recordTypeVisibilities', child: 'recordType', refuse: refuseRecordType },
    {
        list: 'classAccesses',
        child: 'apexClass',
        refuse: (names, name) => (names.hasClass(name) ? undefined : `There is no Apex class ${name}`)
    },
    {
        list: 'customPermissions',
        child: 'name',
        refuse: refuseUnlessIn('customPermission', 'custom permission')
    },
    {
        list: 'tabSettings',
        child: 'tab',
        refuse: (names, name) => (names.hasTab(name) ? undefined : `There is no tab ${name}`)
    },
    {
        list: 'applicationVisibilities',
        child: 'application',
        refuse: (names, name) =>
            name.startsWith('standard__') || names.has('app', name) ? undefined : `There is no application ${name}`
    }
];

export function checkPermissionSets(names: PackageNames): Problem[] {
    return names
        .filesOf('permissionset')
        .flatMap((file) => [
            ...ITEMS.flatMap(({ list, child, refuse }) => [
                ...refuseNames(file, childrenOf(file.root, list), child, (name) => refuse(names, name)),
                ...repeatedNames(file, childrenOf(file.root, list), child)
            ]),
            ...checkFieldRights(names, file)
        ]);
}

function refuseUnlessIn(suffix: string, what: string) {
    return (names: PackageNames, name: string) => (names.has(suffix, name) ? undefined : `There is no ${what} ${name}`);
}

/** `Payment.Online`, from `objects/Payment/recordTypes/Online.recordType-meta.xml`. */
function refuseRecordType(names: PackageNames, name: string): string | undefined {
    return names.filesOf('recordType').some((file) => qualifiedName(file) === name)
        ? undefined
        : `There is no record type ${name}`;
}

function refuseObject(names: PackageNames, name: string): string | undefined {
    return names.schema.findObject(name) ? undefined : `There is no object ${name}`;
}

/** An org refuses rights on a field that is required, and the right to edit one that is calculated. */
function checkFieldRights(names: PackageNames, file: ReadMetadataFile): Problem[] {
    return childrenOf(file.root, 'fieldPermissions').flatMap((permission) => {
        const name = textOf(permission, 'field') ?? '';
        const field = names.filesOf('field').find((each) => qualifiedName(each) === name);
        if (field && textOf(field.root, 'required') === 'true') {
            return problemAt(file, permission.line, `${name} is required: a permission set cannot give rights on it`);
        }
        const isCalculated = field !== undefined && textOf(field.root, 'formula') !== undefined;
        return isCalculated && textOf(permission, 'editable') === 'true'
            ? problemAt(file, permission.line, `${name} is a formula: nobody can edit it`)
            : [];
    });
}

/** `Payment.stripeAccountId__c`, from `objects/Payment/fields/stripeAccountId__c.field-meta.xml`, and so for record types. */
function qualifiedName({ file, fullName }: ReadMetadataFile): string {
    return `${file.split(/[\\/]/).at(-3)}.${fullName}`;
}
