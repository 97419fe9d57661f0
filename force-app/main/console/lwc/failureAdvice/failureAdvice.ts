import { api, LightningElement } from 'lwc';
import copyCustomer from '@salesforce/label/c.Payments_Failure_CopyCustomer';
import customerText from '@salesforce/label/c.Payments_Failure_Customer';
import nextText from '@salesforce/label/c.Payments_Failure_Next';
import type { FailureInWords } from 'c/adviceText';
import { copyWithToast } from 'c/clipboard';
import { formatLabel } from 'c/displayFormat';

/** Why something failed, what to do about it, and what the customer may be told. */
export default class FailureAdvice extends LightningElement {
    @api failure?: FailureInWords;

    labels = { copyCustomer };

    get nextText(): string {
        return formatLabel(nextText, [this.failure?.nextSteps, this.failure?.retry].filter(Boolean).join(' '));
    }

    get customerText(): string {
        return formatLabel(customerText, this.failure?.customer ?? '');
    }

    async handleCopy(): Promise<void> {
        await copyWithToast(this, this.failure?.customer ?? '');
    }
}
