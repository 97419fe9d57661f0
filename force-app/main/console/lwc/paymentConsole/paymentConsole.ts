import { api } from 'lwc';
import copyCase from '@salesforce/label/c.Payments_Log_CopyCase';
import refresh from '@salesforce/label/c.Payments_RefreshAll';
import refreshed from '@salesforce/label/c.Payments_Refreshed';
import loading from '@salesforce/label/c.Payments_Story_Loading';
import { summarizeCase } from 'c/caseSummary';
import { copyWithToast } from 'c/clipboard';
import { formatLabel } from 'c/displayFormat';
import type GatewayLogOpener from 'c/gatewayLogOpener';
import { memoizeLast } from 'c/memoizeLast';
import type { PaymentObjectName } from 'c/paymentRecord';
import { PaymentRecordsElement } from 'c/paymentRecordsElement';
import { columnsOf, toRow } from 'c/paymentRows';
import type { ListSection } from 'c/recordLists';
import type { SummaryStory } from 'c/summaryStory';
import { sectionsOf, storyOf } from 'c/summaryStory';

/** What a case tells of, in the order of a payment's life; the logs of all of it last. */
const CASE_OBJECTS: readonly PaymentObjectName[] = [
    'PaymentAuthorization',
    'PaymentAuthAdjustment',
    'Payment',
    'Refund',
    'PaymentGatewayLog'
];

/** All about an order payment summary: what deserves a look, totals, timeline, and the lists of its records. */
export default class PaymentConsole extends PaymentRecordsElement {
    /** Rows that each list shows at first. */
    @api rowCount = 10;
    /** What App Builder leaves out of the page. */
    @api hideWarnings = false;
    @api hideTotals = false;
    @api hideTimeline = false;

    labels = { copyCase, loading, refresh };

    private readonly storyOf = memoizeLast(storyOf);

    /** Not before the records are in: until then there would be warnings of what is only not read yet. */
    get hasStory(): boolean {
        return this.isRead;
    }

    /**
     * Until the story is there some room is kept, as much as leaves the first list in sight: without it the lists below
     * jump further, and menus that are open close.
     */
    get isStoryExpected(): boolean {
        return this.showTotals || this.showTimeline;
    }

    get story(): SummaryStory {
        return this.storyOf(this.index, this.complete, this.allRows, this.readAt);
    }

    get showWarnings(): boolean {
        return !this.hideWarnings;
    }

    get showTotals(): boolean {
        return !this.hideTotals;
    }

    get showTimeline(): boolean {
        return !this.hideTimeline;
    }

    /** Read out, and not shown: what is seen has changed anyway. */
    get refreshText(): string {
        return this.changedCount === undefined ? '' : formatLabel(refreshed, this.changedCount);
    }

    get sections(): ListSection[] {
        return sectionsOf({ ...this.lists, logs: this.logs });
    }

    handleReadLog(event: CustomEvent<{ logId: string }>): Promise<void> | undefined {
        const opener = this.template?.querySelector<HTMLElement & GatewayLogOpener>('c-gateway-log-opener');
        return opener?.open(event.detail.logId);
    }

    async handleCopyCase(): Promise<void> {
        const { index, settings, currency } = this;
        const summary = summarizeCase({
            orderNumber: index.orderNumber,
            orderPaymentSummaryId: index.summaryId,
            currency,
            unread: this.story.unread,
            records: CASE_OBJECTS.flatMap((objectName) =>
                index.byObject[objectName].map((payment) =>
                    toRow(payment, columnsOf(objectName), { index, settings, currency })
                )
            )
        });
        await copyWithToast(this, summary);
    }
}
