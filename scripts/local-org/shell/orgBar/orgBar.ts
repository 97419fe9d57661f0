import { api, LightningElement } from 'lwc';
import timeZone from '@salesforce/i18n/timeZone';
import type { TabLink } from '../../pages/pageModel.ts';

/** The bar on top of every page: what this is, which data it shows, and the way home. */
export default class OrgBar extends LightningElement {
    @api recordsName = '';
    @api tabs: readonly TabLink[] = [];

    timeZone = timeZone;
}
