import { api, LightningElement } from 'lwc';
import type { RecordList as Model } from '../../pages/pageModel.ts';

/** A card with a table of records: a related list, or all records of an object. */
export default class RecordList extends LightningElement {
    @api list?: Model;

    get heading() {
        return `${this.list?.label} (${this.list?.total})`;
    }

    get hasRows() {
        return Boolean(this.list?.rows.length);
    }

    get hasMore() {
        const { list } = this;
        return list?.address && list.total > list.rows.length;
    }

    get rest() {
        return `View all ${this.list?.total}`;
    }

    get isEmpty() {
        return !this.hasRows && !this.list?.notice;
    }
}
