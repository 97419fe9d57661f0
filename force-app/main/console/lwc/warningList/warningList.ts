import { api, LightningElement } from 'lwc';
import error from '@salesforce/label/c.Payments_Alerts_error';
import info from '@salesforce/label/c.Payments_Alerts_info';
import title from '@salesforce/label/c.Payments_Alerts_Title';
import warning from '@salesforce/label/c.Payments_Alerts_warning';
import type { PaymentRecord } from 'c/paymentRecord';
import { shownNumber } from 'c/paymentRows';
import type { PaymentWarning, WarningSeverity } from 'c/paymentWarnings';
import type { LinkedRecord } from 'c/recordLink';
import { warningInWords } from './warningTexts';

const SEVERITY_NAMES: Readonly<Record<WarningSeverity, string>> = { error, warning, info };

const ICONS: Readonly<Record<WarningSeverity, { icon: string; variant?: string }>> = {
    error: { icon: 'utility:error', variant: 'error' },
    warning: { icon: 'utility:warning', variant: 'warning' },
    info: { icon: 'utility:info' }
};

/** What is worth an agent's look, the worst first, each with the records that it concerns. */
export default class WarningList extends LightningElement {
    @api warnings: readonly PaymentWarning[] = [];
    /** ISO 4217 code of the amounts; undefined in an org with a single currency. */
    @api currency?: string;

    labels = { title };

    get hasWarnings(): boolean {
        return this.warnings.length > 0;
    }

    get views() {
        return this.warnings.map((found, key) => ({
            key,
            ...ICONS[found.severity],
            severity: SEVERITY_NAMES[found.severity],
            text: warningInWords(found, this.currency),
            records: found.records.map(linkOf)
        }));
    }
}

function linkOf(payment: PaymentRecord): { label: string; record: LinkedRecord } {
    const { objectName, record } = payment;
    return { label: shownNumber(payment), record: { recordId: record.Id, objectName } };
}
