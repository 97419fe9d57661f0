import type Stripe from 'stripe';

/** A record of a file of `sf data export tree`. */
export interface TreeRecord {
    attributes: { type: string; referenceId: string };
    [field: string]: unknown;
}

const WHEN = '2026-11-20T10:00:00.000+0000';

/** An order that both sides agree on: authorized, captured by Order Management, refunded in part. */
export async function makeCapturedOrder(stripe: Stripe, name: string): Promise<TreeRecord[]> {
    const intent = await stripe.paymentIntents.create({
        amount: 5000,
        currency: 'eur',
        capture_method: 'manual',
        confirm: true,
        payment_method: 'pm_card_visa',
        metadata: { order_id: name }
    });
    await stripe.paymentIntents.capture(intent.id);
    const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 2000 });
    return capturedOrder(name, { intent: intent.id, charge: idOf(intent.latest_charge), refund: refund.id });
}

/** An order that was captured at the checkout, as older versions of the cartridge write it: the payment is a `txn_`. */
export async function makeSale(
    stripe: Stripe,
    name: string,
    metadata: Stripe.MetadataParam = { order_id: name }
): Promise<TreeRecord[]> {
    const intent = await stripe.paymentIntents.create({
        amount: 1234,
        currency: 'jpy',
        confirm: true,
        payment_method: 'pm_card_visa',
        metadata,
        expand: ['latest_charge']
    });
    const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : undefined;
    const transaction = idOf(charge?.balance_transaction);
    return [
        ...order(name),
        record('Payment', `Payment${name}`, {
            ...money(1234, 'JPY'),
            ...place(),
            Type: 'Sale',
            ProcessingMode: 'External',
            OrderPaymentSummaryId: `@Summary${name}`,
            GatewayRefNumber: transaction
        })
    ];
}

export function capturedOrder(name: string, ids: { intent: string; charge: string; refund: string }): TreeRecord[] {
    const summary = { OrderPaymentSummaryId: `@Summary${name}` };
    return [
        ...order(name),
        record('PaymentAuthorization', `Authorization${name}`, {
            ...money(50, 'EUR'),
            ...place(),
            ...summary,
            Balance: 0,
            ProcessingMode: 'External',
            GatewayRefNumber: ids.intent,
            stripeChargeId__c: ids.charge
        }),
        record('Payment', `Payment${name}`, {
            ...money(50, 'EUR'),
            ...summary,
            Type: 'Capture',
            ProcessingMode: 'Salesforce',
            PaymentAuthorizationId: `@Authorization${name}`,
            GatewayRefNumber: `SF${name}`
        }),
        record('Refund', `Refund${name}`, {
            ...money(20, 'EUR'),
            ...summary,
            Type: 'Referenced',
            ProcessingMode: 'Salesforce',
            GatewayRefNumber: ids.refund
        }),
        record('RefundLinePayment', `Line${name}`, {
            Amount: 20,
            Type: 'Applied',
            RefundId: `@Refund${name}`,
            PaymentId: `@Payment${name}`
        }),
        record('PaymentGatewayLog', `Log${name}`, {
            ...summary,
            InteractionType: 'Capture',
            InteractionStatus: 'Success',
            ReferencedEntityId: `@Payment${name}`,
            GatewayRefNumber: ids.charge,
            CreatedDate: WHEN
        })
    ];
}

function order(name: string): TreeRecord[] {
    return [
        record('OrderSummary', `Order${name}`, { OrderNumber: name, Status: 'Created', CreatedDate: WHEN }),
        record('OrderPaymentSummary', `Summary${name}`, { OrderSummaryId: `@Order${name}`, Method: 'Visa 4242' })
    ];
}

function money(amount: number, currency: string): object {
    return { Amount: amount, CurrencyIsoCode: currency, Status: 'Processed', CreatedDate: WHEN };
}

/** The account is the stand-in's own. */
function place(): object {
    return { stripeAccountId__c: TEST_ACCOUNT, stripeAccountType__c: 'STRIPE_TEST' };
}

export const TEST_ACCOUNT = 'acct_1StndInLocalTest';

function record(type: string, referenceId: string, fields: object): TreeRecord {
    return { attributes: { type, referenceId }, ...fields };
}

export function idOf(reference: string | { id: string } | null | undefined): string {
    const id = typeof reference === 'string' ? reference : reference?.id;
    if (id === undefined) {
        throw new Error('The stand-in gave no id.');
    }
    return id;
}
