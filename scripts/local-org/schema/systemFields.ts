import type { FieldDefinition } from './schema.ts';

/** The fields that every object has, so that the object files need not repeat them. */
export const systemFields: readonly FieldDefinition[] = [
    { name: 'Id', label: 'Record ID', type: 'id', length: 18 },
    { name: 'IsDeleted', label: 'Deleted', type: 'boolean' },
    { name: 'CreatedDate', label: 'Created Date', type: 'datetime' },
    userReference('CreatedById', 'Created By', 'CreatedBy'),
    { name: 'LastModifiedDate', label: 'Last Modified Date', type: 'datetime' },
    userReference('LastModifiedById', 'Last Modified By', 'LastModifiedBy'),
    { name: 'SystemModstamp', label: 'System Modstamp', type: 'datetime' }
];

function userReference(name: string, label: string, relationshipName: string): FieldDefinition {
    return { name, label, type: 'reference', referenceTo: ['User'], relationshipName };
}
