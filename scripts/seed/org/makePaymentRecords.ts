import type Stripe from 'stripe';
import type { Declined, Step } from '../stripe/stripePayment.ts';
import { toDateTime, toMajor } from './amounts.ts';
import { gatewayLogValues, type Interaction } from './gatewayLog.ts';
import {
    authorizationValues,
    captureValues,
    chargeOf,
    currencyOf,
    declinedValues,
    refundValues,
    reversalValues,
    saleValues,
    salesforceReference,
    sharedFields,
    type OrderContext
} from './paymentValues.ts';
import type { MadeRecord, RecordMaker } from './recordMaker.ts';
import type { FieldValues, OrgRecord } from './seedOrg.ts';

/** Makes the authorizations, payments, refunds and logs of an order, or what is missing of them. */
export async function makePaymentRecords(
    context: OrderContext,
    summary: MadeRecord,
    maker: RecordMaker
): Promise<void> {
    await new PaymentRecords(context, summary, maker).make();
}

class PaymentRecords {
    private readonly context: OrderContext;
    private readonly summary: MadeRecord;
    private readonly maker: RecordMaker;

    constructor(context: OrderContext, summary: MadeRecord, maker: RecordMaker) {
        this.context = context;
        this.summary = summary;
        this.maker = maker;
    }

    async make(): Promise<void> {
        const { order, payment } = this.context;
        if (payment.declined) {
            await this.declined(payment.declined);
        }
        if (!payment.paid) {
            return;
        }
        if (order.scenario.storefront === 'sale') {
            await this.sale(payment.paid);
            return;
        }
        const authorization = await this.authorization(payment.paid);
        if (payment.reversal) {
            await this.reversal(payment.reversal, authorization);
        }
        if (payment.capture) {
            const captured = await this.capture(payment.capture, authorization);
            for (const [index, refund] of payment.refunds.entries()) {
                await this.refund(refund, captured, index + 1);
            }
        }
    }

    private async declined(step: Step<Declined>): Promise<void> {
        const { result } = step;
        const values = declinedValues(this.context, result);
        const record = await this.record('PaymentAuthorization', 'declined', result.created, values);
        await this.log(record, step, {
            type: 'Authorization',
            reference: result.paymentIntent,
            resultCode: result.code,
            failure: result.declineCode ?? result.code,
            message: result.message,
            seconds: result.created,
            charge: result.charge,
            isStorefront: true
        });
    }

    private async authorization(step: Step<Stripe.PaymentIntent>): Promise<MadeRecord> {
        const { result } = step;
        const seconds = chargeOf(result)?.created ?? result.created;
        const values = authorizationValues(this.context, result);
        const record = await this.record('PaymentAuthorization', 'authorization', seconds, values);
        await this.log(record, step, {
            type: 'Authorization',
            reference: result.id,
            resultCode: 'requires_capture',
            message: 'Authorized in the storefront',
            seconds,
            charge: chargeOf(result)?.id,
            isStorefront: true
        });
        return record;
    }

    private async sale(step: Step<Stripe.PaymentIntent>): Promise<void> {
        const { result } = step;
        const values = saleValues(this.context, result);
        const record = await this.record('Payment', 'sale', result.created, values);
        await this.log(record, step, {
            type: 'Sale',
            reference: String(values['GatewayRefNumber']),
            resultCode: 'succeeded',
            message: 'Captured in the storefront',
            seconds: result.created,
            charge: chargeOf(result)?.id,
            isStorefront: true
        });
    }

    private async capture(step: Step<Stripe.PaymentIntent>, authorization: MadeRecord): Promise<MadeRecord> {
        const reference = salesforceReference(this.context.order, 1);
        const values = captureValues(this.context, authorization.id, reference);
        const record = await this.record('Payment', 'capture', step.result.created, values);
        await this.log(record, step, {
            type: 'Capture',
            reference,
            resultCode: 'succeeded',
            message: 'Captured',
            seconds: step.result.created,
            isStorefront: false
        });
        return record;
    }

    private async reversal(step: Step<Stripe.PaymentIntent>, authorization: MadeRecord): Promise<void> {
        const reference = salesforceReference(this.context.order, 0);
        const seconds = step.result.canceled_at ?? step.result.created;
        const values = {
            ...sharedFields(this.context, seconds, this.comment('reversal')),
            ...reversalValues(this.context, authorization.id, reference)
        };
        const record = await this.maker.findOrMake(
            'PaymentAuthAdjustment',
            { where: { PaymentAuthorizationId: authorization.id }, mayExist: !authorization.isNew },
            values
        );
        await this.log(record, step, {
            type: 'AuthorizationReversal',
            reference,
            resultCode: 'canceled',
            message: 'The authorization was released',
            seconds,
            isStorefront: false
        });
    }

    private async refund(step: Step<Stripe.Refund>, payment: MadeRecord, number: number): Promise<void> {
        const { result } = step;
        const reference = salesforceReference(this.context.order, 1 + number);
        const values = refundValues(this.context, result, reference);
        const record = await this.record('Refund', `refund-${number}`, result.created, values);
        await this.refundLine(record, payment, result);
        await this.log(record, step, {
            type: 'ReferencedRefund',
            reference,
            resultCode: result.status ?? 'unknown',
            message: 'Refunded',
            seconds: result.created,
            isStorefront: false
        });
    }

    private async refundLine(record: MadeRecord, payment: MadeRecord, refund: Stripe.Refund): Promise<void> {
        const date = toDateTime(refund.created);
        await this.maker.findOrMake(
            'RefundLinePayment',
            { where: { RefundId: record.id }, mayExist: !record.isNew },
            {
                ...currencyOf(this.context),
                RefundId: record.id,
                PaymentId: payment.id,
                Amount: toMajor(refund.amount, this.context.order.currency),
                Type: 'Applied',
                HasBeenUnapplied: 'No',
                Date: date,
                AppliedDate: date,
                EffectiveDate: date
            }
        );
    }

    /** A record of the summary, found again by its comment: several may have the same reference. */
    private record(objectName: string, step: string, seconds: number, values: FieldValues): Promise<MadeRecord> {
        const comment = this.comment(step);
        const identity = {
            where: { OrderPaymentSummaryId: this.summary.id },
            fields: ['Comments'],
            isSame: (record: OrgRecord) => record['Comments'] === comment,
            mayExist: !this.summary.isNew
        };
        return this.maker.findOrMake(objectName, identity, {
            ...sharedFields(this.context, seconds, comment),
            ...values
        });
    }

    /** A log, found again by its idempotency key. */
    private async log(
        entity: MadeRecord,
        { exchange, key }: Step<unknown>,
        interaction: Omit<Interaction, 'entityId' | 'exchange' | 'key'>
    ): Promise<void> {
        const identity = {
            where: { ReferencedEntityId: entity.id },
            fields: ['SfRefNumber'],
            isSame: (record: OrgRecord) => record['SfRefNumber'] === key,
            mayExist: !entity.isNew
        };
        const values = gatewayLogValues(this.context, { ...interaction, entityId: entity.id, exchange, key });
        await this.maker.findOrMake('PaymentGatewayLog', identity, values);
    }

    private comment(step: string): string {
        return `${this.context.order.marker} ${step}`;
    }
}
