import type { DashboardPage, LinkConfidence } from 'c/dashboardLink';
import type { GatewayReference, StripeMode } from 'c/gatewayReference';
import { fromMinorUnits } from 'c/money';
import { recordNumber } from 'c/paymentRecord';
import type { StripeAnswer, StripeObject } from '../stripe/stripeObjects.ts';
import type { FindingKind, ReportObject } from './findings.ts';
import type { JudgedRecord } from './judgeRecord.ts';
import { shownReference } from './judgeReference.ts';
import type { StripePlace } from './stripePlace.ts';
import type { AnswerOf } from './subject.ts';

/** What became of the question for what a record's link opens; `notAsked` where there is nothing to ask for. */
export type RowState = StripeAnswer['state'] | 'notAsked';

/** A record in the report. Amounts are decimals in major units; null where there is none, as JSON has it. */
export interface ReportRow {
    object: ReportObject;
    id: string;
    number: string;
    /** The order number; null where the record belongs to no order. */
    order: string | null;
    /** Null where there is none, or where it may hold more than a reference. */
    reference: string | null;
    referenceKind: GatewayReference['kind'];
    url: string | null;
    opens: DashboardPage | null;
    confidence: LinkConfidence | null;
    /** What the link opens or searches for. */
    target: string | null;
    state: RowState;
    account: string | null;
    mode: StripeMode | null;
    currency: string | null;
    amount: number | null;
    status: string | null;
    stripeCurrency: string | null;
    stripeAmount: string | null;
    stripeCaptured: string | null;
    stripeRefunded: string | null;
    stripeStatus: string | null;
    /** In the currency of the settlement. */
    fee: string | null;
    feeCurrency: string | null;
    findings: readonly FindingKind[];
}

interface RowContext {
    findings: readonly FindingKind[];
    order: string | undefined;
    answerOf: AnswerOf;
    place: StripePlace;
}

export function toRow({ link, subject }: JudgedRecord, { findings, order, answerOf, place }: RowContext): ReportRow {
    const { record, objectName } = link.payment;
    const { trace, link: dashboard } = link.link;
    const answer = link.target === undefined ? undefined : answerOf(link.target);
    const money = link.payment.objectName === 'PaymentGatewayLog' ? undefined : link.payment.record;
    const object = subject.refund ?? subject.payment;
    const currency = object?.currency ?? '';
    const decimal = (minor: number | undefined, code = currency) =>
        minor === undefined ? null : (fromMinorUnits(String(minor), code) ?? null);
    const fee = subject.refund ? undefined : subject.payment?.fee;
    return {
        object: objectName,
        id: record.Id,
        number: recordNumber(link.payment),
        order: order ?? null,
        reference: shownReference(trace.own) ?? null,
        referenceKind: trace.own.kind,
        url: dashboard?.url ?? null,
        opens: dashboard?.opens ?? null,
        confidence: dashboard?.confidence ?? null,
        target: dashboard?.target ?? null,
        state: answer?.state ?? 'notAsked',
        account: answer?.state === 'found' ? (place.account ?? null) : null,
        mode: answer?.state === 'found' ? modeOf(answer.object, place) : null,
        currency: money?.CurrencyIsoCode ?? null,
        amount: money?.Amount ?? null,
        status: money?.Status ?? null,
        stripeCurrency: object?.currency ?? null,
        stripeAmount: decimal(object?.amount),
        stripeCaptured: decimal(subject.payment?.captured),
        stripeRefunded: decimal(subject.payment?.refunded),
        stripeStatus: object?.status ?? null,
        fee: decimal(fee?.amount, fee?.currency),
        feeCurrency: fee?.currency ?? null,
        findings
    };
}

function modeOf(object: StripeObject, place: StripePlace): StripeMode {
    return ('mode' in object ? object.mode : undefined) ?? place.mode;
}
