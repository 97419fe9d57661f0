import { api, LightningElement } from 'lwc';

/** Says what was asked for and was not found. */
export default class NotFoundPage extends LightningElement {
    @api message = '';
}
