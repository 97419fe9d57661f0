import type { OrgRecord, ReadObject } from '../org/orgRecords.ts';

/**
 * Which records are looked at together: those of an order payment summary, as in the console. A record without one
 * belongs to the record that it names; one that names none stands alone.
 *
 * @param rootOf the root of a record that was read before, or of one that names it as its parent
 * @returns `parent` only for what leads from a refund to its payment
 */
export function placeOf(
    object: ReadObject,
    record: OrgRecord,
    rootOf: (id: string) => string | undefined
): { root: string; parent?: string } {
    const text = (field: string) => {
        const value = record[field];
        return typeof value === 'string' ? value : undefined;
    };
    const rootOfField = (field: string) => {
        const id = text(field);
        return id === undefined ? undefined : rootOf(id);
    };
    switch (object) {
        case 'RefundLinePayment':
            return { root: rootOfField('PaymentId') ?? record.Id, parent: text('RefundId') };
        case 'Refund':
            return { root: text('OrderPaymentSummaryId') ?? rootOf(record.Id) ?? record.Id };
        case 'Payment':
        case 'PaymentAuthAdjustment':
            return { root: text('OrderPaymentSummaryId') ?? rootOfField('PaymentAuthorizationId') ?? record.Id };
        case 'PaymentGatewayLog':
            return { root: text('OrderPaymentSummaryId') ?? rootOfField('ReferencedEntityId') ?? record.Id };
        default:
            return { root: text('OrderPaymentSummaryId') ?? record.Id };
    }
}

/** Parents first: see Checkpoint.addRecord. */
export const READING_ORDER: readonly ReadObject[] = [
    'Stripe_Gateway_Setting__mdt',
    'OrderPaymentSummary',
    'PaymentAuthorization',
    'Payment',
    'RefundLinePayment',
    'Refund',
    'PaymentAuthAdjustment',
    'PaymentGatewayLog'
];
