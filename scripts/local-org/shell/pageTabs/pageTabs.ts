import { api, LightningElement } from 'lwc';
import type { PageTab, RecordPage } from '../../pages/pageModel.ts';

/** The tabs of a record page. A tab's components are made when it is first opened. */
export default class PageTabs extends LightningElement {
    @api tabs: PageTab[] = [];
    @api page?: RecordPage;

    get numberedTabs() {
        return this.tabs.map((tab, index) => ({
            label: tab.label,
            value: `tab-${index}`,
            components: tab.components.map((component, key) => ({ key, component }))
        }));
    }

    get activeTab() {
        return `tab-${Math.max(
            this.tabs.findIndex((tab) => tab.active),
            0
        )}`;
    }
}
