import type { PaymentGatewayLog } from 'c/paymentRecord';

/**
 * How an attempt ended, or how it stands. `nothing`: the adapter had nothing to do (NoOp). `unknown`: the log does not
 * say, or the field is hidden from the user.
 */
export type AttemptOutcome = 'succeeded' | 'failed' | 'pending' | 'timedOut' | 'nothing' | 'unknown';

/** Values of PaymentGatewayLog.InteractionStatus (Object Reference v67). */
const BY_STATUS: ReadonlyMap<string | undefined, AttemptOutcome> = new Map([
    ['Success', 'succeeded'],
    ['Failed', 'failed'],
    ['Initiated', 'pending'],
    ['Timeout', 'timedOut'],
    ['NoOp', 'nothing']
]);

/**
 * Values of InteractionType for the refund of a payment: the Object Reference v67 writes ReferencedRefund, the help
 * leaves out the d.
 */
export const REFUND_INTERACTIONS: readonly string[] = ['ReferencedRefund', 'ReferenceRefund'];

/** Values of SfResultCode (Object Reference v67). */
const BY_RESULT_CODE: ReadonlyMap<string | undefined, AttemptOutcome> = new Map([
    ['Success', 'succeeded'],
    ['Decline', 'failed'],
    ['PermanentFail', 'failed'],
    ['SystemError', 'failed'],
    ['ValidationError', 'failed'],
    ['Indeterminate', 'pending'],
    ['RequiresReview', 'pending']
]);

/**
 * `[capture-received]`, then `[capture-complete] …` or `[capture-fail] …`: the messages of an asynchronous adapter.
 * Source: Adyen/adyen-salesforce-oms, AdyenCaptureHelper.cls and AdyenNotificationHandler.cls.
 */
const RECEIVED = /^\s*\[[\w-]+-received\]/i;
const ENDED = /^\s*\[[\w-]+-(?:completed?|fail(?:ed)?)\]/i;

/** Whether the log is the gateway's later answer, and no request. */
export function isAnswer({ IsNotification, GatewayMessage = '' }: PaymentGatewayLog): boolean {
    return IsNotification === 'Yes' || ENDED.test(GatewayMessage);
}

/** What Salesforce's result code says of the call to the gateway; undefined where there is none, or none that is known. */
export function outcomeOfResultCode(resultCode: string | undefined): AttemptOutcome | undefined {
    return BY_RESULT_CODE.get(resultCode);
}

/**
 * What the log says: its status, else, where that is hidden, its result code. "Received" is no success yet, although
 * adapters log it with the status Success.
 */
export function outcomeOfLog({
    InteractionStatus,
    SfResultCode,
    GatewayMessage = ''
}: PaymentGatewayLog): AttemptOutcome {
    const outcome = BY_STATUS.get(InteractionStatus) ?? outcomeOfResultCode(SfResultCode) ?? 'unknown';
    return outcome === 'succeeded' && RECEIVED.test(GatewayMessage) ? 'pending' : outcome;
}

/** When it happened, as the lists show it. */
export function instantOf({ GatewayDate, CreatedDate }: PaymentGatewayLog): string | undefined {
    return GatewayDate ?? CreatedDate;
}

/**
 * Orders logs, oldest first. Salesforce's clock decides, because the gateway's may say that the answer came before the
 * request. Logs that were imported together are told apart by the gateway's; then requests stand before answers.
 * Logs without any date come last. The ids make the order the same for every order of the input.
 */
export function compareLogs(left: PaymentGatewayLog, right: PaymentGatewayLog): number {
    return (
        compare(timeOf(left.CreatedDate ?? left.GatewayDate), timeOf(right.CreatedDate ?? right.GatewayDate)) ||
        compare(timeOf(left.GatewayDate), timeOf(right.GatewayDate)) ||
        compare(Number(isAnswer(left)), Number(isAnswer(right))) ||
        compare(left.Id, right.Id)
    );
}

function timeOf(instant: string | undefined): number {
    const time = Date.parse(instant ?? '');
    return Number.isNaN(time) ? Infinity : time;
}

function compare<Value extends string | number>(left: Value, right: Value): number {
    if (left === right) {
        return 0;
    }
    return left < right ? -1 : 1;
}
