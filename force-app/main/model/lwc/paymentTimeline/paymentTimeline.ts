import type { Attempt } from 'c/gatewayAttempts';
import { attemptsOf } from 'c/gatewayAttempts';
import { maskSecrets } from 'c/gatewayReference';
import type { PaymentGatewayLog, PaymentRecord, PaymentRecords } from 'c/paymentRecord';
import type { MoneyPaymentRecord } from 'c/paymentTotals';
import { moneyRecordsOf } from 'c/paymentTotals';
import { authorizationExpiry } from './authorizationExpiry';
import { dateOf, inOrder } from './eventOrder';
import type { TimelineState } from './eventState';
import { stateOfAttempt, stateOfRecord } from './eventState';
import type { Actor, GatewayResult, TimelineEvent, TimelineKind, UnorderedEvent } from './timelineEvent';

export type { AuthorizationExpiry } from './authorizationExpiry';
export type { TimelineState } from './eventState';
export { TIMELINE_STATES } from './eventState';
export type { Actor, DateSource, EventOrder, GatewayResult, TimelineEvent, TimelineKind } from './timelineEvent';
export { TIMELINE_KINDS } from './timelineEvent';

/** Values of Payment.Type (Object Reference v67). */
const KINDS_OF_PAYMENT: ReadonlyMap<string | undefined, TimelineKind> = new Map<string | undefined, TimelineKind>([
    ['Capture', 'capture'],
    ['Sale', 'sale']
]);

/**
 * The life of one or several payments, oldest first. Every record is in exactly one event, and every log in exactly one
 * of their attempts: a log belongs to the record that its ReferencedEntityId names, and is an event of its own where
 * that is not among the records. The order of the records does not matter.
 *
 * @param records of one order payment summary, or of several together
 * @param now milliseconds since the epoch, from which the time left of an authorization is counted
 */
export function paymentTimeline(records: PaymentRecords, now: number): TimelineEvent[] {
    const payments = Object.values(moneyRecordsOf(records)).flat();
    const attempts = attemptsByRecord(records.logs);
    const events = payments.map((payment) =>
        eventOfRecord(payment, attempts.get(payment.record.Id) ?? [], records, now)
    );
    const known = new Set(payments.map(({ record }) => record.Id));
    const others = [...attempts].filter(([id]) => id === undefined || !known.has(id));
    return inOrder([...events, ...others.flatMap(([, ofRecord]) => ofRecord.flatMap(eventsOfAttempt))]);
}

/** The events of some kinds, in some states; of every kind or state where none are given. */
export function filterTimeline(
    events: readonly TimelineEvent[],
    filter: { kinds?: readonly TimelineKind[]; states?: readonly TimelineState[] }
): TimelineEvent[] {
    return events.filter(
        ({ kind, state }) => (filter.kinds?.includes(kind) ?? true) && (filter.states?.includes(state) ?? true)
    );
}

function attemptsByRecord(logs: readonly PaymentGatewayLog[]): Map<string | undefined, Attempt[]> {
    const attempts = new Map<string | undefined, Attempt[]>();
    for (const attempt of attemptsOf(logs)) {
        const ofRecord = attempts.get(attempt.referencedEntityId) ?? [];
        ofRecord.push(attempt);
        attempts.set(attempt.referencedEntityId, ofRecord);
    }
    return attempts;
}

function eventOfRecord(
    payment: MoneyPaymentRecord,
    attempts: readonly Attempt[],
    records: PaymentRecords,
    now: number
): UnorderedEvent {
    const expiry =
        payment.objectName === 'PaymentAuthorization' ? authorizationExpiry(payment.record, records, now) : undefined;
    const state = stateOfRecord(payment, attempts);
    return {
        id: payment.record.Id,
        kind: kindOf(payment),
        // An expiry with an unknown balance is left at that: an authorization that was captured in full never expires.
        state: state === 'done' && expiry?.hasPassed && expiry.balance ? 'expired' : state,
        payment,
        amount: payment.record.Amount,
        ...dateOf(payment),
        actor: actorOf(payment.record.ProcessingMode),
        result: resultOf(payment),
        attempts,
        expiry
    };
}

function kindOf(payment: MoneyPaymentRecord): TimelineKind {
    switch (payment.objectName) {
        case 'PaymentAuthorization':
            return 'authorization';
        case 'PaymentAuthAdjustment':
            return 'reversal';
        case 'Payment':
            return KINDS_OF_PAYMENT.get(payment.record.Type) ?? 'payment';
        case 'Refund':
            return 'refund';
    }
}

/** Values of ProcessingMode (Object Reference v67). */
function actorOf(processingMode: string | undefined): Actor | undefined {
    return processingMode === 'External' || processingMode === 'Salesforce' ? processingMode : undefined;
}

function resultOf({ record: { SfResultCode, GatewayResultCode } }: PaymentRecord): GatewayResult {
    return {
        sfResultCode: SfResultCode,
        gatewayResultCode: GatewayResultCode === undefined ? undefined : maskSecrets(GatewayResultCode)
    };
}

/** One event, as every attempt has a log. */
function eventsOfAttempt(attempt: Attempt): UnorderedEvent[] {
    return attempt.logs.slice(0, 1).map((log) => {
        const payment: PaymentRecord = { objectName: 'PaymentGatewayLog', record: log };
        return {
            id: log.Id,
            kind: 'log',
            state: stateOfAttempt(attempt),
            payment,
            ...dateOf(payment),
            result: resultOf(payment),
            attempts: [attempt]
        };
    });
}
