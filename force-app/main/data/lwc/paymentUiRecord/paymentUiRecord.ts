import { getFieldValue } from 'lightning/uiRecordApi';
import type { UiRecord } from 'lightning/uiRecordApi';
import type { PaymentObjectName, PaymentRecord } from 'c/paymentRecord';

const SHARED_FIELDS = [
    'GatewayRefNumber',
    'GatewayResultCode',
    'GatewayResultCodeDescription',
    'OrderPaymentSummaryId',
    'PaymentGatewayId',
    'stripeAccountId__c',
    'stripeAccountType__c'
] as const;

/** What of a record tells where its link leads, besides what the records around it tell. Parent records are left out. */
const FIELDS = {
    PaymentAuthorization: [
        ...SHARED_FIELDS,
        'GatewayAuthCode',
        'GatewayRefDetails',
        'PaymentAuthorizationNumber',
        'PaymentIntentGuid',
        'stripeChargeId__c'
    ],
    Payment: [
        ...SHARED_FIELDS,
        'GatewayRefDetails',
        'PaymentAuthorizationId',
        'PaymentIntentGuid',
        'PaymentNumber',
        'stripeChargeId__c'
    ],
    Refund: [...SHARED_FIELDS, 'RefundNumber'],
    PaymentGatewayLog: [
        ...SHARED_FIELDS,
        'GatewayAuthCode',
        'GatewayMessage',
        'PaymentGatewayLogNumber',
        'ReferencedEntityId',
        'stripeChargeId__c'
    ]
} as const satisfies Partial<Record<PaymentObjectName, readonly string[]>>;

/** The objects that have record pages with a gateway reference and a summary of their own. */
export type UiObjectName = keyof typeof FIELDS;

type FieldName = (typeof FIELDS)[UiObjectName][number];

export function isUiObjectName(objectName: string | undefined): objectName is UiObjectName {
    return objectName !== undefined && Object.hasOwn(FIELDS, objectName);
}

/** The fields to ask `getRecord` for, as `Object.Field`: as optional ones, so that a hidden field is only left out. */
export function fieldsOf(objectName: UiObjectName): string[] {
    return FIELDS[objectName].map((name) => `${objectName}.${name}`);
}

/** The record that `getRecord` gave. Empty, hidden and unknown fields are undefined. */
export function toPaymentRecord(objectName: UiObjectName, uiRecord: UiRecord): PaymentRecord {
    const record: { Id: string } & Partial<Record<FieldName, string>> = { Id: uiRecord.id };
    for (const name of FIELDS[objectName]) {
        const value = getFieldValue(uiRecord, `${objectName}.${name}`);
        if (typeof value === 'string') {
            record[name] = value;
        }
    }
    return { objectName, record };
}

/** The order payment summary that the record names. Logs of reversals name none, and payments may have lost theirs. */
export function summaryIdOf({ record }: PaymentRecord): string | undefined {
    return 'OrderPaymentSummaryId' in record ? record.OrderPaymentSummaryId : undefined;
}
