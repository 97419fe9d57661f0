import fc from 'fast-check';
import type { Payment, PaymentAuthorization, PaymentGatewayLog, PaymentRecords, Refund } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import type { TimelineEvent, TimelineState } from 'c/paymentTimeline';
import { filterTimeline, paymentTimeline, TIMELINE_KINDS, TIMELINE_STATES } from 'c/paymentTimeline';
import { paymentTotals } from 'c/paymentTotals';
import { anyRecords, withShuffled } from '../../paymentTotals/__tests__/anyRecords';

const NOW = Date.parse('2026-01-10T00:00:00.000Z');
const COMPLETE = {
    authorizations: true,
    adjustments: true,
    payments: true,
    refunds: true,
    refundLines: true,
    logs: true
};

const AUTHORIZATION: PaymentAuthorization = {
    Id: 'authorization',
    Status: 'Processed',
    Amount: 100,
    Balance: 40,
    ProcessingMode: 'External',
    GatewayDate: day(1),
    ExpirationDate: day(12)
};
const CAPTURE: Payment = {
    Id: 'capture',
    Status: 'Processed',
    Type: 'Capture',
    Amount: 60,
    ProcessingMode: 'Salesforce',
    GatewayDate: day(2),
    PaymentAuthorizationId: 'authorization'
};
const REFUND: Refund = { Id: 'refund', Status: 'Processed', Amount: 10, GatewayDate: day(3) };
const REFUND_LOG = { InteractionType: 'ReferencedRefund', ReferencedEntityId: 'refund' };

function day(number: number): string {
    return new Date(Date.UTC(2026, 0, number)).toISOString();
}

function timelineOf(records: Partial<PaymentRecords>): TimelineEvent[] {
    return paymentTimeline({ ...NO_RECORDS, ...records }, NOW);
}

/** Logs an hour apart, with the ids log1, log2, … */
function logsOf(...fields: Partial<PaymentGatewayLog>[]): PaymentGatewayLog[] {
    return fields.map((field, index) => ({
        Id: `log${index + 1}`,
        CreatedDate: new Date(Date.UTC(2026, 0, 3, index)).toISOString(),
        ...field
    }));
}

function stateOfRefund(refund: Partial<Refund>, ...logs: Partial<PaymentGatewayLog>[]): TimelineState | undefined {
    const ofRefund = logsOf(...logs.map((log) => ({ ...REFUND_LOG, ...log })));
    return timelineOf({ refunds: [{ ...REFUND, ...refund }], logs: ofRefund })[0]?.state;
}

describe('paymentTimeline', () => {
    it('tells the life of a payment, oldest first', () => {
        const adjustments = [{ Id: 'reversal', Status: 'Pending', Amount: 5, GatewayDate: day(4) }];
        const payments = [CAPTURE, { ...CAPTURE, Id: 'sale', Type: 'Sale', GatewayDate: day(5) }];
        const events = timelineOf({ refunds: [REFUND], payments, adjustments, authorizations: [AUTHORIZATION] });
        expect(events.map(({ kind, state, amount, at }) => [kind, state, amount, at])).toEqual([
            ['authorization', 'done', 100, day(1)],
            ['capture', 'done', 60, day(2)],
            ['refund', 'done', 10, day(3)],
            ['reversal', 'pending', 5, day(4)],
            ['sale', 'done', 60, day(5)]
        ]);
    });

    it('has nothing to tell of no records', () => {
        expect(timelineOf({})).toEqual([]);
    });

    it('says who did it and what the gateway answered, without secrets', () => {
        const payment = {
            ...CAPTURE,
            SfResultCode: 'Success',
            GatewayResultCode: 'pi_3MtwBwLkdIwHu7ix_secret_YrKJUKribcBjcG8HVhfZluoGH'
        };
        const [event] = timelineOf({ payments: [payment] });
        expect(event).toMatchObject({ actor: 'Salesforce', payment: { objectName: 'Payment', record: payment } });
        expect(event?.result.sfResultCode).toBe('Success');
        expect(event?.result.gatewayResultCode).not.toContain('YrKJUKribcBjcG8HVhfZluoGH');
        expect(timelineOf({ payments: [{ ...CAPTURE, ProcessingMode: undefined }] })[0]?.actor).toBeUndefined();
    });

    it('calls a payment whose type is hidden a payment', () => {
        expect(timelineOf({ payments: [{ ...CAPTURE, Type: undefined }] })[0]?.kind).toBe('payment');
    });

    it('takes the records of several order payment summaries together', () => {
        const authorizations = [AUTHORIZATION, { ...AUTHORIZATION, Id: 'other', OrderPaymentSummaryId: 'other' }];
        expect(timelineOf({ authorizations })).toHaveLength(2);
    });
});

describe('the state of a refund', () => {
    it.each<[string | undefined, TimelineState]>([
        ['Processed', 'done'],
        ['Pending', 'pending'],
        ['Failed', 'failed'],
        ['Canceled', 'canceled'],
        ['Draft', 'draft'],
        ['Reversed', 'unknown'],
        [undefined, 'unknown']
    ])('with the status %s is %s', (Status, state) => {
        expect(stateOfRefund({ Status })).toBe(state);
    });

    it.each<[string, TimelineState]>([
        ['Success', 'done'],
        ['Decline', 'contradicted'],
        ['PermanentFail', 'contradicted'],
        ['SystemError', 'contradicted'],
        ['ValidationError', 'contradicted'],
        ['Indeterminate', 'unconfirmed'],
        ['RequiresReview', 'unconfirmed']
    ])('that is processed with the result %s is %s', (SfResultCode, state) => {
        expect(stateOfRefund({ SfResultCode })).toBe(state);
    });

    it.each<[string, TimelineState]>([
        ['Success', 'done'],
        ['Failed', 'contradicted'],
        ['Initiated', 'unconfirmed'],
        ['Timeout', 'unconfirmed'],
        ['NoOp', 'done']
    ])('that is processed with a log of %s is %s', (InteractionStatus, state) => {
        expect(stateOfRefund({}, { InteractionStatus })).toBe(state);
    });

    it('is failed where it was canceled because it never succeeded', () => {
        expect(stateOfRefund({ Status: 'Canceled', SfResultCode: 'PermanentFail' })).toBe('failed');
        expect(stateOfRefund({ Status: 'Canceled' }, { InteractionStatus: 'Failed' })).toBe('failed');
    });

    it('follows a later success, and a later notification of a failure', () => {
        const success = { InteractionStatus: 'Success', GatewayRefNumber: 're_1' };
        const failure = { InteractionStatus: 'Failed', GatewayRefNumber: 're_1' };
        expect(stateOfRefund({ SfResultCode: 'Indeterminate' }, { InteractionStatus: 'Timeout' }, success)).toBe(
            'done'
        );
        expect(stateOfRefund({}, failure, success)).toBe('done');
        expect(stateOfRefund({}, success, { ...failure, IsNotification: 'Yes' })).toBe('contradicted');
        expect(stateOfRefund({}, success, { ...failure, GatewayRefNumber: 're_2', IsNotification: 'Yes' })).toBe(
            'contradicted'
        );
    });

    it('does not follow a further request that was refused after a success', () => {
        expect(stateOfRefund({}, { InteractionStatus: 'Success' }, { InteractionStatus: 'Failed' })).toBe('done');
    });

    it('does not follow logs of another interaction, but those whose interaction is hidden', () => {
        expect(stateOfRefund({}, { InteractionType: 'Void', InteractionStatus: 'Failed' })).toBe('done');
        expect(stateOfRefund({}, { InteractionType: undefined, InteractionStatus: 'Failed' })).toBe('contradicted');
    });

    it('is not done while the gateway has only received it', () => {
        expect(stateOfRefund({}, { InteractionStatus: 'Success', GatewayMessage: '[refund-received]' })).toBe(
            'unconfirmed'
        );
    });
});

describe('the logs', () => {
    it('of a record are folded into its event, attempt by attempt', () => {
        const logs = logsOf(
            { ...REFUND_LOG, InteractionStatus: 'Failed' },
            { ...REFUND_LOG, InteractionStatus: 'Success' }
        );
        const [event, ...others] = timelineOf({ refunds: [REFUND], logs });
        expect(others).toEqual([]);
        expect(event?.attempts).toMatchObject([
            { outcome: 'failed', number: 1, ofNumber: 2 },
            { outcome: 'succeeded', number: 2, ofNumber: 2 }
        ]);
    });

    it.each<[string | undefined, TimelineState]>([
        ['Success', 'done'],
        ['Failed', 'failed'],
        ['Initiated', 'pending'],
        ['Timeout', 'unconfirmed'],
        ['NoOp', 'nothing'],
        [undefined, 'unknown']
    ])('of no known record are events of their own; %s is %s', (InteractionStatus, state) => {
        const logs = logsOf({ ...REFUND_LOG, InteractionStatus }, { InteractionStatus });
        const events = timelineOf({ logs });
        expect(events).toMatchObject([
            { id: 'log1', kind: 'log', state, payment: { objectName: 'PaymentGatewayLog' }, attempts: [{}] },
            { id: 'log2', kind: 'log', state }
        ]);
        expect(events[0]?.amount).toBeUndefined();
    });

    it('of one attempt are one event', () => {
        const logs = logsOf(
            { ...REFUND_LOG, GatewayMessage: '[refund-received]', InteractionStatus: 'Success' },
            { ...REFUND_LOG, IsNotification: 'Yes', InteractionStatus: 'Success' }
        );
        expect(timelineOf({ logs })).toMatchObject([{ id: 'log1', state: 'done', attempts: [{ logs }] }]);
    });
});

describe('the expiry of an authorization', () => {
    const expiryOf = (fields: Partial<PaymentAuthorization>, records: Partial<PaymentRecords> = {}) =>
        timelineOf({ ...records, authorizations: [{ ...AUTHORIZATION, ...fields }] })[0];

    it('says how much time is left, and of how much', () => {
        expect(expiryOf({})).toMatchObject({
            state: 'done',
            expiry: {
                at: day(12),
                millisecondsLeft: 2 * 24 * 60 * 60 * 1000,
                hasPassed: false,
                balance: { amount: 40, source: 'stored' }
            }
        });
    });

    it('has passed from that instant on, and the authorization is expired', () => {
        expect(expiryOf({ ExpirationDate: day(10) })).toMatchObject({
            state: 'expired',
            expiry: { millisecondsLeft: 0, hasPassed: true }
        });
        const justBefore = new Date(NOW + 1).toISOString();
        expect(expiryOf({ ExpirationDate: justBefore })).toMatchObject({ state: 'done', expiry: { hasPassed: false } });
    });

    it('is of no interest where nothing is left', () => {
        expect(expiryOf({ Balance: 0, ExpirationDate: day(9) })).toMatchObject({ state: 'done', expiry: undefined });
    });

    it('is of the balance that the records give where none is stored', () => {
        const event = expiryOf({ Balance: undefined, ExpirationDate: day(9) }, { payments: [CAPTURE] });
        expect(event).toMatchObject({ state: 'expired', expiry: { balance: { amount: 40, source: 'computed' } } });
        const captured = expiryOf({ Balance: undefined }, { payments: [{ ...CAPTURE, Amount: 100 }] });
        expect(captured?.expiry).toBeUndefined();
    });

    it('does not make an authorization expired that may have been captured in full', () => {
        const event = expiryOf({ Balance: undefined, Amount: undefined, ExpirationDate: day(9) });
        expect(event).toMatchObject({ state: 'done', expiry: { hasPassed: true, balance: undefined } });
    });

    it.each(['Failed', 'Pending', 'Canceled', 'Draft'])('is none of an authorization that is %s', (Status) => {
        expect(expiryOf({ Status, ExpirationDate: day(9) })?.expiry).toBeUndefined();
    });

    it.each([undefined, '', 'soon'])('is not known from the date %j', (ExpirationDate) => {
        expect(expiryOf({ ExpirationDate })?.expiry).toBeUndefined();
    });
});

describe('the date of an event', () => {
    const dateOf = (fields: Partial<Payment>) => timelineOf({ payments: [{ ...CAPTURE, ...fields }] })[0];

    it.each([
        [{ GatewayDate: day(1), Date: day(2), CreatedDate: day(3) }, day(1), 'GatewayDate'],
        [{ GatewayDate: undefined, Date: day(2), CreatedDate: day(3) }, day(2), 'Date'],
        [{ GatewayDate: 'soon', Date: undefined, CreatedDate: day(3) }, day(3), 'CreatedDate'],
        [{ GatewayDate: '2026-01-01T01:00:00+01:00' }, day(1), 'GatewayDate']
    ])('of %j is %s, its %s', (fields, at, dateSource) => {
        expect(dateOf(fields)).toMatchObject({ at, dateSource, order: 'dated' });
    });

    it('may be missing: the event then stands at the end, and says so', () => {
        const events = timelineOf({
            authorizations: [{ ...AUTHORIZATION, GatewayDate: undefined }],
            refunds: [REFUND]
        });
        expect(events).toMatchObject([
            { kind: 'refund', order: 'dated' },
            { kind: 'authorization', order: 'undated' }
        ]);
        expect(events[1]?.at).toBeUndefined();
    });

    it('may be that of another event: they then stand as in the life of a payment, and say so', () => {
        const GatewayDate = day(2);
        const events = timelineOf({
            refunds: [{ ...REFUND, GatewayDate }],
            payments: [
                { ...CAPTURE, GatewayDate, CreatedDate: day(3) },
                { ...CAPTURE, Id: 'earlier', GatewayDate, CreatedDate: day(2) }
            ],
            authorizations: [{ ...AUTHORIZATION, GatewayDate }],
            adjustments: [{ Id: 'reversal', GatewayDate: day(1) }]
        });
        expect(events.map(({ id, order }) => [id, order])).toEqual([
            ['reversal', 'dated'],
            ['authorization', 'tied'],
            ['earlier', 'tied'],
            ['capture', 'tied'],
            ['refund', 'tied']
        ]);
    });
});

describe('filterTimeline', () => {
    const events = timelineOf({
        authorizations: [AUTHORIZATION],
        payments: [CAPTURE, { ...CAPTURE, Id: 'pending', Status: 'Pending' }]
    });
    const idsOf = (filter: Parameters<typeof filterTimeline>[1]) => filterTimeline(events, filter).map(({ id }) => id);

    it('takes the events of some kinds, in some states', () => {
        expect(idsOf({ kinds: ['capture'] })).toEqual(['capture', 'pending']);
        expect(idsOf({ states: ['done'] })).toEqual(['authorization', 'capture']);
        expect(idsOf({ kinds: ['capture', 'refund'], states: ['pending'] })).toEqual(['pending']);
        expect(idsOf({ kinds: [] })).toEqual([]);
        expect(idsOf({})).toEqual(['authorization', 'capture', 'pending']);
    });
});

describe('the timeline of any records', () => {
    const anyTimeline = anyRecords.map((records) => ({ records, events: paymentTimeline(records, NOW) }));

    it('has every record in exactly one event, and every log in exactly one attempt', () => {
        fc.assert(
            fc.property(anyTimeline, ({ records, events }) => {
                const { authorizations, adjustments, payments, refunds, logs } = records;
                const shown = events.filter(({ kind }) => kind !== 'log').map(({ payment }) => payment.record.Id);
                const all = [...authorizations, ...adjustments, ...payments, ...refunds].map(({ Id }) => Id);
                expect(shown.sort()).toEqual(all.sort());
                const folded = events.flatMap(({ attempts }) => attempts.flatMap((attempt) => attempt.logs));
                expect(folded).toHaveLength(logs.length);
                expect(new Set(folded)).toEqual(new Set(logs));
                expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
            })
        );
    });

    it('is the same in every order of the records', () => {
        fc.assert(
            fc.property(withShuffled(anyRecords), ([records, others]) => {
                expect(paymentTimeline(others, NOW)).toEqual(paymentTimeline(records, NOW));
            })
        );
    });

    it('is in the order of its dates, and says where they do not tell', () => {
        fc.assert(
            fc.property(anyTimeline, ({ events }) => {
                const dates = events.map(({ at }) => at ?? '9999');
                expect(dates).toEqual([...dates].sort());
                const orders = events.map(({ at }) => {
                    const others = events.filter((other) => other.at === at).length - 1;
                    return at === undefined ? 'undated' : others > 0 ? 'tied' : 'dated';
                });
                expect(events.map(({ order }) => order)).toEqual(orders);
            })
        );
    });

    it('shows of a log only what belongs to the record', () => {
        fc.assert(
            fc.property(anyTimeline, ({ events }) => {
                const foreign = events.filter(
                    ({ kind, payment, attempts }) =>
                        kind !== 'log' &&
                        attempts.some(({ referencedEntityId }) => referencedEntityId !== payment.record.Id)
                );
                expect(foreign).toEqual([]);
            })
        );
    });

    it('never shows as done what its record or its only log does not say is done', () => {
        fc.assert(
            fc.property(anyTimeline, ({ events }) => {
                const done = filterTimeline(events, { states: ['done', 'expired'] });
                const wrong = done.filter(
                    ({ payment, attempts, result: { sfResultCode } }) =>
                        payment.objectName !== 'PaymentGatewayLog' &&
                        (payment.record.Status !== 'Processed' ||
                            sfResultCode === 'Decline' ||
                            sfResultCode === 'PermanentFail' ||
                            (attempts.length === 1 &&
                                attempts[0]?.interactionType === undefined &&
                                attempts[0]?.outcome === 'failed'))
                );
                expect(wrong).toEqual([]);
            })
        );
    });

    it('holds the money of the totals: captured, refunded, authorized and reversed are what it tells', () => {
        const settled: TimelineState[] = ['done', 'expired', 'unconfirmed', 'contradicted'];
        const centsOf = (events: readonly TimelineEvent[], kinds: TimelineEvent['kind'][], states: TimelineState[]) =>
            filterTimeline(events, { kinds, states }).reduce(
                (sum, { amount = NaN }) => sum + Math.round(amount * 100),
                0
            );
        fc.assert(
            fc.property(anyTimeline, ({ records, events }) => {
                const totals = paymentTotals(records, COMPLETE).map(({ kind, computed = NaN }): [string, number] => [
                    kind,
                    Math.round(computed * 100) + 0
                ]);
                const payments: TimelineEvent['kind'][] = ['capture', 'sale', 'payment'];
                expect(Object.fromEntries(totals)).toMatchObject({
                    authorized: centsOf(events, ['authorization'], settled),
                    authorizationReversed: centsOf(events, ['reversal'], settled),
                    captured: centsOf(events, payments, settled),
                    refunded: centsOf(events, ['refund'], settled),
                    pendingAuthorization: centsOf(events, ['authorization'], ['pending']),
                    pendingReversal: centsOf(events, ['reversal'], ['pending']),
                    pendingCapture: centsOf(events, payments, ['pending']),
                    pendingRefund: centsOf(events, ['refund'], ['pending'])
                });
            })
        );
    });

    it('is what its kinds and its states are together', () => {
        fc.assert(
            fc.property(anyTimeline, ({ events }) => {
                const byKind = TIMELINE_KINDS.flatMap((kind) => filterTimeline(events, { kinds: [kind] }));
                const byState = TIMELINE_STATES.flatMap((state) => filterTimeline(events, { states: [state] }));
                expect(new Set(byKind)).toEqual(new Set(events));
                expect(new Set(byState)).toEqual(new Set(events));
                expect([byKind.length, byState.length]).toEqual([events.length, events.length]);
            })
        );
    });
});
