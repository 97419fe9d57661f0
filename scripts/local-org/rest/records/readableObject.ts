import { SalesforceError } from '../../errors.ts';
import type { LocalOrg } from '../../localOrg.ts';
import type { ObjectDefinition } from '../../schema/schema.ts';
import { toReadAccess } from '../../soql/readAccess.ts';

/** @throws SalesforceError NOT_FOUND if there is no such object or the running user may not read it. */
export function readableObject(org: LocalOrg, name: string): ObjectDefinition {
    const object = org.schema.findObject(name);
    if (!object || !toReadAccess(org.access).canReadObject(object.name)) {
        throw new SalesforceError('NOT_FOUND', 'The requested resource does not exist', 404);
    }
    return object;
}
