import authorized from '@salesforce/label/c.Payments_Totals_authorized';
import authorizationReversed from '@salesforce/label/c.Payments_Totals_authorizationReversed';
import captured from '@salesforce/label/c.Payments_Totals_captured';
import refunded from '@salesforce/label/c.Payments_Totals_refunded';
import availableToCapture from '@salesforce/label/c.Payments_Totals_availableToCapture';
import availableToRefund from '@salesforce/label/c.Payments_Totals_availableToRefund';
import balance from '@salesforce/label/c.Payments_Totals_balance';
import pendingAuthorization from '@salesforce/label/c.Payments_Totals_pendingAuthorization';
import pendingReversal from '@salesforce/label/c.Payments_Totals_pendingReversal';
import pendingCapture from '@salesforce/label/c.Payments_Totals_pendingCapture';
import pendingRefund from '@salesforce/label/c.Payments_Totals_pendingRefund';
import pendingCounted from '@salesforce/label/c.Payments_Totals_Reason_pendingCounted';
import pendingNotCounted from '@salesforce/label/c.Payments_Totals_Reason_pendingNotCounted';
import paymentsWithoutSummary from '@salesforce/label/c.Payments_Totals_Reason_paymentsWithoutSummary';
import followsFrom from '@salesforce/label/c.Payments_Totals_Reason_followsFrom';
import unexplained from '@salesforce/label/c.Payments_Totals_Reason_unexplained';
import formulaObjectReference from '@salesforce/label/c.Payments_Totals_Reason_formulaObjectReference';
import formulaHelp from '@salesforce/label/c.Payments_Totals_Reason_formulaHelp';
import recordsNotLoaded from '@salesforce/label/c.Payments_Totals_Reason_recordsNotLoaded';
import withoutAmount from '@salesforce/label/c.Payments_Totals_Reason_withoutAmount';
import unknownStatus from '@salesforce/label/c.Payments_Totals_Reason_unknownStatus';
import summaryNotLoaded from '@salesforce/label/c.Payments_Totals_Reason_summaryNotLoaded';
import noStoredTotals from '@salesforce/label/c.Payments_Totals_Reason_noStoredTotals';
import emptyField from '@salesforce/label/c.Payments_Totals_Reason_emptyField';
import { formatLabel } from 'c/displayFormat';
import type { PaymentRecord } from 'c/paymentRecord';
import { shownNumber } from 'c/paymentRows';
import type { TotalKind, TotalReason } from 'c/paymentTotals';

/** The names of the totals. */
export const TOTAL_NAMES: Readonly<Record<TotalKind, string>> = {
    authorized,
    authorizationReversed,
    captured,
    refunded,
    availableToCapture,
    availableToRefund,
    balance,
    pendingAuthorization,
    pendingReversal,
    pendingCapture,
    pendingRefund
};

/** What there is to say about a total, in words. */
export function reasonInWords(reason: TotalReason): string {
    switch (reason.kind) {
        case 'pendingCounted':
            return pendingCounted;
        case 'pendingNotCounted':
            return pendingNotCounted;
        case 'paymentsWithoutSummary':
            return formatLabel(paymentsWithoutSummary, numbersOf(reason.payments));
        case 'followsFrom':
            return formatLabel(followsFrom, reason.totals.map((kind) => TOTAL_NAMES[kind]).join(', '));
        case 'unexplained':
            return unexplained;
        case 'formula':
            return reason.formula === 'help' ? formulaHelp : formulaObjectReference;
        case 'recordsNotLoaded':
            return recordsNotLoaded;
        case 'withoutAmount':
            return formatLabel(withoutAmount, numbersOf(reason.payments));
        case 'unknownStatus':
            return formatLabel(unknownStatus, numbersOf(reason.payments));
        case 'summaryNotLoaded':
            return summaryNotLoaded;
        case 'noStoredTotals':
            return noStoredTotals;
        case 'emptyField':
            return emptyField;
    }
}

function numbersOf(payments: readonly PaymentRecord[]): string {
    return payments.map(shownNumber).join(', ');
}
