import { api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import copied from '@salesforce/label/c.Payments_Copy_Done';
import copyCase from '@salesforce/label/c.Payments_Log_CopyCase';
import copyFailed from '@salesforce/label/c.Payments_Reference_CopyFailed';
import { summarizeCase } from 'c/caseSummary';
import { copyToClipboard } from 'c/clipboard';
import type { ListedObject } from 'c/paymentRecordList';
import type { LoadedList } from 'c/paymentRecordsElement';
import { PaymentRecordsElement } from 'c/paymentRecordsElement';
import type { StoredRecord } from 'c/paymentRecord';
import { columnsOf, toRow } from 'c/paymentRows';

/** All payment records of an order payment summary: authorizations, payments, refunds and gateway logs. */
export default class PaymentConsole extends PaymentRecordsElement {
    /** Rows that each list shows at first. */
    @api rowCount = 10;

    labels = { copyCase };

    async handleCopyCase(): Promise<void> {
        const { index, settings, currency } = this;
        const summary = summarizeCase({
            orderNumber: index.orderNumber,
            orderPaymentSummaryId: index.summaryId,
            currency,
            records: this.sections.flatMap(({ objectName }) =>
                index.byObject[objectName].map((payment) =>
                    toRow(payment, columnsOf(objectName), { index, settings, currency })
                )
            )
        });
        const isCopied = await copyToClipboard(summary);
        const toast = isCopied
            ? { title: copied, variant: 'success' as const }
            : { title: copyFailed, variant: 'warning' as const };
        this.dispatchEvent(new ShowToastEvent(toast));
    }

    get sections(): { objectName: ListedObject; list: LoadedList<StoredRecord> }[] {
        return [
            { objectName: 'PaymentAuthorization', list: this.lists.authorizations },
            { objectName: 'Payment', list: this.lists.payments },
            { objectName: 'Refund', list: this.lists.refunds },
            { objectName: 'PaymentGatewayLog', list: this.logs }
        ];
    }
}
