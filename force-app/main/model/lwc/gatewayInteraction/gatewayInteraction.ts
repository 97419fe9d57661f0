import type { Failure } from 'c/declineAdvice';
import { findFailureCodes } from 'c/declineAdvice';
import { REFUND_INTERACTIONS, outcomeOfLog } from 'c/gatewayAttempts';
import type { GatewayMessage } from 'c/gatewayMessage';
import { parseGatewayMessage } from 'c/gatewayMessage';
import type { PaymentRecord } from 'c/paymentRecord';
import type { RequestLog } from 'c/requestLog';
import { parseRequestLogUrl } from 'c/requestLog';
import type { ContextEvidence } from 'c/stripeContext';
import { errorsOf, fieldOf, subjectOf, textOf } from './messageFields';

export { attemptedAmount } from './attemptedAmount';
export type { AttemptedAmount } from './attemptedAmount';

/**
 * What the gateway said: the response; but of a notification the request, which then is Stripe's event, while the
 * response is ours: `[accepted]` (docs.stripe.com/api/events/object; Adyen/adyen-salesforce-oms logs webhooks that way).
 */
export function gatewayAnswer(request: GatewayMessage, response: GatewayMessage): GatewayMessage {
    return textOf(request.body, 'object') === 'event' ? request : response;
}

/** Results that are no failure by themselves. */
const NO_FAILURE: ReadonlySet<string | undefined> = new Set([undefined, '', 'Success']);

/**
 * The codes of a failure, from the record's fields and, where it is a log that was opened, from the gateway's answer.
 * Undefined where nothing failed, timed out or is in doubt.
 *
 * Sample adapters put Stripe's code into GatewayResultCode and the decline code into the description, or all of the
 * body into the message (forcedotcom/commerce-on-lightning, StripeAdapter.cls): so codes are looked for in all three.
 *
 * @param response what `gatewayAnswer` gives for the bodies of the log
 */
export function failureOf(payment: PaymentRecord, response?: GatewayMessage): Failure | undefined {
    const inFields = failureInFields(payment);
    const told = response ? failureInMessage(response) : undefined;
    const hasFailed = isFailure(payment) || told?.errorCode !== undefined || told?.refundFailureReason !== undefined;
    return hasFailed ? { ...inFields, ...withoutUndefined(told) } : undefined;
}

function isFailure(payment: PaymentRecord): boolean {
    if (payment.objectName === 'PaymentGatewayLog') {
        const outcome = outcomeOfLog(payment.record);
        return outcome === 'failed' || outcome === 'timedOut' || !NO_FAILURE.has(payment.record.SfResultCode);
    }
    return payment.record.Status === 'Failed' || !NO_FAILURE.has(payment.record.SfResultCode);
}

function failureInFields(payment: PaymentRecord): Failure {
    const { GatewayResultCode, GatewayResultCodeDescription, SfResultCode } = payment.record;
    const isLog = payment.objectName === 'PaymentGatewayLog';
    const message = isLog ? payment.record.GatewayMessage : undefined;
    const body = codesInBody(message);
    const texts = [GatewayResultCode, GatewayResultCodeDescription, body === undefined ? message : undefined];
    return {
        ...findFailureCodes(texts.filter(Boolean).join(' '), isOfRefund(payment)),
        ...body,
        salesforceResultCode: SfResultCode,
        interactionStatus: isLog ? payment.record.InteractionStatus : undefined
    };
}

function isOfRefund({ objectName, record }: PaymentRecord): boolean {
    return (
        objectName === 'Refund' ||
        (objectName === 'PaymentGatewayLog' && REFUND_INTERACTIONS.includes(record.InteractionType ?? ''))
    );
}

/**
 * The codes in a message that is a body of Stripe; undefined where it is none, or gives none. The words of such a body
 * are not looked at: it also says why a merchant refunded or canceled, in the words of decline codes.
 */
function codesInBody(message: string | undefined): Failure | undefined {
    const codes = message?.includes('{') ? withoutUndefined(failureInMessage(parseGatewayMessage(message))) : {};
    return Object.keys(codes).length > 0 ? codes : undefined;
}

/**
 * The codes of a response: of its errors, of a failed charge and its outcome, of a failed refund.
 * Sources: docs.stripe.com/api/errors, docs.stripe.com/api/charges/object, docs.stripe.com/api/refunds/object.
 */
function failureInMessage(message: GatewayMessage): Failure {
    const errors = errorsOf(message);
    const subject = subjectOf(message);
    const outcome = fieldOf(subject, 'outcome');
    const inErrors = (key: string) => errors.map((error) => textOf(error, key)).find((text) => text !== undefined);
    return {
        errorCode: inErrors('code') ?? textOf(subject, 'failure_code'),
        // Of a charge the reason may also be a rule or a level of risk, which is no decline by the bank.
        declineCode: inErrors('decline_code') ?? findFailureCodes(textOf(outcome, 'reason') ?? '').declineCode,
        adviceCode: inErrors('advice_code') ?? textOf(outcome, 'advice_code'),
        networkDeclineCode: inErrors('network_decline_code') ?? textOf(outcome, 'network_decline_code'),
        refundFailureReason: textOf(subject, 'object') === 'refund' ? textOf(subject, 'failure_reason') : undefined
    };
}

/** What a field tells stays where the body is silent. */
function withoutUndefined(failure: Failure = {}): Failure {
    return Object.fromEntries(Object.entries(failure).filter(([, code]) => code !== undefined));
}

/** The entry of the request in the Dashboard's log, which Stripe names with every error. */
export function requestLogOf(response: GatewayMessage | undefined): RequestLog | undefined {
    const addresses = errorsOf(response).map((error) => textOf(error, 'request_log_url'));
    return addresses.flatMap((address) => (address && parseRequestLogUrl(address)) || [])[0];
}

/** What a response tells of account and mode: the address of its request log, and `livemode`. */
export function evidenceInResponse(response: GatewayMessage | undefined): ContextEvidence[] {
    const log = requestLogOf(response);
    const objects = [response?.body, subjectOf(response), fieldOf(fieldOf(response?.body, 'error'), 'payment_intent')];
    const livemode = objects.map((node) => fieldOf(node, 'livemode')?.text);
    const mode = livemode.find((text) => text === 'true' || text === 'false');
    return [
        ...(log ? [{ source: 'requestLogUrl' as const, account: log.account, mode: log.mode }] : []),
        ...(mode === undefined
            ? []
            : [{ source: 'livemode' as const, mode: mode === 'true' ? ('live' as const) : ('test' as const) }])
    ];
}
