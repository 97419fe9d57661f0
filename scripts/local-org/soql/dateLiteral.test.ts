import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dateLiteralSpan } from './dateLiteral.ts';

// A Wednesday.
const now = new Date('2026-03-04T15:30:00Z');

const spans: [literal: string, start: string, end: string][] = [
    ['TODAY', '2026-03-04', '2026-03-05'],
    ['yesterday', '2026-03-03', '2026-03-04'],
    ['TOMORROW', '2026-03-05', '2026-03-06'],
    ['LAST_WEEK', '2026-02-22', '2026-03-01'],
    ['THIS_WEEK', '2026-03-01', '2026-03-08'],
    ['NEXT_WEEK', '2026-03-08', '2026-03-15'],
    ['LAST_MONTH', '2026-02-01', '2026-03-01'],
    ['THIS_MONTH', '2026-03-01', '2026-04-01'],
    ['NEXT_MONTH', '2026-04-01', '2026-05-01'],
    ['LAST_QUARTER', '2025-10-01', '2026-01-01'],
    ['THIS_QUARTER', '2026-01-01', '2026-04-01'],
    ['NEXT_YEAR', '2027-01-01', '2028-01-01'],
    ['LAST_90_DAYS', '2025-12-04', '2026-03-05'],
    ['NEXT_90_DAYS', '2026-03-05', '2026-06-03'],
    ['LAST_N_DAYS:3', '2026-03-01', '2026-03-05'],
    ['NEXT_N_DAYS:3', '2026-03-05', '2026-03-08'],
    ['N_DAYS_AGO:2', '2026-03-02', '2026-03-03'],
    ['LAST_N_WEEKS:2', '2026-02-15', '2026-03-01'],
    ['LAST_N_MONTHS:2', '2026-01-01', '2026-03-01'],
    ['NEXT_N_QUARTERS:1', '2026-04-01', '2026-07-01'],
    ['N_YEARS_AGO:1', '2025-01-01', '2026-01-01']
];

describe('a date literal', () => {
    for (const [literal, start, end] of spans) {
        it(`${literal} on ${now.toISOString().slice(0, 10)} goes from ${start} to before ${end}`, () => {
            const span = dateLiteralSpan(literal, now);
            assert.equal(new Date(span.start).toISOString().slice(0, 10), start);
            assert.equal(new Date(span.end).toISOString().slice(0, 10), end);
        });
    }

    it('of the fiscal year is refused', () => {
        assert.throws(() => dateLiteralSpan('THIS_FISCAL_QUARTER', now), { errorCode: 'NOT_SUPPORTED_BY_LOCAL_ORG' });
    });
});
