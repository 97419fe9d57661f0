import type { GatewayReference } from 'c/gatewayReference';
import { standingOf } from 'c/paymentTotals';
import type { Verdict } from './groupFindings.ts';
import type { RecordLink } from './recordLinks.ts';
import { recordText } from './recordText.ts';

/** Whether a payment of Stripe names an order; undefined where the list does not go back so far. */
export type IsOrderKnown = (orderNumber: string, recordCreated: string | undefined) => boolean | undefined;

/** Whether the reference of a record leads anywhere, before Stripe is asked. */
export function judgeReference(link: RecordLink, isOrderKnown: IsOrderKnown): Verdict[] {
    const { own, target } = link.link.trace;
    if (own.kind === 'secret') {
        return [{ kind: 'secretReference', link, salesforce: 'a secret, which is not shown', stripe: '' }];
    }
    if (link.link.link === undefined) {
        return judgeWithoutLink(link, own);
    }
    return target?.kind === 'orderNumber' ? judgeSearch(link, own, target.number, isOrderKnown) : [];
}

/** The link searches for the order: that may find the payment, but only an id says which one it is. */
function judgeSearch(
    link: RecordLink,
    own: GatewayReference,
    orderNumber: string,
    isOrderKnown: IsOrderKnown
): Verdict[] {
    if (isOrderKnown(orderNumber, link.payment.record.CreatedDate) === false) {
        const salesforce = recordText(link.payment);
        return [
            { kind: 'searchFindsNothing', link, reference: orderNumber, salesforce, stripe: 'no payment of this order' }
        ];
    }
    return own.kind === 'orderNumber' ? [] : judgeWithoutReference(link, own);
}

function judgeWithoutLink(link: RecordLink, own: GatewayReference): Verdict[] {
    if (own.kind === 'empty') {
        return judgeWithoutReference(link, own);
    }
    const reference = shownReference(own);
    return [{ kind: 'noLink', link, reference, salesforce: withReference(link, reference), stripe: '' }];
}

function judgeWithoutReference(link: RecordLink, own: GatewayReference): Verdict[] {
    const salesforce = own.kind === 'empty' ? recordText(link.payment) : withReference(link, shownReference(own));
    return isMoneyMoved(link) ? [{ kind: 'noReference', link, salesforce, stripe: '' }] : [];
}

function withReference({ payment }: RecordLink, reference: string | undefined): string {
    return `${recordText(payment)}, ${reference ?? 'a text, which is not shown'}`;
}

/** The record's own reference, as far as it can hold nothing but a reference. */
export function shownReference(own: GatewayReference): string | undefined {
    switch (own.kind) {
        case 'stripe':
        case 'stripeShaped':
            return own.id;
        case 'salesforce':
        case 'orderNumber':
            return own.number;
        default:
            return undefined;
    }
}

function isMoneyMoved({ payment }: RecordLink): boolean {
    return (
        payment.objectName !== 'PaymentGatewayLog' &&
        payment.objectName !== 'PaymentAuthAdjustment' &&
        standingOf(payment) === 'counted'
    );
}
