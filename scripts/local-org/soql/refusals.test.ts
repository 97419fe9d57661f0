import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { toReadAccess } from './readAccess.ts';
import { runQuery, type QueryOptions } from './runQuery.ts';
import { createTestQueries, type TestQueries } from './testQueries.ts';

describe('a query is refused', () => {
    let queries: TestQueries;
    before(() => {
        queries = createTestQueries();
    });
    after(() => {
        queries.database.close();
    });

    function assertRefused(soql: string, errorCode: string, message: RegExp, options?: QueryOptions): void {
        assert.throws(
            () => runQuery(queries.database, soql, options),
            { name: 'SalesforceError', errorCode, message },
            soql
        );
    }

    const bySalesforce: [why: string, soql: string, errorCode: string, message: RegExp][] = [
        ['an unknown object', 'SELECT Id FROM Invoice', 'INVALID_TYPE', /^sObject type 'Invoice' is not supported/],
        [
            'an unknown field',
            'SELECT Amont FROM Payment',
            'INVALID_FIELD',
            /^No such column 'Amont' on entity 'Payment'/
        ],
        [
            'an unknown field in WHERE',
            'SELECT Id FROM Payment WHERE X__c = 1',
            'INVALID_FIELD',
            /No such column 'X__c'/
        ],
        ['an unknown field in ORDER BY', 'SELECT Id FROM Payment ORDER BY X', 'INVALID_FIELD', /No such column 'X'/],
        [
            'an unknown parent',
            'SELECT Foo.Name FROM Payment',
            'INVALID_FIELD',
            /^Didn't understand relationship 'Foo' in field path/
        ],
        [
            'an unknown field of a parent',
            'SELECT Account.X FROM Payment',
            'INVALID_FIELD',
            /No such column 'X' on entity 'Account'/
        ],
        [
            'unknown children',
            'SELECT (SELECT Id FROM Foos) FROM Account',
            'INVALID_TYPE',
            /^Didn't understand relationship 'Foos' in FROM/
        ],
        [
            'a field of one of several parent objects',
            'SELECT ReferencedEntity.Amount FROM PaymentGatewayLog',
            'INVALID_FIELD',
            /'Amount' on entity 'Name'/
        ],
        ['nonsense', 'garbage', 'MALFORMED_QUERY', /^unexpected token: 'garbage'$/],
        ['no field', 'SELECT FROM Payment', 'MALFORMED_QUERY', /^unexpected token: 'FROM'$/],
        ['no condition', 'SELECT Id FROM Payment WHERE', 'MALFORMED_QUERY', /^unexpected token: '<EOF>'$/],
        [
            'a clause too many',
            'SELECT Id FROM Payment LIMIT 1 WHERE Id = 1',
            'MALFORMED_QUERY',
            /^unexpected token: 'WHERE'$/
        ],
        [
            'a text without an end',
            "SELECT Id FROM Payment WHERE Status = 'x",
            'MALFORMED_QUERY',
            /^unexpected token: '''$/
        ],
        [
            'a long text in WHERE',
            "SELECT Id FROM PaymentGatewayLog WHERE Request = 'x'",
            'INVALID_FIELD',
            /^field 'Request' can not be filtered in a query call$/
        ],
        [
            'a long text in LIKE',
            "SELECT Id FROM PaymentGatewayLog WHERE Response LIKE 'x%'",
            'INVALID_FIELD',
            /^field 'Response' can not be filtered/
        ],
        [
            'a long text of the package in WHERE',
            "SELECT Id FROM Dispute__c WHERE Evidence__c = 'x'",
            'INVALID_FIELD',
            /'Evidence__c' can not be filtered/
        ],
        [
            'a long text in ORDER BY',
            'SELECT Id FROM PaymentGatewayLog ORDER BY Request',
            'MALFORMED_QUERY',
            /^field 'Request' can not be sorted in a query call$/
        ],
        [
            'a long text in GROUP BY',
            'SELECT Request FROM PaymentGatewayLog GROUP BY Request',
            'MALFORMED_QUERY',
            /^field 'Request' can not be grouped in a query call$/
        ],
        [
            'an amount in GROUP BY',
            'SELECT Amount FROM Payment GROUP BY Amount',
            'MALFORMED_QUERY',
            /'Amount' can not be grouped/
        ],
        [
            'a text for a number',
            "SELECT Id FROM Payment WHERE Amount = '5'",
            'INVALID_FIELD',
            /^value of filter criterion for field 'Amount' must be of type double and should not be enclosed in quotes/
        ],
        [
            'a number for a text',
            'SELECT Id FROM Payment WHERE Status = 5',
            'INVALID_FIELD',
            /'Status' must be of type picklist and should be enclosed in quotes/
        ],
        [
            'a text for a date-time',
            "SELECT Id FROM Payment WHERE CreatedDate > '2026-01-01'",
            'INVALID_FIELD',
            /'CreatedDate' must be of type dateTime and should not be/
        ],
        [
            'a date for a date-time',
            'SELECT Id FROM Payment WHERE CreatedDate > 2026-01-01',
            'INVALID_FIELD',
            /must be of type dateTime/
        ],
        [
            'a day that does not exist',
            'SELECT Id FROM Payment WHERE CreatedDate > 2026-02-30T00:00:00Z',
            'MALFORMED_QUERY',
            /Invalid date: 2026-02-30/
        ],
        ['a date literal for a number', 'SELECT Id FROM Payment WHERE Amount > TODAY', 'INVALID_FIELD', /'Amount'/],
        [
            'an id that is none',
            "SELECT Id FROM Payment WHERE Id = 'x'",
            'INVALID_QUERY_FILTER_OPERATOR',
            /^invalid ID field: x$/
        ],
        [
            'LIKE for an id',
            "SELECT Id FROM Payment WHERE Id LIKE '0aQ%'",
            'INVALID_QUERY_FILTER_OPERATOR',
            /^invalid operator on id field$/
        ],
        [
            'LIKE for an amount',
            "SELECT Id FROM Payment WHERE Amount LIKE '5%'",
            'INVALID_QUERY_FILTER_OPERATOR',
            /^invalid operator on currency field$/
        ],
        [
            '< for a checkbox',
            'SELECT Id FROM Payment WHERE IsDeleted < TRUE',
            'INVALID_QUERY_FILTER_OPERATOR',
            /^invalid operator on boolean field$/
        ],
        [
            'AND beside OR without parentheses',
            'SELECT Id FROM Payment WHERE Amount = 1 OR Amount = 2 AND Amount = 3',
            'MALFORMED_QUERY',
            /^unexpected token: 'AND' \(put parentheses/
        ],
        [
            'an escape that does not exist',
            "SELECT Id FROM Payment WHERE Status = 'a\\qb'",
            'MALFORMED_QUERY',
            /Illegal character sequence '\\q'/
        ],
        [
            'a bind without a value',
            'SELECT Id FROM Payment WHERE Amount = :amount',
            'MALFORMED_QUERY',
            /Variable does not exist: amount/
        ],
        [
            'a semi-join inside OR',
            'SELECT Id FROM Payment WHERE Amount = 1 OR Id IN (SELECT PaymentId FROM RefundLinePayment)',
            'MALFORMED_QUERY',
            /^Semi join sub-selects are not allowed with the 'OR' operator$/
        ],
        [
            'a semi-join deep inside OR',
            'SELECT Id FROM Payment WHERE Amount = 1 OR (Amount = 2 AND (NOT Id IN (SELECT PaymentId FROM RefundLinePayment)))',
            'MALFORMED_QUERY',
            /'OR' operator/
        ],
        [
            'a semi-join in a semi-join',
            'SELECT Id FROM Payment WHERE Id IN (SELECT PaymentId FROM RefundLinePayment WHERE RefundId IN (SELECT Id FROM Refund))',
            'MALFORMED_QUERY',
            /Nesting of semi join/
        ],
        [
            'a semi-join of two fields',
            'SELECT Id FROM Payment WHERE Id IN (SELECT PaymentId, RefundId FROM RefundLinePayment)',
            'MALFORMED_QUERY',
            /exactly one field/
        ],
        [
            'a semi-join of texts',
            'SELECT Id FROM Payment WHERE Id IN (SELECT Type FROM RefundLinePayment)',
            'MALFORMED_QUERY',
            /only query id fields, cannot use: 'Type'/
        ],
        [
            'a semi-join of another object',
            'SELECT Id FROM Payment WHERE Id IN (SELECT RefundId FROM RefundLinePayment)',
            'MALFORMED_QUERY',
            /should point to the same object type/
        ],
        [
            'a semi-join with the same object',
            'SELECT Id FROM Payment WHERE AccountId IN (SELECT AccountId FROM Payment)',
            'MALFORMED_QUERY',
            /not be on the same object type/
        ],
        [
            'a semi-join with LIMIT',
            'SELECT Id FROM Payment WHERE Id IN (SELECT PaymentId FROM RefundLinePayment LIMIT 1)',
            'MALFORMED_QUERY',
            /LIMIT.* not allowed/
        ],
        [
            'a semi-join with =',
            'SELECT Id FROM Payment WHERE Id = (SELECT PaymentId FROM RefundLinePayment)',
            'MALFORMED_QUERY',
            /./
        ],
        [
            'a field beside an aggregate',
            'SELECT Status, COUNT(Id) FROM Payment',
            'MALFORMED_QUERY',
            /^Field must be grouped or aggregated: Status$/
        ],
        [
            'order by a field that is not grouped',
            'SELECT Status, COUNT(Id) FROM Payment GROUP BY Status ORDER BY Type',
            'MALFORMED_QUERY',
            /^Ordered field must be grouped or aggregated: Type$/
        ],
        [
            'HAVING of a field that is not grouped',
            "SELECT Status FROM Payment GROUP BY Status HAVING Type = 'Sale'",
            'MALFORMED_QUERY',
            /grouped or aggregated: Type/
        ],
        [
            'a sum of texts',
            'SELECT SUM(Status) FROM Payment',
            'MALFORMED_QUERY',
            /^field Status does not support aggregate operator SUM$/
        ],
        [
            'an alias without GROUP BY',
            'SELECT Amount total FROM Payment',
            'MALFORMED_QUERY',
            /^only aggregate expressions use field aliasing$/
        ],
        ['a field twice', 'SELECT Id, id FROM Payment', 'INVALID_FIELD', /^duplicate field selected: Id$/],
        [
            'FIELDS(ALL) without a small LIMIT',
            'SELECT FIELDS(ALL) FROM Payment',
            'MALFORMED_QUERY',
            /^The SOQL FIELDS function must have a LIMIT of at most 200$/
        ],
        [
            'an OFFSET over 2000',
            'SELECT Id FROM Payment LIMIT 1 OFFSET 2001',
            'NUMBER_OUTSIDE_VALID_RANGE',
            /^Maximum SOQL offset allowed is 2000$/
        ]
    ];
    for (const [why, soql, errorCode, message] of bySalesforce) {
        it(`as Salesforce does, for ${why}`, () => {
            assertRefused(soql, errorCode, message);
        });
    }

    const byTheLocalOrg: [construct: RegExp, soql: string][] = [
        [
            /^TYPEOF works in Salesforce, but the local org does not support it/,
            'SELECT TYPEOF ReferencedEntity WHEN Payment THEN Amount END FROM PaymentGatewayLog'
        ],
        [/^USING SCOPE/, 'SELECT Id FROM Payment USING SCOPE mine'],
        [/^WITH DATA CATEGORY/, 'SELECT Id FROM Payment WITH DATA CATEGORY Geography__c AT usa__c'],
        [/^FOR VIEW/, 'SELECT Id FROM Payment FOR VIEW'],
        [/^FOR UPDATE/, 'SELECT Id FROM Payment FOR UPDATE'],
        [/^UPDATE TRACKING/, 'SELECT Id FROM Payment UPDATE TRACKING'],
        [/^ALL ROWS/, 'SELECT Id FROM Payment ALL ROWS'],
        [/^GROUP BY ROLLUP/, 'SELECT Status, COUNT(Id) FROM Payment GROUP BY ROLLUP(Status)'],
        [/^GROUP BY CALENDAR_YEAR/, 'SELECT COUNT(Id) FROM Payment GROUP BY CALENDAR_YEAR(CreatedDate)'],
        [/^The function toLabel\(Status\)/, 'SELECT toLabel(Status) FROM Payment'],
        [/^The function FORMAT\(Amount\)/, 'SELECT FORMAT(Amount) FROM Payment'],
        [/^The function convertCurrency/, 'SELECT convertCurrency(Amount) FROM Payment'],
        [/^CALENDAR_YEAR\(CreatedDate\) in WHERE/, 'SELECT Id FROM Payment WHERE CALENDAR_YEAR(CreatedDate) = 2026'],
        [/^MAX of the text field Status/, 'SELECT MAX(Status) FROM Payment'],
        [/^INCLUDES/, "SELECT Id FROM Payment WHERE Status INCLUDES ('a;b')"],
        [/^EXCLUDES/, "SELECT Id FROM Payment WHERE Status EXCLUDES ('a')"],
        [/^An amount with a currency code \(USD5\)/, 'SELECT Id FROM Payment WHERE Amount > USD5'],
        [/^The date literal THIS_FISCAL_YEAR/, 'SELECT Id FROM Payment WHERE CreatedDate = THIS_FISCAL_YEAR'],
        [
            /^The date literal LAST_N_FISCAL_QUARTERS:2/,
            'SELECT Id FROM Payment WHERE CreatedDate = LAST_N_FISCAL_QUARTERS:2'
        ],
        [/^The literal TODAY/, 'SELECT Id FROM Payment WHERE CreatedDate IN (TODAY, YESTERDAY)'],
        [/^The object Contact, which BillToContact leads to,/, 'SELECT BillToContact.Name FROM OrderSummary'],
        [/^This nesting of NOT/, 'SELECT Id FROM Payment WHERE (NOT ((NOT ((NOT (Amount = 0))))))'],
        [/^A list of binds/, 'SELECT Id FROM Payment WHERE Id IN (:one, :two)'],
        [/^A bind expression in parentheses/, 'SELECT Id FROM Payment WHERE Id IN :(ids)'],
        [/^ORDER BY DISTANCE/, "SELECT Id FROM Payment ORDER BY DISTANCE(Place__c, GEOLOCATION(1, 2), 'mi')"]
    ];
    for (const [message, soql] of byTheLocalOrg) {
        it(`with the name of the construct that only the local org lacks: ${message.source}`, () => {
            assertRefused(soql, 'NOT_SUPPORTED_BY_LOCAL_ORG', message);
        });
    }

    it('for a bind of another type than the field', () => {
        const binds = (value: unknown): QueryOptions => ({ binds: { value } });
        assertRefused(
            'SELECT Id FROM Payment WHERE Amount = :value',
            'INVALID_FIELD',
            /Invalid bind expression :value/,
            binds('5')
        );
        assertRefused(
            'SELECT Id FROM Payment WHERE Status = :value',
            'INVALID_FIELD',
            /Invalid bind expression/,
            binds(['Draft'])
        );
        assertRefused(
            'SELECT Id FROM Payment WHERE Status IN :value',
            'INVALID_FIELD',
            /IN takes a list/,
            binds('Draft')
        );
        assertRefused(
            'SELECT Id FROM Payment WHERE CreatedDate = :value',
            'INVALID_FIELD',
            /datetime/,
            binds('yesterday')
        );
    });

    describe('for what the user may not read, as if it did not exist:', () => {
        const access = toReadAccess({
            hiddenObjects: ['refund'],
            hiddenFields: ['Payment.GatewayRefNumber', 'Payment.AccountId']
        });

        it('objects', () => {
            assertRefused('SELECT Id FROM Refund', 'INVALID_TYPE', /'Refund' is not supported/, { access });
            assertRefused('SELECT Refund.Amount FROM RefundLinePayment', 'INVALID_FIELD', /relationship 'Refund'/, {
                access
            });
            assertRefused(
                'SELECT (SELECT Id FROM Refunds) FROM OrderPaymentSummary',
                'INVALID_TYPE',
                /relationship 'Refunds'/,
                { access }
            );
        });

        it('fields, and the parents behind them', () => {
            assertRefused(
                'SELECT GatewayRefNumber FROM Payment',
                'INVALID_FIELD',
                /No such column 'GatewayRefNumber'/,
                { access }
            );
            assertRefused("SELECT Id FROM Payment WHERE GatewayRefNumber = 'x'", 'INVALID_FIELD', /No such column/, {
                access
            });
            assertRefused('SELECT Account.Name FROM Payment', 'INVALID_FIELD', /relationship 'Account'/, { access });
            assertRefused('SELECT GatewayRefNumber FROM Payment WITH USER_MODE', 'INVALID_FIELD', /No such column/, {
                access
            });
        });

        it('except in system mode, and except for FIELDS, which leaves them out', () => {
            assert.deepEqual(queries.values('SELECT GatewayRefNumber FROM Payment WITH SYSTEM_MODE', { access }), []);
            assert.deepEqual(queries.values('select GatewayRefNumber from Payment with system_mode', { access }), []);
            queries.database.insert('Payment', {});
            const [payment] = queries.records('SELECT FIELDS(STANDARD) FROM Payment', { access });
            assert.ok(payment && !('GatewayRefNumber' in (payment as object)));
        });
    });
});
