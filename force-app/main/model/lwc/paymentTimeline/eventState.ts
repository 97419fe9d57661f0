import type { Attempt, AttemptOutcome } from 'c/gatewayAttempts';
import { REFUND_INTERACTIONS, outcomeOfResultCode } from 'c/gatewayAttempts';
import type { MoneyPaymentRecord } from 'c/paymentTotals';

/**
 * How what an event tells of stands.
 * - `done`: Processed, and nothing says otherwise.
 * - `unconfirmed`: Processed, but the gateway has not said that it succeeded: its last word is pending or a timeout.
 * - `contradicted`: Processed, but the gateway says that it failed. Order Management counts it all the same.
 * - `expired`: an authorization that was done, and can no longer be captured, with something left of it.
 * - `pending`, `failed`: the record, or the log of no record, says so; also a canceled record that never succeeded.
 * - `canceled`: taken back, or voided. `draft`: not yet posted. `nothing`: the gateway adapter had nothing to do.
 * - `unknown`: the status is hidden, or none that is known.
 */
export const TIMELINE_STATES = [
    'done',
    'unconfirmed',
    'contradicted',
    'expired',
    'pending',
    'failed',
    'canceled',
    'draft',
    'nothing',
    'unknown'
] as const;

export type TimelineState = (typeof TIMELINE_STATES)[number];

/** The interactions that bring about what a record stands for. A Void on a payment says nothing about its capture. */
const OWN_INTERACTIONS: Readonly<Record<MoneyPaymentRecord['objectName'], readonly string[]>> = {
    PaymentAuthorization: ['Authorization', 'PostAuth'],
    PaymentAuthAdjustment: ['AuthorizationReversal'],
    Payment: ['Capture', 'Sale'],
    Refund: REFUND_INTERACTIONS
};

/**
 * The state of a record. Its status alone is not believed: a refund that failed at the gateway must not look done.
 * @param attempts those of the record, oldest first
 */
export function stateOfRecord(payment: MoneyPaymentRecord, attempts: readonly Attempt[]): TimelineState {
    const word = lastWord(payment.objectName, attempts);
    switch (payment.record.Status) {
        case 'Processed':
            return stateOfProcessed(payment.record.SfResultCode, word);
        case 'Pending':
            return 'pending';
        case 'Failed':
            return 'failed';
        case 'Canceled':
            return hasFailed(payment.record.SfResultCode, word) ? 'failed' : 'canceled';
        case 'Draft':
            return 'draft';
        default:
            return 'unknown';
    }
}

/** The gateway's later word in a log goes before a result code that leaves it open, but not before one of failure. */
function stateOfProcessed(resultCode: string | undefined, word: AttemptOutcome | undefined): TimelineState {
    if (hasFailed(resultCode, word)) {
        return 'contradicted';
    }
    const isOpen = word === undefined ? outcomeOfResultCode(resultCode) === 'pending' : word !== 'succeeded';
    return isOpen ? 'unconfirmed' : 'done';
}

function hasFailed(resultCode: string | undefined, word: AttemptOutcome | undefined): boolean {
    return word === 'failed' || outcomeOfResultCode(resultCode) === 'failed';
}

/**
 * What the gateway last said about what the record stands for; undefined where its logs do not say. A log whose
 * interaction is hidden may be about it, and counts. A request after a success does not: it is refused because there
 * is nothing left to do. A notification does, as a refund may fail days later.
 */
function lastWord(
    objectName: MoneyPaymentRecord['objectName'],
    attempts: readonly Attempt[]
): AttemptOutcome | undefined {
    let word: AttemptOutcome | undefined;
    for (const { interactionType, outcome, logs } of attempts) {
        const isOwn = interactionType === undefined || OWN_INTERACTIONS[objectName].includes(interactionType);
        const isRequest = logs[0]?.IsNotification !== 'Yes';
        if (isOwn && outcome !== 'unknown' && outcome !== 'nothing' && !(word === 'succeeded' && isRequest)) {
            word = outcome;
        }
    }
    return word;
}

const STATES_OF_OUTCOME: Readonly<Record<AttemptOutcome, TimelineState>> = {
    succeeded: 'done',
    failed: 'failed',
    pending: 'pending',
    timedOut: 'unconfirmed',
    nothing: 'nothing',
    unknown: 'unknown'
};

/** The state of an attempt that belongs to no known record. */
export function stateOfAttempt({ outcome }: Attempt): TimelineState {
    return STATES_OF_OUTCOME[outcome];
}
