import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import type { Finding } from '../judge/findings.ts';
import { FINDING_KINDS } from '../judge/findings.ts';
import type { ReportRow } from '../judge/reportRow.ts';
import { csvReport } from './csvReport.ts';
import { htmlReport } from './htmlReport.ts';
import { jsonReport } from './jsonReport.ts';
import type { Report } from './report.ts';
import { tableReport } from './tableReport.ts';

const HOSTILE = `=1+1"><script>alert('1')</script>`;

const FINDING: Finding = {
    kind: 'amountDiffers',
    severity: 'error',
    object: 'Refund',
    id: '0aR000000000001AAA',
    number: HOSTILE,
    order: 'DEMO-0001',
    reference: 're_3MtwBwLk',
    salesforce: '50.00 EUR',
    stripe: '49.00 EUR',
    meaning: FINDING_KINDS.amountDiffers.meaning,
    nextStep: FINDING_KINDS.amountDiffers.nextStep,
    url: 'https://dashboard.stripe.com/acct_1Ours/test/refunds/re_3MtwBwLk',
    otherRecords: 2
};

const ROW: ReportRow = {
    object: 'Refund',
    id: '0aR000000000001AAA',
    number: HOSTILE,
    order: 'DEMO-0001',
    reference: 're_3MtwBwLk',
    referenceKind: 'stripe',
    url: FINDING.url,
    opens: 'refund',
    confidence: 'high',
    target: 're_3MtwBwLk',
    state: 'found',
    account: 'acct_1Ours',
    mode: 'test',
    currency: 'EUR',
    amount: 50,
    status: 'Processed',
    stripeCurrency: 'EUR',
    stripeAmount: '49.00',
    stripeCaptured: null,
    stripeRefunded: null,
    stripeStatus: 'succeeded',
    fee: null,
    feeCurrency: null,
    findings: ['amountDiffers']
};

const REPORT: Report = {
    org: '00D000000000001AAA',
    orgUrl: 'https://shop.my.salesforce.com',
    began: Date.parse('2026-11-29T10:00:00Z'),
    account: 'acct_1Ours',
    mode: 'test',
    totals: {
        records: { Refund: 1 },
        answers: { found: 1, missing: 0, otherMode: 0, notPermitted: 0, notAskable: 0 },
        modes: { live: 0, test: 1 },
        findings: Object.assign(Object.fromEntries(Object.keys(FINDING_KINDS).map((kind) => [kind, 0])), {
            amountDiffers: 1
        }) as Report['totals']['findings'],
        currencies: {
            EUR: {
                salesforceCaptured: '0.00',
                stripeCaptured: '0.00',
                salesforceRefunded: '50.00',
                stripeRefunded: '49.00',
                salesforceCapturedNotFound: '7.50',
                salesforceRefundedNotFound: '0.00'
            }
        },
        fees: {},
        payments: { listed: 3, unnamed: 0 }
    },
    findings: () => [FINDING],
    rows: () => [ROW],
    changes: () => []
};

const RECORD_URL = 'https://shop.my.salesforce.com/lightning/r/Refund/0aR000000000001AAA/view';

const text = (pieces: Iterable<string>) => [...pieces].join('');

test('the table has each finding with both sides and the next step, and the totals', () => {
    const table = text(tableReport(REPORT));
    assert.match(
        table,
        /^1 finding \(1 error, 0 warnings\): org 00D000000000001AAA, Stripe account\nacct_1Ours, test mode\n/
    );
    assert.match(table, /Amount differs: 1 error\n {2}The amounts are not the same\.\n {2}Next: Compare/);
    assert.match(table, /\n {2}DEMO-0001 +=1\+1.* and 2 more +50\.00 EUR +49\.00 EUR\n {4}https:\S+re_3MtwBwLk\n/);
    assert.match(table, /EUR +captured +0\.00 +0\.00 +0\.00 +7\.50\nEUR +refunded +50\.00 +49\.00 +1\.00 +0\.00\n/);
});

test('the JSON can be read as a whole, and has a line for each record', () => {
    const json = text(jsonReport(REPORT));
    const { version, totals, findings, records, changes } = JSON.parse(json);
    assert.equal(version, 1);
    assert.deepEqual(
        { totals, findings, records, changes },
        {
            ...{ totals: REPORT.totals, findings: [FINDING], records: [ROW], changes: [] }
        }
    );
    assert.ok(json.split('\n').includes(JSON.stringify(ROW)));
});

test('the CSV has a line for each record and each finding, and nothing begins a formula', () => {
    const rows: Record<string, string>[] = parse(text(csvReport(REPORT)), { columns: true });
    assert.deepEqual(
        rows.map(({ object, order, recordUrl, findings, severity, stripeAmount, stripe }) => [
            ...[object, order, recordUrl, findings, severity, stripeAmount, stripe]
        ]),
        [
            ['Refund', 'DEMO-0001', RECORD_URL, 'amountDiffers', '', '49.00', ''],
            ['Finding on Refund', 'DEMO-0001', RECORD_URL, 'amountDiffers', 'error', '', '49.00 EUR']
        ]
    );
    assert.ok(rows.every(({ number }) => number?.startsWith(`'=`)));
});

test('the HTML needs nothing else, escapes what it shows, and links to the record and the Dashboard alone', () => {
    const html = text(htmlReport(REPORT));
    assert.ok(!html.includes('<script') && !html.includes(`'1'`));
    assert.deepEqual(
        [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url]) => url),
        [RECORD_URL, FINDING.url]
    );
    assert.match(html, /default-src 'none'/);
    assert.match(html, /<th scope="row">EUR<\/th><td>captured<\/td><td class="figure">0\.00<\/td>/);
    assert.match(html, /<time datetime="2026-11-29T10:00:00.000Z">2026-11-29 10:00 UTC<\/time>/);
});

test('a report without findings says so', () => {
    const none = {
        ...REPORT,
        totals: { ...REPORT.totals, findings: { ...REPORT.totals.findings, amountDiffers: 0 } },
        findings: () => []
    };
    assert.match(text(tableReport(none)), /^No findings: /);
    assert.match(text(htmlReport(none)), /<p>There is none\.<\/p>/);
});
