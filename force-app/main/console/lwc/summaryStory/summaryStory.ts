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
}

/**
 * Warnings, totals and timeline of the records of an order payment summary, or of several.
 * @param complete the lists that hold every record there is, with every field
 * @param now milliseconds since the epoch, from which the time left of an authorization is counted
 */
export function storyOf({ records }: RecordIndex, complete: CompleteLists, now: number): SummaryStory {
    return {
        warnings: paymentWarnings({ records, complete, now }),
        totals: paymentTotals(records, complete),
        events: paymentTimeline(records, now)
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
