import { api } from 'lwc';
import { PaymentRecordsElement } from 'c/paymentRecordsElement';

/** The gateway logs of an order payment summary, to be placed on its record page. */
export default class GatewayLogList extends PaymentRecordsElement {
    /** Overrides the title. */
    @api listTitle?: string;
    /** Rows shown at first. */
    @api rowCount = 10;
}
