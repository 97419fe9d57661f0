import type { ReadObject } from './orgRecords.ts';

const GATEWAY_RESULT = ['GatewayRefNumber', 'GatewayResultCode', 'GatewayResultCodeDescription', 'SfResultCode'];
const GATEWAY = ['PaymentGatewayId', 'PaymentGateway.PaymentGatewayName'];
const CUSTOM = ['stripeAccountId__c', 'stripeAccountType__c'];
const MONEY = ['Amount', 'CurrencyIsoCode', 'Status', 'ProcessingMode'];

/** The fields by which the console finds a link, as in OrderPaymentReader.cls, and those that are compared. */
export const RECORD_FIELDS: Readonly<Record<ReadObject, readonly string[]>> = {
    PaymentAuthorization: [
        ...['Id', 'PaymentAuthorizationNumber', 'CreatedDate', 'OrderPaymentSummaryId'],
        ...[...MONEY, ...GATEWAY_RESULT, ...GATEWAY, ...CUSTOM, 'stripeChargeId__c'],
        ...['GatewayRefDetails', 'GatewayAuthCode', 'PaymentIntentGuid', 'Balance', 'TotalAuthReversalAmount']
    ],
    Payment: [
        ...['Id', 'PaymentNumber', 'CreatedDate', 'OrderPaymentSummaryId', 'PaymentAuthorizationId', 'Type'],
        ...[...MONEY, ...GATEWAY_RESULT, ...GATEWAY, ...CUSTOM, 'stripeChargeId__c'],
        ...['GatewayRefDetails', 'PaymentIntentGuid']
    ],
    Refund: [
        ...['Id', 'RefundNumber', 'CreatedDate', 'OrderPaymentSummaryId', 'Type'],
        ...[...MONEY, ...GATEWAY_RESULT, ...GATEWAY, ...CUSTOM]
    ],
    PaymentAuthAdjustment: [
        ...['Id', 'PaymentAuthAdjustmentNumber', 'CreatedDate', 'PaymentAuthorizationId', 'Type'],
        ...[...MONEY, ...GATEWAY_RESULT, 'GatewayRefDetails']
    ],
    PaymentGatewayLog: [
        ...['Id', 'PaymentGatewayLogNumber', 'CreatedDate', 'OrderPaymentSummaryId', 'ReferencedEntityId'],
        ...[...GATEWAY_RESULT, ...GATEWAY, ...CUSTOM, 'stripeChargeId__c'],
        ...['InteractionType', 'InteractionStatus', 'GatewayAuthCode', 'GatewayMessage']
    ],
    OrderPaymentSummary: ['Id', 'OrderSummary.OrderNumber'],
    RefundLinePayment: ['Id', 'RefundId', 'PaymentId'],
    Stripe_Gateway_Setting__mdt: ['Id', 'MasterLabel', 'PaymentGatewayName__c', 'AccountId__c', 'Mode__c']
};

/**
 * Fields without which an org still can be checked: CurrencyIsoCode exists only in orgs with several currencies; the
 * others are those of the package, or of features that an org may lack.
 */
export const OPTIONAL_FIELDS: ReadonlySet<string> = new Set([
    'CurrencyIsoCode',
    'PaymentIntentGuid',
    ...CUSTOM,
    'stripeChargeId__c'
]);

/** The package's own object: an org in which the package is not installed has no settings. */
export const OPTIONAL_OBJECTS: ReadonlySet<ReadObject> = new Set<ReadObject>(['Stripe_Gateway_Setting__mdt']);

/**
 * The fields to read of an object.
 * @param readable what the user may read: names of fields; of a relationship, the name of its id field
 * @returns `missing` are fields that are needed and not readable
 */
export function chooseFields(
    object: ReadObject,
    readable: ReadonlySet<string>
): { fields: readonly string[]; missing: readonly string[] } {
    const wanted = RECORD_FIELDS[object];
    const isReadable = (field: string) => readable.has(field.includes('.') ? `${field.split('.')[0]}Id` : field);
    return {
        fields: wanted.filter(isReadable),
        missing: wanted.filter((field) => !isReadable(field) && !OPTIONAL_FIELDS.has(field))
    };
}
