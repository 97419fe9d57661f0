import { api, LightningElement } from 'lwc';
import type { RecordPage as Model } from '../../pages/pageModel.ts';

/** A record page: the regions of its template, each with its components. */
export default class RecordPage extends LightningElement {
    @api page?: Model;

    get regions() {
        return (this.page?.regions ?? []).map((region) => ({
            name: region.name,
            className: `slds-col slds-size_1-of-1 slds-large-size_${region.width}-of-12 slds-m-bottom_small`,
            components: region.components.map((component, key) => ({ key, component }))
        }));
    }
}
