import { api, LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import readLog from '@salesforce/label/c.Payments_Log_Open';
import readLogNamed from '@salesforce/label/c.Payments_Log_OpenNamed';
import sortBy from '@salesforce/label/c.Payments_Column_SortBy';
import { formatLabel } from 'c/displayFormat';
import type { Cell, Column, Row } from 'c/paymentRows';
import { badgeClass } from 'c/paymentRows';

/** The column and direction in which the rows stand. */
export interface SortOrder {
    key: string;
    isDescending: boolean;
}

/** An accessible SLDS table of record rows, in the order in which they are given. Dispatches `sort` and `readlog`. */
export default class RecordTable extends NavigationMixin(LightningElement) {
    /** Names the table for screen readers. */
    @api caption = '';
    @api columns: readonly Column[] = [];
    @api rows: readonly Row[] = [];
    /** How the rows are sorted; undefined in their first order. */
    @api sortOrder?: SortOrder;

    labels = { readLog };

    get headers() {
        return this.columns.map(({ key, label, isNumber }) => {
            const isSorted = this.sortOrder?.key === key;
            const isDescending = isSorted && this.sortOrder?.isDescending;
            return {
                key,
                label,
                sort: isSorted ? (isDescending ? 'descending' : 'ascending') : 'none',
                sortBy: formatLabel(sortBy, label),
                icon: isDescending ? 'utility:arrowdown' : isSorted ? 'utility:arrowup' : 'utility:sort',
                class: isNumber ? 'slds-is-sortable slds-text-align_right' : 'slds-is-sortable'
            };
        });
    }

    get bodyRows() {
        return this.rows.map(({ id, cells }) => ({
            id,
            cells: this.columns.map((column) => toCellView(column, cells[column.key]))
        }));
    }

    handleSort(event: Event): void {
        const key = (event.currentTarget as HTMLElement).dataset.column;
        this.dispatchEvent(new CustomEvent('sort', { detail: { key } }));
    }

    handleReadLog(event: Event): void {
        const { logId } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('readlog', { detail: { logId }, bubbles: true, composed: true }));
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

function toCellView({ key, label, isNumber, isLong }: Column, cell: Cell = { text: '' }) {
    const { text, record, reference, tone, note, failure, logId } = cell;
    return {
        key,
        label,
        text,
        record,
        href: record && `/lightning/r/${record.objectName}/${record.recordId}/view`,
        reference,
        badgeClass: tone && text !== '' ? badgeClass(tone) : undefined,
        note,
        failure,
        logId,
        readLogText: formatLabel(readLogNamed, text),
        class: isNumber ? 'slds-text-align_right' : isLong ? 'slds-cell-wrap long' : undefined
    };
}
