import type { GatewayReference } from 'c/gatewayReference';
import { findStripeReferences, isOfOtherGateway, parseGatewayReference } from 'c/gatewayReference';
import type { Payment } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import { PAYMENT_PREFIXES, RecordIndex, relatedRecords, tracePayment } from 'c/paymentTrace';
import type { MoneyPaymentRecord } from 'c/paymentTotals';
import { authorizationBalance, moneyRecordsOf, standingOf } from 'c/paymentTotals';
import { byId } from './byId';
import type { PaymentWarning, WarningInput } from './paymentWarning';

/**
 * Processed payments from which no way leads to an object of Stripe: not by their own fields, nor by their logs, nor by
 * their authorization. A reference that only another gateway can have written is no fault of theirs.
 */
export function missingReferenceWarnings({ records, complete }: WarningInput): PaymentWarning[] {
    if (!complete.authorizations || !complete.logs) {
        return [];
    }
    const index = new RecordIndex(records);
    return countedPayments(records)
        .filter((payment) => isWithoutStripe(payment, index))
        .map((payment) => ({ kind: 'noStripeReference', severity: 'warning', records: [payment] }));
}

function isWithoutStripe(payment: MoneyPaymentRecord, index: RecordIndex): boolean {
    const { own, target } = tracePayment(payment, relatedRecords(payment, index), index);
    return (
        !isOfOtherGateway(own) &&
        target?.kind !== 'stripe' &&
        target?.kind !== 'stripeShaped' &&
        !hasBalanceTransaction(payment, index)
    );
}

/**
 * Salesforce's sample Stripe adapter writes `txn_…` as result code of a capture (forcedotcom/commerce-on-lightning,
 * StripeAdapter.cls): nothing that could be opened, but Stripe has written it.
 */
function hasBalanceTransaction(payment: MoneyPaymentRecord, index: RecordIndex): boolean {
    const places = [payment, ...(index.logsOfRecord.get(payment.record.Id) ?? [])];
    const found = places.flatMap(({ record }) => findStripeReferences(record.GatewayResultCode));
    return found.some(({ prefix }) => prefix === 'txn');
}

/**
 * Payments that have the same gateway reference, but for the captures of one payment of Stripe. A reference is compared
 * with its case, as Stripe's ids are.
 */
export function sharedReferenceWarnings(input: WarningInput): PaymentWarning[] {
    const { records } = input;
    const orderNumber = records.summary?.OrderSummary?.OrderNumber;
    const byReference = new Map<string, CountedPayment[]>();
    for (const payment of countedPayments(records)) {
        const reference = textOf(parseGatewayReference(payment.record.GatewayRefNumber, orderNumber));
        if (reference !== undefined) {
            byReference.set(reference, [...(byReference.get(reference) ?? []), payment]);
        }
    }
    const shared = [...byReference].filter(
        ([reference, payments]) => payments.length > 1 && !isMulticapture(reference, payments, input)
    );
    return shared.map(([reference, payments]) => ({
        kind: 'sharedReference',
        severity: 'warning',
        reference,
        records: payments
    }));
}

/**
 * Whether these may be captures of one authorization, one after the other, each with the id of the whole payment
 * (docs.stripe.com/payments/multicapture). They are not if they take more than was authorized.
 */
function isMulticapture(
    reference: string,
    payments: readonly CountedPayment[],
    { records, complete }: WarningInput
): boolean {
    const parsed = parseGatewayReference(reference);
    const captures = payments.map(({ record }) => record);
    const [id, ...otherIds] = new Set(captures.map(({ PaymentAuthorizationId }) => PaymentAuthorizationId));
    if (parsed.kind !== 'stripe' || !PAYMENT_PREFIXES.has(parsed.prefix) || otherIds.length > 0) {
        return false;
    }
    const authorization = records.authorizations.find(({ Id }) => Id === id);
    const left =
        authorization &&
        authorizationBalance({ ...authorization, Balance: undefined }, { ...NO_RECORDS, payments: captures });
    // What is not loaded, or hidden, may well be in order.
    return left === undefined ? !complete.authorizations || !complete.payments : left.amount >= 0;
}

/** A payment together with the name of its object. */
interface CountedPayment {
    objectName: 'Payment';
    record: Payment;
}

function countedPayments(records: WarningInput['records']): CountedPayment[] {
    const payments = moneyRecordsOf(records).payments.filter((payment) => standingOf(payment) === 'counted');
    return payments.sort(byId);
}

/** The reference of one transaction. All payments of an order may have its number, and a secret is never shown. */
function textOf(reference: GatewayReference): string | undefined {
    switch (reference.kind) {
        case 'stripe':
        case 'stripeShaped':
            return reference.id;
        case 'salesforce':
            return reference.number;
        case 'unknown':
            return reference.text;
        default:
            return undefined;
    }
}
