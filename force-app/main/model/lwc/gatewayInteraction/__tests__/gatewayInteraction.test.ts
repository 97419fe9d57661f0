import { adviseOn } from 'c/declineAdvice';
import { attemptedAmount, evidenceInResponse, failureOf, gatewayAnswer, requestLogOf } from 'c/gatewayInteraction';
import { parseGatewayMessage } from 'c/gatewayMessage';
import type { PaymentGatewayLog, PaymentRecord } from 'c/paymentRecord';

const log = (record: Partial<PaymentGatewayLog>): PaymentRecord => ({
    objectName: 'PaymentGatewayLog',
    record: { Id: '0xt000000000001AAA', ...record }
});
const TOO_LITTLE = { GatewayResultCode: 'insufficient_funds' };
const read = (body: unknown) => parseGatewayMessage(typeof body === 'string' ? body : JSON.stringify(body));

describe('what the gateway said', () => {
    const accepted = read('[accepted]');

    it('is the event of a notification, and else the response', () => {
        const event = read({ id: 'evt_1MqqbKLt4dXK03v5', object: 'event', data: { object: { object: 'charge' } } });
        const intent = read({ object: 'payment_intent' });
        expect(gatewayAnswer(event, accepted)).toBe(event);
        expect(gatewayAnswer(intent, accepted)).toBe(accepted);
        expect(gatewayAnswer(read('amount=100'), intent)).toBe(intent);
        expect(gatewayAnswer(read(''), accepted)).toBe(accepted);
    });

    it('explains a refund that failed days later, of which only a notification tells', () => {
        const refund = {
            id: 're_1Nispe2eZvKYlo2C',
            object: 'refund',
            amount: 1000,
            currency: 'usd',
            reason: 'fraudulent',
            status: 'failed',
            failure_reason: 'expired_or_canceled_card'
        };
        const request = read({
            object: 'event',
            type: 'charge.refund.updated',
            livemode: true,
            data: { object: refund }
        });
        const answer = gatewayAnswer(request, accepted);
        const notification = log({
            InteractionType: 'ReferencedRefund',
            IsNotification: 'Yes',
            GatewayResultCode: 'true'
        });
        expect(failureOf(notification, answer)).toEqual({ refundFailureReason: 'expired_or_canceled_card' });
        expect(attemptedAmount(request, answer)).toEqual({ amount: 10, currency: 'USD' });
        expect(evidenceInResponse(answer)).toEqual([{ source: 'livemode', mode: 'live' }]);
    });
});

describe('failureOf', () => {
    it('has nothing to say of a log that went well, whatever words its message holds', () => {
        const success = { InteractionStatus: 'Success', SfResultCode: 'Success', GatewayMessage: 'no expired_card' };
        expect(failureOf(log(success), read({ object: 'charge', failure_code: null }))).toBeUndefined();
        expect(failureOf({ objectName: 'Payment', record: { Id: 'p', Status: 'Processed' } })).toBeUndefined();
    });

    it.each([
        ['in their own fields', { GatewayResultCode: 'card_declined', GatewayResultCodeDescription: 'lost_card' }],
        ['in one text', { GatewayResultCodeDescription: 'card_declined: Your card was declined (lost_card)' }],
        ['the other way round', { GatewayResultCode: 'lost_card', GatewayMessage: 'card_declined' }],
        ['in a body', { GatewayMessage: 'ERROR: {"error":{"code":"card_declined","decline_code":"lost_card"}}' }]
    ])('finds error and decline code %s', (_, fields) => {
        expect(failureOf(log({ InteractionStatus: 'Failed', ...fields }))).toMatchObject({
            errorCode: 'card_declined',
            declineCode: 'lost_card',
            interactionStatus: 'Failed'
        });
    });

    it('takes every code of the error in a response, before those of the fields', () => {
        const error = {
            code: 'card_declined',
            decline_code: 'insufficient_funds',
            advice_code: 'try_again_later',
            network_decline_code: '51'
        };
        const failed = log({
            InteractionStatus: 'Failed',
            GatewayResultCode: 'processing_error',
            SfResultCode: 'Decline'
        });
        expect(failureOf(failed, read({ error }))).toEqual({
            errorCode: 'card_declined',
            declineCode: 'insufficient_funds',
            adviceCode: 'try_again_later',
            networkDeclineCode: '51',
            salesforceResultCode: 'Decline',
            interactionStatus: 'Failed'
        });
    });

    it('sees a failure that only the response tells of', () => {
        expect(
            failureOf(log({ InteractionStatus: 'Success' }), read({ error: { code: 'expired_card' } }))
        ).toMatchObject({
            errorCode: 'expired_card'
        });
        const refund = { data: { object: { object: 'refund', failure_reason: 'lost_or_stolen_card' } } };
        expect(failureOf(log({}), read(refund))).toMatchObject({ refundFailureReason: 'lost_or_stolen_card' });
    });

    it('reads the last error of a payment intent, and the outcome of a charge', () => {
        const intent = {
            object: 'payment_intent',
            last_payment_error: { code: 'card_declined', decline_code: 'fraudulent' }
        };
        expect(failureOf(log({ InteractionStatus: 'Failed' }), read(intent))).toMatchObject({
            declineCode: 'fraudulent'
        });
        const outcome = { type: 'issuer_declined', reason: 'stolen_card', network_decline_code: '43' };
        const charge = { object: 'charge', failure_code: 'card_declined', outcome };
        expect(failureOf(log({ InteractionStatus: 'Failed' }), read(charge))).toMatchObject({
            errorCode: 'card_declined',
            declineCode: 'stolen_card',
            networkDeclineCode: '43'
        });
    });

    it.each(['highest_risk_level', 'rule', null])('takes the reason %s of an outcome for no decline code', (reason) => {
        const charge = { object: 'charge', failure_code: 'card_declined', outcome: { type: 'blocked', reason } };
        const failure = failureOf(log({ InteractionStatus: 'Failed' }), read(charge));
        expect(failure).toEqual({ errorCode: 'card_declined', interactionStatus: 'Failed' });
    });

    it.each<[string, PaymentRecord]>([
        ['a refund', { objectName: 'Refund', record: { Id: 'r', Status: 'Failed', ...TOO_LITTLE } }],
        ['its log', log({ InteractionType: 'ReferencedRefund', InteractionStatus: 'Failed', ...TOO_LITTLE })],
        [
            'its log, as the help spells it',
            log({ InteractionType: 'ReferenceRefund', SfResultCode: 'Decline', ...TOO_LITTLE })
        ]
    ])('explains %s that failed by why refunds fail, not by why cards are declined', (_, payment) => {
        const failure = failureOf(payment);
        expect(failure).toMatchObject({ declineCode: undefined, refundFailureReason: 'insufficient_funds' });
        expect(adviseOn(failure ?? {}).happened).toEqual([{ key: 'Happened_BalanceTooLow' }]);
    });

    it('does not take why a merchant refunded or canceled for why it failed', () => {
        const refund = { object: 'refund', reason: 'fraudulent', failure_reason: 'expired_or_canceled_card' };
        const error = {
            code: 'payment_intent_unexpected_state',
            payment_intent: { cancellation_reason: 'fraudulent' }
        };
        const inMessage = (body: unknown) =>
            failureOf(log({ InteractionStatus: 'Failed', GatewayMessage: JSON.stringify(body) }));
        expect(inMessage(refund)).toMatchObject({ refundFailureReason: 'expired_or_canceled_card' });
        expect(inMessage({ error })).toMatchObject({ errorCode: 'payment_intent_unexpected_state' });
        expect([refund, { error }].map((body) => inMessage(body)?.declineCode)).toEqual([undefined, undefined]);
    });

    it('looks for words in a body that gives no code, and in one that is followed by other text', () => {
        const codesIn = (GatewayMessage: string) => failureOf(log({ InteractionStatus: 'Failed', GatewayMessage }));
        expect(codesIn('{"reason":"stolen_card"}')).toMatchObject({ declineCode: 'stolen_card' });
        expect(codesIn('{"error":{"code":"card_declined"}} lost_card')).toMatchObject({ declineCode: 'lost_card' });
    });

    it('does not take the code of another gateway for an error of Stripe', () => {
        expect(
            failureOf(log({ InteractionStatus: 'Success' }), read({ code: 200, data: { code: 'OK' } }))
        ).toBeUndefined();
    });

    it.each(['Decline', 'Indeterminate', 'PermanentFail', 'RequiresReview', 'SystemError', 'ValidationError'])(
        'counts the result %s, on records as on logs',
        (SfResultCode) => {
            expect(failureOf(log({ SfResultCode }))).toMatchObject({ salesforceResultCode: SfResultCode });
            expect(failureOf({ objectName: 'Refund', record: { Id: 'r', SfResultCode } })).toBeDefined();
        }
    );
});

describe('attemptedAmount', () => {
    it.each([
        ['a form', 'amount=12345&currency=eur', undefined, { amount: 123.45, currency: 'EUR' }],
        ['JSON', { amount: 5000, currency: 'jpy' }, undefined, { amount: 5000, currency: 'JPY' }],
        ['three decimals', { amount: 12345, currency: 'kwd' }, undefined, { amount: 12.345, currency: 'KWD' }],
        [
            'part of a capture',
            'amount_to_capture=500',
            { amount: 900, currency: 'usd' },
            { amount: 5, currency: 'USD' }
        ],
        ['the response', '', { amount: 900, currency: 'usd' }, { amount: 9, currency: 'USD' }],
        [
            "the response to Salesforce's own request, which is in major units",
            { amount: 100, currencyIsoCode: 'USD' },
            { object: 'refund', amount: 10000, currency: 'usd' },
            { amount: 100, currency: 'USD' }
        ],
        [
            'what was captured of a payment intent',
            undefined,
            { object: 'payment_intent', amount: 10000, amount_received: 4000, currency: 'usd' },
            { amount: 40, currency: 'USD' }
        ],
        [
            'what was captured of a charge',
            undefined,
            { object: 'charge', amount: 10000, amount_captured: 4000, amount_refunded: 0, currency: 'usd' },
            { amount: 40, currency: 'USD' }
        ],
        [
            'an authorization, of which nothing was captured yet',
            undefined,
            { object: 'payment_intent', amount: 10000, amount_received: 0, currency: 'usd' },
            { amount: 100, currency: 'USD' }
        ],
        [
            'the request to refund a charge, which answers with the sum of its refunds',
            'charge=ch_1&amount=500',
            { object: 'charge', amount: 10000, amount_captured: 10000, amount_refunded: 2500, currency: 'usd' },
            { amount: 5, currency: 'USD' }
        ],
        [
            'a notification',
            undefined,
            { data: { object: { amount: 1, currency: 'usd' } } },
            { amount: 0.01, currency: 'USD' }
        ]
    ])('is read from %s', (_, request, response, expected) => {
        expect(attemptedAmount(request === undefined ? undefined : read(request), response && read(response))).toEqual(
            expected
        );
    });

    it.each([
        ['no currency', { amount: 100 }],
        ['no whole number', { amount: 100.5, currency: 'usd' }],
        ["Salesforce's own request", { amount: 100, currencyIsoCode: 'USD' }],
        ['a hidden amount', { amount: '4242424242424242', currency: 'usd' }]
    ])('is unknown with %s', (_, request) => {
        expect(attemptedAmount(read(request))).toBeUndefined();
    });

    it('is unknown where a charge tells only the sum of all its refunds', () => {
        const charge = { object: 'charge', amount: 10000, amount_captured: 10000, amount_refunded: 2500 };
        expect(attemptedAmount(read('charge=ch_1'), read({ ...charge, currency: 'usd' }))).toBeUndefined();
    });
});

describe('what a response tells of account and mode', () => {
    const url = 'https://dashboard.stripe.com/acct_1RbHtYEu4JdXq7Mc/test/workbench/logs?object=req_9ovB8w2Yc7a1Xk';

    it('is in the address of its request log', () => {
        const response = read({ error: { code: 'card_declined', request_log_url: url } });
        expect(requestLogOf(response)).toMatchObject({ url, requestId: 'req_9ovB8w2Yc7a1Xk' });
        expect(evidenceInResponse(response)).toEqual([
            { source: 'requestLogUrl', account: 'acct_1RbHtYEu4JdXq7Mc', mode: 'test' }
        ]);
    });

    it('is in livemode, of the body, of a notification, of the payment intent of an error', () => {
        const live = [{ source: 'livemode', mode: 'live' }];
        expect(evidenceInResponse(read({ livemode: true }))).toEqual(live);
        expect(evidenceInResponse(read({ livemode: false }))).toEqual([{ source: 'livemode', mode: 'test' }]);
        expect(evidenceInResponse(read({ data: { object: { livemode: true } } }))).toEqual(live);
        expect(evidenceInResponse(read({ error: { payment_intent: { livemode: true } } }))).toEqual(live);
    });

    it('is nothing where the address is not of the Dashboard', () => {
        const response = read({ error: { request_log_url: 'https://evil.example/test/logs/req_1' } });
        expect(requestLogOf(response)).toBeUndefined();
        expect(evidenceInResponse(response)).toEqual([]);
        expect(evidenceInResponse(undefined)).toEqual([]);
    });
});
