import type { Verdict } from './groupFindings.ts';
import type { JudgedRecord } from './judgeRecord.ts';

/** Whether an order of the org has this number. */
export type IsOrderOfOrg = (orderNumber: string) => boolean;

/**
 * Whether the payment of a record is that of another order. Numbers that no order of the org has are not compared: a shop
 * may call its orders otherwise at Stripe.
 */
export function judgeOrder(
    { link, subject: { payment } }: JudgedRecord,
    order: string | undefined,
    isOrderOfOrg: IsOrderOfOrg
): Verdict[] {
    const named = payment?.orderNumber;
    if (order === undefined || named === undefined || named === order || !isOrderOfOrg(named)) {
        return [];
    }
    return [
        { kind: 'orderDiffers', link, reference: payment?.id, salesforce: `order ${order}`, stripe: `order ${named}` }
    ];
}
