import authorization from '@salesforce/label/c.Payments_Object_PaymentAuthorization';
import adjustment from '@salesforce/label/c.Payments_Object_PaymentAuthAdjustment';
import gatewayLog from '@salesforce/label/c.Payments_Object_PaymentGatewayLog';
import payment from '@salesforce/label/c.Payments_Object_Payment';
import refund from '@salesforce/label/c.Payments_Object_Refund';
import account from '@salesforce/label/c.Payments_Link_Account';
import foundIn from '@salesforce/label/c.Payments_Link_From';
import highConfidence from '@salesforce/label/c.Payments_Link_Confidence_high';
import lowConfidence from '@salesforce/label/c.Payments_Link_Confidence_low';
import mediumConfidence from '@salesforce/label/c.Payments_Link_Confidence_medium';
import liveMode from '@salesforce/label/c.Payments_Link_LiveMode';
import open from '@salesforce/label/c.Payments_Link_Open';
import searchFor from '@salesforce/label/c.Payments_Link_Search';
import testMode from '@salesforce/label/c.Payments_Link_TestMode';
import unknownMode from '@salesforce/label/c.Payments_Link_UnknownMode';
import pageAccount from '@salesforce/label/c.Payments_Page_account';
import pageCustomer from '@salesforce/label/c.Payments_Page_customer';
import pageDispute from '@salesforce/label/c.Payments_Page_dispute';
import pageEvent from '@salesforce/label/c.Payments_Page_event';
import pageInvoice from '@salesforce/label/c.Payments_Page_invoice';
import pagePayment from '@salesforce/label/c.Payments_Page_payment';
import pagePaymentLink from '@salesforce/label/c.Payments_Page_paymentLink';
import pagePayout from '@salesforce/label/c.Payments_Page_payout';
import pagePrice from '@salesforce/label/c.Payments_Page_price';
import pageProduct from '@salesforce/label/c.Payments_Page_product';
import pageRefund from '@salesforce/label/c.Payments_Page_refund';
import pageRequestLog from '@salesforce/label/c.Payments_Page_requestLog';
import pageSearch from '@salesforce/label/c.Payments_Page_search';
import pageSetupIntent from '@salesforce/label/c.Payments_Page_setupIntent';
import pageSource from '@salesforce/label/c.Payments_Page_source';
import pageSubscription from '@salesforce/label/c.Payments_Page_subscription';
import pageTopup from '@salesforce/label/c.Payments_Page_topup';
import pageTransfer from '@salesforce/label/c.Payments_Page_transfer';
import pageWebhookEndpoint from '@salesforce/label/c.Payments_Page_webhookEndpoint';
import type { DashboardLink, DashboardPage, LinkConfidence } from 'c/dashboardLink';
import { formatLabel } from 'c/displayFormat';
import type { StripeMode } from 'c/gatewayReference';
import type { PaymentLink } from 'c/paymentLink';
import type { PaymentObjectName } from 'c/paymentRecord';
import { shownNumber } from './shownNumber';

const PAGE_NAMES: Readonly<Record<DashboardPage, string>> = {
    account: pageAccount,
    customer: pageCustomer,
    dispute: pageDispute,
    event: pageEvent,
    invoice: pageInvoice,
    payment: pagePayment,
    paymentLink: pagePaymentLink,
    payout: pagePayout,
    price: pagePrice,
    product: pageProduct,
    refund: pageRefund,
    requestLog: pageRequestLog,
    search: pageSearch,
    setupIntent: pageSetupIntent,
    source: pageSource,
    subscription: pageSubscription,
    topup: pageTopup,
    transfer: pageTransfer,
    webhookEndpoint: pageWebhookEndpoint
};

export const OBJECT_NAMES: Readonly<Record<PaymentObjectName, string>> = {
    PaymentAuthorization: authorization,
    PaymentAuthAdjustment: adjustment,
    Payment: payment,
    Refund: refund,
    PaymentGatewayLog: gatewayLog
};

const CONFIDENCES: Readonly<Record<LinkConfidence, string>> = {
    high: highConfidence,
    medium: mediumConfidence,
    low: lowConfidence
};

/** The mode in words, also where it is not known. */
export function modeName(mode: StripeMode | undefined): string {
    return mode === undefined ? unknownMode : mode === 'test' ? testMode : liveMode;
}

/** The account in words. */
export function accountName(id: string): string {
    return formatLabel(account, id);
}

/** The text of a link: the id itself where it is the record's own reference, else what a click does with which id. */
export function linkText(link: DashboardLink, ownText: string | undefined): string {
    if (link.target === ownText && link.opens !== 'search') {
        return link.target;
    }
    return formatLabel(link.opens === 'search' ? searchFor : open, link.target);
}

/** Where a link leads, in words: "payment, test mode, account acct_…, from authorization PA-0001, medium confidence". */
export function describeLink({ link, context, trace }: PaymentLink): string {
    const found = trace.foundIn;
    const isElsewhere = found !== undefined && found.payment !== trace.steps[0]?.payment;
    return [
        link && PAGE_NAMES[link.opens],
        modeName(context.mode),
        context.account && accountName(context.account),
        isElsewhere && formatLabel(foundIn, OBJECT_NAMES[found.payment.objectName], shownNumber(found.payment)),
        link && CONFIDENCES[link.confidence]
    ]
        .filter(Boolean)
        .join(', ');
}
