import { standingOf } from 'c/paymentTotals';
import type { StripePayment } from '../stripe/stripeObjects.ts';
import { amountText, minorUnits, sum } from './amounts.ts';
import type { Verdict } from './groupFindings.ts';
import type { JudgedRecord } from './judgeRecord.ts';

/**
 * Compares what Stripe captured and refunded of a payment with the sums of the records that stand for it. Not where a
 * currency or a status is wrong already: then the sums would only say the same once more.
 */
export function judgeTotals(group: readonly JudgedRecord[], verdicts: readonly Verdict[]): Verdict[] {
    const settled = new Set(
        verdicts
            .filter(({ kind }) => kind === 'currencyDiffers' || kind === 'statusDiffers')
            .filter(
                ({ link }) => link.payment.objectName !== 'Refund' || isWithoutOwnRefund(link.payment.record.Id, group)
            )
            .map(({ link }) => group.find((judged) => judged.link === link)?.key)
    );
    const keys = new Set(group.flatMap(({ key, subject }) => (key !== undefined && subject.payment ? [key] : [])));
    return [...keys].filter((key) => !settled.has(key)).flatMap((key) => judgePayment(group, key));
}

function isWithoutOwnRefund(id: string, group: readonly JudgedRecord[]): boolean {
    return group.some(({ link, subject }) => link.payment.record.Id === id && subject.refund === undefined);
}

function judgePayment(group: readonly JudgedRecord[], key: string): Verdict[] {
    const records = group.filter((judged) => judged.key === key);
    const payment = records.map(({ subject }) => subject.payment).find((found) => found !== undefined);
    const bearer = records.find(isOf('Payment')) ?? records.find(isOf('PaymentAuthorization'));
    if (payment === undefined || bearer === undefined) {
        return [];
    }
    return [...judgeCaptured(group, records, payment, bearer), ...judgeRefunded(group, records, payment, bearer)];
}

function judgeCaptured(
    group: readonly JudgedRecord[],
    records: readonly JudgedRecord[],
    payment: StripePayment,
    bearer: JudgedRecord
): Verdict[] {
    const { id, captured, currency } = payment;
    if (group.some((judged) => isUnplaced('Payment', judged))) {
        return [];
    }
    const counted = records.filter(isOf('Payment')).filter(isCounted);
    const amounts = counted.map(({ link }) => amountOf(link.payment.record, currency));
    if (amounts.every((amount) => amount !== undefined) && sum(amounts) === BigInt(captured)) {
        return [];
    }
    const stripe = `${amountText(captured, currency)} captured`;
    return [
        { kind: 'capturedDiffers', link: bearer.link, reference: id, salesforce: sumText(amounts, currency), stripe }
    ];
}

function judgeRefunded(
    group: readonly JudgedRecord[],
    records: readonly JudgedRecord[],
    payment: StripePayment,
    bearer: JudgedRecord
): Verdict[] {
    const { id, amount, captured, refunded, currency } = payment;
    const refunds = records.filter(isOf('Refund'));
    // Whether Stripe has done a pending refund already, only the refund's own id could tell.
    if (
        group.some((judged) => isUnplaced('Refund', judged)) ||
        refunds.some(({ link, subject }) => subject.refund === undefined && isPending(link.payment))
    ) {
        return [];
    }
    const amounts = refunds.filter((judged) => judged.subject.refund || isCounted(judged)).map(refundedBy(currency));
    const total = amounts.every((each) => each !== undefined) ? sum(amounts) : undefined;
    // What a partial capture let go counted as refunded before the version 2025-03-31.basil of the API, by which the shop
    // may still capture (docs.stripe.com/changelog/basil).
    const released = BigInt(amount - captured);
    if (total === BigInt(refunded) || (total !== undefined && total + released === BigInt(refunded))) {
        return [];
    }
    const stripe = `${amountText(refunded, currency)} refunded`;
    const { link } = refunds[0] ?? bearer;
    return [{ kind: 'refundedDiffers', link, reference: id, salesforce: sumText(amounts, currency), stripe }];
}

/** Counts, but nothing was found for it: that is a finding already, and any sum would lack it. */
function isUnplaced(objectName: string, judged: JudgedRecord): boolean {
    return isOf(objectName)(judged) && isCounted(judged) && judged.key === undefined;
}

/**
 * What a refund took back. Where Stripe's own refund is known, its amount: the record has been compared with it, and
 * one mistake is told once.
 */
function refundedBy(currency: string): (judged: JudgedRecord) => bigint | undefined {
    return ({ link, subject: { refund } }) => {
        if (refund === undefined) {
            return amountOf(link.payment.record, currency);
        }
        return refund.status === 'failed' || refund.status === 'canceled' ? 0n : BigInt(refund.amount);
    };
}

function amountOf(record: { Amount?: number } | object, currency: string): bigint | undefined {
    return 'Amount' in record && record.Amount !== undefined ? minorUnits(record.Amount, currency) : undefined;
}

function sumText(amounts: readonly (bigint | undefined)[], currency: string): string {
    return amounts.every((amount) => amount !== undefined)
        ? `${amountText(sum(amounts), currency)} in ${amounts.length} ${amounts.length === 1 ? 'record' : 'records'}`
        : `an amount that ${currency} cannot have, or none`;
}

function isOf(objectName: string): (judged: JudgedRecord) => boolean {
    return ({ link }) => link.payment.objectName === objectName;
}

function isCounted({ link: { payment } }: JudgedRecord): boolean {
    return payment.objectName !== 'PaymentGatewayLog' && standingOf(payment) === 'counted';
}

function isPending(payment: JudgedRecord['link']['payment']): boolean {
    return payment.objectName !== 'PaymentGatewayLog' && standingOf(payment) === 'pending';
}
