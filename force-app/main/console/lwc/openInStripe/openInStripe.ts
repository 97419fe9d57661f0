import { api, LightningElement, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import type { UiRecord } from 'lightning/uiRecordApi';
import retry from '@salesforce/label/c.Payments_List_Retry';
import loading from '@salesforce/label/c.Payments_OpenInStripe_Loading';
import title from '@salesforce/label/c.Payments_OpenInStripe_Title';
import type { DataError } from 'c/dataError';
import { toDataError } from 'c/dataError';
import { errorInWords } from 'c/errorText';
import type { PaymentRecord } from 'c/paymentRecord';
import { fieldsOf, isUiObjectName, summaryIdOf, toPaymentRecord } from 'c/paymentUiRecord';

/** The gateway reference and the Dashboard link of the payment authorization, payment, refund or log that the page shows. */
export default class OpenInStripe extends LightningElement {
    private pageRecordId?: string;

    /** What is asked for: undefined only for the moment before it is asked for again. */
    requestedId?: string;

    /** API name of the record's object: Lightning sets it on record pages. */
    @api objectApiName?: string;

    labels = { loading, retry, title };
    payment?: PaymentRecord;
    authorization?: PaymentRecord;
    isAuthorizationAnswered = false;
    error?: DataError;

    @api
    get recordId(): string | undefined {
        return this.pageRecordId;
    }

    set recordId(recordId) {
        if (recordId === this.pageRecordId) {
            return;
        }
        this.pageRecordId = recordId;
        this.requestedId = recordId;
        // The wire says nothing until it has another record: what it last said is of the one before.
        this.payment = undefined;
        this.error = undefined;
        this.authorization = undefined;
        this.isAuthorizationAnswered = false;
    }

    @wire(getRecord, { recordId: '$requestedId', fields: '$idField', optionalFields: '$fields' })
    receiveRecord({ data, error }: { data?: UiRecord; error?: unknown }): void {
        const { objectApiName } = this;
        this.payment = data && isUiObjectName(objectApiName) ? toPaymentRecord(objectApiName, data) : undefined;
        this.error = error === undefined ? undefined : toDataError(error);
    }

    /** Payments may lose their summary: then the authorization names it, by which the summary's page finds them too. */
    @wire(getRecord, {
        recordId: '$authorizationId',
        fields: ['PaymentAuthorization.OrderPaymentSummaryId']
    })
    receiveAuthorization({ data, error }: { data?: UiRecord; error?: unknown }): void {
        this.authorization = data && toPaymentRecord('PaymentAuthorization', data);
        this.isAuthorizationAnswered = data !== undefined || error !== undefined;
    }

    get authorizationId(): string | undefined {
        const { payment } = this;
        const isOrphan = payment !== undefined && summaryIdOf(payment) === undefined;
        return isOrphan && payment.objectName === 'Payment' ? payment.record.PaymentAuthorizationId : undefined;
    }

    get isReady(): boolean {
        return this.payment !== undefined && (this.authorizationId === undefined || this.isAuthorizationAnswered);
    }

    /** `getRecord` wants at least one field that is not optional. */
    get idField(): string[] | undefined {
        return isUiObjectName(this.objectApiName) ? [`${this.objectApiName}.Id`] : undefined;
    }

    get fields(): string[] | undefined {
        return isUiObjectName(this.objectApiName) ? fieldsOf(this.objectApiName) : undefined;
    }

    get summaryId(): string | undefined {
        const namedBy = this.authorizationId === undefined ? this.payment : this.authorization;
        return namedBy && summaryIdOf(namedBy);
    }

    get errorText(): string {
        const { objectApiName } = this;
        if (objectApiName !== undefined && !isUiObjectName(objectApiName)) {
            return errorInWords({ kind: 'badInput', message: objectApiName });
        }
        return this.error ? errorInWords(this.error) : '';
    }

    /** A record that is gone, or a permission that is missing, stays so. */
    get canRetry(): boolean {
        return this.error?.kind === 'network' || this.error?.kind === 'server';
    }

    /** The wire asks again when what it asks for changes. */
    async handleRetry(): Promise<void> {
        // The button goes away with the error, and would take the focus with it.
        this.template?.querySelector<HTMLElement>('.content')?.focus();
        this.error = undefined;
        this.requestedId = undefined;
        await Promise.resolve();
        this.requestedId = this.pageRecordId;
    }
}
