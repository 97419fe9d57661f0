import { api, LightningElement } from 'lwc';
import type { PageComponent as Model, RecordPage } from '../../pages/pageModel.ts';

/** One placed component of a page: Lightning's own, drawn by the shell, or the package's. */
export default class PageComponent extends LightningElement {
    @api component?: Model;
    /** Undefined on an app page, which has no record. */
    @api page?: RecordPage;

    get isHighlights() {
        return this.component?.kind === 'highlights';
    }

    get isDetails() {
        return this.component?.kind === 'details';
    }

    get isRelatedLists() {
        return this.component?.kind === 'relatedLists';
    }

    get relatedLists() {
        return (this.page?.relatedLists ?? []).map((list, key) => ({ key, list }));
    }

    get relatedList() {
        return this.component?.kind === 'relatedList' ? this.component.list : undefined;
    }

    get tabs() {
        return this.component?.kind === 'tabs' ? this.component.tabs : undefined;
    }

    get recordId() {
        return this.page?.recordId;
    }

    get objectName() {
        return this.page?.objectName;
    }

    get packageComponent() {
        return this.component?.kind === 'package' ? this.component : undefined;
    }

    get placeholder() {
        return this.component?.kind === 'placeholder' ? this.component : undefined;
    }
}
