import type { LocalOrg } from '../../localOrg.ts';
import type { ObjectDefinition } from '../../schema/schema.ts';
import { toReadAccess } from '../../soql/readAccess.ts';
import { isWritableObject } from '../records/writableFields.ts';

/** An object as the list of all objects shows it. */
export function summarizeObject(object: ObjectDefinition, version: string): Record<string, unknown> {
    const base = `/services/data/v${version}/sobjects/${object.name}`;
    const isWritable = isWritableObject(object);
    return {
        activateable: false,
        associateEntityType: null,
        associateParentEntity: null,
        createable: isWritable,
        custom: /__(?:c|mdt)$/.test(object.name),
        customSetting: false,
        deepCloneable: false,
        deletable: isWritable,
        deprecatedAndHidden: false,
        feedEnabled: false,
        hasSubtypes: false,
        isInterface: false,
        isSubtype: false,
        keyPrefix: object.keyPrefix,
        label: object.label,
        labelPlural: object.labelPlural,
        layoutable: true,
        mergeable: false,
        mruEnabled: false,
        name: object.name,
        queryable: true,
        replicateable: false,
        retrieveable: true,
        searchable: false,
        triggerable: false,
        undeletable: false,
        updateable: isWritable,
        urls: { describe: `${base}/describe`, rowTemplate: `${base}/{ID}`, sobject: base }
    };
}

/** The child relationships that the running user may read. The local org knows those with a name. */
export function childRelationships(org: LocalOrg, parent: ObjectDefinition): Record<string, unknown>[] {
    const access = toReadAccess(org.access);
    return org.schema
        .childRelationships(parent)
        .filter(({ childObject, field }) => access.canReadField(childObject.name, field.name))
        .map(({ name, childObject, field }) => ({
            cascadeDelete: false,
            childSObject: childObject.name,
            deprecatedAndHidden: false,
            field: field.name,
            junctionIdListNames: [],
            junctionReferenceTo: [],
            relationshipName: name,
            restrictedDelete: false
        }));
}
