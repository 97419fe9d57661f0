import { api } from 'lwc';
import { PaymentRecordsElement } from 'c/paymentRecordsElement';

/** All payment records of an order payment summary: authorizations, payments, refunds and gateway logs. */
export default class PaymentConsole extends PaymentRecordsElement {
    /** Rows that each list shows at first. */
    @api rowCount = 10;
}
