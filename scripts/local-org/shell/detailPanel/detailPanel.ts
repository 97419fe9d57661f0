import { api, LightningElement } from 'lwc';
import type { DetailSection } from '../../pages/pageModel.ts';

/** All fields of a record, in the sections of its page layout. */
export default class DetailPanel extends LightningElement {
    @api sections: DetailSection[] = [];

    get numberedSections() {
        return this.sections.map((section, index) => ({
            ...section,
            key: index,
            columns: section.columns.map((fields, column) => ({ key: column, fields }))
        }));
    }
}
