import { api } from 'lwc';
import type { ListedObject } from 'c/paymentRecordList';
import type { LoadedList } from 'c/paymentRecordsElement';
import { PaymentRecordsElement } from 'c/paymentRecordsElement';
import type { StoredRecord } from 'c/paymentRecord';

/** All payment records of an order payment summary: authorizations, payments, refunds and gateway logs. */
export default class PaymentConsole extends PaymentRecordsElement {
    /** Rows that each list shows at first. */
    @api rowCount = 10;

    get sections(): { objectName: ListedObject; list: LoadedList<StoredRecord> }[] {
        return [
            { objectName: 'PaymentAuthorization', list: this.lists.authorizations },
            { objectName: 'Payment', list: this.lists.payments },
            { objectName: 'Refund', list: this.lists.refunds },
            { objectName: 'PaymentGatewayLog', list: this.logs }
        ];
    }
}
