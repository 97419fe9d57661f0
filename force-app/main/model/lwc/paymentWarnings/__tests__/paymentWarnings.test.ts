import fc from 'fast-check';
import type {
    OrderPaymentSummary,
    Payment,
    PaymentAuthorization,
    PaymentGatewayLog,
    PaymentRecords,
    Refund
} from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import type { CompleteLists } from 'c/paymentTotals';
import type { PaymentWarning } from 'c/paymentWarnings';
import { EXPIRES_SOON_MILLISECONDS, paymentWarnings } from 'c/paymentWarnings';
import { anyRecords, withShuffled } from '../../paymentTotals/__tests__/anyRecords';

const NOW = Date.parse('2026-01-10T00:00:00.000Z');
const COMPLETE = completeLists(true);

const SUMMARY: OrderPaymentSummary = { Id: 'summary', OrderSummary: { OrderNumber: '00000104' } };
const AUTHORIZATION: PaymentAuthorization = {
    Id: 'authorization',
    Status: 'Processed',
    Amount: 100,
    Balance: 0,
    GatewayRefNumber: 'pi_3MtwBwLkdIwHu7ix28a3tqPa',
    OrderPaymentSummaryId: 'summary'
};
const CAPTURE: Payment = {
    Id: 'capture',
    Status: 'Processed',
    Type: 'Capture',
    Amount: 100,
    Balance: 100,
    GatewayRefNumber: 'SF123456',
    PaymentAuthorizationId: 'authorization',
    OrderPaymentSummaryId: 'summary'
};
const REFUND: Refund = { Id: 'refund', Status: 'Processed', Amount: 30, GatewayRefNumber: 'SF654321' };
const LOG: PaymentGatewayLog = {
    Id: 'log',
    InteractionType: 'Capture',
    InteractionStatus: 'Success',
    ReferencedEntityId: 'capture'
};

/** An authorization, its capture and a refund, with which nothing is wrong. */
const RECORDS: PaymentRecords = {
    ...NO_RECORDS,
    summary: SUMMARY,
    authorizations: [AUTHORIZATION],
    payments: [CAPTURE],
    refunds: [REFUND],
    logs: [LOG]
};

function completeLists(isComplete: boolean): CompleteLists {
    return {
        authorizations: isComplete,
        adjustments: isComplete,
        payments: isComplete,
        refunds: isComplete,
        refundLines: isComplete,
        logs: isComplete
    };
}

function warningsOf(records: Partial<PaymentRecords>, incomplete: (keyof CompleteLists)[] = []): PaymentWarning[] {
    const complete = { ...COMPLETE, ...Object.fromEntries(incomplete.map((name) => [name, false])) };
    return paymentWarnings({ records: { ...RECORDS, ...records }, complete, now: NOW });
}

function idsOf({ records }: PaymentWarning): string[] {
    return records.map(({ record }) => record.Id);
}

describe('paymentWarnings', () => {
    it('has nothing to say where nothing is wrong', () => {
        expect(warningsOf({})).toEqual([]);
        expect(paymentWarnings({ records: NO_RECORDS, complete: COMPLETE, now: NOW })).toEqual([]);
    });

    it('puts the worst first', () => {
        const payments = [{ ...CAPTURE, GatewayRefNumber: 'pi_1' }];
        const logs = [
            { ...LOG, InteractionStatus: 'Failed' },
            { ...LOG, Id: 'other', ReferencedEntityId: 'gone' }
        ];
        const authorizations = [{ ...AUTHORIZATION, Balance: 1, ExpirationDate: '2026-01-11T00:00:00.000Z' }];
        const lost = { ...LOG, Id: 'lost', InteractionStatus: 'Failed', ReferencedEntityId: 'gone' };
        const warnings = warningsOf({ payments, authorizations, logs: [...logs, lost] });
        expect(warnings.map(({ severity }) => severity)).toEqual(['error', 'error', 'warning', 'info']);
    });
});

describe('a payment without a Stripe reference', () => {
    const authorizations = [{ ...AUTHORIZATION, GatewayRefNumber: '' }];

    it.each(['SF123456', '', undefined, '00000104', '7316904258', 'javascript:alert(1)'])(
        'is warned of (%j)',
        (GatewayRefNumber) => {
            const warnings = warningsOf({ authorizations, payments: [{ ...CAPTURE, GatewayRefNumber }] });
            expect(warnings).toMatchObject([{ kind: 'noStripeReference', severity: 'warning' }]);
            expect(warnings.map(idsOf)).toEqual([['capture']]);
        }
    );

    it.each(['pi_3MtwBwLkdIwHu7ix28a3tqPa', 'txn_1MiN3gLkdIwHu7ix', 'newthing_1MiN3gLkdIwHu7ix'])(
        'is not one with %s',
        (GatewayRefNumber) => {
            expect(warningsOf({ authorizations, payments: [{ ...CAPTURE, GatewayRefNumber }] })).toEqual([]);
        }
    );

    it('is not one whose authorization, log or result code has one, nor one of another gateway', () => {
        expect(
            warningsOf({ authorizations, logs: [{ ...LOG, GatewayAuthCode: 'ch_3MmlLrLkdIwHu7ix0snN0B15' }] })
        ).toEqual([]);
        expect(warningsOf({ authorizations, logs: [{ ...LOG, GatewayResultCode: 'txn_1MiN3gLkdIwHu7ix' }] })).toEqual(
            []
        );
        expect(warningsOf({ authorizations, payments: [{ ...CAPTURE, GatewayResultCode: 'txn_1MiN' }] })).toEqual([]);
        expect(
            warningsOf({ authorizations, payments: [{ ...CAPTURE, GatewayRefNumber: 'JVBXGSDM53RZNN82' }] })
        ).toEqual([]);
    });

    it.each(['Canceled', 'Draft', 'Pending'])('is not one that is %s', (Status) => {
        expect(warningsOf({ authorizations, payments: [{ ...CAPTURE, Status }], refunds: [] })).toEqual([]);
    });

    it.each(['authorizations', 'logs'] as const)('is not told while %s are missing', (list) => {
        expect(warningsOf({ authorizations }, [list])).toEqual([]);
    });
});

describe('more refunded than captured', () => {
    const refunds = [
        REFUND,
        { ...REFUND, Id: 'second', Amount: 70.01 },
        { ...REFUND, Id: 'failed', Status: 'Canceled' }
    ];

    it('is warned of with the refunds that count', () => {
        const warnings = warningsOf({ refunds });
        expect(warnings).toMatchObject([
            {
                kind: 'refundedMoreThanCaptured',
                severity: 'error',
                captured: 100,
                refunded: 100.01,
                source: 'records'
            }
        ]);
        expect(warnings.map(idsOf)).toEqual([['refund', 'second']]);
    });

    it('is not told of as much', () => {
        expect(warningsOf({ refunds: [{ ...REFUND, Amount: 100 }] })).toEqual([]);
    });

    it('is not told while payments are missing, unless the summary tells it', () => {
        expect(warningsOf({ refunds }, ['payments'])).toEqual([]);
        expect(warningsOf({ refunds }, ['refunds'])).toMatchObject([{ kind: 'refundedMoreThanCaptured' }]);
        const summary = { ...SUMMARY, CapturedAmount: 100, RefundedAmount: 101 };
        expect(warningsOf({ summary }, ['payments'])).toMatchObject([
            { kind: 'refundedMoreThanCaptured', captured: 100, refunded: 101, source: 'summary' }
        ]);
    });

    it('is not told of unknown amounts', () => {
        expect(warningsOf({ refunds: [...refunds, { ...REFUND, Id: 'hidden', Amount: undefined }] })).toEqual([]);
    });
});

describe('an authorization that expires', () => {
    const withExpiry = (milliseconds: number, fields: Partial<PaymentAuthorization> = {}) => [
        { ...AUTHORIZATION, Balance: 12.5, ExpirationDate: new Date(NOW + milliseconds).toISOString(), ...fields }
    ];

    it('soon is warned of', () => {
        const warnings = warningsOf({ authorizations: withExpiry(EXPIRES_SOON_MILLISECONDS) });
        expect(warnings).toMatchObject([
            {
                kind: 'expiresSoon',
                severity: 'warning',
                at: '2026-01-12T00:00:00.000Z',
                millisecondsLeft: EXPIRES_SOON_MILLISECONDS,
                balance: { amount: 12.5, source: 'stored' }
            }
        ]);
        expect(warnings.map(idsOf)).toEqual([['authorization']]);
        expect(warningsOf({ authorizations: withExpiry(EXPIRES_SOON_MILLISECONDS + 1) })).toEqual([]);
    });

    it('or has expired, with something left, is warned of', () => {
        expect(warningsOf({ authorizations: withExpiry(0) })).toMatchObject([
            { kind: 'expired', at: '2026-01-10T00:00:00.000Z', balance: { amount: 12.5 } }
        ]);
        expect(warningsOf({ authorizations: withExpiry(0, { Balance: 0 }) })).toEqual([]);
    });

    it.each(['payments', 'adjustments'] as const)('is not told by its records while %s are missing', (list) => {
        const authorizations = withExpiry(0, { Balance: undefined, Amount: 150 });
        expect(warningsOf({ authorizations })).toMatchObject([{ kind: 'expired', balance: { amount: 50 } }]);
        expect(warningsOf({ authorizations }, [list])).toEqual([]);
        expect(warningsOf({ authorizations: withExpiry(0) }, [list])).toHaveLength(1);
    });
});

describe('a record that is processed although it failed', () => {
    const logs = [{ ...LOG, InteractionStatus: 'Failed' }];

    it('is warned of with the log that says so', () => {
        const warnings = warningsOf({ logs });
        expect(warnings).toMatchObject([{ kind: 'failedButProcessed', severity: 'error' }]);
        expect(warnings.map(idsOf)).toEqual([['capture', 'log']]);
    });

    it('is not told while a later log may be missing, unless its own result code says so', () => {
        expect(warningsOf({ logs }, ['logs'])).toEqual([]);
        const refunds = [{ ...REFUND, SfResultCode: 'Decline' }];
        expect(warningsOf({ refunds }, ['logs']).map(idsOf)).toEqual([['refund']]);
    });

    it('is none that failed and was retried, or that is not processed', () => {
        const retried = [
            { ...LOG, Id: 'first', InteractionStatus: 'Failed', CreatedDate: '2026-01-01T00:00:00.000Z' },
            { ...LOG, Id: 'second', CreatedDate: '2026-01-02T00:00:00.000Z' }
        ];
        expect(warningsOf({ logs: retried })).toEqual([]);
        expect(warningsOf({ logs, payments: [{ ...CAPTURE, Status: 'Canceled' }], refunds: [] })).toEqual([]);
    });
});

describe('the same gateway reference', () => {
    const second = { ...CAPTURE, Id: 'second' };

    it.each(['SF123456', 'pi_3MtwBwLkdIwHu7ix28a3tqPa', 'JVBXGSDM53RZNN82'])(
        '%s on two payments is warned of, also while lists are missing',
        (reference) => {
            const payments = [second, CAPTURE].map((payment) => ({ ...payment, GatewayRefNumber: reference }));
            const warnings = paymentWarnings({
                records: { ...RECORDS, payments },
                complete: completeLists(false),
                now: NOW
            });
            expect(warnings).toMatchObject([{ kind: 'sharedReference', severity: 'warning', reference }]);
            expect(warnings.map(idsOf)).toEqual([['capture', 'second']]);
        }
    );

    describe('of captures of one authorization', () => {
        const AUTHORIZED = { ...AUTHORIZATION, Amount: 100 };
        const PARTS: Partial<Payment> = { Amount: 50, Balance: 50, GatewayRefNumber: 'pi_3MtwBwLkdIwHu7ix28a3tqPa' };
        const kindsOf = (
            part: Partial<Payment>,
            other: Partial<Payment> = {},
            authorizations = [AUTHORIZED],
            incomplete: (keyof CompleteLists)[] = []
        ) => {
            const payments = [
                { ...CAPTURE, ...PARTS, ...part },
                { ...second, ...PARTS, ...part, ...other }
            ];
            return warningsOf({ payments, authorizations, refunds: [] }, incomplete).map(({ kind }) => kind);
        };

        it.each(['pi_3MtwBwLkdIwHu7ix28a3tqPa', 'ch_3MmlLrLkdIwHu7ix0snN0B15', 'py_1NW5VsLkdIwHu7ixSAeXFSWB'])(
            'is no warning where each bears the id of the payment, %s',
            (GatewayRefNumber) => {
                expect(kindsOf({ GatewayRefNumber })).toEqual([]);
            }
        );

        it('is one where they take more than was authorized, or nobody knows', () => {
            expect(kindsOf({ Amount: 50.01, Balance: 50.01 })).toContain('sharedReference');
            expect(kindsOf({ Amount: undefined })).toContain('sharedReference');
            expect(kindsOf({}, {}, [{ ...AUTHORIZED, Id: 'another' }])).toContain('sharedReference');
        });

        it('is no warning while the authorization or an amount may only be not loaded, or hidden', () => {
            expect(kindsOf({}, {}, [], ['authorizations'])).not.toContain('sharedReference');
            expect(kindsOf({ Amount: undefined }, {}, [AUTHORIZED], ['payments'])).not.toContain('sharedReference');
        });

        it('is one where they are of several authorizations, or of none', () => {
            const authorizations = [AUTHORIZED, { ...AUTHORIZED, Id: 'another' }];
            expect(kindsOf({}, { PaymentAuthorizationId: 'another' }, authorizations)).toContain('sharedReference');
            expect(kindsOf({ PaymentAuthorizationId: undefined })).toContain('sharedReference');
        });

        it.each(['txn_1MiN3gLkdIwHu7ixxapQrznl', 'SF123456', 'newthing_1MiN3gLkdIwHu7ix'])(
            'is one where the reference is of a single capture: %s',
            (GatewayRefNumber) => {
                expect(kindsOf({ GatewayRefNumber })).toContain('sharedReference');
            }
        );
    });

    it.each(['', '00000104', 'pi_1_secret_2', 'javascript:alert(1)'])('is not %j', (GatewayRefNumber) => {
        const payments = [CAPTURE, second].map((payment) => ({ ...payment, GatewayRefNumber }));
        expect(warningsOf({ payments })).toEqual([]);
    });

    it('is told with its case, and of payments that count', () => {
        const references = ['pi_3MtwBw', 'pi_3MtwBW'];
        const payments = references.map((GatewayRefNumber, index) => ({
            ...CAPTURE,
            Id: `p${index}`,
            GatewayRefNumber
        }));
        expect(warningsOf({ payments, logs: [] })).toEqual([]);
        expect(warningsOf({ payments: [CAPTURE, { ...second, Status: 'Canceled' }] })).toEqual([]);
    });
});

describe('an orphaned payment', () => {
    it('is a capture that names no authorization; a sale needs none', () => {
        const payment = { ...CAPTURE, GatewayRefNumber: 'pi_1', PaymentAuthorizationId: undefined };
        expect(warningsOf({ payments: [payment] })).toMatchObject([
            { kind: 'orphanedPayment', severity: 'warning', missing: 'authorizationId', records: [{ record: payment }] }
        ]);
        expect(warningsOf({ payments: [{ ...payment, Type: 'Sale' }] })).toEqual([]);
        expect(warningsOf({ payments: [payment] }, ['payments'])).toEqual([]);
    });

    it('is one whose authorization is not there', () => {
        const payments = [{ ...CAPTURE, GatewayRefNumber: 'pi_1', PaymentAuthorizationId: 'gone' }];
        expect(warningsOf({ payments })).toMatchObject([{ kind: 'orphanedPayment', missing: 'authorization' }]);
        expect(warningsOf({ payments }, ['authorizations'])).toEqual([]);
    });

    it('is one that has lost its order payment summary', () => {
        const payments = [{ ...CAPTURE, OrderPaymentSummaryId: undefined }];
        expect(warningsOf({ payments })).toMatchObject([{ kind: 'orphanedPayment', missing: 'summary' }]);
        expect(warningsOf({ payments }, ['payments'])).toEqual([]);
    });

    it('is none that does not count', () => {
        const payments = [{ ...CAPTURE, Status: 'Draft', PaymentAuthorizationId: 'gone' }];
        expect(warningsOf({ payments, refunds: [] })).toEqual([]);
        expect(
            warningsOf({ payments: [{ ...CAPTURE, Status: 'Pending', PaymentAuthorizationId: 'gone' }], refunds: [] })
        ).toMatchObject([{ kind: 'orphanedPayment' }]);
    });
});

describe('an orphaned log', () => {
    it.each([
        ['Capture', 'Success', 'error'],
        ['Sale', 'Success', 'error'],
        ['ReferencedRefund', 'Success', 'error'],
        ['ReferenceRefund', 'Success', 'error'],
        ['Capture', 'Failed', 'info'],
        ['Authorization', 'Success', 'info']
    ])('of a %s with %s names a record that is not there: %s', (InteractionType, InteractionStatus, severity) => {
        const log = { ...LOG, Id: 'lost', InteractionType, InteractionStatus, ReferencedEntityId: 'gone' };
        expect(warningsOf({ logs: [LOG, log] })).toMatchObject([
            { kind: 'orphanedLog', missing: 'record', severity, records: [{ record: log }] }
        ]);
    });

    it.each(['authorizations', 'adjustments', 'payments', 'refunds'] as const)(
        'is not told while %s are missing',
        (list) => {
            const logs = [{ ...LOG, ReferencedEntityId: 'gone' }];
            expect(warningsOf({ logs }, [list])).toEqual([]);
        }
    );

    it('is also one that names no record, where money was moved', () => {
        const log = { ...LOG, ReferencedEntityId: undefined };
        expect(warningsOf({ logs: [log] })).toMatchObject([
            { kind: 'orphanedLog', missing: 'recordId', severity: 'error' }
        ]);
        expect(warningsOf({ logs: [{ ...log, InteractionStatus: 'Failed' }] })).toEqual([]);
        expect(warningsOf({ logs: [log] }, ['logs'])).toEqual([]);
    });

    it('is none about a payment method, which is not among the records', () => {
        expect(warningsOf({ logs: [{ ...LOG, InteractionType: 'Tokenize', ReferencedEntityId: 'card' }] })).toEqual([]);
    });

    it('is told once for an attempt with several logs', () => {
        const answer = { ...LOG, Id: 'answer', IsNotification: 'Yes', CreatedDate: '2026-01-02T00:00:00.000Z' };
        const request = { ...LOG, CreatedDate: '2026-01-01T00:00:00.000Z' };
        const logs = [answer, request].map((log) => ({ ...log, ReferencedEntityId: 'gone' }));
        expect(warningsOf({ logs }).map(idsOf)).toEqual([['log', 'answer']]);
    });
});

describe('the warnings of any records', () => {
    const NAMES = ['authorizations', 'adjustments', 'payments', 'refunds', 'logs'] as const;

    it('are the same in every order of the records', () => {
        fc.assert(
            fc.property(withShuffled(anyRecords), ([records, others]) => {
                const input = { complete: COMPLETE, now: NOW };
                expect(paymentWarnings({ ...input, records: others })).toEqual(paymentWarnings({ ...input, records }));
            })
        );
    });

    it('concern records that are there, each once', () => {
        fc.assert(
            fc.property(anyRecords, (records) => {
                const ids = NAMES.flatMap((name) => records[name].map(({ Id }) => Id));
                const concerned = paymentWarnings({ records, complete: COMPLETE, now: NOW }).map(idsOf);
                expect(concerned.flat().filter((id) => !ids.includes(id))).toEqual([]);
                expect(concerned.map((of) => new Set(of).size)).toEqual(concerned.map((of) => of.length));
            })
        );
    });

    it('on a part of the records hold for all of them', () => {
        const anyPart = anyRecords.chain((records) => {
            const count = ({ length }: readonly unknown[]) => fc.integer({ min: 0, max: length });
            const kept = fc.record({
                authorizations: count(records.authorizations),
                adjustments: count(records.adjustments),
                payments: count(records.payments),
                refunds: count(records.refunds),
                logs: count(records.logs)
            });
            return kept.map((counts) => ({ records: withoutNegatives(records), counts }));
        });
        fc.assert(
            fc.property(anyPart, ({ records, counts }) => {
                const part: PaymentRecords = {
                    ...records,
                    authorizations: records.authorizations.slice(0, counts.authorizations),
                    adjustments: records.adjustments.slice(0, counts.adjustments),
                    payments: records.payments.slice(0, counts.payments),
                    refunds: records.refunds.slice(0, counts.refunds),
                    logs: records.logs.slice(0, counts.logs)
                };
                const isWhole = NAMES.map((name) => [name, part[name].length === records[name].length]);
                const complete = { ...COMPLETE, ...Object.fromEntries(isWhole) };
                const all = paymentWarnings({ records, complete: COMPLETE, now: NOW });
                const unfounded = paymentWarnings({ records: part, complete, now: NOW }).filter(
                    (warning) => !all.some((other) => covers(other, warning))
                );
                expect(unfounded).toEqual([]);
            })
        );
    });

    /** A negative refund that is not loaded yet could take back what was refunded too much. */
    function withoutNegatives(records: PaymentRecords): PaymentRecords {
        const refunds = records.refunds.map((refund) => ({ ...refund, Amount: Math.abs(refund.Amount ?? 0) }));
        return { ...records, refunds };
    }

    /** The same warning, of these records or of more: a log may turn out to be the answer to another. */
    function covers(warning: PaymentWarning, other: PaymentWarning): boolean {
        const ids = idsOf(warning);
        return warning.kind === other.kind && idsOf(other).every((id) => ids.includes(id));
    }
});
