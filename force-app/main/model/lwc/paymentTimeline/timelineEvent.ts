import type { Attempt } from 'c/gatewayAttempts';
import type { PaymentRecord } from 'c/paymentRecord';
import type { AuthorizationExpiry } from './authorizationExpiry';
import type { TimelineState } from './eventState';

/**
 * What an event is about, however it ended: see its state. `payment`: a payment of no known type. `log`: an attempt
 * whose logs belong to no record that is known here.
 */
export const TIMELINE_KINDS = ['authorization', 'reversal', 'capture', 'sale', 'payment', 'refund', 'log'] as const;

export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** The field that an event's date comes from. */
export type DateSource = 'GatewayDate' | 'Date' | 'CreatedDate';

/**
 * How sure an event's place is. `tied`: another event has the same instant, and the order of a payment's life decided.
 * `undated`: no date is known, and it stands at the end.
 */
export type EventOrder = 'dated' | 'tied' | 'undated';

/** Who did it. `External`: another system, recorded here. `Salesforce`: Salesforce called the payment gateway. */
export type Actor = 'External' | 'Salesforce';

/** What the gateway answered, as the record holds it. Secrets are masked. */
export interface GatewayResult {
    /** One of the seven values of SfResultCode. */
    sfResultCode?: string;
    /** The gateway's own code. */
    gatewayResultCode?: string;
}

/** One event in the life of a payment: one record, with what its logs tell. */
export interface TimelineEvent {
    /** The id of the record. */
    id: string;
    kind: TimelineKind;
    state: TimelineState;
    /** The record; of a `log` event the first log. */
    payment: PaymentRecord;
    /** Decimal in major units, as stored; a log has none. */
    amount?: number;
    /** ISO 8601 in UTC; undefined where no date is known. */
    at?: string;
    dateSource?: DateSource;
    order: EventOrder;
    /** Undefined where the field is hidden, and for a log. */
    actor?: Actor;
    result: GatewayResult;
    /** What was tried at the gateway, oldest first. */
    attempts: readonly Attempt[];
    /** Of a processed authorization that has something left, and an expiration date. */
    expiry?: AuthorizationExpiry;
}

/** An event before its place is known. */
export type UnorderedEvent = Omit<TimelineEvent, 'order'>;
