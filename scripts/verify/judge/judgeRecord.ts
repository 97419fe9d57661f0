import type { PaymentAuthorization, Refund } from 'c/paymentRecord';
import { standingOf } from 'c/paymentTotals';
import type { StripePayment, StripeRefund } from '../stripe/stripeObjects.ts';
import { amountText, decimalText, minorUnits } from './amounts.ts';
import type { FindingKind } from './findings.ts';
import type { Verdict } from './groupFindings.ts';
import type { RecordLink } from './recordLinks.ts';
import { recordText } from './recordText.ts';
import type { Subject } from './subject.ts';

/** A record together with what it stands for. */
export interface JudgedRecord {
    link: RecordLink;
    subject: Subject;
    key?: string;
}

/** Compares one record with its object in Stripe. */
export function judgeRecord(judged: JudgedRecord, group: readonly JudgedRecord[]): Verdict[] {
    return [...judgeMoney(judged, group), ...judgeDispute(judged)];
}

/** Currency first, since amounts of two currencies are not compared. */
function judgeMoney(judged: JudgedRecord, group: readonly JudgedRecord[]): Verdict[] {
    const { payment: record } = judged.link;
    const { payment, refund } = judged.subject;
    if (record.objectName === 'PaymentAuthorization' && payment) {
        return judgeAuthorization(judged, record.record, payment, group);
    }
    if (record.objectName === 'Payment' && payment) {
        const standing = standingOf(record);
        const isNotCaptured = standing === 'counted' && payment.standing !== 'captured';
        return [
            ...judgeCurrency(judged, payment),
            ...(standing === 'counted' ? judgeCharge(judged, payment) : []),
            ...(isNotCaptured ? [statusVerdict(judged, payment)] : [])
        ];
    }
    if (record.objectName === 'Refund' && refund) {
        return judgeRefund(judged, record.record, refund);
    }
    return record.objectName === 'Refund' && payment ? judgeCurrency(judged, payment) : [];
}

function judgeAuthorization(
    judged: JudgedRecord,
    record: PaymentAuthorization,
    payment: StripePayment,
    group: readonly JudgedRecord[]
): Verdict[] {
    const standing = standingOf({ objectName: 'PaymentAuthorization', record });
    const currency = judgeCurrency(judged, payment);
    const isCompared = currency.length === 0 && (standing === 'counted' || standing === 'pending');
    return [
        ...currency,
        ...(isCompared ? judgeAmount(judged, record, payment) : []),
        // An attempt that failed has a charge of its own, and the payment that of the last attempt.
        ...(standing === 'counted' ? judgeCharge(judged, payment) : []),
        ...(isAuthorizationRight(judged, record, payment, group) ? [] : [statusVerdict(judged, payment)])
    ];
}

/** A draft, and a status that is not known, is not judged. */
function isAuthorizationRight(
    { key }: JudgedRecord,
    record: PaymentAuthorization,
    { standing }: StripePayment,
    group: readonly JudgedRecord[]
): boolean {
    switch (record.Status) {
        case 'Processed':
            return (
                standing === 'authorized' || standing === 'captured' || (standing === 'ended' && !hasBalance(record))
            );
        case 'Pending':
            return standing === 'open';
        case 'Failed':
        case 'Canceled':
            // Another attempt with the same PaymentIntent may have succeeded.
            return standing === 'open' || standing === 'ended' || group.some((other) => isAnotherAttempt(other, key));
        default:
            return true;
    }
}

/** Whether Salesforce would still capture something. */
function hasBalance({ Amount = 0, Balance, TotalAuthReversalAmount = 0 }: PaymentAuthorization): boolean {
    return (Balance ?? Amount - TotalAuthReversalAmount) > 0;
}

function isAnotherAttempt({ key: otherKey, link: { payment } }: JudgedRecord, key: string | undefined): boolean {
    return payment.objectName === 'PaymentAuthorization' && otherKey === key && standingOf(payment) === 'counted';
}

function judgeRefund(judged: JudgedRecord, record: Refund, refund: StripeRefund): Verdict[] {
    const standing = standingOf({ objectName: 'Refund', record });
    const currency = judgeCurrency(judged, refund);
    const isCompared = currency.length === 0 && (standing === 'counted' || standing === 'pending');
    return [
        ...currency,
        ...(isCompared ? judgeAmount(judged, record, refund) : []),
        ...(isRefundRight(record.Status, refund.status) ? [] : [statusVerdict(judged, refund)])
    ];
}

/** Salesforce has no status of its own for a refund that Stripe has accepted and the bank has not. */
function isRefundRight(status: string | undefined, stripeStatus: string): boolean {
    const isUnderWay = stripeStatus === 'pending' || stripeStatus === 'requires_action';
    switch (status) {
        case 'Processed':
            return stripeStatus === 'succeeded' || stripeStatus === 'pending';
        case 'Pending':
            return isUnderWay;
        case 'Failed':
        case 'Canceled':
            return stripeStatus === 'failed' || stripeStatus === 'canceled';
        default:
            return true;
    }
}

function judgeCurrency(judged: JudgedRecord, { id, currency }: StripePayment | StripeRefund): Verdict[] {
    const { record } = judged.link.payment;
    const own = 'CurrencyIsoCode' in record ? record.CurrencyIsoCode : undefined;
    return own === undefined || own === currency ? [] : [verdictOf('currencyDiffers', judged, id, own, currency)];
}

function judgeAmount(
    judged: JudgedRecord,
    { Amount, CurrencyIsoCode }: { Amount?: number; CurrencyIsoCode?: string },
    { id, amount, currency }: StripePayment | StripeRefund
): Verdict[] {
    if (Amount === undefined || minorUnits(Amount, currency) === BigInt(amount)) {
        return [];
    }
    const salesforce = decimalText(Amount, CurrencyIsoCode);
    return [verdictOf('amountDiffers', judged, id, salesforce, amountText(amount, currency))];
}

function judgeCharge(judged: JudgedRecord, { id, charge }: StripePayment): Verdict[] {
    const own = judged.link.payment.record.stripeChargeId__c;
    return own === undefined || charge === undefined || own === charge
        ? []
        : [verdictOf('chargeDiffers', judged, id, own, charge)];
}

/** Of every record that counts, whether it names the PaymentIntent or the charge: the first of them bears the finding. */
function judgeDispute(judged: JudgedRecord): Verdict[] {
    const { payment: record } = judged.link;
    const { payment } = judged.subject;
    return payment?.isDisputed && record.objectName !== 'PaymentGatewayLog' && standingOf(record) === 'counted'
        ? [verdictOf('disputed', judged, payment.paymentIntent ?? payment.id, recordText(record), 'disputed')]
        : [];
}

function statusVerdict(judged: JudgedRecord, { id, status }: StripePayment | StripeRefund): Verdict {
    const { record } = judged.link.payment;
    const own = 'Status' in record ? record.Status : undefined;
    return verdictOf('statusDiffers', judged, id, own ?? 'no status', status);
}

function verdictOf(
    kind: FindingKind,
    { link }: JudgedRecord,
    reference: string,
    salesforce: string,
    stripe: string
): Verdict {
    return { kind, link, reference, salesforce, stripe };
}
