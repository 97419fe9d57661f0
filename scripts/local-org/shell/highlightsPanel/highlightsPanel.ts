import { api, LightningElement } from 'lwc';
import type { Highlights } from '../../pages/pageModel.ts';

/** The card at the top of a record page: object, name and the first fields. */
export default class HighlightsPanel extends LightningElement {
    @api highlights?: Highlights;
}
