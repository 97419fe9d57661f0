import type { PaymentRecord } from 'c/paymentRecord';
import type { DateSource, TimelineEvent, TimelineKind, UnorderedEvent } from './timelineEvent';

/** What comes first in the life of a payment, among events of one instant. */
const LIFE: readonly TimelineKind[] = ['authorization', 'sale', 'capture', 'payment', 'reversal', 'refund', 'log'];

/**
 * When something happened: by the gateway's date; else by the record's own, which may have been entered; else when
 * Salesforce stored the record, which may be long after. A text that is no date counts for none.
 * @returns the instant as ISO 8601 in UTC, and where it comes from; neither where there is no date
 */
export function dateOf({ objectName, record }: PaymentRecord): { at?: string; dateSource?: DateSource } {
    const dates: [DateSource, string | undefined][] = [
        ['GatewayDate', record.GatewayDate],
        ['Date', objectName === 'PaymentGatewayLog' ? undefined : record.Date],
        ['CreatedDate', record.CreatedDate]
    ];
    for (const [dateSource, date] of dates) {
        const time = Date.parse(date ?? '');
        if (!Number.isNaN(time)) {
            return { at: new Date(time).toISOString(), dateSource };
        }
    }
    return {};
}

/** Puts events in order, oldest first, and marks how sure each one's place is. */
export function inOrder(events: readonly UnorderedEvent[]): TimelineEvent[] {
    const sorted = [...events].sort(compareEvents);
    return sorted.map((event, index) => {
        const isTied = event.at === sorted[index - 1]?.at || event.at === sorted[index + 1]?.at;
        return { ...event, order: event.at === undefined ? 'undated' : isTied ? 'tied' : 'dated' };
    });
}

/** By instant; then by the life of a payment; then by when Salesforce stored the record; the ids make it certain. */
function compareEvents(left: UnorderedEvent, right: UnorderedEvent): number {
    return (
        compare(timeOf(left.at), timeOf(right.at)) ||
        compare(LIFE.indexOf(left.kind), LIFE.indexOf(right.kind)) ||
        compare(timeOf(left.payment.record.CreatedDate), timeOf(right.payment.record.CreatedDate)) ||
        compare(left.id, right.id)
    );
}

function timeOf(instant: string | undefined): number {
    const time = Date.parse(instant ?? '');
    return Number.isNaN(time) ? Infinity : time;
}

function compare<Value extends string | number>(left: Value, right: Value): number {
    if (left === right) {
        return 0;
    }
    return left < right ? -1 : 1;
}
