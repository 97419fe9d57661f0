import { api, LightningElement } from 'lwc';
import type { PlainRow } from '../../records.ts';

/** The least that a table in LWC can be: plain text in every cell. */
export default class PlainTable extends LightningElement {
    @api rows: readonly PlainRow[] = [];
}
