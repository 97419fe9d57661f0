import { createElement } from 'lwc';
import type { RecordIndex } from 'c/paymentTrace';
import PaymentRecordList from 'c/paymentRecordList';
import { NO_RECORDS } from 'c/paymentRecord';
import { RecordIndex as Index } from 'c/paymentTrace';
import { columnsOf, toRow } from 'c/paymentRows';
import RecordTable from 'c/recordTable';
import { NO_SETTINGS } from 'c/stripeEvidence';
import DataTable from 'local/dataTable';
import PlainTable from 'local/plainTable';
import type { PlainRow } from '../records.ts';
import { makePayments, plainRow } from '../records.ts';
import { copyTable } from './rawRows.ts';

/** A way to put a list of payments into the page. What it needs to know is made beforehand and not timed. */
interface Subject {
    prepare(count: number): Drawing;
}

interface Drawing {
    /** Makes the element and puts it into the page. */
    draw(): HTMLElement;
    /** Puts the rows in the order of their amounts. */
    sort(element: HTMLElement): void;
}

/** Rows that are drawn without being in sight: our table draws so many and no more at once. */
const COPIED_ROWS = 50;

const byAmount = (left: { amount: number }, right: { amount: number }) => left.amount - right.amount;

function ours(count: number): Drawing {
    const payments = makePayments(count);
    const index: RecordIndex = new Index({ ...NO_RECORDS, payments });
    const list = { status: 'ready', rows: payments, hiddenFields: [], hasMore: false } as const;
    return {
        draw: () => {
            const element = createElement('c-payment-record-list', { is: PaymentRecordList });
            Object.assign(element, { objectName: 'Payment', rowCount: count, index, list, currency: 'EUR' });
            return document.body.appendChild(element);
        },
        sort: (element) => tableOf(element).shadowRoot?.querySelector<HTMLElement>('[data-column="amount"]')?.click()
    };
}

function tableOf(list: HTMLElement): Element {
    const table = list.shadowRoot?.querySelector('c-record-table');
    if (!table) {
        throw new Error('The list has drawn no table.');
    }
    return table;
}

function component(name: string, is: typeof DataTable | typeof PlainTable) {
    return (count: number): Drawing => {
        const rows = makePayments(count).map(plainRow);
        return {
            draw: () => document.body.appendChild(Object.assign(createElement(name, { is }), { rows })),
            sort: (element) => Object.assign(element, { rows: [...rows].sort(byAmount) })
        };
    };
}

/** Our table alone, without card and filter. */
function table(count: number): Drawing {
    const payments = makePayments(count);
    const index = new Index({ ...NO_RECORDS, payments });
    const columns = columnsOf('Payment');
    const rows = index.byObject.Payment.map((payment) =>
        toRow(payment, columns, { index, settings: NO_SETTINGS, currency: 'EUR' })
    );
    // The texts, as those of the others are.
    rows.forEach((row) => row.cells);
    return {
        draw: () => {
            const element = createElement('c-record-table', { is: RecordTable });
            return document.body.appendChild(Object.assign(element, { columns, rows }));
        },
        sort: (element) => Object.assign(element, { rows: [...rows].reverse() })
    };
}

/** The same elements as in our table, made by the browser's own functions. */
function raw(count: number): Drawing {
    const sample = ours(COPIED_ROWS).draw();
    const { head, rows } = copyTable(tableOf(sample));
    sample.remove();
    return {
        draw: () => {
            const table = document.body.appendChild(document.createElement('table'));
            table.className = 'slds-table slds-table_cell-buffer slds-table_bordered';
            head.forEach((part) => part.addTo(table));
            const body = table.appendChild(document.createElement('tbody'));
            for (let row = 0; row < count; row += 1) {
                rows[row % rows.length]?.addTo(body);
            }
            return table;
        },
        sort: (element) => {
            const body = element.querySelector('tbody');
            const amounts: (PlainRow & { row: Element })[] = makePayments(count).map((payment, position) => ({
                ...plainRow(payment),
                row: body?.children[position] as Element
            }));
            amounts.sort(byAmount).forEach(({ row }) => body?.append(row));
        }
    };
}

const SUBJECTS: Record<string, Subject> = {
    ours: { prepare: ours },
    table: { prepare: table },
    datatable: { prepare: component('local-data-table', DataTable) },
    plain: { prepare: component('local-plain-table', PlainTable) },
    raw: { prepare: raw }
};

Object.assign(window, { subjects: SUBJECTS });
