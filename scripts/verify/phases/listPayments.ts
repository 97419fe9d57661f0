import type { Checkpoint } from '../checkpoint/checkpoint.ts';
import type { Progress } from '../progress.ts';
import type { Asking } from '../stripe/asking.ts';
import type { StripeObjects } from '../stripe/stripeObjects.ts';

/** A payment may be older than its record: it is made when the customer goes to the checkout. */
const SECONDS_BEFORE_FIRST_RECORD = 24 * 60 * 60;

/**
 * Lists Stripe's payments of the time from which the org has records, to find those that no record names.
 * Goes on behind the last page.
 *
 * @param since ISO 8601 date; the day before the org's first record where it is left out
 */
export async function listPayments(
    stripe: StripeObjects,
    asking: Asking,
    checkpoint: Checkpoint,
    progress: Progress,
    since: string | undefined
): Promise<void> {
    const start = startOf(since, checkpoint.earliestRecord());
    if (start === undefined || checkpoint.state('listed') === 'all') {
        return;
    }
    progress.begin('Listing the payments of Stripe');
    const until = Number(checkpoint.state('began'));
    for (let hasMore = true; hasMore;) {
        const after = checkpoint.state('listed after');
        const page = await asking.ask(() => stripe.listPayments({ since: start, until, after }));
        hasMore = page.hasMore;
        checkpoint.transaction(() => {
            page.payments.forEach((payment) => checkpoint.addListedPayment(payment));
            const last = page.payments.at(-1);
            if (last && hasMore) {
                checkpoint.setState('listed after', last.id);
            } else {
                hasMore = false;
                checkpoint.setState('listed', 'all');
            }
        });
        progress.advance(page.payments.length);
    }
}

/** Seconds since 1970; undefined where the org has no payment at all. */
function startOf(since: string | undefined, earliestRecord: string | undefined): number | undefined {
    if (since !== undefined) {
        return Math.floor(Date.parse(since) / 1000);
    }
    const earliest = Date.parse(earliestRecord?.replace(/\+0000$/, 'Z') ?? '');
    return Number.isNaN(earliest) ? undefined : Math.floor(earliest / 1000) - SECONDS_BEFORE_FIRST_RECORD;
}
