import type { StripeMode } from 'c/gatewayReference';

/** What is known of a payment: of a PaymentIntent, or of a charge. Amounts are integers in minor units. */
export interface StripePayment {
    type: 'payment';
    id: string;
    mode: StripeMode;
    /** ISO 4217 code, upper case. */
    currency: string;
    amount: number;
    captured: number;
    refunded: number;
    /** Stripe's own status. */
    status: string;
    standing: PaymentStanding;
    charge?: string;
    paymentIntent?: string;
    /** Somebody has asked their bank for the money back. Still true when the dispute has been won or lost. */
    isDisputed: boolean;
    /** What the storefront cartridge writes into the metadata as `order_id`. */
    orderNumber?: string;
    /** Fee of the capture's balance transaction, in the currency of the settlement. */
    fee?: StripeFee;
}

/** Where a payment stands: `open` needs the customer or the bank still; `ended` never held money, or no longer does. */
export type PaymentStanding = 'open' | 'authorized' | 'captured' | 'ended';

export interface StripeFee {
    amount: number;
    currency: string;
}

/** Refund JSON has no `livemode`: its mode is that of the key which found it. */
export interface StripeRefund {
    type: 'refund';
    id: string;
    currency: string;
    amount: number;
    status: string;
    charge?: string;
    paymentIntent?: string;
}

/** Its amount is in the currency of the settlement, so that it is compared with nothing. */
export interface StripeBalanceTransaction {
    type: 'balanceTransaction';
    id: string;
    /** The charge, refund or other object that it came from. */
    source?: string;
    fee: StripeFee;
}

/** An object of which only its existence matters here. */
export interface OtherStripeObject {
    type: 'other';
    id: string;
    mode?: StripeMode;
}

export type StripeObject = StripePayment | StripeRefund | StripeBalanceTransaction | OtherStripeObject;

/** What Stripe says to the question for an id. */
export type StripeAnswer =
    | { state: 'found'; object: StripeObject }
    | { state: 'missing' }
    /** "a similar object exists in live mode, but a test mode key was used", or the other way round. */
    | { state: 'otherMode' }
    /** The restricted key may not read objects of this type. */
    | { state: 'notPermitted' }
    /** There is no question for ids of this type. */
    | { state: 'notAskable' };

/** A PaymentIntent of Stripe's list, as far as it may belong to an order. */
export interface ListedPayment {
    id: string;
    /** What the storefront cartridge writes into the metadata as `order_id`. */
    orderNumber?: string;
    currency: string;
    amount: number;
    status: string;
    standing: PaymentStanding;
}

/** The Stripe account of the key. Every method may throw StripeProblem. */
export interface StripeObjects {
    mode: StripeMode;
    /** The account's id; undefined where the restricted key may not read it. */
    account(): Promise<string | undefined>;
    retrieve(id: string): Promise<StripeAnswer>;
    /** A page of PaymentIntents created from `since` to `until`, in seconds since 1970, newest first. */
    listPayments(range: { since: number; until: number; after?: string }): Promise<{
        payments: ListedPayment[];
        hasMore: boolean;
    }>;
}

/** A request that was not answered. */
export class StripeProblem extends Error {
    /** Whether it may be answered when it is asked again. */
    readonly isTemporary: boolean;
    /** How long Stripe asks to wait, in milliseconds. */
    readonly retryAfter?: number;

    /** @param message what went wrong and what to do; never holds a key */
    constructor(message: string, isTemporary: boolean, retryAfter?: number) {
        super(message);
        this.isTemporary = isTemporary;
        this.retryAfter = retryAfter;
    }
}
