import { api } from 'lwc';
import retry from '@salesforce/label/c.Payments_List_Retry';
import loading from '@salesforce/label/c.Payments_OpenInStripe_Loading';
import noSummary from '@salesforce/label/c.Payments_OpenInStripe_NoSummary';
import notRead from '@salesforce/label/c.Payments_OpenInStripe_NotRead';
import { formatLabel } from 'c/displayFormat';
import { errorInWords } from 'c/errorText';
import type { PaymentRecord } from 'c/paymentRecord';
import { PaymentRecordsElement } from 'c/paymentRecordsElement';
import type { ReferenceView } from 'c/paymentRows';
import { columnsOf, toRow } from 'c/paymentRows';
import type { EvidenceSettings } from 'c/stripeEvidence';

/** The lists that the link may depend on, with the API name of what each holds. */
const LISTS = [
    ['summaries', 'OrderPaymentSummary'],
    ['organization', 'Organization'],
    ['gatewaySettings', 'Stripe_Gateway_Setting__mdt'],
    ['authorizations', 'PaymentAuthorization'],
    ['adjustments', 'PaymentAuthAdjustment'],
    ['payments', 'Payment'],
    ['refunds', 'Refund'],
    ['refundLines', 'RefundLinePayment'],
    ['summaryLogs', 'PaymentGatewayLog'],
    ['recordLogs', 'PaymentGatewayLog']
] as const;

/**
 * The gateway reference of one record with its link, which the records around it help to find: those of the order payment
 * summary that `recordId` names. Without a summary, the record's own fields and the kind of org tell what they can.
 */
export default class RecordReference extends PaymentRecordsElement {
    /** The record as it stands alone. */
    @api payment?: PaymentRecord;

    labels = { loading, noSummary, retry };

    get isAlone(): boolean {
        return this.recordId === undefined;
    }

    /** Until everything is in, the link could still become another one. */
    get isLoading(): boolean {
        const { organization, gatewaySettings } = this.lists;
        const isAloneRead = organization.status !== 'loading' && gatewaySettings.status !== 'loading';
        return !(this.isAlone ? isAloneRead : this.isRead);
    }

    get reference(): ReferenceView | undefined {
        const { payment, index } = this;
        if (payment === undefined) {
            return undefined;
        }
        const columns = columnsOf(payment.objectName).filter(({ key }) => key === 'reference');
        // Not there without a summary, or where the summary has more records than were read.
        const read = index.byId.get(payment.record.Id);
        const settings = read ? this.settings : this.settingsOfRecordAlone;
        return toRow(read ?? payment, columns, { index, settings }).cells.reference?.reference;
    }

    /** Where anything was not read that could have told more. */
    get notReadText(): string {
        const objectNames = LISTS.filter(([name]) => {
            const { status, error, hasMore } = this.lists[name];
            return status === 'denied' || error !== undefined || hasMore;
        }).map(([, objectName]) => objectName);
        return objectNames.length === 0 ? '' : formatLabel(notRead, [...new Set(objectNames)].join(', '));
    }

    get errorText(): string {
        const error = LISTS.map(([name]) => this.lists[name].error).find((found) => found !== undefined);
        return error ? errorInWords(error) : '';
    }

    /** The button goes away with the error, and would take the focus with it. */
    async handleRetry(): Promise<void> {
        this.template?.querySelector<HTMLElement>('.content')?.focus();
        await this.handleRefresh();
    }

    /** The record alone does not know the name of its payment gateway, and so not which of the settings is its own. */
    private get settingsOfRecordAlone(): EvidenceSettings {
        const hasGateway = this.payment?.record.PaymentGatewayId !== undefined;
        return hasGateway ? { ...this.settings, gatewaySettings: [] } : this.settings;
    }
}
