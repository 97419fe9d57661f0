import { api, wire } from 'lwc';
import getOrderPaymentSummary from '@salesforce/apex/OrderPaymentReader.getOrderPaymentSummary';
import getOrderPaymentSummariesOfOrder from '@salesforce/apex/OrderPaymentReader.getOrderPaymentSummariesOfOrder';
import type { OrderPaymentSummary } from 'c/paymentRecord';
import type { WireResult } from './paymentListsElement';
import { PaymentListsElement } from './paymentListsElement';

export type { LoadedList } from './loadedList';
export type { MissedRecords } from './paymentListsElement';
export { PaymentListsElement } from './paymentListsElement';

/**
 * The base of every component that shows the payment records of an order payment summary, or of all those of an order, on
 * the page of that record.
 */
export class PaymentRecordsElement extends PaymentListsElement {
    private pageRecordId?: string;
    private pageObjectName?: string;
    private summaryId?: string;
    private orderSummaryId?: string;

    /** The record that the page shows: an OrderPaymentSummary, or an OrderSummary with all that it was paid by. */
    @api
    get recordId(): string | undefined {
        return this.pageRecordId;
    }

    set recordId(recordId) {
        this.pageRecordId = recordId;
        this.findSummaries();
    }

    /** API name of the record's object: Lightning sets it on record pages. */
    @api
    get objectApiName(): string | undefined {
        return this.pageObjectName;
    }

    set objectApiName(objectApiName) {
        this.pageObjectName = objectApiName;
        this.findSummaries();
    }

    @wire(getOrderPaymentSummary, { orderPaymentSummaryId: '$summaryId' })
    wiredSummary(result: WireResult<OrderPaymentSummary>): void {
        if (this.summaryId !== undefined) {
            this.receive('summaries', result);
        }
    }

    @wire(getOrderPaymentSummariesOfOrder, { orderSummaryId: '$orderSummaryId' })
    wiredSummariesOfOrder(result: WireResult<OrderPaymentSummary>): void {
        if (this.orderSummaryId !== undefined) {
            this.receive('summaries', result);
        }
    }

    /** A summary that the page names is not looked for. */
    protected override get takesIdsFromSummaries(): boolean {
        return this.orderSummaryId !== undefined;
    }

    private findSummaries(): void {
        const isOrder = this.pageObjectName === 'OrderSummary';
        this.orderSummaryId = isOrder ? this.pageRecordId : undefined;
        this.summaryId = isOrder ? undefined : this.pageRecordId;
        this.summaryIds = this.summaryId === undefined ? undefined : [this.summaryId];
    }
}
