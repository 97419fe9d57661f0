import type { Language } from '../build/language.ts';
import type { ObjectDefinition, Schema } from '../schema/schema.ts';
import type { UserAccess } from '../soql/readAccess.ts';

/** A record: field name to value. */
export type OrgRecord = Record<string, unknown>;

/** What pages need of the local org. */
export interface OrgData {
    schema: Schema;
    access: UserAccess;
    /** The running user's. */
    language: Language;
    getRecord(objectName: string, id: string): OrgRecord | undefined;
    objectNameOfId(id: string): string | undefined;
    query(soql: string, binds?: Record<string, unknown>): { totalSize: number; records: OrgRecord[] };
}

/** Lightning's address of a record. */
export function recordAddress(objectName: string, id: string): string {
    return `/lightning/r/${objectName}/${id}/view`;
}

/** What a page calls a record: its name, or its id where the name is empty. */
export function recordName(object: ObjectDefinition, record: OrgRecord): string {
    const name = record[object.nameField];
    return typeof name === 'string' && name !== '' ? name : String(record['Id']);
}

/** The icons of the Lightning Design System, where it has one for an object. */
const ICONS: Record<string, string> = {
    Account: 'standard:account',
    Order: 'standard:orders',
    OrderSummary: 'standard:orders',
    PaymentGateway: 'standard:payment_gateway',
    PaymentGatewayLog: 'standard:logging',
    User: 'standard:user'
};

export function iconOf(objectName: string): string {
    return (
        ICONS[objectName] ??
        (/Payment|Refund|Wallet/.test(objectName) ? 'standard:contract_payment' : 'standard:record')
    );
}
