import { api, LightningElement } from 'lwc';
import type { AppPage as Model } from '../../pages/pageModel.ts';

/** A page that a tab opens: the regions of its template, each with its components. */
export default class AppPage extends LightningElement {
    @api page?: Model;

    get regions() {
        return (this.page?.regions ?? []).map((region) => ({
            name: region.name,
            components: region.components.map((component, key) => ({ key, component }))
        }));
    }
}
