import { parseGatewayReference } from 'c/gatewayReference';
import type { PaymentGatewayLog } from 'c/paymentRecord';
import type { AttemptOutcome } from './logMeaning';
import { compareLogs, instantOf, isAnswer, outcomeOfLog } from './logMeaning';

export { REFUND_INTERACTIONS, outcomeOfLog, outcomeOfResultCode } from './logMeaning';
export type { AttemptOutcome } from './logMeaning';

/** One try to have the gateway do something: a request, and the answers that came later. */
export interface Attempt {
    /** The id of its first log. */
    id: string;
    interactionType?: string;
    referencedEntityId?: string;
    /** Oldest first. */
    logs: readonly PaymentGatewayLog[];
    /** What its last log says. */
    outcome: AttemptOutcome;
    /** GatewayDate of the first log, else its CreatedDate; undefined where both are missing. */
    startedAt?: string;
    /** The same of the last log; undefined where there is only one. The two may be of different clocks. */
    endedAt?: string;
    /** Its place in the series of tries and retries, from 1. */
    number: number;
    /** How many tries the series has. */
    ofNumber: number;
    /** The id of the earliest attempt with the same idempotency key: this one is that request, sent again. */
    sameRequestAs?: string;
}

/** An attempt while its logs are being collected. */
interface OpenAttempt {
    logs: [PaymentGatewayLog, ...PaymentGatewayLog[]];
    number: number;
    series: OpenAttempt[];
}

/**
 * Groups gateway logs into attempts, oldest first. Every log is in exactly one; the order of the input does not matter.
 *
 * In doubt there are two attempts: to see one charge as two makes a person look twice, to see two as one hides money.
 * So only logs of one record and one interaction are ever put together, and no request is ever put to another.
 */
export function attemptsOf(logs: readonly PaymentGatewayLog[]): Attempt[] {
    const attemptsByPlace = new Map<string, OpenAttempt[]>();
    const all: OpenAttempt[] = [];
    for (const log of [...logs].sort(compareLogs)) {
        const place = placeOf(log);
        const earlier = attemptsByPlace.get(place) ?? [];
        const answered = isAnswer(log) ? attemptAnsweredBy(log, earlier) : undefined;
        if (answered) {
            answered.logs.push(log);
        } else {
            const attempt = startAttempt(log, earlier);
            earlier.push(attempt);
            attemptsByPlace.set(place, earlier);
            all.push(attempt);
        }
    }
    const earliestByKey = new Map<string, OpenAttempt>();
    return all.map((attempt) => finish(attempt, earliestByKey));
}

/**
 * Record and interaction. A log without a record can only be told by its idempotency key. One without either, or
 * without an interaction, stands alone: nothing says what it belongs to.
 */
function placeOf({ Id, InteractionType, ReferencedEntityId, SfRefNumber }: PaymentGatewayLog): string {
    const place =
        ReferencedEntityId !== undefined ? { record: ReferencedEntityId } : SfRefNumber && { key: SfRefNumber };
    return JSON.stringify(InteractionType && place ? [InteractionType, place] : [Id]);
}

/**
 * The attempt that an answer belongs to: the one with the same key or reference, else the only one that still waits.
 * Undefined where several fit, or none: the answer then stands alone. So does one behind a failure: a payment intent
 * keeps its id over several tries, and a success put to the failed one would hide that it failed.
 */
function attemptAnsweredBy(answer: PaymentGatewayLog, earlier: readonly OpenAttempt[]): OpenAttempt | undefined {
    const possible = earlier.filter(
        (attempt) => mayBeAnswered(attempt) && !attempt.logs.some((log) => disagree(log, answer))
    );
    const proven = possible.filter(({ logs }) => logs.some((log) => agree(log, answer)));
    return proven.length > 0 ? (only(proven.filter(isWaiting)) ?? only(proven)) : only(possible.filter(isWaiting));
}

function only<Value>(values: readonly Value[]): Value | undefined {
    return values.length === 1 ? values[0] : undefined;
}

/** Also what timed out, which may have reached the gateway, and what succeeded, which a notification confirms. */
function mayBeAnswered(attempt: OpenAttempt): boolean {
    const outcome = outcomeOf(attempt);
    return outcome !== 'failed' && outcome !== 'nothing';
}

function isWaiting({ logs }: OpenAttempt): boolean {
    return logs.length === 1 && !isAnswer(logs[0]);
}

function agree(log: PaymentGatewayLog, answer: PaymentGatewayLog): boolean {
    return (
        isSame(log.SfRefNumber, answer.SfRefNumber) ||
        isSame(log.GatewayRefNumber?.trim(), answer.GatewayRefNumber?.trim())
    );
}

/** Different gateways, idempotency keys or references. A `pi_` and a `ch_` may be of one payment, two `re_` are two. */
function disagree(log: PaymentGatewayLog, answer: PaymentGatewayLog): boolean {
    const reference = log.GatewayRefNumber?.trim();
    const answered = answer.GatewayRefNumber?.trim();
    return (
        isDifferent(log.PaymentGatewayId, answer.PaymentGatewayId) ||
        isDifferent(log.SfRefNumber, answer.SfRefNumber) ||
        (isDifferent(reference, answered) && prefixOf(reference) === prefixOf(answered))
    );
}

function isSame(left: string | undefined, right: string | undefined): boolean {
    return Boolean(left) && left === right;
}

function isDifferent(left: string | undefined, right: string | undefined): boolean {
    return Boolean(left) && Boolean(right) && left !== right;
}

function prefixOf(reference: string | undefined): string {
    const parsed = parseGatewayReference(reference);
    return parsed.kind === 'stripe' ? parsed.prefix : '';
}

/**
 * A request continues the series if the try before had failed or timed out by then, or had the same idempotency key.
 * After a success, or while the one before is pending, it may be meant anew. An answer that stands alone is no try.
 */
function startAttempt(log: PaymentGatewayLog, earlier: readonly OpenAttempt[]): OpenAttempt {
    const before = earlier.filter(({ logs }) => !isAnswer(logs[0])).at(-1);
    const isRetry =
        before !== undefined &&
        !isAnswer(log) &&
        (hasFailed(before) || isSame(before.logs[0].SfRefNumber, log.SfRefNumber));
    const series = isRetry ? before.series : [];
    const attempt: OpenAttempt = { logs: [log], number: series.length + 1, series };
    series.push(attempt);
    return attempt;
}

function hasFailed(attempt: OpenAttempt): boolean {
    const outcome = outcomeOf(attempt);
    return outcome === 'failed' || outcome === 'timedOut';
}

/** The last word counts: a capture that was completed may still be reported as failed. */
function outcomeOf({ logs }: OpenAttempt): AttemptOutcome {
    const known = logs.map(outcomeOfLog).filter((outcome) => outcome !== 'unknown');
    return known.at(-1) ?? 'unknown';
}

function finish(attempt: OpenAttempt, earliestByKey: Map<string, OpenAttempt>): Attempt {
    const [first] = attempt.logs;
    const last = attempt.logs.at(-1);
    return {
        id: first.Id,
        interactionType: first.InteractionType,
        referencedEntityId: first.ReferencedEntityId,
        logs: attempt.logs,
        outcome: outcomeOf(attempt),
        startedAt: instantOf(first),
        endedAt: last && last !== first ? instantOf(last) : undefined,
        number: attempt.number,
        ofNumber: attempt.series.length,
        sameRequestAs: sameRequest(attempt, earliestByKey)
    };
}

/** A key is trusted within one record and interaction only: callers choose keys, and may choose badly. */
function sameRequest(attempt: OpenAttempt, earliestByKey: Map<string, OpenAttempt>): string | undefined {
    const [first] = attempt.logs;
    if (!first.SfRefNumber) {
        return undefined;
    }
    const key = JSON.stringify([placeOf(first), first.SfRefNumber]);
    const earliest = earliestByKey.get(key);
    if (earliest === undefined) {
        earliestByKey.set(key, attempt);
    }
    return earliest?.logs[0].Id;
}
