import { api, LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import copied from '@salesforce/label/c.Payments_Reference_Copied';
import copy from '@salesforce/label/c.Payments_Reference_Copy';
import copyFailed from '@salesforce/label/c.Payments_Reference_CopyFailed';
import newTab from '@salesforce/label/c.Payments_Reference_NewTab';
import none from '@salesforce/label/c.Payments_Reference_None';
import secret from '@salesforce/label/c.Payments_Reference_Secret';
import unsafe from '@salesforce/label/c.Payments_Reference_Unsafe';
import { formatLabel } from 'c/displayFormat';
import type { ReferenceView } from 'c/paymentRows';

/** A gateway reference: its text with a copy button, and the link into the Stripe Dashboard with where it leads. */
export default class ReferenceCell extends LightningElement {
    @api reference: ReferenceView = { kind: 'empty' };

    /** The reference itself is the link; otherwise the link stands below it. */
    get isOwnLink(): boolean {
        return this.reference.url !== undefined && this.reference.linkText === this.reference.text;
    }

    get isOtherLink(): boolean {
        return this.reference.url !== undefined && !this.isOwnLink;
    }

    get text(): string {
        switch (this.reference.kind) {
            case 'secret':
                return secret;
            case 'unsafe':
                return unsafe;
            default:
                return this.reference.text ?? none;
        }
    }

    get textClass(): string {
        return this.reference.text === undefined ? 'slds-text-color_weak' : '';
    }

    /** Read out behind the text of the link, where the eye sees the line below it. */
    get linkDescription(): string {
        return [this.reference.description, newTab].join(', ');
    }

    get copyText(): string {
        return formatLabel(copy, this.reference.text ?? '');
    }

    async handleCopy(): Promise<void> {
        const text = this.reference.text ?? '';
        try {
            await navigator.clipboard.writeText(text);
            this.dispatchEvent(new ShowToastEvent({ title: formatLabel(copied, text), variant: 'success' }));
        } catch {
            this.dispatchEvent(new ShowToastEvent({ title: copyFailed, variant: 'warning' }));
        }
    }
}
