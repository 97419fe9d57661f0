import { api, LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';

/** The record that a link leads to. */
export interface LinkedRecord {
    recordId: string;
    /** API name of its object. */
    objectName: string;
}

/** A link to a record: a plain click opens it as Lightning does, in a console app as a subtab. */
export default class RecordLink extends NavigationMixin(LightningElement) {
    @api record: LinkedRecord = { recordId: '', objectName: '' };
    @api label = '';

    get href(): string {
        return `/lightning/r/${this.record.objectName}/${this.record.recordId}/view`;
    }

    /** Any other click, as for a new tab, is the browser's. */
    handleClick(event: MouseEvent): void {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) {
            return;
        }
        event.preventDefault();
        const { recordId, objectName } = this.record;
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId, objectApiName: objectName, actionName: 'view' }
        });
    }
}
