import type { Exchange } from '../stripe/exchanges.ts';
import { toDateTime } from './amounts.ts';
import { cartridgeFields, type OrderContext } from './paymentValues.ts';
import type { FieldValues } from './seedOrg.ts';

/** The length of Request and Response (Object Reference, v67). */
const LONGEST_BODY = 131_072;
const LONGEST_MESSAGE = 255;

export interface Interaction {
    type: 'Authorization' | 'AuthorizationReversal' | 'Capture' | 'ReferencedRefund' | 'Sale';
    /** The record that it was about. */
    entityId: string;
    reference: string | undefined;
    resultCode: string;
    /** For a declined attempt: why. */
    failure?: string;
    message: string;
    /** The idempotency key, which Salesforce keeps as its own reference number. */
    key: string;
    exchange: Exchange;
    /** Seconds since 1970. */
    seconds: number;
    /** The cartridge's charge, for what the storefront did. */
    charge?: string;
    isStorefront: boolean;
}

/** A gateway log with the bodies that went over the wire. That of a reversal names no summary: Salesforce's never does. */
export function gatewayLogValues(context: OrderContext, interaction: Interaction): FieldValues {
    const { exchange, failure, type } = interaction;
    return {
        InteractionType: type,
        InteractionStatus: failure === undefined ? 'Success' : 'Failed',
        IsNotification: 'No',
        ReferencedEntityId: interaction.entityId,
        OrderPaymentSummaryId: type === 'AuthorizationReversal' ? undefined : context.summaryId,
        PaymentGatewayId: context.gatewayId,
        GatewayRefNumber: interaction.reference,
        GatewayResultCode: interaction.resultCode,
        GatewayResultCodeDescription: failure,
        GatewayMessage: interaction.message.slice(0, LONGEST_MESSAGE),
        SfResultCode: failure === undefined ? 'Success' : 'Decline',
        SfRefNumber: interaction.key,
        GatewayDate: toDateTime(interaction.seconds),
        Request: exchange.request?.slice(0, LONGEST_BODY),
        Response: exchange.response.slice(0, LONGEST_BODY),
        ...(interaction.isStorefront ? cartridgeFields(context, interaction.charge) : {})
    };
}
