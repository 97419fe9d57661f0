import fc from 'fast-check';
import type { PaymentRecords } from 'c/paymentRecord';

/** The same lists in another order, which must change nothing. */
export function withShuffled(records: fc.Arbitrary<PaymentRecords>): fc.Arbitrary<[PaymentRecords, PaymentRecords]> {
    return records.chain((original) =>
        fc
            .record({
                authorizations: shuffled(original.authorizations),
                adjustments: shuffled(original.adjustments),
                payments: shuffled(original.payments),
                refunds: shuffled(original.refunds),
                refundLines: shuffled(original.refundLines),
                logs: shuffled(original.logs)
            })
            .map((others): [PaymentRecords, PaymentRecords] => [original, { ...original, ...others }])
    );
}

function shuffled<Value>(values: readonly Value[]): fc.Arbitrary<Value[]> {
    return fc.shuffledSubarray([...values], { minLength: values.length });
}

/** A value of these, or none, as in a field that is empty or hidden. */
export function optional(...values: string[]): fc.Arbitrary<string | undefined> {
    return fc.constantFrom(undefined, ...values);
}

/** A number of cents as a field holds it. */
export function decimalOf(cents: number): number {
    return Number(`${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)}.${twoDigits(Math.abs(cents) % 100)}`);
}

function twoDigits(number: number): string {
    return String(number).padStart(2, '0');
}

/** Up to many millions, also negative ones: no rule of Salesforce's forbids them. */
export const anyAmount = fc.integer({ min: -1_000_000_00, max: 10_000_000_00 }).map(decimalOf);

const anyStatus = optional('Processed', 'Processed', 'Pending', 'Draft', 'Canceled', 'Failed', 'Reversed');
const anyInstant = optional(
    '2026-01-01T00:00:00.000Z',
    '2026-01-02T00:00:00.000Z',
    '2026-01-02T01:00:00+01:00',
    'soon'
);
const anyReference = optional(
    'pi_3MtwBwLkdIwHu7ix28a3tqPa',
    'txn_1MiN3gLkdIwHu7ix',
    'SF123456',
    'JVBXGSDM53RZNN82',
    ''
);

const moneyFields = {
    Amount: anyAmount,
    Status: anyStatus,
    ProcessingMode: optional('External', 'Salesforce', 'Else'),
    SfResultCode: optional('Success', 'Success', 'Decline', 'PermanentFail', 'Indeterminate', 'RequiresReview'),
    GatewayRefNumber: anyReference,
    GatewayDate: anyInstant,
    Date: anyInstant,
    CreatedDate: anyInstant
};

const authorizationIds = optional('authorizations0', 'authorizations1', 'elsewhere');
const anyAuthorization = fc.record({
    ...moneyFields,
    Balance: fc.option(anyAmount, { nil: undefined }),
    ExpirationDate: anyInstant
});
const anyAdjustment = fc.record({ ...moneyFields, PaymentAuthorizationId: authorizationIds });
const anyPayment = fc.record({
    ...moneyFields,
    Type: optional('Capture', 'Sale'),
    Balance: anyAmount,
    PaymentAuthorizationId: authorizationIds,
    OrderPaymentSummaryId: optional('summary')
});
const anyRefund = fc.record(moneyFields);
const anyLog = fc.record({
    InteractionType: optional('Authorization', 'AuthorizationReversal', 'Capture', 'Sale', 'ReferencedRefund', 'Void'),
    InteractionStatus: optional('Success', 'Failed', 'Initiated', 'Timeout', 'NoOp'),
    IsNotification: optional('No', 'Yes'),
    GatewayRefNumber: anyReference,
    SfRefNumber: optional('key1', 'key2'),
    ReferencedEntityId: optional(
        'authorizations0',
        'adjustments0',
        'payments0',
        'payments1',
        'refunds0',
        'refunds1',
        'elsewhere'
    ),
    GatewayDate: anyInstant,
    CreatedDate: anyInstant
});

/** Up to three of them, with the name of the list and their place in it as id. */
function list<Fields>(name: string, fields: fc.Arbitrary<Fields>): fc.Arbitrary<(Fields & { Id: string })[]> {
    return fc
        .array(fields, { maxLength: 3 })
        .map((all) => all.map((record, index) => ({ Id: `${name}${index}`, ...record })));
}

/** The records of an order payment summary in any state, sensible or not, in one currency, with all their amounts. */
export const anyRecords: fc.Arbitrary<PaymentRecords> = fc.record({
    authorizations: list('authorizations', anyAuthorization),
    adjustments: list('adjustments', anyAdjustment),
    payments: list('payments', anyPayment),
    refunds: list('refunds', anyRefund),
    refundLines: fc.constant([]),
    logs: list('logs', anyLog)
});
