/**
 * The payment records as Apex returns them: API names of the fields, amounts as decimals in the record's currency,
 * dates as ISO 8601 texts in UTC. A field is undefined where it is empty, hidden from the user, or not on the object.
 * Source of the fields: Salesforce Object Reference v67.
 */

/** What every record here has. */
export interface StoredRecord {
    Id: string;
    CreatedDate?: string;
}

/** Fields that the gateway fills, on every object of this file that it touches. */
export interface GatewayRecord extends StoredRecord {
    GatewayRefNumber?: string;
    GatewayResultCode?: string;
    GatewayResultCodeDescription?: string;
    SfResultCode?: string;
    GatewayDate?: string;
    PaymentGatewayId?: string;
    PaymentGateway?: { PaymentGatewayName?: string };
    /**
     * Custom fields of this package, on authorizations, payments and logs; a refund has them but the charge. The names
     * are those of the storefront cartridge's attributes, so that Salesforce's order data map fills them.
     */
    stripeAccountId__c?: string;
    /** STRIPE_LIVE or STRIPE_TEST. */
    stripeAccountType__c?: string;
    stripeChargeId__c?: string;
}

/** What authorizations, adjustments, payments and refunds share; a log has no amount. */
export interface MoneyRecord extends GatewayRecord {
    Amount?: number;
    /** Exists only in orgs with several currencies. The console reads that of the summary alone. */
    CurrencyIsoCode?: string;
    Status?: string;
    ProcessingMode?: string;
    /** When it happened as far as Salesforce knows; an authorization's may be entered by a person. */
    Date?: string;
}

export interface PaymentAuthorization extends MoneyRecord {
    PaymentAuthorizationNumber?: string;
    Balance?: number;
    TotalAuthReversalAmount?: number;
    TotalPaymentCaptureAmount?: number;
    GatewayRefDetails?: string;
    GatewayAuthCode?: string;
    PaymentIntentGuid?: string;
    ExpirationDate?: string;
    OrderPaymentSummaryId?: string;
}

export interface PaymentAuthAdjustment extends MoneyRecord {
    PaymentAuthAdjustmentNumber?: string;
    Type?: string;
    GatewayRefDetails?: string;
    PaymentAuthorizationId?: string;
}

export interface Payment extends MoneyRecord {
    PaymentNumber?: string;
    Balance?: number;
    Type?: string;
    GatewayRefDetails?: string;
    PaymentIntentGuid?: string;
    CancellationGatewayRefNumber?: string;
    OrderPaymentSummaryId?: string;
    PaymentAuthorizationId?: string;
}

export interface Refund extends MoneyRecord {
    RefundNumber?: string;
    Balance?: number;
    Type?: string;
    CancellationGatewayRefNumber?: string;
    OrderPaymentSummaryId?: string;
}

export interface RefundLinePayment extends StoredRecord {
    Amount?: number;
    Type?: string;
    RefundId?: string;
    PaymentId?: string;
}

export interface PaymentGatewayLog extends GatewayRecord {
    PaymentGatewayLogNumber?: string;
    InteractionType?: string;
    InteractionStatus?: string;
    IsNotification?: string;
    GatewayAuthCode?: string;
    GatewayMessage?: string;
    SfRefNumber?: string;
    OrderPaymentSummaryId?: string;
    ReferencedEntityId?: string;
}

/** The bodies of one log, which are never in a list. */
export interface GatewayLogBody extends StoredRecord {
    Request?: string;
    Response?: string;
}

/** The totals are kept by Order Management alone, and are empty for an order that it does not manage. */
export interface OrderPaymentSummary extends StoredRecord {
    CurrencyIsoCode?: string;
    OrderSummaryId?: string;
    /** The name field: free text of the storefront, such as Visa 4242. */
    Method?: string;
    OrderSummary?: { OrderNumber?: string };
    AuthorizationAmount?: number;
    AuthorizationReversalAmount?: number;
    CapturedAmount?: number;
    RefundedAmount?: number;
    AvailableToCaptureAmount?: number;
    AvailableToRefundAmount?: number;
    /** The balances of all payments together. */
    BalanceAmount?: number;
    PendingAuthorizationAmount?: number;
    PendingReverseAuthAmount?: number;
    PendingCaptureAmount?: number;
    PendingRefundAmount?: number;
}

export interface Organization extends StoredRecord {
    IsSandbox?: boolean;
}

/** A record of Stripe_Gateway_Setting__mdt: the account and mode of a payment gateway, or of all that have none. */
export interface GatewaySetting {
    Id: string;
    MasterLabel?: string;
    /** Empty in the default. */
    PaymentGatewayName__c?: string;
    AccountId__c?: string;
    /** Live or Test. */
    Mode__c?: string;
}

/** A record that has, or may have, a gateway reference, and the name of its object. */
export type PaymentRecord =
    | { objectName: 'PaymentAuthorization'; record: PaymentAuthorization }
    | { objectName: 'PaymentAuthAdjustment'; record: PaymentAuthAdjustment }
    | { objectName: 'Payment'; record: Payment }
    | { objectName: 'Refund'; record: Refund }
    | { objectName: 'PaymentGatewayLog'; record: PaymentGatewayLog };

export type PaymentObjectName = PaymentRecord['objectName'];

/** The value of the record's name field: an auto number such as PA-0001. */
export function recordNumber(payment: PaymentRecord): string {
    switch (payment.objectName) {
        case 'PaymentAuthorization':
            return payment.record.PaymentAuthorizationNumber ?? payment.record.Id;
        case 'PaymentAuthAdjustment':
            return payment.record.PaymentAuthAdjustmentNumber ?? payment.record.Id;
        case 'Payment':
            return payment.record.PaymentNumber ?? payment.record.Id;
        case 'Refund':
            return payment.record.RefundNumber ?? payment.record.Id;
        case 'PaymentGatewayLog':
            return payment.record.PaymentGatewayLogNumber ?? payment.record.Id;
    }
}

/** Everything that was read about one order payment summary. */
export interface PaymentRecords {
    summary?: OrderPaymentSummary;
    authorizations: readonly PaymentAuthorization[];
    adjustments: readonly PaymentAuthAdjustment[];
    payments: readonly Payment[];
    refunds: readonly Refund[];
    refundLines: readonly RefundLinePayment[];
    logs: readonly PaymentGatewayLog[];
}

export const NO_RECORDS: PaymentRecords = {
    authorizations: [],
    adjustments: [],
    payments: [],
    refunds: [],
    refundLines: [],
    logs: []
};
