import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paymentRecordsOf, withStatus, type PaymentRecords } from './paymentRecords.ts';
import { hundredths, readSampleData, splitPrefix, text, type TreeRecord } from './readSampleData.ts';

const data = readSampleData();

const PAYMENT_INTENT = /^pi_3\w{23}$/;
const BALANCE_TRANSACTION = /^txn_3\w{23}$/;
const SALESFORCE_NUMBER = /^SF\d{6}$/;

function summariesOf(orderNumber: string): PaymentRecords[] {
    return data
        .recordsOf('OrderPaymentSummary')
        .filter((summary) => text(orderOf(summary), 'OrderNumber') === orderNumber)
        .map((summary) => paymentRecordsOf(data, summary));
}

function orderOf(orderPaymentSummary: TreeRecord): TreeRecord {
    return present(data.related(orderPaymentSummary, 'OrderSummaryId'));
}

/** The one order payment summary of an order. */
function only(orderNumber: string): PaymentRecords {
    const summaries = summariesOf(orderNumber);
    assert.equal(summaries.length, 1, orderNumber);
    return present(summaries[0]);
}

function present<Value>(value: Value | undefined): Value {
    assert.ok(value !== undefined);
    return value;
}

/** The one record of a list. */
function single(records: TreeRecord[]): TreeRecord {
    assert.equal(records.length, 1);
    return present(records[0]);
}

function values(records: TreeRecord[], field: string): string[] {
    return records.map((record) => text(record, field));
}

function parsed(record: TreeRecord, field: string): unknown {
    return JSON.parse(splitPrefix(text(record, field)).content);
}

test('00000101 is authorized only, by a pi_ reference from outside', () => {
    const { authorizations, payments, refunds } = only('00000101');
    const authorization = single(authorizations);
    assert.match(text(authorization, 'GatewayRefNumber'), PAYMENT_INTENT);
    assert.equal(text(authorization, 'ProcessingMode'), 'External');
    assert.equal(payments.length + refunds.length, 0);
});

test('00000102 was captured at checkout by an older cartridge: a txn_ payment, no authorization', () => {
    const { authorizations, payments, logs } = only('00000102');
    const payment = single(payments);
    assert.equal(authorizations.length, 0);
    assert.match(text(payment, 'GatewayRefNumber'), BALANCE_TRANSACTION);
    assert.equal(text(payment, 'ProcessingMode'), 'External');
    assert.match(text(single(logs), 'Response'), /"id": "ch_3/);
});

test('00000103 was captured at checkout by a newer cartridge: a pi_ payment, no authorization', () => {
    const { authorizations, payments } = only('00000103');
    assert.equal(authorizations.length, 0);
    assert.match(text(single(payments), 'GatewayRefNumber'), PAYMENT_INTENT);
});

test('00000104 was captured later by Order Management: an SF number on the payment', () => {
    const { authorizations, payments, refunds } = only('00000104');
    const payment = single(payments);
    assert.match(text(single(authorizations), 'GatewayRefNumber'), PAYMENT_INTENT);
    assert.match(text(payment, 'GatewayRefNumber'), SALESFORCE_NUMBER);
    assert.equal(text(payment, 'ProcessingMode'), 'Salesforce');
    assert.equal(refunds.length, 0);
});

test('00000105 was refunded in full', () => {
    const { payments, refunds } = only('00000105');
    const refund = single(refunds);
    assert.match(text(refund, 'GatewayRefNumber'), SALESFORCE_NUMBER);
    assert.equal(text(refund, 'ProcessingMode'), 'Salesforce');
    assert.equal(refund['Amount'], single(payments)['Amount']);
});

test('00000106 has two partial refunds, and a failed attempt that counts in no total', () => {
    const { summary, refunds, logs } = only('00000106');
    assert.equal(withStatus(refunds, 'Processed').length, 2);
    const failed = single(withStatus(refunds, 'Canceled'));
    const log = single(logs.filter((candidate) => data.related(candidate, 'ReferencedEntityId') === failed));
    assert.equal(text(log, 'InteractionStatus'), 'Failed');
    assert.match(text(log, 'Response'), /"failure_reason": "expired_or_canceled_card"/);
    assert.equal(hundredths(summary, 'RefundedAmount'), 7500);
});

test('00000107 is split over a card and a wallet, and one part is partly refunded', () => {
    const summaries = summariesOf('00000107');
    const methods = summaries.map(({ summary }) => present(data.related(summary, 'PaymentMethodId')).attributes.type);
    assert.deepEqual(methods.sort(), ['CardPaymentMethod', 'DigitalWallet']);
    const refunds = summaries.flatMap((records) => records.refunds);
    assert.ok(hundredths(single(refunds), 'Amount') > 0);
    assert.equal(summaries.flatMap((records) => records.payments).length, 2);
});

test('00000108 is reversed, and the logs of the reversals name no order payment summary', () => {
    const { adjustments, logs } = only('00000108');
    assert.deepEqual(values(adjustments, 'Status'), ['Processed', 'Pending']);
    const reversals = logs.filter((log) => text(log, 'InteractionType') === 'AuthorizationReversal');
    assert.equal(reversals.length, 2);
    for (const log of reversals) {
        assert.equal(log['OrderPaymentSummaryId'], undefined);
        assert.equal(data.related(log, 'ReferencedEntityId')?.attributes.type, 'PaymentAuthAdjustment');
    }
});

test('00000109 is declined with a Stripe error, and authorized at the second attempt', () => {
    const { authorizations, logs } = only('00000109');
    assert.deepEqual(values(authorizations, 'Status'), ['Failed', 'Processed']);
    const response = text(single(logs.filter((log) => text(log, 'InteractionStatus') === 'Failed')), 'Response');
    const url = /^https:\/\/dashboard\.stripe\.com\/acct_1\w{15}\/test\/workbench\/logs\?object=req_\w{14}$/;
    const { error } = JSON.parse(response) as { error: Record<string, unknown> };
    assert.equal(error['type'], 'card_error');
    assert.equal(error['code'], 'card_declined');
    assert.equal(error['decline_code'], 'insufficient_funds');
    assert.match(String(error['request_log_url']), url);
});

test('00000110 has a log body of about 120,000 characters, below the limit of the field', () => {
    const longest = Math.max(...only('00000110').logs.map((log) => text(log, 'Response').length));
    assert.ok(longest > 119_000 && longest < 122_000, String(longest));
});

test('00000111 has an order payment summary and no record at all', () => {
    const { summary, ...lists } = only('00000111');
    assert.deepEqual(Object.values(lists).flat(), []);
    assert.equal(summary['CapturedAmount'], 0);
});

test('00000112 has a payment that lost its order payment summary and is reached by its authorization', () => {
    const { authorizations, payments } = only('00000112');
    const payment = single(payments);
    assert.equal(payment['OrderPaymentSummaryId'], undefined);
    assert.equal(data.related(payment, 'PaymentAuthorizationId'), single(authorizations));
});

test('00000113 is in yen, whose Stripe amounts have no minor unit', () => {
    const { authorizations, logs } = only('00000113');
    assert.equal(single(authorizations)['CurrencyIsoCode'], 'JPY');
    assert.equal(single(authorizations)['Amount'], 12800);
    const log = present(logs.find((candidate) => text(candidate, 'InteractionType') === 'Authorization'));
    assert.match(text(log, 'Response'), /"amount": 12800,/);
});

test('00000114 is in euro, of the second account, and its capture is received first and completed later', () => {
    const { payments, logs } = only('00000114');
    const payment = single(payments);
    const captures = logs.filter((log) => data.related(log, 'ReferencedEntityId') === payment);
    assert.equal(payment['CurrencyIsoCode'], 'EUR');
    assert.deepEqual(values(captures, 'GatewayMessage'), ['[capture-received]', '[capture-completed]']);
    assert.deepEqual(values(captures, 'InteractionStatus'), ['Initiated', 'Success']);
    assert.deepEqual(values(captures, 'IsNotification'), ['No', 'Yes']);
    const gateway = present(data.related(payment, 'PaymentGatewayId'));
    assert.equal(text(gateway, 'PaymentGatewayName'), 'Example Gateway Europe');
});

test('00000115 has references of every troublesome kind', () => {
    const { authorizations, payments } = only('00000115');
    const references = [...values(authorizations, 'GatewayRefNumber'), ...values(payments, 'GatewayRefNumber')];
    assert.ok(references.includes('00000115'), 'an order number');
    assert.ok(references.includes(''), 'an empty reference');
    assert.ok(references.includes('javascript:alert(1)'), 'hostile text');
    assert.ok(
        references.some((reference) => reference.startsWith('PI_')),
        'a prefix in capitals'
    );
    const lowerCase = references.filter((reference) => reference.startsWith('pi_')).map((id) => id.toLowerCase());
    assert.ok(new Set(lowerCase).size < lowerCase.length, 'two ids that differ in case only');
});

test('00000115 has a client secret as result description', () => {
    const descriptions = values(only('00000115').authorizations, 'GatewayResultCodeDescription');
    assert.ok(descriptions.some((description) => /^pi_\w{24}_secret_\w{25}$/.test(description)));
});

test('00000115 has a txn_ payment whose authorization is known, and a refund whose log alone tells its re_', () => {
    const { payments, refunds, logs } = only('00000115');
    const payment = single(payments.filter((one) => BALANCE_TRANSACTION.test(text(one, 'GatewayRefNumber'))));
    const authorization = present(data.related(payment, 'PaymentAuthorizationId'));
    assert.match(text(authorization, 'GatewayRefNumber'), PAYMENT_INTENT);
    const refund = single(refunds);
    assert.match(text(refund, 'GatewayRefNumber'), SALESFORCE_NUMBER);
    const log = single(logs.filter((candidate) => data.related(candidate, 'ReferencedEntityId') === refund));
    assert.match(text(log, 'Response'), /"id": "re_3\w{23}"/);
});

test('00000116 has more than forty payments and more than forty logs', () => {
    const { payments, logs, refunds } = only('00000116');
    assert.ok(payments.length > 40);
    assert.ok(logs.length > 40);
    assert.ok(refunds.length > 3);
    assert.deepEqual([...new Set(values(payments, 'Status'))].sort(), ['Canceled', 'Processed']);
});

test('00000116 has a log whose JSON stands behind ERROR:, one without an answer and one cut off', () => {
    const { logs } = only('00000116');
    const prefixed = single(logs.filter((log) => text(log, 'Response').startsWith('ERROR: ')));
    assert.ok(parsed(prefixed, 'Response'));
    assert.equal(text(single(logs.filter((log) => text(log, 'InteractionStatus') === 'Timeout')), 'Response'), '');
    const cutOff = single(logs.filter((log) => text(log, 'GatewayMessage') === 'Already captured'));
    assert.throws(() => parsed(cutOff, 'Response'), SyntaxError);
});

test('00000117 has the UNMANAGED life cycle and no totals, although it has payments', () => {
    const { summary, payments } = only('00000117');
    assert.equal(text(orderOf(summary), 'OrderLifeCycleType'), 'UNMANAGED');
    assert.equal(orderOf(summary)['GrandTotalAmount'], undefined);
    assert.deepEqual(
        Object.keys(summary).filter((field) => field.endsWith('Amount')),
        []
    );
    assert.equal(payments.length, 1);
});

test('00000118 is declined as fraudulent, and its second authorization is pending', () => {
    const { summary, authorizations } = only('00000118');
    assert.deepEqual(values(authorizations, 'Status'), ['Failed', 'Pending']);
    assert.equal(text(present(authorizations[0]), 'GatewayResultCodeDescription'), 'fraudulent');
    assert.ok(hundredths(summary, 'PendingAuthorizationAmount') > 0);
});

test('request bodies come form-encoded, as JSON, and as neither', () => {
    const requests = values(data.recordsOf('PaymentGatewayLog'), 'Request');
    assert.ok(requests.some((request) => /^[\w%]+=\w+&/.test(request)));
    assert.ok(requests.some((request) => request.startsWith('{"payment_intent":')));
    assert.ok(requests.includes('javascript:alert(1)'));
});
