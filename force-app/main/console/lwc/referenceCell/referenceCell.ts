import { api, LightningElement } from 'lwc';
import { memoizeLast } from 'c/memoizeLast';
import type { ReferenceView } from 'c/paymentRows';
import type { ReferenceLine } from 'c/referenceLine';
import { copyReference, focusOnExplain, referenceLine } from 'c/referenceLine';

/**
 * A gateway reference that stands alone: its text with a copy button, the link into the Stripe Dashboard with where it
 * leads, and on demand how it was found.
 */
export default class ReferenceCell extends LightningElement {
    @api reference: ReferenceView = { kind: 'empty', recordNumber: '', explain: () => [] };

    isExplained = false;
    private readonly lineOf = memoizeLast(referenceLine);

    get line(): ReferenceLine {
        return this.lineOf(this.reference);
    }

    get hasDetails(): boolean {
        return this.isExplained || this.line.hasDetails;
    }

    get expanded(): string {
        return String(this.isExplained);
    }

    async handleCopy(event: Event): Promise<void> {
        await copyReference(this, event);
    }

    handleExplain(): void {
        this.isExplained = !this.isExplained;
    }

    handleFocusLoss(event: Event): void {
        focusOnExplain(event);
    }
}
