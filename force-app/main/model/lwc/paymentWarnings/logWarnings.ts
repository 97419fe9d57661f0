import { REFUND_INTERACTIONS } from 'c/gatewayAttempts';
import type { PaymentRecord } from 'c/paymentRecord';
import type { TimelineEvent } from 'c/paymentTimeline';
import { filterTimeline } from 'c/paymentTimeline';
import type { PaymentWarning, WarningInput } from './paymentWarning';

/**
 * Interactions that are about one of the records here. Tokenize and the other ones are about a payment method, which is
 * not among them (ReferencedEntityId, Object Reference v67).
 */
const ABOUT_RECORDS: ReadonlySet<string | undefined> = new Set([
    'Authorization',
    'AuthorizationReversal',
    'Capture',
    'PostAuth',
    'Sale',
    'Void',
    ...REFUND_INTERACTIONS
]);

/** Interactions that move money. */
const MOVES_MONEY: ReadonlySet<string | undefined> = new Set(['Capture', 'Sale', ...REFUND_INTERACTIONS]);

/** Records that are Processed although the gateway says that it failed, with the logs that say so. */
export function contradictionWarnings(events: readonly TimelineEvent[], { complete }: WarningInput): PaymentWarning[] {
    return filterTimeline(events, { states: ['contradicted'] }).flatMap(({ payment, attempts }): PaymentWarning[] => {
        const failed = attempts.filter(({ outcome }) => outcome === 'failed');
        // A later log, which is not loaded, may tell of a success. A result code on the record needs no log.
        return failed.length > 0 && !complete.logs
            ? []
            : [{ kind: 'failedButProcessed', severity: 'error', records: [payment, ...failed.flatMap(logsOf)] }];
    });
}

/** Logs whose record is not there: of one that is named; or, where money was moved, of any. */
export function orphanedLogWarnings(events: readonly TimelineEvent[], input: WarningInput): PaymentWarning[] {
    return filterTimeline(events, { kinds: ['log'] }).flatMap(({ attempts }) =>
        attempts.flatMap((attempt): PaymentWarning[] => {
            const { interactionType, outcome, referencedEntityId } = attempt;
            const movedMoney = outcome === 'succeeded' && MOVES_MONEY.has(interactionType);
            const isOrphaned =
                referencedEntityId === undefined
                    ? movedMoney && input.complete.logs
                    : ABOUT_RECORDS.has(interactionType) && hasAllRecords(input);
            if (!isOrphaned) {
                return [];
            }
            const missing = referencedEntityId === undefined ? 'recordId' : 'record';
            const severity = movedMoney ? 'error' : 'info';
            return [{ kind: 'orphanedLog', severity, missing, records: logsOf(attempt) }];
        })
    );
}

function hasAllRecords({ complete }: WarningInput): boolean {
    return complete.authorizations && complete.adjustments && complete.payments && complete.refunds;
}

function logsOf({ logs }: TimelineEvent['attempts'][number]): PaymentRecord[] {
    return logs.map((record) => ({ objectName: 'PaymentGatewayLog', record }));
}
