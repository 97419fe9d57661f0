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
    reference: 're_3MtwBwLk',
    salesforce: '50 EUR',
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
                stripeRefunded: '49.00'
            }
        },
        fees: {},
        payments: { listed: 3, unnamed: 0 }
    },
    findings: () => [FINDING],
    rows: () => [ROW],
    changes: () => []
};

const text = (pieces: Iterable<string>) => [...pieces].join('');

test('the table has each finding with both sides and the next step, and the totals', () => {
    const table = text(tableReport(REPORT));
    assert.match(table, /^1 finding: org 00D000000000001AAA, Stripe account acct_1Ours, test mode\n/);
    assert.match(table, /error: amountDiffers, Refund .* and 2 more, re_3MtwBwLk\n/);
    assert.match(table, /Salesforce: 50 EUR; Stripe: 49\.00 EUR\n {2}Next: Compare the record/);
    assert.match(table, /EUR +0\.00 +0\.00 +50\.00 +49\.00\n/);
});

test('the JSON can be read as a whole, and has a line for each record', () => {
    const json = text(jsonReport(REPORT));
    const { totals, findings, records, changes } = JSON.parse(json);
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
        rows.map(({ object, findings, stripeAmount, stripe }) => [object, findings, stripeAmount, stripe]),
        [
            ['Refund', 'amountDiffers', '49.00', ''],
            ['Finding on Refund', 'amountDiffers', '', '49.00 EUR']
        ]
    );
    assert.ok(rows.every(({ number }) => number?.startsWith(`'=`)));
});

test('the HTML needs nothing else, escapes what it shows, and links to the Dashboard alone', () => {
    const html = text(htmlReport(REPORT));
    assert.ok(!html.includes('<script') && !html.includes(`'1'`));
    assert.deepEqual(
        [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url]) => url),
        [FINDING.url]
    );
    assert.match(html, /default-src 'none'/);
    assert.match(html, /<th scope="row">EUR<\/th><td class="figure">0\.00<\/td>/);
});

test('a report without findings says so', () => {
    const none = {
        ...REPORT,
        totals: { ...REPORT.totals, findings: {} as Report['totals']['findings'] },
        findings: () => []
    };
    assert.match(text(tableReport(none)), /^No findings: /);
    assert.match(text(htmlReport(none)), /<p>There is none\.<\/p>/);
});
