import type { LoadedList } from 'c/paymentRecordsElement';
import type { StoredRecord } from 'c/paymentRecord';
import type { TimelineEvent } from 'c/paymentTimeline';
import { paymentTimeline } from 'c/paymentTimeline';
import type { CompleteLists, PaymentTotal } from 'c/paymentTotals';
import { paymentTotals } from 'c/paymentTotals';
import type { RecordIndex } from 'c/paymentTrace';
import type { PaymentWarning } from 'c/paymentWarnings';
import { paymentWarnings } from 'c/paymentWarnings';
import type { ListSection } from 'c/recordLists';

/** What is told of an order payment summary besides its records. */
export interface SummaryStory {
    warnings: readonly PaymentWarning[];
    totals: readonly PaymentTotal[];
    events: readonly TimelineEvent[];
    /** API names of the objects of which events may be missing: see `unreadObjects`. */
    unread: readonly string[];
}

/** The objects that events are made of, by list. */
const EVENT_OBJECTS = [
    ['authorizations', 'PaymentAuthorization'],
    ['adjustments', 'PaymentAuthAdjustment'],
    ['payments', 'Payment'],
    ['refunds', 'Refund'],
    ['logs', 'PaymentGatewayLog']
] as const;

/** API names of the objects not all of whose records have been read, so that a timeline may lack events. */
export function unreadObjects(allRows: CompleteLists): string[] {
    return EVENT_OBJECTS.flatMap(([list, objectName]) => (allRows[list] ? [] : [objectName]));
}

/**
 * Warnings, totals and timeline of the records of an order payment summary, or of several.
 * @param complete the lists that hold every record there is, with every field
 * @param allRows the lists that hold every record there is
 * @param now milliseconds since the epoch, from which the time left of an authorization is counted
 */
export function storyOf(
    { records }: RecordIndex,
    complete: CompleteLists,
    allRows: CompleteLists,
    now: number
): SummaryStory {
    return {
        warnings: paymentWarnings({ records, complete, now }),
        totals: paymentTotals(records, allRows),
        events: paymentTimeline(records, now),
        unread: unreadObjects(allRows)
    };
}

/** The four lists of an order payment summary, in the order in which they are shown. */
export function sectionsOf(lists: {
    authorizations: LoadedList<StoredRecord>;
    payments: LoadedList<StoredRecord>;
    refunds: LoadedList<StoredRecord>;
    logs: LoadedList<StoredRecord>;
}): ListSection[] {
    return [
        { objectName: 'PaymentAuthorization', list: lists.authorizations },
        { objectName: 'Payment', list: lists.payments },
        { objectName: 'Refund', list: lists.refunds },
        { objectName: 'PaymentGatewayLog', list: lists.logs }
    ];
}
