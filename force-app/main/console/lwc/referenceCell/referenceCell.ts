import { api, LightningElement } from 'lwc';
import explain from '@salesforce/label/c.Payments_Explain_Show';
import forgetMode from '@salesforce/label/c.Payments_Explain_ForgetMode';
import choose from '@salesforce/label/c.Payments_Link_Choose';
import chooseSearch from '@salesforce/label/c.Payments_Link_ChooseSearch';
import inLiveMode from '@salesforce/label/c.Payments_Link_InLiveMode';
import inTestMode from '@salesforce/label/c.Payments_Link_InTestMode';
import requestLog from '@salesforce/label/c.Payments_Link_RequestLog';
import copied from '@salesforce/label/c.Payments_Reference_Copied';
import copy from '@salesforce/label/c.Payments_Reference_Copy';
import newTab from '@salesforce/label/c.Payments_Reference_NewTab';
import none from '@salesforce/label/c.Payments_Reference_None';
import secret from '@salesforce/label/c.Payments_Reference_Secret';
import unsafe from '@salesforce/label/c.Payments_Reference_Unsafe';
import { copyWithToast } from 'c/clipboard';
import { formatLabel } from 'c/displayFormat';
import type { StripeMode } from 'c/gatewayReference';
import type { ReferenceView } from 'c/paymentRows';

/**
 * A gateway reference: its text with a copy button, the link into the Stripe Dashboard with where it leads, and on
 * demand how it was found. Where the mode is not known the person chooses; dispatches `modechoice`.
 */
export default class ReferenceCell extends LightningElement {
    @api reference: ReferenceView = { kind: 'empty', recordNumber: '', explain: () => [] };

    labels = { forgetMode, inLiveMode, inTestMode, newTab };
    isExplained = false;
    /** Since a choice was made, until its menu is gone. */
    private mustKeepFocus = false;

    override renderedCallback(): void {
        if (this.mustKeepFocus && !this.reference.choice) {
            this.mustKeepFocus = false;
            if (document.activeElement === document.body) {
                this.focusOnExplain();
            }
        }
    }

    /** The reference itself is the link; otherwise the link stands below it. */
    get isOwnLink(): boolean {
        return this.hasLink && this.reference.linkText === this.reference.text;
    }

    get isOtherLink(): boolean {
        return this.hasLink && !this.isOwnLink;
    }

    get hasLink(): boolean {
        return this.reference.url !== undefined && this.reference.choice === undefined;
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

    /** Read out with the link, which may be listed without the line below it. */
    get linkDescription(): string {
        return [this.reference.description, newTab].join(', ');
    }

    get chooseText(): string {
        const { isSearch, target = '' } = this.reference;
        return formatLabel(isSearch ? chooseSearch : choose, target);
    }

    get requestLogText(): string {
        return formatLabel(requestLog, this.reference.requestLog?.requestId ?? '');
    }

    get copyText(): string {
        return formatLabel(copy, this.reference.text ?? '');
    }

    get explainText(): string {
        return formatLabel(explain, this.reference.recordNumber);
    }

    get expanded(): string {
        return String(this.isExplained);
    }

    get explanation(): { key: number; text: string }[] {
        return this.reference.explain().map((text, key) => ({ key, text }));
    }

    get isChosen(): boolean {
        return this.reference.chosenFor !== undefined;
    }

    async handleCopy(): Promise<void> {
        const text = this.reference.text ?? '';
        await copyWithToast(this, text, formatLabel(copied, text));
    }

    handleExplain(): void {
        this.isExplained = !this.isExplained;
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
        this.focusOnExplain();
        this.announceChoice(this.reference.chosenFor ?? '', undefined);
    }

    private focusOnExplain(): void {
        this.template?.querySelector<HTMLElement>('.explain')?.focus();
    }

    private announceChoice(gatewayId: string, mode: StripeMode | undefined): void {
        // Up to the component that reads the records: the choice is for all of its lists.
        this.dispatchEvent(
            new CustomEvent('modechoice', { detail: { gatewayId, mode }, bubbles: true, composed: true })
        );
    }
}
