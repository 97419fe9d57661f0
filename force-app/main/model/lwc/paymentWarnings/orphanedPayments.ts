import type { Payment } from 'c/paymentRecord';
import { moneyRecordsOf, standingOf } from 'c/paymentTotals';
import { byId } from './byId';
import type { PaymentWarning, WarningInput } from './paymentWarning';

type Missing = 'authorizationId' | 'authorization' | 'summary';

/**
 * Payments that have lost their place. "All captures must be made against a previously successful authorization"
 * (Payment.PaymentAuthorizationId, Object Reference v67); a sale needs none. Public code repairs payments without an
 * OrderPaymentSummaryId, so that they occur; whether they count in the stored totals is not documented.
 */
export function orphanedPaymentWarnings(input: WarningInput): PaymentWarning[] {
    const authorizationIds = new Set(input.records.authorizations.map(({ Id }) => Id));
    const payments = moneyRecordsOf(input.records).payments.filter((payment) => isOfInterest(standingOf(payment)));
    return payments.sort(byId).flatMap((payment) =>
        whatIsMissing(payment.record, authorizationIds, input).map((missing) => ({
            kind: 'orphanedPayment',
            severity: 'warning',
            missing,
            records: [payment]
        }))
    );
}

function isOfInterest(standing: ReturnType<typeof standingOf>): boolean {
    return standing === 'counted' || standing === 'pending';
}

function whatIsMissing(
    { Type, PaymentAuthorizationId, OrderPaymentSummaryId }: Payment,
    authorizationIds: ReadonlySet<string>,
    { complete }: WarningInput
): Missing[] {
    const missing: Missing[] = [];
    if (PaymentAuthorizationId === undefined) {
        if (Type === 'Capture' && complete.payments) {
            missing.push('authorizationId');
        }
    } else if (!authorizationIds.has(PaymentAuthorizationId) && complete.authorizations) {
        missing.push('authorization');
    }
    if (OrderPaymentSummaryId === undefined && complete.payments) {
        missing.push('summary');
    }
    return missing;
}
