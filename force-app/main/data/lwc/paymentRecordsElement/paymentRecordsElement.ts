import { api } from 'lwc';
import getOrderPaymentSummary from '@salesforce/apex/OrderPaymentReader.getOrderPaymentSummary';
import getOrderPaymentSummariesOfOrder from '@salesforce/apex/OrderPaymentReader.getOrderPaymentSummariesOfOrder';
import type { PageSummaries } from './paymentListsElement';
import { PaymentListsElement } from './paymentListsElement';

export type { LoadedList } from './loadedList';
export type { MissedRecords, PageSummaries } from './paymentListsElement';
export { PaymentListsElement } from './paymentListsElement';

/**
 * The base of every component that shows the payment records of an order payment summary, or of all those of an order, on
 * the page of that record.
 */
export class PaymentRecordsElement extends PaymentListsElement {
    private pageRecordId?: string;
    private pageObjectName?: string;

    /** The record that the page shows: an OrderPaymentSummary, or an OrderSummary with all that it was paid by. */
    @api
    get recordId(): string | undefined {
        return this.pageRecordId;
    }

    set recordId(recordId) {
        if (recordId !== this.pageRecordId) {
            this.pageRecordId = recordId;
            this.readOtherPage();
        }
    }

    /** API name of the record's object: Lightning sets it on record pages. */
    @api
    get objectApiName(): string | undefined {
        return this.pageObjectName;
    }

    set objectApiName(objectApiName) {
        if (objectApiName !== this.pageObjectName) {
            this.pageObjectName = objectApiName;
            this.readOtherPage();
        }
    }

    protected override get pageSummaries(): PageSummaries | undefined {
        const recordId = this.pageRecordId;
        if (recordId === undefined) {
            return undefined;
        }
        if (this.pageObjectName === 'OrderSummary') {
            const parent = { orderSummaryId: recordId };
            return { parent, query: () => getOrderPaymentSummariesOfOrder(parent) };
        }
        const parent = { orderPaymentSummaryId: recordId };
        return { parent, query: () => getOrderPaymentSummary(parent), ids: [recordId] };
    }
}
