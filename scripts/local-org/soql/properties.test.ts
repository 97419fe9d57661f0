import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { createTestDatabase } from '../store/testDatabase.ts';
import { runQuery } from './runQuery.ts';

const database = createTestDatabase();

class Undo extends Error {}

/** Runs the action with these payments in the database, and takes them out again. */
function withPayments(payments: readonly Record<string, unknown>[], action: () => void): void {
    const payment = database.schema.object('Payment');
    const insertAndUndo = (): never =>
        database.transaction(() => {
            payments.forEach((values) => database.insertUnchecked(payment, values));
            action();
            throw new Undo();
        });
    assert.throws(insertAndUndo, (error) => {
        if (error instanceof Undo) {
            return true;
        }
        throw error;
    });
}

function select(fieldName: string, where: string, binds: Record<string, unknown> = {}): unknown[] {
    const soql = `SELECT ${fieldName} FROM Payment WHERE ${where} ORDER BY Id`;
    return runQuery(database, soql, { binds }).records.map((record) => record[fieldName]);
}

// Few letters and short texts, so that many of them match each other.
const letters = ['a', 'A', 'ä', 'Ä', '%', '_', '\\', "'"];
const text = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 3 });
const nullableText = fc.option(text, { nil: null });

/** LIKE as SOQL documents it, letter by letter. */
function matches(value: string, pattern: string): boolean {
    const [first, ...rest] = [...pattern];
    if (first === undefined) {
        return value === '';
    }
    const [head = '', ...tail] = [...value];
    if (first === '%') {
        return matches(value, rest.join('')) || (value !== '' && matches(tail.join(''), pattern));
    }
    if (first === '_') {
        return value !== '' && matches(tail.join(''), rest.join(''));
    }
    const isEscape = first === '\\' && (rest[0] === '%' || rest[0] === '_');
    const [wanted, remaining] = isEscape ? [rest[0], rest.slice(1)] : [first, rest];
    return head === wanted && matches(tail.join(''), remaining.join(''));
}

/** A SOQL literal with this value. */
function quote(value: string): string {
    return `'${value.replace(/[\\']/g, '\\$&')}'`;
}

describe('for any records', () => {
    after(() => {
        database.close();
    });

    it('paging by CreatedDate and Id returns every record once, newest first', () => {
        const createdDate = fc.integer({ min: 0, max: 4 }).map((day) => `2026-01-0${day + 1}T00:00:00Z`);
        const soql =
            'SELECT Id, CreatedDate FROM Payment WHERE CreatedDate < :createdBefore OR (CreatedDate = :createdBefore ' +
            'AND Id < :beforeId) ORDER BY CreatedDate DESC, Id DESC LIMIT ';
        fc.assert(
            fc.property(fc.array(createdDate, { maxLength: 25 }), fc.integer({ min: 1, max: 7 }), (dates, pageSize) => {
                withPayments(
                    dates.map((CreatedDate) => ({ CreatedDate })),
                    () => {
                        const ids: unknown[] = [];
                        let binds: Record<string, unknown> = { createdBefore: '2999-01-01T00:00:00Z', beforeId: null };
                        for (let page = runQuery(database, soql + pageSize, { binds }); page.totalSize > 0;) {
                            ids.push(...page.records.map((record) => record['Id']));
                            const last = page.records.at(-1);
                            binds = { createdBefore: last?.['CreatedDate'], beforeId: last?.['Id'] };
                            page = runQuery(database, soql + pageSize, { binds });
                        }
                        const all = runQuery(database, 'SELECT Id FROM Payment ORDER BY CreatedDate DESC, Id DESC');
                        assert.deepEqual(
                            ids,
                            all.records.map((record) => record['Id'])
                        );
                        assert.equal(new Set(ids).size, dates.length);
                    }
                );
            }),
            { numRuns: 25 }
        );
    });

    it('text comparisons find what a comparison in JavaScript finds', () => {
        fc.assert(
            fc.property(fc.array(nullableText, { maxLength: 12 }), text, text, (values, one, other) => {
                const fold = (value: string | null): string | undefined => value?.toLowerCase();
                const wanted = fold(one);
                withPayments(
                    values.map((Comments) => ({ Comments })),
                    () => {
                        const find = (where: string): unknown[] =>
                            select('Comments', where, { one, list: [one, other] });
                        const equal = values.filter((value) => fold(value) === wanted);
                        assert.deepEqual(find(`Comments = ${quote(one)}`), equal);
                        assert.deepEqual(find('Comments = :one'), equal);
                        assert.deepEqual(
                            find('Comments != :one'),
                            values.filter((value) => fold(value) !== wanted)
                        );
                        const listed = values.filter(
                            (value) => value !== null && [wanted, fold(other)].includes(fold(value))
                        );
                        assert.deepEqual(find('Comments IN :list'), listed);
                        assert.deepEqual(
                            find('Comments NOT IN :list'),
                            values.filter((value) => !listed.includes(value))
                        );
                    }
                );
            }),
            { numRuns: 40 }
        );
    });

    it('LIKE finds what a comparison letter by letter finds', () => {
        fc.assert(
            fc.property(fc.array(nullableText, { maxLength: 12 }), text, (values, pattern) => {
                withPayments(
                    values.map((Comments) => ({ Comments })),
                    () => {
                        const found = select('Comments', 'Comments LIKE :pattern', { pattern });
                        const expected = values.filter(
                            (value) => value !== null && matches(value.toLowerCase(), pattern.toLowerCase())
                        );
                        assert.deepEqual(found, expected);
                    }
                );
            }),
            { numRuns: 200 }
        );
    });

    it('amounts and their comparisons are those of the numbers that went in', () => {
        const amount = fc.integer({ min: -99_999, max: 99_999 }).map((cents) => cents / 100);
        fc.assert(
            fc.property(fc.array(fc.option(amount, { nil: null }), { maxLength: 12 }), amount, (amounts, wanted) => {
                withPayments(
                    amounts.map((Amount) => ({ Amount })),
                    () => {
                        const find = (operator: string): unknown[] =>
                            select('Amount', `Amount ${operator} :wanted`, { wanted });
                        assert.deepEqual(
                            find('='),
                            amounts.filter((value) => value === wanted)
                        );
                        assert.deepEqual(
                            find('<'),
                            amounts.filter((value) => value !== null && value < wanted)
                        );
                        assert.deepEqual(
                            find('>='),
                            amounts.filter((value) => value !== null && value >= wanted)
                        );
                        assert.deepEqual(
                            find('!='),
                            amounts.filter((value) => value !== wanted)
                        );
                    }
                );
            }),
            { numRuns: 40 }
        );
    });

    it('conditions joined by AND, OR and NOT find what JavaScript finds', () => {
        interface Clause {
            soql: string;
            holds(amount: number | null): boolean;
        }
        const comparison: fc.Arbitrary<Clause> = fc
            .tuple(fc.constantFrom('=', '!=', '<', '>='), fc.integer({ min: 0, max: 3 }))
            .map(([operator, number]) => ({
                soql: `Amount ${operator} ${number}`,
                holds: (amount) =>
                    ({
                        '=': amount === number,
                        '!=': amount !== number,
                        '<': amount !== null && amount < number,
                        '>=': amount !== null && amount >= number
                    })[operator] === true
            }));
        const { clause } = fc.letrec<{ clause: Clause }>((tie) => ({
            clause: fc.oneof(
                { maxDepth: 3 },
                comparison,
                tie('clause').map((inner) => ({
                    soql: `(NOT (${inner.soql}))`,
                    holds: (amount: number | null) => !inner.holds(amount)
                })),
                fc.tuple(fc.constantFrom('AND', 'OR'), tie('clause'), tie('clause')).map(([operator, left, right]) => ({
                    soql: `((${left.soql}) ${operator} (${right.soql}))`,
                    holds: (amount: number | null) =>
                        operator === 'AND'
                            ? left.holds(amount) && right.holds(amount)
                            : left.holds(amount) || right.holds(amount)
                }))
            )
        }));
        const amounts = [null, 0, 1, 2, 3, 4];
        withPayments(
            amounts.map((Amount) => ({ Amount })),
            () => {
                fc.assert(
                    fc.property(clause, ({ soql, holds }) => {
                        fc.pre(!/NOT.*NOT.*NOT/.test(soql));
                        assert.deepEqual(select('Amount', soql), amounts.filter(holds), soql);
                    }),
                    { numRuns: 50 }
                );
            }
        );
    });
});
