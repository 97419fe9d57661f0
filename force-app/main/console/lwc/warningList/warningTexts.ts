import expired from '@salesforce/label/c.Payments_Alerts_expired';
import expiresSoon from '@salesforce/label/c.Payments_Alerts_expiresSoon';
import failedButProcessed from '@salesforce/label/c.Payments_Alerts_failedButProcessed';
import noStripeReference from '@salesforce/label/c.Payments_Alerts_noStripeReference';
import logWithoutRecord from '@salesforce/label/c.Payments_Alerts_orphanedLog_record';
import logWithoutRecordId from '@salesforce/label/c.Payments_Alerts_orphanedLog_recordId';
import paymentWithoutAuthorization from '@salesforce/label/c.Payments_Alerts_orphanedPayment_authorization';
import paymentWithoutAuthorizationId from '@salesforce/label/c.Payments_Alerts_orphanedPayment_authorizationId';
import paymentWithoutSummary from '@salesforce/label/c.Payments_Alerts_orphanedPayment_summary';
import refundedMoreRecords from '@salesforce/label/c.Payments_Alerts_refundedMoreRecords';
import refundedMoreSummary from '@salesforce/label/c.Payments_Alerts_refundedMoreSummary';
import sharedReference from '@salesforce/label/c.Payments_Alerts_sharedReference';
import { formatAmount, formatDateTime, formatLabel, formatTimeFromNow, shownText } from 'c/displayFormat';
import type { WarningDetail } from 'c/paymentWarnings';

/** What a payment that has lost its place lacks. */
const ORPHANED_PAYMENT = {
    authorizationId: paymentWithoutAuthorizationId,
    authorization: paymentWithoutAuthorization,
    summary: paymentWithoutSummary
} as const;

/**
 * A warning in words.
 * @param currency ISO 4217 code of its amounts; undefined in an org with a single currency
 */
export function warningInWords(warning: WarningDetail, currency: string | undefined): string {
    const amountOf = (amount: number) => formatAmount(amount, currency);
    switch (warning.kind) {
        case 'failedButProcessed':
            return failedButProcessed;
        case 'refundedMoreThanCaptured': {
            const label = warning.source === 'records' ? refundedMoreRecords : refundedMoreSummary;
            return formatLabel(label, amountOf(warning.refunded), amountOf(warning.captured));
        }
        case 'noStripeReference':
            return noStripeReference;
        case 'sharedReference':
            return formatLabel(sharedReference, shownText(warning.reference));
        case 'expiresSoon':
            return formatLabel(
                expiresSoon,
                formatTimeFromNow(warning.millisecondsLeft),
                amountOf(warning.balance.amount)
            );
        case 'expired':
            return formatLabel(expired, formatDateTime(warning.at), amountOf(warning.balance.amount));
        case 'orphanedPayment':
            return ORPHANED_PAYMENT[warning.missing];
        case 'orphanedLog':
            return warning.missing === 'record' ? logWithoutRecord : logWithoutRecordId;
    }
}
