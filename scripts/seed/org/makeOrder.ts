import type { PlannedOrder } from '../plan/planOrders.ts';
import type { StripePayment } from '../stripe/stripePayment.ts';
import { toDateTime, toMajor } from './amounts.ts';
import { makePaymentRecords } from './makePaymentRecords.ts';
import type { OrderContext } from './paymentValues.ts';
import type { RecordMaker } from './recordMaker.ts';

export interface OrderSurroundings {
    maker: RecordMaker;
    stripeAccount?: string;
    gatewayId?: string;
}

/**
 * Makes the records of an order, or what is missing of them, from the top down: what has no parent in the org is not
 * looked for.
 */
export async function makeOrder(
    order: PlannedOrder,
    payment: StripePayment,
    { maker, stripeAccount, gatewayId }: OrderSurroundings
): Promise<void> {
    const date = toDateTime(firstSeconds(payment));
    const CurrencyIsoCode = order.currency.toUpperCase();
    const account = await maker.findOrMake(
        'Account',
        { where: { AccountNumber: order.marker }, mayExist: true },
        { Name: order.customer.name, AccountNumber: order.marker, CurrencyIsoCode }
    );
    const sale = await maker.findOrMake(
        'Order',
        { where: { OrderReferenceNumber: order.marker }, mayExist: !account.isNew },
        {
            AccountId: account.id,
            OrderReferenceNumber: order.marker,
            EffectiveDate: date.slice(0, 10),
            Status: 'Draft',
            CurrencyIsoCode
        }
    );
    const group = await maker.findOrMake(
        'PaymentGroup',
        { where: { SourceObjectId: sale.id }, mayExist: !sale.isNew },
        { SourceObjectId: sale.id, CurrencyIsoCode }
    );
    const orderSummary = await maker.findOrMake(
        'OrderSummary',
        { where: { OriginalOrderId: sale.id }, mayExist: !sale.isNew },
        {
            OriginalOrderId: sale.id,
            AccountId: account.id,
            OrderNumber: order.orderNumber,
            OrderedDate: date,
            OrderLifeCycleType: 'UNMANAGED',
            Status: 'Created',
            BillingEmailAddress: order.customer.email,
            GrandTotalAmount: toMajor(order.amount, order.currency),
            CurrencyIsoCode
        }
    );
    const summary = await maker.findOrMake(
        'OrderPaymentSummary',
        { where: { OrderSummaryId: orderSummary.id }, mayExist: !orderSummary.isNew },
        {
            OrderSummaryId: orderSummary.id,
            Method: 'Visa',
            Type: 'Unknown',
            FullName: order.customer.name,
            CurrencyIsoCode
        }
    );
    const context: OrderContext = {
        order,
        payment,
        accountId: account.id,
        summaryId: summary.id,
        groupId: group.id,
        ...(stripeAccount && { stripeAccount }),
        ...(gatewayId && { gatewayId })
    };
    await makePaymentRecords(context, summary, maker);
}

function firstSeconds({ declined, paid }: StripePayment): number {
    return declined?.result.created ?? paid?.result.created ?? 0;
}
