import { api, LightningElement } from 'lwc';
import type { HomePage as Model } from '../../pages/pageModel.ts';

/** The home page: every order summary with its order payment summaries. */
export default class HomePage extends LightningElement {
    @api page?: Model;

    get rows() {
        return (this.page?.orderSummaries ?? []).map((row) => ({
            ...row,
            hasPayments: row.orderPaymentSummaries.length > 0
        }));
    }

    get counts() {
        const { orderSummaries = [], orderSummaryCount = 0, orderPaymentSummaryCount = 0 } = this.page ?? {};
        const counts = `${orderSummaryCount} order summaries, ${orderPaymentSummaryCount} order payment summaries`;
        const shown = orderSummaries.length;
        return shown < orderSummaryCount ? `${counts}; the newest ${shown} order summaries are shown` : counts;
    }
}
