import { api, LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import copyCustomer from '@salesforce/label/c.Payments_Failure_CopyCustomer';
import readLog from '@salesforce/label/c.Payments_Log_Open';
import readLogNamed from '@salesforce/label/c.Payments_Log_OpenNamed';
import sortBy from '@salesforce/label/c.Payments_Column_SortBy';
import type { AdviceLine } from 'c/adviceText';
import { adviceLines } from 'c/adviceText';
import { copyTextOf } from 'c/clipboard';
import { formatLabel } from 'c/displayFormat';
import type { Cell, Column, Row } from 'c/paymentRows';
import { badgeClass } from 'c/paymentRows';
import { copyReference, focusOnExplain, referenceLine } from 'c/referenceLine';
import type { RowRange } from './rowWindow';
import { RowWindow } from './rowWindow';

/** How far from the sight rows are drawn already, above and below. */
const DRAWN_AROUND = '400px 0px';

const TABLE_CLASS = 'slds-table slds-table_cell-buffer slds-table_bordered slds-max-medium-table_stacked-horizontal';

/** Paths in a field of 24 by 24. An icon of Salesforce is two components more in each column. */
const SORT_ICONS = {
    none: 'M6 10l6-7 6 7z M6 14l6 7 6-7z',
    ascending: 'M4 17l8-11 8 11z',
    descending: 'M4 7l8 11 8-11z'
} as const;

/** The column and direction in which the rows stand. */
export interface SortOrder {
    key: string;
    isDescending: boolean;
}

/**
 * An accessible SLDS table of record rows, in the order in which they are given. Of many rows only those in sight are
 * drawn, and the one that has the focus; for the others there is room, and their text for the browser's own search.
 * Dispatches `sort` and `readlog`.
 */
export default class RecordTable extends NavigationMixin(LightningElement) {
    /** Names the table for screen readers. */
    @api caption = '';
    @api columns: readonly Column[] = [];
    /** How the rows are sorted; undefined in their first order. */
    @api sortOrder?: SortOrder;
    /** Whether the rows know their text, so that the browser's own search finds it in rows that are not drawn. */
    @api isSearchable = false;

    labels = { copyCustomer, readLog };

    private allRows: readonly Row[] = [];
    private rowWindow = new RowWindow([]);
    private ranges: readonly RowRange[] = [];
    private observer?: IntersectionObserver;
    private observed = new WeakSet<Element>();
    /** The ids of the rows whose link is explained. */
    private explained: ReadonlySet<string> = new Set();

    @api
    get rows(): readonly Row[] {
        return this.allRows;
    }

    set rows(rows) {
        this.allRows = rows;
        this.rowWindow = new RowWindow(rows, this.rowWindow);
        this.ranges = this.rowWindow.ranges;
    }

    override renderedCallback(): void {
        if (this.rowWindow.isPartial) {
            this.observeBodies();
        }
    }

    override disconnectedCallback(): void {
        this.observer?.disconnect();
        this.observer = undefined;
        this.observed = new WeakSet();
    }

    /** Of all rows and the header, where not all are drawn. */
    get rowCount(): number | undefined {
        return this.rowWindow.isPartial ? this.allRows.length + 1 : undefined;
    }

    /** Where a text is longer than its column expects, all cells may break theirs: the page must not become wide. */
    get tableClass(): string {
        const isOverlong = this.ranges.some(({ rows }) =>
            rows.some(({ cells }) => this.columns.some((column) => isTooLong(column, cells[column.key])))
        );
        return isOverlong ? `${TABLE_CLASS} overlong` : TABLE_CLASS;
    }

    get columnCount(): number {
        return this.columns.length;
    }

    get headers() {
        return this.columns.map(({ key, label, isNumber }) => {
            const isSorted = this.sortOrder?.key === key;
            const sort = isSorted ? (this.sortOrder?.isDescending ? 'descending' : 'ascending') : 'none';
            return {
                key,
                label,
                sort,
                sortBy: formatLabel(sortBy, label),
                icon: SORT_ICONS[sort],
                class: isNumber ? 'slds-is-sortable slds-text-align_right' : 'slds-is-sortable'
            };
        });
    }

    /** The rows, those that are drawn and the room of the others. */
    get bodies() {
        return this.ranges.map((range) => ({
            start: range.start,
            rows: this.rowViews(range),
            room: range.isDrawn ? '' : `height:${range.height}px;line-height:${this.rowWindow.rowHeight}px`,
            text: range.isDrawn || !this.isSearchable ? '' : this.rowWindow.textOf(range)
        }));
    }

    private rowViews({ rows, start }: RowRange) {
        return rows.map(({ id, cells }, position) => ({
            id,
            // The header is the first.
            rowIndex: this.rowWindow.isPartial ? start + position + 2 : undefined,
            cells: this.columns.map((column) => toCellView(column, this.explained.has(id), cells[column.key]))
        }));
    }

    private observeBodies(): void {
        this.observer ??= new IntersectionObserver((entries) => this.see(entries), { rootMargin: DRAWN_AROUND });
        this.template?.querySelectorAll('tbody').forEach((body) => {
            if (!this.observed.has(body)) {
                this.observed.add(body);
                this.observer?.observe(body);
            }
        });
    }

    private see(entries: readonly IntersectionObserverEntry[]): void {
        for (const { target, isIntersecting, boundingClientRect } of entries) {
            if (target.isConnected) {
                this.rowWindow.see(startOf(target) ?? 0, isIntersecting, boundingClientRect.height);
            }
        }
        this.ranges = this.rowWindow.ranges;
    }

    handleFocusIn(event: FocusEvent): void {
        this.rowWindow.focus(startOf(event.target as Element));
    }

    handleFocusOut(): void {
        this.rowWindow.focus(undefined);
    }

    handleSort(event: Event): void {
        const key = (event.currentTarget as HTMLElement).dataset.column;
        this.dispatchEvent(new CustomEvent('sort', { detail: { key } }));
    }

    handleReadLog(event: Event): void {
        const { logId } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('readlog', { detail: { logId }, bubbles: true, composed: true }));
    }

    async handleCopy(event: Event): Promise<void> {
        await copyReference(this, event);
    }

    async handleCopyForCustomer(event: Event): Promise<void> {
        await copyTextOf(this, event);
    }

    handleExplain(event: Event): void {
        const { rowId = '' } = (event.currentTarget as HTMLElement).dataset;
        const others = [...this.explained].filter((id) => id !== rowId);
        this.explained = new Set(this.explained.has(rowId) ? others : [...others, rowId]);
    }

    handleFocusLoss(event: Event): void {
        focusOnExplain(event);
    }

    /** A plain click opens the record as Lightning does (a subtab in a console app); any other is the browser's. */
    handleOpen(event: MouseEvent): void {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) {
            return;
        }
        event.preventDefault();
        const { recordId = '', objectName = '' } = (event.currentTarget as HTMLElement).dataset;
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId, objectApiName: objectName, actionName: 'view' }
        });
    }
}

/**
 * In characters. A longer text in a short column is no number, status or kind that Salesforce writes, nor a longer note
 * one of ours.
 */
const USUAL_LENGTH = 24;
const USUAL_NOTE = 120;

const NO_ADVICE: readonly AdviceLine[] = [];

/** The position of the first row of those that an element stands among; undefined outside the rows. */
function startOf(element: Element): number | undefined {
    const body = element.closest<HTMLElement>('tbody');
    return body ? Number(body.dataset.start) : undefined;
}

function toCellView(column: Column, isExplained: boolean, cell: Cell = { text: '' }) {
    const { key, label } = column;
    const { text, record, reference, tone, note, failure, logId } = cell;
    const badge = tone && text !== '' ? badgeClass(tone) : undefined;
    const line = reference && referenceLine(reference);
    return {
        key,
        label,
        text,
        // Beside what else is in the cell, and not in a branch of it: a branch costs two nodes more.
        plainText: record || reference || badge ? '' : text,
        record,
        href: record && `/lightning/r/${record.objectName}/${record.recordId}/view`,
        reference,
        line,
        isExplained,
        expanded: String(isExplained),
        hasDetails: isExplained || line?.hasDetails,
        badgeClass: badge,
        note,
        advice: failure ? adviceLines(failure) : NO_ADVICE,
        logId,
        readLogText: logId && formatLabel(readLogNamed, text),
        class: classOf(column)
    };
}

function classOf({ isNumber, isLong }: Column): string | undefined {
    if (isNumber) {
        return 'slds-text-align_right number';
    }
    return isLong ? 'slds-cell-wrap long' : undefined;
}

function isTooLong({ isNumber, isLong }: Column, { text, note = '' }: Cell = { text: '' }): boolean {
    return !isNumber && !isLong && (text.length > USUAL_LENGTH || note.length > USUAL_NOTE);
}
