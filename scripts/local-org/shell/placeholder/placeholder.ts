import { api, LightningElement } from 'lwc';

/** Stands where a component cannot be drawn, and says which and why. */
export default class Placeholder extends LightningElement {
    @api componentName = '';
    @api reason = '';
}
