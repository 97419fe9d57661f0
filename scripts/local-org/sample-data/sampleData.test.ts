import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectedTotals, orderedAmount, paymentRecordsOf, withStatus } from './paymentRecords.ts';
import { hundredths, readSampleData, splitPrefix, sumOf, text, type TreeRecord } from './readSampleData.ts';

const data = readSampleData();
const everyText = JSON.stringify(data.records);
const FRAGMENTS = ['Lk8WnTe5Vb', 'Eu4JdXq7Mc'];
const CURRENCY_OBJECTS = [
    'OrderSummary',
    'OrderPaymentSummary',
    'PaymentAuthorization',
    'PaymentAuthAdjustment',
    'Payment',
    'Refund',
    'RefundLinePayment'
];

function nameOf(record: TreeRecord): string {
    return record.attributes.referenceId;
}

function isManaged(orderPaymentSummary: TreeRecord): boolean {
    const orderSummary = data.related(orderPaymentSummary, 'OrderSummaryId');
    return orderSummary !== undefined && text(orderSummary, 'OrderLifeCycleType') === 'MANAGED';
}

/** A log body is JSON by its own claim when it starts with a brace, behind a prefix or not. */
function claimsJson(body: string): boolean {
    return splitPrefix(body).content.startsWith('{');
}

test('every record is of the object that the plan says, and its referenceId is its own', () => {
    const objects = new Set(data.plan.map((entry) => entry.sobject));
    const references = new Set<string>();
    for (const record of data.records) {
        assert.ok(objects.has(record.attributes.type), nameOf(record));
        assert.ok(!references.has(nameOf(record)), `${nameOf(record)} is used twice`);
        references.add(nameOf(record));
    }
});

test('every reference names a record that the plan imports before it', () => {
    const imported = new Set<string>();
    for (const record of data.records) {
        for (const [field, value] of Object.entries(record)) {
            if (typeof value === 'string' && value.startsWith('@')) {
                assert.ok(imported.has(value.slice(1)), `${nameOf(record)}.${field} is ${value}`);
            } else {
                assert.ok(!field.endsWith('Id'), `${nameOf(record)}.${field} is not a reference`);
            }
        }
        imported.add(nameOf(record));
    }
});

test('every order payment summary agrees with its records', () => {
    for (const summary of data.recordsOf('OrderPaymentSummary').filter(isManaged)) {
        const expected = expectedTotals(paymentRecordsOf(data, summary));
        const stored = Object.fromEntries(Object.keys(expected).map((field) => [field, hundredths(summary, field)]));
        assert.deepEqual(stored, expected, nameOf(summary));
    }
});

test('an order that is paid has a grand total equal to what its order payment summaries hold', () => {
    for (const order of data.recordsOf('OrderSummary')) {
        const summaries = data
            .recordsOf('OrderPaymentSummary')
            .filter((summary) => data.related(summary, 'OrderSummaryId') === order)
            .filter(isManaged)
            .map((summary) => paymentRecordsOf(data, summary))
            .filter((records) => records.authorizations.length + records.payments.length > 0);
        if (summaries.length === 0) {
            continue;
        }
        const ordered = summaries.reduce((total, records) => total + orderedAmount(records), 0);
        assert.equal(hundredths(order, 'GrandTotalAmount'), ordered, text(order, 'OrderNumber'));
    }
});

test('no authorization is captured and reversed beyond its amount, and its own totals agree', () => {
    for (const authorization of withStatus(data.recordsOf('PaymentAuthorization'), 'Processed')) {
        const ofIt = (record: TreeRecord): boolean => data.related(record, 'PaymentAuthorizationId') === authorization;
        const captured = sumOf(withStatus(data.recordsOf('Payment'), 'Processed').filter(ofIt), 'Amount');
        const reversed = sumOf(withStatus(data.recordsOf('PaymentAuthAdjustment'), 'Processed').filter(ofIt), 'Amount');
        const left = hundredths(authorization, 'Amount') - captured - reversed;
        assert.ok(left >= 0, nameOf(authorization));
        assert.equal(hundredths(authorization, 'TotalPaymentCaptureAmount'), captured, nameOf(authorization));
        assert.equal(hundredths(authorization, 'TotalAuthReversalAmount'), reversed, nameOf(authorization));
        assert.equal(hundredths(authorization, 'Balance'), left, nameOf(authorization));
    }
});

test('no payment is refunded beyond its amount, and its own totals agree', () => {
    for (const payment of withStatus(data.recordsOf('Payment'), 'Processed')) {
        const lines = data.recordsOf('RefundLinePayment').filter((line) => data.related(line, 'PaymentId') === payment);
        const refunded = sumOf(lines, 'Amount');
        const left = hundredths(payment, 'Amount') - refunded;
        assert.ok(left >= 0, nameOf(payment));
        assert.equal(hundredths(payment, 'NetRefundApplied'), refunded, nameOf(payment));
        assert.equal(hundredths(payment, 'Balance'), left, nameOf(payment));
    }
});

test('every processed refund is applied to payments in full, and a canceled one to none', () => {
    for (const refund of data.recordsOf('Refund')) {
        const lines = data.recordsOf('RefundLinePayment').filter((line) => data.related(line, 'RefundId') === refund);
        const applied = text(refund, 'Status') === 'Processed' ? hundredths(refund, 'Amount') : 0;
        assert.equal(sumOf(lines, 'Amount'), applied, nameOf(refund));
        assert.equal(hundredths(refund, 'NetApplied'), applied, nameOf(refund));
        assert.equal(hundredths(refund, 'Balance'), hundredths(refund, 'Amount') - applied, nameOf(refund));
    }
});

test('every money record has a currency, the one of its order', () => {
    for (const objectName of CURRENCY_OBJECTS) {
        for (const record of data.recordsOf(objectName)) {
            assert.match(text(record, 'CurrencyIsoCode'), /^[A-Z]{3}$/, nameOf(record));
        }
    }
    for (const summary of data.recordsOf('OrderPaymentSummary')) {
        const { authorizations, adjustments, payments, refunds } = paymentRecordsOf(data, summary);
        for (const record of [...authorizations, ...adjustments, ...payments, ...refunds]) {
            assert.equal(record['CurrencyIsoCode'], summary['CurrencyIsoCode'], nameOf(record));
        }
    }
});

test('dates are fixed, between September and November 2026, and nothing precedes what it depends on', () => {
    for (const record of data.records) {
        const created = text(record, 'CreatedDate');
        assert.match(created, /^2026-(09|10|11)-\d\dT\d\d:\d\d:\d\d\.000\+0000$/, nameOf(record));
        for (const field of ['PaymentAuthorizationId', 'PaymentId', 'RefundId', 'ReferencedEntityId']) {
            const cause = data.related(record, field);
            assert.ok(cause === undefined || text(cause, 'CreatedDate') <= created, `${nameOf(record)}.${field}`);
        }
    }
});

test('some records of a list share their CreatedDate, so that paging by key has a tie to break', () => {
    for (const objectName of ['Payment', 'PaymentGatewayLog']) {
        const dates = data.recordsOf(objectName).map((record) => text(record, 'CreatedDate'));
        assert.ok(new Set(dates).size < dates.length, objectName);
    }
});

test('a log body that claims to be JSON parses, except the one that is cut off', () => {
    const broken: string[] = [];
    for (const log of data.recordsOf('PaymentGatewayLog')) {
        for (const body of [text(log, 'Request'), text(log, 'Response')].filter(claimsJson)) {
            try {
                JSON.parse(splitPrefix(body).content);
            } catch {
                broken.push(text(log, 'GatewayMessage'));
            }
        }
    }
    assert.deepEqual(broken, ['Already captured']);
});

test('texts fit into their fields', () => {
    const limits: Record<string, number> = {
        GatewayRefNumber: 255,
        GatewayRefDetails: 1000,
        GatewayAuthCode: 64,
        GatewayResultCode: 64,
        GatewayResultCodeDescription: 255,
        GatewayMessage: 255,
        LastPaymentGatewayMessage: 1000,
        SfRefNumber: 255,
        Request: 131072,
        Response: 131072
    };
    for (const record of data.records) {
        for (const [field, limit] of Object.entries(limits)) {
            assert.ok(text(record, field).length <= limit, `${nameOf(record)}.${field}`);
        }
    }
});

test('Stripe ids have the shape of their kind and carry the fragment of one of the two accounts', () => {
    const ids = everyText.match(/\b(?:pi|ch|re|txn|evt|pm)_[13][A-Za-z0-9]+/g) ?? [];
    assert.ok(ids.length > 200);
    for (const id of ids) {
        const body = id.slice(id.indexOf('_') + 1);
        assert.equal(body.length, 24, id);
        assert.ok(FRAGMENTS.includes(body.slice(6, 16)), id);
    }
});

test('the ids of one payment share the first sixteen characters', () => {
    const bodies = data.recordsOf('PaymentGatewayLog').map((log) => text(log, 'Response'));
    for (const body of bodies) {
        const stems = (body.match(/\b(?:pi|ch|re|txn)_3[A-Za-z0-9]{23}/g) ?? []).map((id) =>
            id.slice(id.indexOf('_') + 1).slice(0, 16)
        );
        assert.ok(new Set(stems).size <= 1, body.slice(0, 80));
    }
});

test('the gateways name the account whose fragment their records carry', () => {
    const accounts = data.recordsOf('PaymentGateway').map((gateway) => text(gateway, 'ProviderAccount'));
    assert.deepEqual(
        accounts.map((account) => account.slice(-10)),
        FRAGMENTS
    );
    const inLogs = new Set(everyText.match(/acct_1[A-Za-z0-9]{15}/g));
    assert.deepEqual([...inLogs].sort(), accounts.sort());
});

test('nothing looks like a live key, and the one test key is a placeholder of zeros', () => {
    assert.doesNotMatch(everyText, /(sk|rk|pk)_live_|whsec_|ephkey_/);
    assert.deepEqual(everyText.match(/[sr]k_test_\w*/g), ['sk_test_0000000000000000']);
});

test('every e-mail address is of example.com', () => {
    const addresses = everyText.match(/[\w.+-]+(?:@|%40)[\w-]+\.[\w.-]+/g) ?? [];
    assert.ok(addresses.length > 20);
    for (const address of addresses) {
        assert.match(address, /(?:@|%40|\.)example\.com$/);
    }
});

test('the bodies hold what must never be shown: client secrets, a card number, a security code, addresses', () => {
    for (const secret of [
        /pi_\w{24}_secret_\w{25}/,
        /%5Bnumber%5D=\d{16}/,
        /%5Bcvc%5D=\d{3}/,
        /receipt_url/,
        /line1/
    ]) {
        assert.match(everyText, secret);
    }
});
