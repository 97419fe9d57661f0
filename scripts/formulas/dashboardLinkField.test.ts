import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dashboardLink, hasDashboardPage } from 'c/dashboardLink';
import {
    containsSecret,
    isLongStripeId,
    MAXIMUM_REFERENCE_LENGTH,
    parseGatewayReference,
    type StripeMode
} from 'c/gatewayReference';
import { isAccountId } from 'c/stripeContext';
import { LINK_CASES, type LinkCase } from '../../force-app/main/model/lwc/paymentLink/__tests__/linkCases.ts';
import { childText, readMetadataFile } from '../local-org/schema/metadataFile.ts';
import { textFormula } from './textFormula.ts';

const OBJECTS = path.join(import.meta.dirname, '../../force-app/main/setup/objects');

/** "Formulas are limited to 3,900 characters": help.salesforce.com, formula field limits. */
const LONGEST_FORMULA = 3_900;

const ACCOUNT = 'acct_1PgafTB7WZ01zgkW';

/** What the formula sees of a record. */
interface LinkFields {
    GatewayRefNumber: string;
    stripeAccountId__c: string;
    stripeAccountType__c: string;
}

/** An id as short as the formula takes it. */
const DECIDABLE: LinkFields = {
    GatewayRefNumber: 'pi_3MtwBwLkdIwHu7',
    stripeAccountId__c: ACCOUNT,
    stripeAccountType__c: 'STRIPE_TEST'
};

const MODES: Readonly<Record<string, StripeMode>> = { STRIPE_LIVE: 'live', STRIPE_TEST: 'test' };

function readFormula(objectName: string): string {
    const field = readMetadataFile(path.join(OBJECTS, objectName, 'fields/stripeDashboardLink__c.field-meta.xml'));
    return childText(field, 'formula') ?? '';
}

const FORMULA = readFormula('Payment');
const formula = textFormula(FORMULA);
const linkOf = (fields: LinkFields) => formula.calculate({ ...fields });

/** What the formula must give: the link of dashboardLink where a formula can decide, else nothing. */
function expectedLink({ GatewayRefNumber: id, stripeAccountId__c: account, stripeAccountType__c: type }: LinkFields) {
    const reference = parseGatewayReference(id);
    const mode = MODES[type];
    const isDecidable =
        isLongStripeId(id) &&
        hasDashboardPage(reference) &&
        mode !== undefined &&
        (account === '' || isAccountId(account));
    const url = isDecidable ? dashboardLink(reference, { account, mode })?.url : undefined;
    return url === undefined ? '' : `<a href="${url}" target="_blank">${id}</a>`;
}

/** The record that a case is about. */
function startOf({ start, records }: LinkCase): LinkFields {
    const lists = {
        PaymentAuthorization: records.authorizations,
        PaymentAuthAdjustment: records.adjustments,
        Payment: records.payments,
        Refund: records.refunds,
        PaymentGatewayLog: records.logs
    };
    const record = lists[start]?.[0];
    return {
        GatewayRefNumber: record?.GatewayRefNumber ?? '',
        stripeAccountId__c: record?.stripeAccountId__c ?? '',
        stripeAccountType__c: record?.stripeAccountType__c ?? ''
    };
}

/** Every reference of the case table that the field can hold, also those of the records around, each once. */
const REFERENCES = [...new Set(LINK_CASES.flatMap(({ records }) => referencesOf(records)))].filter(
    ({ length }) => length <= MAXIMUM_REFERENCE_LENGTH
);

const PREFIXES = ['pi', 'ch', 're', 'pyr', 'acct', 'plink', 'tr', 'txn', 'sub_sched', 'cs_test', 'PI', 'nope', ''];

function referencesOf({ authorizations, adjustments, payments, refunds, logs }: LinkCase['records']): string[] {
    return [authorizations, adjustments, payments, refunds, logs].flatMap(
        (list) => list?.map(({ GatewayRefNumber = '' }) => GatewayRefNumber) ?? []
    );
}

function addressIn(link: string): string | undefined {
    return /^<a href="([^"]+)" target="_blank">/.exec(link)?.[1];
}

describe('the field Stripe Dashboard', () => {
    for (const objectName of ['PaymentAuthorization', 'Refund', 'PaymentGatewayLog']) {
        it(`of ${objectName} has the formula of Payment`, () => {
            assert.equal(readFormula(objectName), FORMULA);
        });
    }

    it('is short enough for an org, and uses no function that formula fields lack', () => {
        assert.ok(FORMULA.length <= LONGEST_FORMULA, `${FORMULA.length} characters`);
        assert.doesNotMatch(FORMULA, /\b(REGEX|URLENCODE|VLOOKUP)\(/);
    });

    it('opens the reference in the account and mode of the record, in a new tab', () => {
        assert.equal(
            linkOf(DECIDABLE),
            `<a href="https://dashboard.stripe.com/${ACCOUNT}/test/payments/pi_3MtwBwLkdIwHu7" target="_blank">pi_3MtwBwLkdIwHu7</a>`
        );
        assert.equal(
            addressIn(linkOf({ ...DECIDABLE, stripeAccountId__c: '', stripeAccountType__c: 'STRIPE_LIVE' })),
            'https://dashboard.stripe.com/payments/pi_3MtwBwLkdIwHu7'
        );
    });

    for (const [name, changes] of [
        ['a body of 13 characters, which could be a word', { GatewayRefNumber: 'pi_3MtwBwLkdIwHu' }],
        ['an account without a body', { stripeAccountId__c: 'acct_' }],
        ['an account behind other letters', { stripeAccountId__c: `x${ACCOUNT}` }],
        ['a mode in lower case', { stripeAccountType__c: 'stripe_test' }],
        ['a client secret', { GatewayRefNumber: `${DECIDABLE.GatewayRefNumber}_secret_YrKJUKribcBjcG8H` }]
    ] satisfies [string, Partial<LinkFields>][]) {
        it(`is empty for ${name}`, () => {
            assert.equal(linkOf({ ...DECIDABLE, ...changes }), '');
        });
    }

    it('gives the link of dashboardLink for each case of the table that a formula can decide, else nothing', () => {
        const wrong = LINK_CASES.filter((linkCase) => linkOf(startOf(linkCase)) !== expectedLink(startOf(linkCase)));
        assert.deepEqual(
            wrong.map(({ name }) => name),
            []
        );
    });

    for (const [account, type] of [
        [ACCOUNT, 'STRIPE_TEST'],
        ['', 'STRIPE_LIVE'],
        [ACCOUNT, ''],
        ['acct-1', 'STRIPE_LIVE']
    ] as const) {
        it(`does so for each reference of the table with the account '${account}' and the mode '${type}'`, () => {
            const wrong = REFERENCES.filter((GatewayRefNumber) => {
                const fields = { GatewayRefNumber, stripeAccountId__c: account, stripeAccountType__c: type };
                return linkOf(fields) !== expectedLink(fields);
            });
            assert.deepEqual(wrong, []);
        });
    }

    it('decides an id of every kind that has a page', () => {
        const prefixes = REFERENCES.flatMap((text) => {
            const reference = parseGatewayReference(text);
            return reference.kind === 'stripe' && hasDashboardPage(reference) ? [reference.prefix] : [];
        });
        const missing = [...new Set(prefixes)].filter(
            (prefix) => linkOf({ ...DECIDABLE, GatewayRefNumber: `${prefix}_1MtwBwLkdIwHu7` }) === ''
        );
        assert.deepEqual(missing, []);
    });

    it('gives no other link than the console, except where a message of the record contradicts its fields', () => {
        const others = LINK_CASES.filter((linkCase) => {
            const url = addressIn(linkOf(startOf(linkCase)));
            return url !== undefined && url !== linkCase.link?.url;
        });
        assert.deepEqual(
            others.map(({ name }) => name),
            ['a request log goes before the record’s fields, which disagree']
        );
    });

    it('gives, whatever the fields hold, exactly the link of dashboardLink or nothing', () => {
        const word = fc.stringMatching(/^[A-Za-z0-9]{12,17}$/);
        const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webUrl());
        const id = fc.tuple(fc.constantFrom(...PREFIXES), fc.oneof(word, text)).map((parts) => parts.join('_'));
        const spoilt = fc
            .tuple(id, text, fc.nat(40))
            .map(([whole, put, at]) => whole.slice(0, at) + put + whole.slice(at));
        const reference = fc.oneof(id, spoilt, text, fc.constantFrom(...REFERENCES));
        const account = fc.oneof(
            fc.constantFrom('', ACCOUNT, 'acct_', `${ACCOUNT}/`, `${ACCOUNT}_1`),
            word.map((body) => `acct_${body}`),
            text
        );
        const type = fc.oneof(fc.constantFrom('STRIPE_LIVE', 'STRIPE_TEST', 'stripe_live', ''), text);
        fc.assert(
            fc.property(reference, account, type, (GatewayRefNumber, stripeAccountId__c, stripeAccountType__c) => {
                const fields = { GatewayRefNumber, stripeAccountId__c, stripeAccountType__c };
                const link = linkOf(fields);
                assert.equal(link, expectedLink(fields));
                assert.equal(
                    new URL(addressIn(link) ?? 'https://dashboard.stripe.com').origin,
                    'https://dashboard.stripe.com'
                );
                assert.equal(containsSecret(link), false);
            }),
            { numRuns: 300 }
        );
    });
});
