import type { StripeMode } from 'c/gatewayReference';
import type { StoredRecord } from 'c/paymentRecord';

/** The objects that are read, in the order in which a report names them. */
export const READ_OBJECTS = [
    'PaymentAuthorization',
    'Payment',
    'Refund',
    'PaymentAuthAdjustment',
    'PaymentGatewayLog',
    'OrderPaymentSummary',
    'RefundLinePayment',
    'Stripe_Gateway_Setting__mdt'
] as const;

export type ReadObject = (typeof READ_OBJECTS)[number];

/** A record as the REST API gives it, without `attributes` and without fields that are empty. */
export type OrgRecord = StoredRecord & Readonly<Record<string, unknown>>;

/** New values for the custom fields of one record. */
export interface FieldUpdate {
    Id: string;
    stripeAccountId__c?: string;
    stripeAccountType__c?: string;
    stripeChargeId__c?: string;
}

/** What became of one update: `error` says why it was refused. */
export interface UpdateResult {
    Id: string;
    error?: string;
}

/** The org, as far as verify needs it. */
export interface OrgRecords {
    /** The org's address, without a slash at its end. */
    readonly url: string;
    /** The id of the org and whether it is a sandbox or scratch org. */
    organization(): Promise<{ id: string; isSandbox?: boolean }>;
    /** The fields of an object that the user may read, and those that the user may change. */
    fieldsOf(object: ReadObject): Promise<{ readable: ReadonlySet<string>; updateable: ReadonlySet<string> }>;
    /** Records of an object behind an id, by ascending id. Fewer than `limit` are the last ones. */
    page(object: ReadObject, fields: readonly string[], afterId: string, limit: number): Promise<OrgRecord[]>;
    /** The records with these ids, at most 200. */
    byIds(object: ReadObject, fields: readonly string[], ids: readonly string[]): Promise<OrgRecord[]>;
    /** Changes at most 200 records of an object; each on its own, so that one that is refused leaves the others. */
    update(object: ReadObject, updates: readonly FieldUpdate[]): Promise<UpdateResult[]>;
}

/** The value of stripeAccountType__c for a mode, as the storefront cartridge writes it. */
export const ACCOUNT_TYPES: Readonly<Record<StripeMode, string>> = { live: 'STRIPE_LIVE', test: 'STRIPE_TEST' };
