import { api, LightningElement } from 'lwc';
import copyCustomer from '@salesforce/label/c.Payments_Failure_CopyCustomer';
import type { AdviceLine, FailureInWords } from 'c/adviceText';
import { adviceLines } from 'c/adviceText';
import { copyTextOf } from 'c/clipboard';

/** The advice on a failure that stands alone: why, what to do about it, and what the customer may be told. */
export default class FailureAdvice extends LightningElement {
    @api failure?: FailureInWords;

    labels = { copyCustomer };

    get lines(): AdviceLine[] {
        return this.failure ? adviceLines(this.failure) : [];
    }

    async handleCopy(event: Event): Promise<void> {
        await copyTextOf(this, event);
    }
}
