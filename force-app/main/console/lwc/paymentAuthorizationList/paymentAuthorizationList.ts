import { api } from 'lwc';
import { PaymentRecordsElement } from 'c/paymentRecordsElement';

/** The payment authorizations of an order payment summary, to be placed on its record page. */
export default class PaymentAuthorizationList extends PaymentRecordsElement {
    /** Overrides the title. */
    @api listTitle?: string;
    /** Rows shown at first. */
    @api rowCount = 10;
}
