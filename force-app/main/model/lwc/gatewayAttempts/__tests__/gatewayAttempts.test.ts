import fc from 'fast-check';
import { attemptsOf } from 'c/gatewayAttempts';
import type { PaymentGatewayLog } from 'c/paymentRecord';

const CAPTURE = { InteractionType: 'Capture', ReferencedEntityId: 'p1', IsNotification: 'No' };
const NOTIFICATION = { ...CAPTURE, IsNotification: 'Yes' };
const RECEIVED = { ...CAPTURE, InteractionStatus: 'Success', GatewayMessage: '[capture-received]' };
const COMPLETE = { ...NOTIFICATION, InteractionStatus: 'Success', GatewayMessage: '[capture-complete] ok' };

/** Logs a minute apart, with the ids l1, l2, … */
function logsOf(...fields: Partial<PaymentGatewayLog>[]): PaymentGatewayLog[] {
    return fields.map((field, index) => ({ Id: `l${index + 1}`, CreatedDate: minute(index), ...field }));
}

function minute(number: number): string {
    return new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString();
}

/** The ids of the logs of each attempt. */
function groupsOf(...fields: Partial<PaymentGatewayLog>[]): string[] {
    return attemptsOf(logsOf(...fields)).map(({ logs }) => logs.map(({ Id }) => Id).join(' '));
}

describe('attemptsOf', () => {
    it('has nothing to say of no logs', () => {
        expect(attemptsOf([])).toEqual([]);
    });

    it('takes a log for one attempt', () => {
        const logs = logsOf({ ...CAPTURE, InteractionStatus: 'Success' });
        expect(attemptsOf(logs)).toEqual([
            {
                id: 'l1',
                interactionType: 'Capture',
                referencedEntityId: 'p1',
                logs,
                outcome: 'succeeded',
                startedAt: minute(0),
                endedAt: undefined,
                number: 1,
                ofNumber: 1,
                sameRequestAs: undefined
            }
        ]);
    });

    it.each([
        [{ InteractionStatus: 'Success' }, 'succeeded'],
        [{ InteractionStatus: 'Failed' }, 'failed'],
        [{ InteractionStatus: 'Initiated' }, 'pending'],
        [{ InteractionStatus: 'Timeout' }, 'timedOut'],
        [{ InteractionStatus: 'NoOp' }, 'nothing'],
        [{ InteractionStatus: 'Failed', SfResultCode: 'Success' }, 'failed'],
        [{ InteractionStatus: 'Success', GatewayMessage: '[capture-received]' }, 'pending'],
        [{ InteractionStatus: 'Failed', GatewayMessage: '[capture-received]' }, 'failed'],
        [{ SfResultCode: 'Success' }, 'succeeded'],
        [{ SfResultCode: 'Decline' }, 'failed'],
        [{ SfResultCode: 'PermanentFail' }, 'failed'],
        [{ SfResultCode: 'SystemError' }, 'failed'],
        [{ SfResultCode: 'ValidationError' }, 'failed'],
        [{ SfResultCode: 'Indeterminate' }, 'pending'],
        [{ SfResultCode: 'RequiresReview' }, 'pending'],
        [{}, 'unknown'],
        [{ InteractionStatus: 'Else', SfResultCode: 'Else' }, 'unknown']
    ])('takes %j for %s', (fields, outcome) => {
        expect(attemptsOf(logsOf({ ...CAPTURE, ...fields }))).toMatchObject([{ outcome }]);
    });
});

describe('an asynchronous pair', () => {
    it('is one attempt', () => {
        expect(attemptsOf(logsOf(RECEIVED, COMPLETE))).toMatchObject([
            { id: 'l1', outcome: 'succeeded', startedAt: minute(0), endedAt: minute(1), number: 1, ofNumber: 1 }
        ]);
    });

    it('is told by the notification', () => {
        expect(groupsOf({ ...CAPTURE, InteractionStatus: 'Initiated' }, NOTIFICATION)).toEqual(['l1 l2']);
    });

    it.each(['[capture-completed]', '[capture-complete] done', ' [CAPTURE-FAIL] no', '[capture-failed]'])(
        'is told by the message %s',
        (GatewayMessage) => {
            expect(groupsOf(CAPTURE, { ...CAPTURE, GatewayMessage })).toEqual(['l1 l2']);
        }
    );

    it.each(['Captured', '[capture-received]', 'see [capture-completed]', '[capture-incomplete]'])(
        'is not told by the message %s',
        (GatewayMessage) => {
            expect(groupsOf(CAPTURE, { ...CAPTURE, GatewayMessage })).toEqual(['l1', 'l2']);
        }
    );

    it('says what its last log says that says anything', () => {
        expect(attemptsOf(logsOf(RECEIVED, { ...NOTIFICATION, InteractionStatus: 'Failed' }))).toMatchObject([
            { outcome: 'failed' }
        ]);
        expect(attemptsOf(logsOf(RECEIVED, NOTIFICATION))).toMatchObject([{ outcome: 'pending' }]);
    });

    it('takes also what had timed out, and may have reached the gateway', () => {
        expect(attemptsOf(logsOf({ ...CAPTURE, InteractionStatus: 'Timeout' }, COMPLETE))).toMatchObject([
            { outcome: 'succeeded' }
        ]);
    });

    it.each(['Failed', 'NoOp'])('does not hide that a request ended with %s', (InteractionStatus) => {
        const GatewayRefNumber = 'pi_3Mtw';
        const groups = groupsOf({ ...CAPTURE, InteractionStatus, GatewayRefNumber }, { ...COMPLETE, GatewayRefNumber });
        expect(groups).toEqual(['l1', 'l2']);
    });

    it.each([
        ['another record', { ReferencedEntityId: 'p2' }, {}],
        ['another interaction', { InteractionType: 'ReferencedRefund' }, {}],
        ['another gateway', { PaymentGatewayId: 'g1' }, { PaymentGatewayId: 'g2' }],
        ['another idempotency key', { SfRefNumber: 'k1' }, { SfRefNumber: 'k2' }],
        ['another id of the same kind', { GatewayRefNumber: 're_1' }, { GatewayRefNumber: 're_2' }],
        ['another reference', { GatewayRefNumber: 'JVBXGSDM53RZNN82' }, { GatewayRefNumber: 'NLLSR28AD4X2WF75' }]
    ])('is not made of logs of %s', (_what, first, second) => {
        expect(groupsOf({ ...RECEIVED, ...first }, { ...COMPLETE, ...second })).toEqual(['l1', 'l2']);
    });

    it('may have ids of two kinds: a payment and its charge', () => {
        const groups = groupsOf(
            { ...RECEIVED, GatewayRefNumber: 'pi_3Mtw' },
            { ...COMPLETE, GatewayRefNumber: 'ch_3Mtw' }
        );
        expect(groups).toEqual(['l1 l2']);
    });

    it.each(['SfRefNumber', 'GatewayRefNumber'])('is found by its %s where several wait', (field) => {
        const groups = groupsOf(
            { ...RECEIVED, [field]: 're_1' },
            { ...RECEIVED, [field]: 're_2' },
            { ...COMPLETE, [field]: 're_1' },
            { ...COMPLETE, [field]: 're_2' }
        );
        expect(groups).toEqual(['l1 l3', 'l2 l4']);
    });

    it.each(['PaymentGatewayId', 'SfRefNumber', 'GatewayRefNumber'])('may lack the %s on either side', (field) => {
        expect(groupsOf({ ...RECEIVED, [field]: 'x1' }, COMPLETE)).toEqual(['l1 l2']);
        expect(groupsOf(RECEIVED, { ...COMPLETE, [field]: 'x1' })).toEqual(['l1 l2']);
    });

    it('does not mind white space around a reference', () => {
        const received = { ...RECEIVED, GatewayRefNumber: ' re_1' };
        const complete = { ...COMPLETE, GatewayRefNumber: 're_1 ' };
        expect(groupsOf(received, { ...RECEIVED, GatewayRefNumber: 're_2' }, complete)).toEqual(['l1 l3', 'l2']);
        expect(groupsOf(complete, received, complete)).toEqual(['l1', 'l2 l3']);
    });

    it('takes the request that still waits before one that was answered with the same key', () => {
        const [received, complete] = [RECEIVED, COMPLETE].map((log) => ({ ...log, SfRefNumber: 'k1' }));
        expect(groupsOf({ ...received }, { ...complete }, { ...received }, { ...complete })).toEqual([
            'l1 l2',
            'l3 l4'
        ]);
    });

    it('takes a further notification that agrees with one of its logs, and none that disagrees with one', () => {
        const [received, complete] = [RECEIVED, { ...COMPLETE, GatewayRefNumber: 'ch_1' }];
        expect(groupsOf(received, complete, complete)).toEqual(['l1 l2 l3']);
        const other = { ...COMPLETE, GatewayRefNumber: 'ch_2', SfRefNumber: 'k1' };
        expect(groupsOf({ ...received, SfRefNumber: 'k1' }, complete, other)).toEqual(['l1 l2', 'l3']);
    });

    it('is not guessed at where several wait', () => {
        expect(groupsOf(RECEIVED, RECEIVED, COMPLETE)).toEqual(['l1', 'l2', 'l3']);
        const same = { SfRefNumber: 'k1' };
        expect(groupsOf({ ...RECEIVED, ...same }, { ...RECEIVED, ...same }, { ...COMPLETE, ...same })).toEqual([
            'l1',
            'l2',
            'l3'
        ]);
    });

    it('takes a further notification only where the reference proves that it belongs there', () => {
        expect(groupsOf(RECEIVED, COMPLETE, COMPLETE)).toEqual(['l1 l2', 'l3']);
        const GatewayRefNumber = 'NLLSR28AD4X2WF75';
        const late = { ...NOTIFICATION, InteractionStatus: 'Failed', GatewayMessage: '[capture-fail] late' };
        const attempts = attemptsOf(logsOf(...[RECEIVED, COMPLETE, late].map((log) => ({ ...log, GatewayRefNumber }))));
        expect(attempts).toMatchObject([{ id: 'l1', outcome: 'failed', endedAt: minute(2) }]);
        expect(attempts[0]?.logs).toHaveLength(3);
    });

    it('is not made of an answer that came before the request', () => {
        expect(groupsOf(COMPLETE, RECEIVED)).toEqual(['l1', 'l2']);
    });

    it('is not made of logs that name no interaction, or no record', () => {
        expect(
            groupsOf({ ...RECEIVED, InteractionType: undefined }, { ...COMPLETE, InteractionType: undefined })
        ).toEqual(['l1', 'l2']);
        expect(
            groupsOf({ ...RECEIVED, ReferencedEntityId: undefined }, { ...COMPLETE, ReferencedEntityId: undefined })
        ).toEqual(['l1', 'l2']);
    });

    it('may be of no record where the idempotency key proves it', () => {
        const fields = { ReferencedEntityId: undefined, SfRefNumber: 'k1' };
        expect(groupsOf({ ...RECEIVED, ...fields }, { ...COMPLETE, ...fields })).toEqual(['l1 l2']);
        expect(attemptsOf(logsOf(...['k1', 'k2'].map(failedWithoutRecord)))).toMatchObject([
            { ofNumber: 1 },
            { ofNumber: 1 }
        ]);
    });

    function failedWithoutRecord(SfRefNumber: string): Partial<PaymentGatewayLog> {
        return { InteractionType: 'Capture', InteractionStatus: 'Failed', SfRefNumber };
    }
});

describe('a series', () => {
    function numbersOf(...fields: Partial<PaymentGatewayLog>[]): string[] {
        return attemptsOf(logsOf(...fields)).map(({ number, ofNumber }) => `${number}/${ofNumber}`);
    }

    const failed = { ...CAPTURE, InteractionStatus: 'Failed' };
    const timedOut = { ...CAPTURE, InteractionStatus: 'Timeout' };
    const succeeded = { ...CAPTURE, InteractionStatus: 'Success' };

    it('counts what was tried again after a failure or a timeout', () => {
        expect(numbersOf(failed, timedOut, succeeded)).toEqual(['1/3', '2/3', '3/3']);
    });

    it('begins anew after a success, and while nothing is known', () => {
        expect(numbersOf(succeeded, succeeded)).toEqual(['1/1', '1/1']);
        expect(numbersOf(RECEIVED, RECEIVED)).toEqual(['1/1', '1/1']);
        expect(numbersOf(CAPTURE, CAPTURE)).toEqual(['1/1', '1/1']);
        expect(numbersOf(failed, succeeded, failed, succeeded)).toEqual(['1/2', '2/2', '1/2', '2/2']);
    });

    it('knows at each try only what had happened by then', () => {
        const received = { ...RECEIVED, SfRefNumber: 'k1' };
        const later = { ...NOTIFICATION, InteractionStatus: 'Failed', SfRefNumber: 'k1' };
        expect(numbersOf(received, succeeded, later)).toEqual(['1/1', '1/1']);
        expect(numbersOf(received, later, succeeded)).toEqual(['1/2', '2/2']);
    });

    it('is of one record and one interaction', () => {
        expect(numbersOf(failed, { ...failed, ReferencedEntityId: 'p2' })).toEqual(['1/1', '1/1']);
        expect(numbersOf(failed, { ...failed, InteractionType: 'Sale' })).toEqual(['1/1', '1/1']);
    });

    it('does not count a notification that stands alone', () => {
        const alone = { ...NOTIFICATION, InteractionStatus: 'Success' };
        expect(numbersOf(failed, alone, succeeded)).toEqual(['1/2', '1/1', '2/2']);
    });

    it('counts a request that was sent again with the same idempotency key', () => {
        const request = { ...succeeded, SfRefNumber: 'k1' };
        expect(numbersOf(request, request)).toEqual(['1/2', '2/2']);
    });
});

describe('an idempotency key', () => {
    function sameAs(...fields: Partial<PaymentGatewayLog>[]): (string | undefined)[] {
        return attemptsOf(logsOf(...fields)).map(({ sameRequestAs }) => sameRequestAs);
    }

    it('names the earliest attempt with the same request', () => {
        const request = { ...CAPTURE, InteractionStatus: 'Timeout', SfRefNumber: 'k1' };
        expect(sameAs(request, { ...request, SfRefNumber: 'k2' }, request, request)).toEqual([
            undefined,
            undefined,
            'l1',
            'l1'
        ]);
    });

    it('is not trusted for another record or interaction, and is none where it is empty', () => {
        const request = { ...CAPTURE, SfRefNumber: 'k1' };
        expect(sameAs(request, { ...request, ReferencedEntityId: 'p2' })).toEqual([undefined, undefined]);
        expect(sameAs(request, { ...request, InteractionType: 'Sale' })).toEqual([undefined, undefined]);
        expect(sameAs({ ...CAPTURE, SfRefNumber: '' }, { ...CAPTURE, SfRefNumber: '' })).toEqual([
            undefined,
            undefined
        ]);
    });
});

describe('the order of logs', () => {
    it('is that in which Salesforce wrote them, whatever the gateway’s clock says', () => {
        const groups = groupsOf({ ...RECEIVED, GatewayDate: minute(9) }, { ...COMPLETE, GatewayDate: minute(8) });
        expect(groups).toEqual(['l1 l2']);
    });

    it('is that of the gateway among logs of one instant, and puts requests before answers', () => {
        const CreatedDate = minute(0);
        expect(
            groupsOf(
                { ...CAPTURE, CreatedDate, GatewayDate: minute(2) },
                { ...CAPTURE, CreatedDate, GatewayDate: minute(1) }
            )
        ).toEqual(['l2', 'l1']);
        expect(groupsOf({ ...COMPLETE, CreatedDate }, { ...RECEIVED, CreatedDate })).toEqual(['l2 l1']);
    });

    it('puts logs without a date last, and shows the gateway’s date before that of the record', () => {
        const [first, second] = attemptsOf(
            logsOf({ ...CAPTURE, CreatedDate: undefined }, { ...CAPTURE, GatewayDate: minute(5) })
        );
        expect(first).toMatchObject({ id: 'l2', startedAt: minute(5) });
        expect(second).toMatchObject({ id: 'l1', startedAt: undefined });
    });

    it('takes a text that is no date for none', () => {
        expect(groupsOf({ ...CAPTURE, CreatedDate: 'soon' }, CAPTURE)).toEqual(['l2', 'l1']);
    });
});

describe('any logs', () => {
    const optional = (...values: string[]) => fc.constantFrom(undefined, ...values);
    const anyLogs = fc
        .array(
            fc.record({
                InteractionType: optional('Capture', 'ReferencedRefund'),
                InteractionStatus: optional('Success', 'Failed', 'Initiated', 'Timeout', 'NoOp'),
                IsNotification: optional('No', 'Yes'),
                GatewayMessage: optional('[capture-received]', '[capture-completed]'),
                GatewayRefNumber: optional('pi_1', 're_1', 're_2'),
                SfRefNumber: optional('k1', 'k2'),
                ReferencedEntityId: optional('p1', 'p2'),
                CreatedDate: optional(minute(0), minute(1), 'soon'),
                GatewayDate: optional(minute(0), minute(1))
            }),
            { maxLength: 12 }
        )
        .map((fields) => fields.map((field, index): PaymentGatewayLog => ({ Id: `l${index}`, ...field })));

    it('are each in exactly one attempt', () => {
        fc.assert(
            fc.property(anyLogs, (logs) => {
                const grouped = attemptsOf(logs).flatMap((attempt) => attempt.logs);
                expect(grouped).toHaveLength(logs.length);
                expect(new Set(grouped)).toEqual(new Set(logs));
            })
        );
    });

    it('give the same attempts in every order', () => {
        const shuffled = anyLogs.chain((logs) =>
            fc.tuple(fc.constant(logs), fc.shuffledSubarray(logs, { minLength: logs.length }))
        );
        fc.assert(
            fc.property(shuffled, ([logs, others]) => {
                expect(attemptsOf(others)).toEqual(attemptsOf(logs));
            })
        );
    });

    it('are not changed, and stand together only where record and interaction are the same', () => {
        fc.assert(
            fc.property(anyLogs, (logs) => {
                const before = logs.map((log) => ({ ...log }));
                const wrong = attemptsOf(logs).filter(
                    ({ logs: [first, ...answers] }) =>
                        !answers.every(
                            (answer) =>
                                isAnswerLike(answer) &&
                                answer.ReferencedEntityId === first?.ReferencedEntityId &&
                                answer.InteractionType === first?.InteractionType
                        )
                );
                expect(wrong).toEqual([]);
                expect(logs).toEqual(before);
            })
        );
    });

    it('are numbered through, and name an earlier attempt as the same request', () => {
        fc.assert(
            fc.property(anyLogs, (logs) => {
                const attempts = attemptsOf(logs);
                const ids = attempts.map(({ id }) => id);
                const wrong = attempts.filter(
                    ({ id, number, ofNumber, sameRequestAs }) =>
                        number < 1 ||
                        number > ofNumber ||
                        (sameRequestAs !== undefined && ids.indexOf(sameRequestAs) >= ids.indexOf(id))
                );
                expect(wrong).toEqual([]);
                const ends = attempts.filter(({ number, ofNumber }) => number === ofNumber);
                expect(ends.reduce((sum, { ofNumber }) => sum + ofNumber, 0)).toBe(attempts.length);
            })
        );
    });

    function isAnswerLike({ IsNotification, GatewayMessage }: PaymentGatewayLog): boolean {
        return IsNotification === 'Yes' || GatewayMessage === '[capture-completed]';
    }
});
