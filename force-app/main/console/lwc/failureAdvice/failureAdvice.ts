import { api, LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import copied from '@salesforce/label/c.Payments_Copy_Done';
import copyCustomer from '@salesforce/label/c.Payments_Failure_CopyCustomer';
import customerText from '@salesforce/label/c.Payments_Failure_Customer';
import nextText from '@salesforce/label/c.Payments_Failure_Next';
import copyFailed from '@salesforce/label/c.Payments_Reference_CopyFailed';
import type { FailureInWords } from 'c/adviceText';
import { copyToClipboard } from 'c/clipboard';
import { formatLabel } from 'c/displayFormat';

/** Why something failed, what to do about it, and what the customer may be told. */
export default class FailureAdvice extends LightningElement {
    @api failure?: FailureInWords;

    labels = { copyCustomer };

    get nextText(): string {
        const { nextSteps = '', retry = '' } = this.failure ?? {};
        return formatLabel(nextText, [nextSteps, retry].filter(Boolean).join(' '));
    }

    get customerText(): string {
        return formatLabel(customerText, this.failure?.customer ?? '');
    }

    async handleCopy(): Promise<void> {
        const isCopied = await copyToClipboard(this.failure?.customer ?? '');
        const toast = isCopied
            ? { title: copied, variant: 'success' as const }
            : { title: copyFailed, variant: 'warning' as const };
        this.dispatchEvent(new ShowToastEvent(toast));
    }
}
