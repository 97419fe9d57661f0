import { api, LightningElement } from 'lwc';
import type { RecordListPage as Model } from '../../pages/pageModel.ts';

/** A page with one list: all records of an object, or a whole related list. */
export default class RecordListPage extends LightningElement {
    @api page?: Model;
}
