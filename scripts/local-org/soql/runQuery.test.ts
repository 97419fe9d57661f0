import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { runQuery } from './runQuery.ts';
import { createTestQueries, type TestQueries } from './testQueries.ts';

describe('SOQL', () => {
    let queries: TestQueries;
    let summaryId: string;
    let paymentIds: string[];

    before(() => {
        queries = createTestQueries();
        const { database } = queries;
        const gateway = database.insert('PaymentGateway', { PaymentGatewayName: 'Stripe' });
        const orderSummary = database.insert('OrderSummary', { OrderNumber: '00000101' });
        summaryId = database.insert('OrderPaymentSummary', {
            Method: 'Visa 4242',
            OrderSummaryId: orderSummary,
            Stripe_Account__c: 'acct_1'
        });
        database.insert('OrderPaymentSummary', { Method: 'Empty' });
        const payments = [
            {
                Amount: 10.1,
                Status: 'Processed',
                Type: 'Capture',
                PaymentGatewayId: gateway,
                GatewayDate: '2026-03-01T10:00:00Z'
            },
            { Amount: 20.2, Status: 'processed', Type: 'Sale', GatewayRefNumber: 'pi_50%_Ärger' },
            {
                Amount: 30.3,
                Status: 'Draft',
                GatewayRefNumber: "it's \\ here",
                CreatedDate: '2026-03-01T12:00:00+02:00'
            },
            { Amount: null, Status: null }
        ];
        paymentIds = payments.map((payment) =>
            database.insert('Payment', {
                CreatedDate: '2026-03-02T00:00:00Z',
                OrderPaymentSummaryId: summaryId,
                ...payment
            })
        );
        const refund = database.insert('Refund', { Amount: 5, OrderPaymentSummaryId: summaryId });
        database.insert('RefundLinePayment', { RefundId: refund, PaymentId: paymentIds[0], Amount: 5 });
        database.insert('PaymentGatewayLog', { ReferencedEntityId: paymentIds[1], Request: 'body' });
        database.insert('PaymentGatewayLog', { ReferencedEntityId: refund });
    });
    after(() => {
        queries.database.close();
    });

    function amounts(where: string, binds = {}): unknown[] {
        return queries.values(`SELECT Amount FROM Payment WHERE ${where} ORDER BY Id`, { binds });
    }

    describe('results', () => {
        it('have the shape of the REST API', () => {
            const result = runQuery(queries.database, 'SELECT Id, Amount FROM Payment WHERE Amount = 10.1');
            assert.deepEqual(result, {
                totalSize: 1,
                done: true,
                records: [
                    {
                        attributes: { type: 'Payment', url: `/services/data/v66.0/sobjects/Payment/${paymentIds[0]}` },
                        Id: paymentIds[0],
                        Amount: 10.1
                    }
                ]
            });
        });

        it("have the schema's spelling of names, however the query writes them", () => {
            assert.deepEqual(
                queries.records(
                    'select AMOUNT, paymentgateway.NAMEX__C from payment'.replace('NAMEX__C', 'paymentgatewayname') +
                        ' limit 1'
                ),
                [
                    {
                        Amount: 10.1,
                        PaymentGateway: {
                            attributes: {
                                type: 'PaymentGateway',
                                url: '/services/data/v66.0/sobjects/PaymentGateway/0b0000000000001AAA'
                            },
                            PaymentGatewayName: 'Stripe'
                        }
                    }
                ]
            );
        });

        it('reach parents over several steps, and have null where there is no parent', () => {
            const soql =
                'SELECT OrderPaymentSummary.OrderSummary.OrderNumber, PaymentGateway.PaymentGatewayName FROM Payment ORDER BY Id LIMIT 2';
            const [first, second] = runQuery(queries.database, soql).records;
            const url = '/services/data/v66.0/sobjects';
            assert.deepEqual(first?.['OrderPaymentSummary'], {
                attributes: { type: 'OrderPaymentSummary', url: `${url}/OrderPaymentSummary/${summaryId}` },
                OrderSummary: {
                    attributes: { type: 'OrderSummary', url: `${url}/OrderSummary/1Os000000000001CAA` },
                    OrderNumber: '00000101'
                }
            });
            assert.equal(second?.['PaymentGateway'], null);
        });

        it('have child records as a result of their own, null where there are none', () => {
            const soql =
                'SELECT Id, (SELECT Amount FROM Payments WHERE Amount > 15 ORDER BY Amount DESC LIMIT 1), (SELECT Id FROM PaymentAuthorizations) FROM OrderPaymentSummary';
            const [summary, empty] = runQuery(queries.database, soql).records;
            const children = summary?.['Payments'] as { totalSize: number; records: { Amount: number }[] };
            assert.equal(children.totalSize, 1);
            assert.equal(children.records[0]?.Amount, 30.3);
            assert.equal(summary?.['PaymentAuthorizations'], null);
            assert.equal(empty?.['Payments'], null);
        });

        it('show parents that may be of several objects by name and type', () => {
            const soql =
                "SELECT ReferencedEntity.Id, ReferencedEntity.Name, ReferencedEntity.Type FROM PaymentGatewayLog WHERE ReferencedEntity.Type = 'payment'";
            assert.deepEqual(queries.records(soql), [
                {
                    ReferencedEntity: {
                        attributes: { type: 'Name', url: `/services/data/v66.0/sobjects/Payment/${paymentIds[1]}` },
                        Id: paymentIds[1],
                        Name: 'P-0002',
                        Type: 'Payment'
                    }
                }
            ]);
            assert.deepEqual(
                queries.values("SELECT Request FROM PaymentGatewayLog WHERE ReferencedEntity.Name LIKE 'p-%'"),
                ['body']
            );
        });

        it('count with COUNT(), also under a LIMIT', () => {
            assert.deepEqual(runQuery(queries.database, 'SELECT COUNT() FROM Payment'), {
                totalSize: 4,
                done: true,
                records: []
            });
            assert.equal(runQuery(queries.database, 'SELECT COUNT() FROM Payment LIMIT 3').totalSize, 3);
        });

        it('have all standard or custom fields for FIELDS', () => {
            const names = (soql: string): string[] => Object.keys(queries.records(soql)[0] ?? {});
            const standard = names('SELECT FIELDS(STANDARD) FROM OrderPaymentSummary');
            assert.ok(standard.includes('CurrencyIsoCode') && !standard.includes('Stripe_Account__c'));
            assert.deepEqual(names('SELECT FIELDS(CUSTOM) FROM OrderPaymentSummary LIMIT 1'), [
                'Stripe_Account__c',
                'Stripe_Mode__c'
            ]);
            assert.equal(names('SELECT FIELDS(ALL) FROM OrderPaymentSummary LIMIT 200').length, standard.length + 2);
        });
    });

    describe('conditions', () => {
        it('compare texts without regard to case, in every alphabet', () => {
            assert.deepEqual(amounts("Status = 'PROCESSED'"), [10.1, 20.2]);
            assert.deepEqual(amounts("GatewayRefNumber = 'PI_50%_äRGER'"), [20.2]);
        });

        it('find records without a value for != and NOT IN, not for the other operators', () => {
            assert.deepEqual(amounts("Status != 'Processed'"), [30.3, null]);
            assert.deepEqual(amounts("Status <> 'Processed'"), [30.3, null]);
            assert.deepEqual(amounts("Status NOT IN ('Processed', 'Draft')"), [null]);
            assert.deepEqual(amounts("NOT Status = 'Processed'"), [30.3, null]);
            assert.deepEqual(amounts('Amount < 100'), [10.1, 20.2, 30.3]);
            assert.deepEqual(amounts('NOT Amount < 100'), [null]);
            assert.deepEqual(amounts("NOT Status LIKE 'P%'"), [30.3, null]);
        });

        it('compare with null, and take an empty text for null', () => {
            assert.deepEqual(amounts('Status = null'), [null]);
            assert.deepEqual(amounts("Status = ''"), [null]);
            assert.deepEqual(amounts('Status != NULL'), [10.1, 20.2, 30.3]);
            assert.deepEqual(amounts("Status IN ('Draft', null)"), [30.3, null]);
        });

        it('follow parentheses, AND, OR and NOT', () => {
            assert.deepEqual(amounts("(Amount > 5 AND Status = 'Draft') OR Amount = 10.1"), [10.1, 30.3]);
            assert.deepEqual(amounts("Amount > 5 AND (Status = 'Draft' OR (NOT (Type = 'Sale')))"), [10.1, 30.3]);
            assert.deepEqual(amounts('NOT (Amount > 5 OR Amount = null)'), []);
        });

        it('read the escapes of text literals', () => {
            assert.deepEqual(amounts("GatewayRefNumber = 'it\\'s \\\\ here'"), [30.3]);
        });

        it('match patterns, with escaped wildcards standing for themselves', () => {
            assert.deepEqual(amounts("GatewayRefNumber LIKE 'pi\\_50\\%%'"), [20.2]);
            assert.deepEqual(amounts("GatewayRefNumber LIKE 'pi_50_\\_ärge_'"), [20.2]);
            assert.deepEqual(amounts("GatewayRefNumber LIKE 'pi\\%50%'"), []);
            assert.deepEqual(amounts("GatewayRefNumber LIKE '%\\\\ here'"), [30.3]);
            assert.deepEqual(amounts('GatewayRefNumber LIKE :pattern', { pattern: 'PI%' }), [20.2]);
        });

        it('compare date-times as instants, in whatever form they are written', () => {
            assert.deepEqual(amounts('CreatedDate = 2026-03-01T10:00:00Z'), [30.3]);
            assert.deepEqual(amounts('CreatedDate < 2026-03-01T12:00:01.000+02:00'), [30.3]);
            assert.deepEqual(amounts('CreatedDate <= :date', { date: '2026-03-01T10:00:00.000+0000' }), [30.3]);
            assert.deepEqual(amounts('CreatedDate < TODAY AND GatewayDate < LAST_N_DAYS:1'), [10.1]);
        });

        it('compare ids exactly, of 15 or 18 characters', () => {
            const id = paymentIds[0] ?? '';
            assert.deepEqual(amounts(`Id = '${id.slice(0, 15)}'`), [10.1]);
            assert.deepEqual(amounts(`Id IN ('${id}', '${paymentIds[2]}')`), [10.1, 30.3]);
            assert.deepEqual(amounts('Id > :id', { id }), [20.2, 30.3, null]);
            assert.deepEqual(amounts(`OrderPaymentSummaryId = '${summaryId.toLowerCase()}'`), [10.1, 20.2, 30.3, null]);
        });

        it('take binds, scalars and lists, in any case', () => {
            assert.deepEqual(amounts('Amount = :Wanted', { wanted: 20.2 }), [20.2]);
            assert.deepEqual(amounts('Status IN :list', { list: ['DRAFT', null] }), [30.3, null]);
            assert.deepEqual(amounts('Status IN :list', { list: [] }), []);
            assert.deepEqual(amounts('Status NOT IN :list', { list: null }), [10.1, 20.2, 30.3, null]);
            assert.deepEqual(amounts('Amount > :none', { none: null }), []);
        });

        it('never take a value for SQL', () => {
            const hostile = "x' OR 1=1 --";
            assert.deepEqual(amounts('Status = :hostile', { hostile }), []);
            assert.deepEqual(amounts("Status = 'x\\' OR 1=1 --'"), []);
            assert.deepEqual(amounts("Status LIKE 'x\\' OR 1=1 --'"), []);
        });

        it('join with the records of another object', () => {
            assert.deepEqual(amounts('Id IN (SELECT PaymentId FROM RefundLinePayment WHERE Refund.Amount = 6)'), []);
            assert.deepEqual(
                amounts('Id IN (SELECT PaymentId FROM RefundLinePayment WHERE Refund.Amount = 5)'),
                [10.1]
            );
            assert.deepEqual(
                amounts('Amount > 15 AND Id NOT IN (SELECT PaymentId FROM RefundLinePayment)'),
                [20.2, 30.3]
            );
            assert.deepEqual(amounts('Id IN (SELECT ReferencedEntityId FROM PaymentGatewayLog)'), [20.2]);
            assert.deepEqual(amounts('PaymentGatewayId NOT IN (SELECT PaymentGatewayId FROM Refund)'), [
                10.1,
                20.2,
                30.3,
                null
            ]);
        });
    });

    describe('order', () => {
        it('is ascending with nulls first, or descending with nulls last, unless the query says so', () => {
            assert.deepEqual(queries.values('SELECT Amount FROM Payment ORDER BY Amount'), [null, 10.1, 20.2, 30.3]);
            assert.deepEqual(queries.values('SELECT Amount FROM Payment ORDER BY Amount DESC'), [
                30.3,
                20.2,
                10.1,
                null
            ]);
            assert.deepEqual(queries.values('SELECT Amount FROM Payment ORDER BY Amount NULLS LAST'), [
                10.1,
                20.2,
                30.3,
                null
            ]);
            assert.deepEqual(queries.values('SELECT Amount FROM Payment ORDER BY Amount DESC NULLS FIRST'), [
                null,
                30.3,
                20.2,
                10.1
            ]);
        });

        it('is the same when the keywords are in lower case', () => {
            const soql =
                'select Amount from Payment where not (Amount = 20.2) order by Amount desc nulls first limit 2';
            assert.deepEqual(queries.values(soql), [null, 30.3]);
        });

        it('goes by several fields, also of parents, and ignores case', () => {
            const soql =
                'SELECT Amount FROM Payment ORDER BY PaymentGateway.PaymentGatewayName DESC, Status, Amount DESC';
            assert.deepEqual(queries.values(soql), [10.1, null, 30.3, 20.2]);
        });

        it('is cut by LIMIT and OFFSET, together or alone', () => {
            assert.deepEqual(queries.values('SELECT Amount FROM Payment ORDER BY Id LIMIT 1 OFFSET 1'), [20.2]);
            assert.deepEqual(queries.values('SELECT Amount FROM Payment WHERE Amount > 1 OFFSET 1'), [20.2, 30.3]);
            assert.deepEqual(queries.values('SELECT Amount FROM Payment LIMIT 0'), []);
        });
    });

    describe('groups', () => {
        it('have aggregates under their alias or a number', () => {
            const soql =
                'SELECT Type, COUNT(Id), SUM(Amount) total, MAX(GatewayDate) FROM Payment GROUP BY Type ORDER BY Type';
            assert.deepEqual(queries.records(soql), [
                { Type: null, expr0: 2, total: 30.3, expr1: null },
                { Type: 'Capture', expr0: 1, total: 10.1, expr1: '2026-03-01T10:00:00.000+0000' },
                { Type: 'Sale', expr0: 1, total: 20.2, expr1: null }
            ]);
        });

        it('ignore case, and are filtered by HAVING', () => {
            const soql =
                'SELECT COUNT(Id) number, SUM(Amount) FROM Payment GROUP BY Status HAVING SUM(Amount) = 30.3 AND COUNT(Id) > 1';
            assert.deepEqual(queries.records(soql), [{ number: 2, expr0: 30.3 }]);
        });

        it('add amounts up without an error in the last digit', () => {
            const { database } = queries;
            const other = database.insert('OrderPaymentSummary', { Method: 'Sum' });
            database.insert('Payment', { Amount: 0.1, OrderPaymentSummaryId: other });
            database.insert('Payment', { Amount: 0.2, OrderPaymentSummaryId: other });
            const [sum] = queries.values('SELECT SUM(Amount) FROM Payment WHERE OrderPaymentSummaryId = :other', {
                binds: { other }
            });
            assert.equal(sum, 0.3);
        });

        it('are ordered by aggregates, and have parents fields under their own name', () => {
            const soql =
                "SELECT PaymentGateway.PaymentGatewayName, COUNT_DISTINCT(Status) FROM Payment WHERE OrderPaymentSummary.Method LIKE 'visa%' GROUP BY PaymentGateway.PaymentGatewayName ORDER BY COUNT(Id) DESC";
            assert.deepEqual(queries.records(soql), [
                { PaymentGatewayName: null, expr0: 2 },
                { PaymentGatewayName: 'Stripe', expr0: 1 }
            ]);
        });
    });
});
