import { api, LightningElement } from 'lwc';
import type { PlainRow } from '../../records.ts';

const COLUMNS = [
    { label: 'Number', fieldName: 'url', type: 'url', typeAttributes: { label: { fieldName: 'number' } } },
    { label: 'Reference', fieldName: 'link', type: 'url', typeAttributes: { label: { fieldName: 'reference' } } },
    { label: 'Amount', fieldName: 'amount', type: 'currency', typeAttributes: { currencyCode: 'EUR' } },
    { label: 'Type', fieldName: 'type' },
    { label: 'Status', fieldName: 'status' },
    { label: 'Mode', fieldName: 'processingMode' },
    { label: 'Result', fieldName: 'result', wrapText: true },
    { label: 'Date', fieldName: 'date', type: 'date' }
].map((column) => ({ ...column, sortable: true }));

/** Salesforce's own table, with the columns of our list of payments. */
export default class DataTable extends LightningElement {
    @api rows: readonly PlainRow[] = [];
    columns = COLUMNS;
}
