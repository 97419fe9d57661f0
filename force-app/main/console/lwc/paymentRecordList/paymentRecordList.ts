import { api, LightningElement } from 'lwc';
import { formatCount, formatLabel } from 'c/displayFormat';
import { errorInWords } from 'c/errorText';
import { memoizeLast } from 'c/memoizeLast';
import { rowsToCsv } from 'c/listExport';
import type { LoadedList } from 'c/paymentRecordsElement';
import { NO_RECORDS } from 'c/paymentRecord';
import type { StoredRecord } from 'c/paymentRecord';
import type { AttemptsOfLogs, Column, Row } from 'c/paymentRows';
import { attemptsByLog, columnsOf, toRow } from 'c/paymentRows';
import { RecordIndex } from 'c/paymentTrace';
import type { SortOrder } from 'c/recordTable';
import type { EvidenceSettings } from 'c/stripeEvidence';
import { NO_SETTINGS } from 'c/stripeEvidence';
import { downloadCsv } from './downloadCsv';
import { workWhenIdle } from './idleWork';
import { LABELS, LISTS } from './listLabels';
import { selectRows, statusesOf } from './rowView';

/** So many rows do not hold up the first letter of a filter. */
const FEW_ROWS = 50;

/** Objects that have a list. */
export type ListedObject = keyof typeof LISTS;

/**
 * The list of one kind of payment record: a card with count, filter, sortable table and every state that reading can
 * be in. It reads nothing itself; it dispatches `refresh` and `loadmore` to the component that does.
 */
export default class PaymentRecordList extends LightningElement {
    @api objectName: ListedObject = 'Payment';
    /** Overrides the list's own title. */
    @api listTitle?: string;
    /** Rows that are shown at first, and that are added by "Show more". */
    @api rowCount = 10;
    @api index = new RecordIndex(NO_RECORDS);
    /** How far the reading of these records is. */
    @api list: LoadedList<StoredRecord> = { status: 'loading', rows: [], hiddenFields: [], hasMore: false };
    /** What is known about account and mode besides the records. */
    @api settings: EvidenceSettings = NO_SETTINGS;
    /** ISO 4217 code of the summary; undefined in an org with a single currency. */
    @api currency?: string;
    /** Whether records are being read again, or further ones. */
    @api isBusy = false;

    labels = LABELS;
    filterText = '';
    filterStatus = '';
    sortOrder?: SortOrder;
    /** How often "Show more" was pressed. */
    expansions = 0;
    /** Since "Show more" was pressed, until the rows are there. */
    private isShowingMore = false;

    /** Rows shown whose text has been made, and those for which that was begun last. */
    private preparedRows?: readonly Row[];
    private preparing?: { shownRows: readonly Row[]; stop: () => void };

    private readonly attemptsOf = memoizeLast(buildAttempts);
    private readonly rowsOf = memoizeLast(buildRows);
    private readonly select = memoizeLast((rows: readonly Row[], text: string, status: string, order?: SortOrder) =>
        selectRows(rows, { text, status }, order)
    );
    private readonly firstOf = memoizeLast((rows: readonly Row[], count: number) => rows.slice(0, count));
    private readonly statusOptionsOf = memoizeLast(buildStatusOptions);

    override renderedCallback(): void {
        this.prepareRows();
        this.keepFocusAfterShowMore();
    }

    override disconnectedCallback(): void {
        this.preparing?.stop();
        this.preparing = undefined;
    }

    get heading(): string {
        return this.listTitle || LISTS[this.objectName].title;
    }

    get cardTitle(): string {
        return this.hasRows || this.list.hasMore
            ? formatLabel(LABELS.titleWithCount, this.heading, this.countText)
            : this.heading;
    }

    get countText(): string {
        const count = this.rows.length;
        return this.list.hasMore ? formatLabel(LABELS.moreThan, count) : formatCount(count);
    }

    get iconName(): string {
        return LISTS[this.objectName].icon;
    }

    get columns(): Column[] {
        return columnsOf(this.objectName);
    }

    get rows(): Row[] {
        return this.rowsOf(this.index, this.objectName, this.settings, this.currency, this.attempts);
    }

    get attempts(): AttemptsOfLogs {
        return this.attemptsOf(this.index);
    }

    get matches(): Row[] {
        return this.select(this.rows, this.filterText, this.filterStatus, this.sortOrder);
    }

    get shownRows(): Row[] {
        return this.firstOf(this.matches, this.limit);
    }

    get limit(): number {
        return Math.max(1, this.rowCount) * (1 + this.expansions);
    }

    get isLoading(): boolean {
        return this.list.status === 'loading';
    }

    get isDenied(): boolean {
        return this.list.status === 'denied';
    }

    get isEmpty(): boolean {
        return this.list.status === 'ready' && !this.list.hasMore && !this.hasRows;
    }

    get hasRows(): boolean {
        return this.rows.length > 0;
    }

    get hasMatches(): boolean {
        return this.matches.length > 0;
    }

    get hasMore(): boolean {
        return this.list.hasMore || this.matches.length > this.limit;
    }

    get isFiltered(): boolean {
        return this.filterText.trim() !== '' || this.filterStatus !== '';
    }

    get loadingText(): string {
        return formatLabel(LABELS.loading, this.heading);
    }

    get deniedText(): string {
        return formatLabel(LABELS.denied, this.objectName);
    }

    get errorText(): string | undefined {
        const { error } = this.list;
        return (
            error && formatLabel(this.hasRows ? LABELS.notAllRead : LABELS.notRead, this.heading, errorInWords(error))
        );
    }

    get hiddenFieldsText(): string {
        const { hiddenFields } = this.list;
        return hiddenFields.length === 0 ? '' : formatLabel(LABELS.hiddenFields, hiddenFields.join(', '));
    }

    get partialText(): string {
        return this.isFiltered && this.list.hasMore ? formatLabel(LABELS.filterIsPartial, this.rows.length) : '';
    }

    /** Always in the page, so that a screen reader hears it change. */
    get shownText(): string {
        return this.hasRows || this.list.hasMore
            ? formatLabel(LABELS.shown, this.shownRows.length, this.countText)
            : '';
    }

    /** Only for screen readers where every row is in sight anyway. */
    get shownClass(): string {
        const isAll = this.shownRows.length === this.rows.length && !this.list.hasMore;
        return isAll ? 'slds-assistive-text' : 'slds-text-body_small slds-text-color_weak slds-m-top_small';
    }

    get exportText(): string {
        return formatLabel(LABELS.exportRows, this.matches.length, this.heading);
    }

    get filterLabel(): string {
        return formatLabel(LABELS.filter, this.heading);
    }

    get refreshText(): string {
        return formatLabel(LABELS.refresh, this.heading);
    }

    get showMoreText(): string {
        return formatLabel(LABELS.showMore, this.heading);
    }

    get statusOptions(): { label: string; value: string }[] {
        return this.statusOptionsOf(this.rows);
    }

    /** Whether the rows know their text, so that the browser's own search finds it in rows that are not drawn. */
    get isSearchable(): boolean {
        return this.preparedRows === this.shownRows;
    }

    handleFilter(event: CustomEvent<{ value: string }>): void {
        this.filterText = event.detail.value;
    }

    handleStatus(event: CustomEvent<{ value: string }>): void {
        this.filterStatus = event.detail.value;
    }

    handleClearFilter(): void {
        this.filterText = '';
        this.filterStatus = '';
        this.focusOn('.filter');
    }

    handleSort(event: CustomEvent<{ key: string }>): void {
        const { key } = event.detail;
        this.sortOrder = { key, isDescending: this.sortOrder?.key === key && !this.sortOrder.isDescending };
    }

    /** While it is busy the button stays, so that the focus does, and does nothing. */
    handleShowMore(): void {
        if (this.isBusy) {
            return;
        }
        this.expansions += 1;
        this.isShowingMore = true;
        if (this.limit > this.matches.length && this.list.hasMore) {
            this.tell('loadmore', { objectName: this.objectName });
        }
    }

    /** All rows that match the filter, in their order, also those that are not shown yet. */
    handleExport(): void {
        downloadCsv(`${this.objectName}.csv`, rowsToCsv(this.columns, this.matches, this.currency));
    }

    handleRefresh(): void {
        this.tell('refresh');
    }

    /** The button goes away with the error. */
    handleRetry(): void {
        this.focusOn('.refresh');
        this.handleRefresh();
    }

    /** "Show more" goes away when everything is shown. */
    private keepFocusAfterShowMore(): void {
        if (!this.isShowingMore || this.isBusy) {
            return;
        }
        this.isShowingMore = false;
        if (!this.hasMore && document.activeElement === document.body) {
            this.focusOn('.refresh');
        }
    }

    /** A button that goes away when it is pressed would take the focus with it, to the start of the page. */
    private focusOn(selector: string): void {
        this.template?.querySelector<HTMLElement>(selector)?.focus();
    }

    /** Makes the text of many rows beforehand, so that the filter answers its first letter at once. */
    private prepareRows(): void {
        const { rows, shownRows } = this;
        const isBegun = shownRows === this.preparing?.shownRows;
        if (rows.length <= FEW_ROWS || isBegun) {
            return;
        }
        this.preparing?.stop();
        const stop = workWhenIdle(
            rows,
            (row) => row.searchText,
            () => {
                this.preparedRows = shownRows;
            }
        );
        this.preparing = { shownRows, stop };
    }

    /** Up to the component that reads the records, whatever stands between. */
    private tell(name: string, detail?: object): void {
        this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    }
}

function buildAttempts(index: RecordIndex): AttemptsOfLogs {
    return attemptsByLog(index.records.logs);
}

function buildStatusOptions(rows: readonly Row[]): { label: string; value: string }[] {
    const statuses = statusesOf(rows).map((status) => ({ label: status, value: status }));
    return [{ label: LABELS.allStatuses, value: '' }, ...statuses];
}

function buildRows(
    index: RecordIndex,
    objectName: ListedObject,
    settings: EvidenceSettings,
    currency: string | undefined,
    attempts: AttemptsOfLogs
): Row[] {
    const columns = columnsOf(objectName);
    const context = { index, settings, currency, attempts };
    return index.byObject[objectName].map((payment) => toRow(payment, columns, context));
}
