import { api } from 'lwc';
import hideRecords from '@salesforce/label/c.Payments_Order_HideRecords';
import loading from '@salesforce/label/c.Payments_Order_Loading';
import noSummaries from '@salesforce/label/c.Payments_Order_NoSummaries';
import showRecords from '@salesforce/label/c.Payments_Order_ShowRecords';
import title from '@salesforce/label/c.Payments_Order_Title';
import denied from '@salesforce/label/c.Payments_List_Denied';
import retry from '@salesforce/label/c.Payments_List_Retry';
import refresh from '@salesforce/label/c.Payments_RefreshAll';
import refreshed from '@salesforce/label/c.Payments_Refreshed';
import { formatLabel, shownText } from 'c/displayFormat';
import { errorInWords } from 'c/errorText';
import type GatewayLogOpener from 'c/gatewayLogOpener';
import { memoizeLast } from 'c/memoizeLast';
import type { MissedRecords } from 'c/paymentRecordsElement';
import { PaymentRecordsElement } from 'c/paymentRecordsElement';
import type { LoadedList } from 'c/paymentRecordsElement';
import type { OrderPaymentSummary, PaymentRecords, StoredRecord } from 'c/paymentRecord';
import type { TimelineEvent } from 'c/paymentTimeline';
import { paymentTimeline } from 'c/paymentTimeline';
import type { CompleteLists } from 'c/paymentTotals';
import { RecordIndex } from 'c/paymentTrace';
import type { ListSection } from 'c/recordLists';
import type { LinkedRecord } from 'c/recordLink';
import { recordsBySummary } from 'c/summaryRecords';
import type { SummaryStory } from 'c/summaryStory';
import { sectionsOf, storyOf, unreadObjects } from 'c/summaryStory';

/** One of the payments of the order, as its card shows it. */
interface SummaryView {
    id: string;
    name: string;
    record: LinkedRecord;
    currency?: string;
    index: RecordIndex;
    story: SummaryStory;
    sections: ListSection[];
    isOpen: boolean;
    expanded: string;
    toggleLabel: string;
}

/** What a card shows besides whether it is open. */
type SummaryContent = Omit<SummaryView, 'isOpen' | 'expanded' | 'toggleLabel'>;

/** The payments of an order side by side, each with its records on demand, and one timeline for all of them. */
export default class OrderPaymentsConsole extends PaymentRecordsElement {
    /** Rows that each list shows at first. */
    @api rowCount = 10;
    /** What App Builder leaves out of the page. */
    @api hideWarnings = false;
    @api hideTotals = false;
    @api hideTimeline = false;

    labels = { loading, noSummaries, refresh, retry, title };
    /** The summaries whose records are shown. */
    openIds: ReadonlySet<string> = new Set();

    private readonly contentsOf = memoizeLast(buildContents);
    private readonly eventsOf = memoizeLast((index: RecordIndex, now: number) => paymentTimeline(index.records, now));

    get isLoading(): boolean {
        return this.lists.summaries.status === 'loading' || (this.hasSummaries && !this.isRead);
    }

    get hasSummaries(): boolean {
        return this.lists.summaries.rows.length > 0;
    }

    get isEmpty(): boolean {
        return this.lists.summaries.status === 'ready' && !this.hasSummaries;
    }

    get deniedText(): string | undefined {
        return this.lists.summaries.status === 'denied' ? formatLabel(denied, 'OrderPaymentSummary') : undefined;
    }

    /** The summaries have a place of their own. */
    get missedBesides(): readonly MissedRecords[] {
        return this.missed.filter(({ objectName }) => objectName !== 'OrderPaymentSummary');
    }

    get errorText(): string | undefined {
        const { error } = this.lists.summaries;
        return error && errorInWords(error);
    }

    get isTold(): boolean {
        return this.hasSummaries && this.isRead;
    }

    get summaries(): SummaryView[] {
        const contents = this.contentsOf(this.lists, this.logs, this.index, this.complete, this.allRows, this.readAt);
        return contents.map((content) => {
            const isOpen = this.openIds.has(content.id);
            return {
                ...content,
                isOpen,
                expanded: String(isOpen),
                toggleLabel: formatLabel(isOpen ? hideRecords : showRecords, content.name)
            };
        });
    }

    get events(): readonly TimelineEvent[] {
        return this.eventsOf(this.index, this.readAt);
    }

    get unread(): readonly string[] {
        return unreadObjects(this.allRows);
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

    get refreshText(): string {
        return this.changedCount === undefined ? '' : formatLabel(refreshed, this.changedCount);
    }

    /** The button goes away with the error, and would take the focus with it. */
    async handleRetry(): Promise<void> {
        this.template?.querySelector<HTMLElement>('.refresh')?.focus();
        await this.handleRefresh();
    }

    handleToggle(event: Event): void {
        const id = (event.currentTarget as HTMLButtonElement).value;
        const openIds = new Set(this.openIds);
        if (!openIds.delete(id)) {
            openIds.add(id);
        }
        this.openIds = openIds;
    }

    handleReadLog(event: CustomEvent<{ logId: string }>): Promise<void> | undefined {
        const opener = this.template?.querySelector<HTMLElement & GatewayLogOpener>('c-gateway-log-opener');
        return opener?.open(event.detail.logId);
    }
}

/** The lists of a page with the rows of one summary only. */
type PageLists = OrderPaymentsConsole['lists'];

function buildContents(
    lists: PageLists,
    logs: OrderPaymentsConsole['logs'],
    index: RecordIndex,
    complete: CompleteLists,
    allRows: CompleteLists,
    now: number
): SummaryContent[] {
    const recordsOfSummaries = recordsBySummary(lists.summaries.rows, index.records).filter(hasSummary);
    return recordsOfSummaries.map((records, position) => {
        const { summary } = records;
        const own = new RecordIndex(records);
        return {
            id: summary.Id,
            name: nameOf(summary, position),
            record: { recordId: summary.Id, objectName: 'OrderPaymentSummary' },
            currency: summary.CurrencyIsoCode,
            index: own,
            story: storyOf(own, complete, allRows, now),
            sections: sectionsOf({ ...listsOf(lists, records), logs: withRows(logs, records.logs) })
        };
    });
}

function hasSummary(records: PaymentRecords): records is PaymentRecords & { summary: OrderPaymentSummary } {
    return records.summary !== undefined;
}

function listsOf(lists: PageLists, records: PaymentRecords) {
    return {
        authorizations: withRows(lists.authorizations, records.authorizations),
        payments: withRows(lists.payments, records.payments),
        refunds: withRows(lists.refunds, records.refunds)
    };
}

function withRows<Row extends StoredRecord>(list: LoadedList<Row>, rows: readonly Row[]): LoadedList<Row> {
    return { ...list, rows };
}

/** The method is free text of the storefront: for a wallet it may be an email address, which is hidden. */
function nameOf({ Method = '' }: OrderPaymentSummary, position: number): string {
    return shownText(Method) || `${position + 1}`;
}
