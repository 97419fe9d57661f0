import type { StripeMode } from 'c/gatewayReference';
import type { PaymentObjectName } from 'c/paymentRecord';
import { recordNumber } from 'c/paymentRecord';
import { standingOf } from 'c/paymentTotals';
import type { JudgedRecord } from '../judge/judgeRecord.ts';
import type { StripePlace } from '../judge/stripePlace.ts';
import type { AnswerOf } from '../judge/subject.ts';
import { ACCOUNT_TYPES, type FieldUpdate } from '../org/orgRecords.ts';

/** Objects that have the custom fields; a refund has no charge, and an adjustment none of them. */
export type WritableObject = Exclude<PaymentObjectName, 'PaymentAuthAdjustment'>;

/** New values for the empty custom fields of a record. */
export interface FieldChange {
    object: WritableObject;
    number: string;
    update: FieldUpdate;
}

/**
 * What Stripe's answers tell about a record whose own fields are empty: account, mode, and the charge. A field that has
 * a value keeps it, also where it differs: that is a finding.
 */
export function changeOf(judged: JudgedRecord, place: StripePlace, answerOf: AnswerOf): FieldChange[] {
    const { payment, target } = judged.link;
    const answer = target === undefined ? undefined : answerOf(target);
    if (payment.objectName === 'PaymentAuthAdjustment' || answer?.state !== 'found') {
        return [];
    }
    const { record, objectName } = payment;
    const mode: StripeMode = ('mode' in answer.object ? answer.object.mode : undefined) ?? place.mode;
    const charge = hasChargeOfPayment(judged) ? judged.subject.payment?.charge : undefined;
    const update: FieldUpdate = {
        Id: record.Id,
        ...(record.stripeAccountId__c === undefined && place.account !== undefined
            ? { stripeAccountId__c: place.account }
            : {}),
        ...(record.stripeAccountType__c === undefined ? { stripeAccountType__c: ACCOUNT_TYPES[mode] } : {}),
        ...(record.stripeChargeId__c === undefined && charge !== undefined ? { stripeChargeId__c: charge } : {})
    };
    return Object.keys(update).length > 1 ? [{ object: objectName, number: recordNumber(payment), update }] : [];
}

/**
 * Whether the charge that Stripe names for the payment is the record's: an attempt that failed had one of its own, and the
 * payment names that of the last attempt. A refund has no field for it.
 */
function hasChargeOfPayment({ link: { payment } }: JudgedRecord): boolean {
    switch (payment.objectName) {
        case 'PaymentAuthorization':
        case 'Payment':
            return standingOf(payment) === 'counted';
        case 'PaymentGatewayLog':
            return payment.record.InteractionStatus === 'Success';
        default:
            return false;
    }
}

/** Which of the new values a record still has room for, and the user may write. */
export function stillEmpty(
    { update }: FieldChange,
    current: Readonly<Record<string, unknown>>,
    updateable: ReadonlySet<string>
): FieldUpdate | undefined {
    const { Id, ...values } = update;
    const free = Object.entries(values).filter(
        ([field]) => updateable.has(field) && (current[field] === undefined || current[field] === '')
    );
    return free.length === 0 ? undefined : { Id, ...Object.fromEntries(free) };
}
