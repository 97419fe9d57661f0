import type Stripe from 'stripe';
import type { StripeStandIn } from '../../stripe-stand-in/startStripeStandIn.ts';
import { capturedOrder, makeCapturedOrder, type TreeRecord } from './testOrders.ts';

/**
 * Many orders that both sides agree on, made as copies of one. Every record names an id of its own: the authorization a
 * `pi_`, the payment a `txn_`, the refund a `re_`, the log a `ch_`.
 * @param mistakes every so many orders, the refund has an amount that Stripe's has not
 */
export async function makeManyOrders(
    count: number,
    mistakes: number,
    stripe: Stripe,
    standIn: StripeStandIn
): Promise<TreeRecord[]> {
    await makeCapturedOrder(stripe, 'template');
    const [intent] = standIn.state.list('payment_intent');
    const [charge] = standIn.state.list('charge');
    const [refund] = standIn.state.list('refund');
    const transaction = standIn.state.list('balance_transaction').find(({ type }) => type === 'charge');
    if (!intent || !charge || !refund || !transaction) {
        throw new Error('The template of the orders is not whole.');
    }
    [intent, charge, refund, transaction].forEach(({ id }) => standIn.state.remove(id));
    return Array.from({ length: count }, (_none, index) => {
        const name = String(100_000 + index);
        const id = (prefix: string) => `${prefix}_3ManyOrders${name}AbCdEfGh`;
        const ids = { intent: id('pi'), charge: id('ch'), refund: id('re'), transaction: id('txn') };
        const of = { charge: ids.charge, payment_intent: ids.intent };
        standIn.state.put({ ...transaction, id: ids.transaction, source: ids.charge });
        standIn.state.put({ ...charge, ...of, id: ids.charge, balance_transaction: ids.transaction });
        standIn.state.put({ ...refund, ...of, id: ids.refund });
        standIn.state.put({
            ...intent,
            id: ids.intent,
            latest_charge: ids.charge,
            metadata: { order_id: name },
            client_secret: `${ids.intent}_secret_0`
        });
        return capturedOrder(name, ids).map((record) => ({
            ...record,
            ...(record.attributes.type === 'Payment' ? { GatewayRefNumber: ids.transaction } : {}),
            ...(record.attributes.type === 'Refund' && index % mistakes === 0 ? { Amount: 19 } : {})
        }));
    }).flat();
}
