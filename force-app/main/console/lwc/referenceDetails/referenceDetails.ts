import { api, LightningElement } from 'lwc';
import forgetMode from '@salesforce/label/c.Payments_Explain_ForgetMode';
import choose from '@salesforce/label/c.Payments_Link_Choose';
import chooseSearch from '@salesforce/label/c.Payments_Link_ChooseSearch';
import inLiveMode from '@salesforce/label/c.Payments_Link_InLiveMode';
import inTestMode from '@salesforce/label/c.Payments_Link_InTestMode';
import requestLog from '@salesforce/label/c.Payments_Link_RequestLog';
import newTab from '@salesforce/label/c.Payments_Reference_NewTab';
import { formatLabel } from 'c/displayFormat';
import type { StripeMode } from 'c/gatewayReference';
import type { ReferenceView } from 'c/paymentRows';
import { isOwnLink, linkDescription } from 'c/referenceLine';

/**
 * What stands below a reference: a link that is not the reference itself, the request at Stripe, what speaks against the
 * link, and on demand how it was found. Where the mode is not known the person chooses. Dispatches `modechoice`, and
 * `focusloss` where the focus has lost its place here.
 */
export default class ReferenceDetails extends LightningElement {
    @api reference: ReferenceView = { kind: 'empty', recordNumber: '', explain: () => [] };
    /** Whether to tell how the link was found. */
    @api isExplained = false;

    labels = { forgetMode, inLiveMode, inTestMode, newTab };
    /** Since a choice was made, until its menu is gone. */
    private mustKeepFocus = false;

    override renderedCallback(): void {
        if (this.mustKeepFocus && !this.reference.choice) {
            this.mustKeepFocus = false;
            if (document.activeElement === document.body) {
                this.handOnFocus();
            }
        }
    }

    get hasOtherLink(): boolean {
        return this.reference.url !== undefined && !isOwnLink(this.reference);
    }

    get linkDescription(): string {
        return linkDescription(this.reference);
    }

    get chooseText(): string {
        const { isSearch, target = '' } = this.reference;
        return formatLabel(isSearch ? chooseSearch : choose, target);
    }

    get requestLogText(): string {
        return formatLabel(requestLog, this.reference.requestLog?.requestId ?? '');
    }

    get explanation(): { key: number; text: string }[] {
        return this.reference.explain().map((text, key) => ({ key, text }));
    }

    get isChosen(): boolean {
        return this.reference.chosenFor !== undefined;
    }

    handleChoose(event: CustomEvent<{ value: StripeMode }>): void {
        const { choice } = this.reference;
        if (choice) {
            window.open(choice[event.detail.value], '_blank', 'noopener,noreferrer');
            this.mustKeepFocus = true;
            this.announceChoice(choice.gatewayId, event.detail.value);
        }
    }

    handleForget(): void {
        // The button goes away, and would take the focus with it.
        this.handOnFocus();
        this.announceChoice(this.reference.chosenFor ?? '', undefined);
    }

    private handOnFocus(): void {
        this.dispatchEvent(new CustomEvent('focusloss'));
    }

    private announceChoice(gatewayId: string, mode: StripeMode | undefined): void {
        // Up to the component that reads the records: the choice is for all of its lists.
        this.dispatchEvent(
            new CustomEvent('modechoice', { detail: { gatewayId, mode }, bubbles: true, composed: true })
        );
    }
}
