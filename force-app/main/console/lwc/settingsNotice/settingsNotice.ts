import { api, LightningElement } from 'lwc';
import retry from '@salesforce/label/c.Payments_List_Retry';
import hidden from '@salesforce/label/c.Payments_Notice_HiddenFields';
import notRead from '@salesforce/label/c.Payments_Notice_NotRead';
import malformed from '@salesforce/label/c.Payments_Settings_Malformed';
import { formatLabel, shownText } from 'c/displayFormat';
import { errorInWords } from 'c/errorText';
import type { MissedRecords } from 'c/paymentRecordsElement';
import type { EvidenceSettings } from 'c/stripeEvidence';
import { malformedSettings, NO_SETTINGS } from 'c/stripeEvidence';

/**
 * Names the gateway settings that cannot be used, so that an admin comes to know of them, and what could not be read or
 * is hidden and stands in no list. Dispatches `refresh` for another try.
 */
export default class SettingsNotice extends LightningElement {
    @api settings: EvidenceSettings = NO_SETTINGS;
    @api missed: readonly MissedRecords[] = [];
    /** As 'Object.Field'. */
    @api hiddenFields: readonly string[] = [];

    labels = { retry };

    get problems(): { id: string; text: string }[] {
        return malformedSettings(this.settings.gatewaySettings).map(({ Id, MasterLabel }) => ({
            id: Id,
            text: formatLabel(malformed, shownText(MasterLabel ?? '') || Id)
        }));
    }

    get hasMissed(): boolean {
        return this.missed.length > 0;
    }

    /** What failed for the same reason is told in one sentence. */
    get missedTexts(): string[] {
        const reasons = [...new Set(this.missed.map(({ error }) => errorInWords(error)))];
        return reasons.map((reason) => {
            const failed = this.missed.filter(({ error }) => errorInWords(error) === reason);
            return formatLabel(notRead, failed.map(({ objectName }) => objectName).join(', '), reason);
        });
    }

    get hiddenText(): string {
        return this.hiddenFields.length === 0 ? '' : formatLabel(hidden, this.hiddenFields.join(', '));
    }

    handleRetry(): void {
        // The button goes away with what is missed, and would take the focus with it.
        this.template?.querySelector<HTMLElement>('.content')?.focus();
        this.dispatchEvent(new CustomEvent('refresh', { bubbles: true, composed: true }));
    }
}
