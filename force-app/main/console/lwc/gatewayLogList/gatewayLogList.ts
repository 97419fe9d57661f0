import { api } from 'lwc';
import type GatewayLogOpener from 'c/gatewayLogOpener';
import { PaymentRecordsElement } from 'c/paymentRecordsElement';

/** The gateway logs of an order payment summary, to be placed on its record page. */
export default class GatewayLogList extends PaymentRecordsElement {
    /** Overrides the title. */
    @api listTitle?: string;
    /** Rows shown at first. */
    @api rowCount = 10;

    handleReadLog(event: CustomEvent<{ logId: string }>): Promise<void> | undefined {
        const opener = this.template?.querySelector<HTMLElement & GatewayLogOpener>('c-gateway-log-opener');
        return opener?.open(event.detail.logId);
    }
}
