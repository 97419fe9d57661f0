import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { FieldDefinition, FieldType } from '../schema/schema.ts';
import { formatDateTime, parseDate, parseDateTime } from './dateTime.ts';
import { fromStored, toStored } from './fieldValue.ts';

function field(type: FieldType, length?: number): FieldDefinition {
    return { name: 'Sample', label: 'Sample', type, length };
}

describe('date-times', () => {
    it('are the same instant in every form that Salesforce writes', () => {
        const instant = Date.UTC(2026, 2, 31, 15, 32, 54);
        for (const text of [
            '2026-03-31T15:32:54.000+0000',
            '2026-03-31T15:32:54.000Z',
            '2026-03-31T15:32:54Z',
            '2026-03-31T17:32:54+02:00',
            '2026-03-31T10:02:54.000-0530'
        ]) {
            assert.equal(parseDateTime(text), instant, text);
        }
    });

    it('survive being written and read', () => {
        fc.assert(
            fc.property(fc.date({ min: new Date(0), max: new Date('2999-12-31'), noInvalidDate: true }), (date) => {
                assert.equal(parseDateTime(formatDateTime(date.getTime())), date.getTime());
            })
        );
    });

    it('are refused if there is no such day or hour', () => {
        for (const text of [
            '2026-02-30T00:00:00Z',
            '2026-13-01T00:00:00Z',
            '2026-01-01T25:00:00Z',
            '2026-01-01',
            'now'
        ]) {
            assert.equal(parseDateTime(text), undefined, text);
        }
        assert.equal(parseDate('2026-02-29'), undefined);
        assert.equal(parseDate('2028-02-29'), '2028-02-29');
    });
});

describe('values', () => {
    it('of money come back as the number that went in', () => {
        fc.assert(
            fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => {
                const amount = cents / 100;
                assert.equal(fromStored(field('currency'), toStored(field('currency'), amount)), amount);
            })
        );
    });

    it('are null if the text is empty, and false if a checkbox has none', () => {
        assert.equal(toStored(field('string'), ''), null);
        assert.equal(fromStored(field('boolean'), toStored(field('boolean'), undefined)), false);
    });

    const refusals: [FieldType, unknown, RegExp][] = [
        ['currency', '12.50', /Sample is of type currency and takes a number without quotes, not "12.50"/],
        ['int', 1.5, /whole number/],
        ['boolean', 'true', /true or false/],
        ['string', 5, /text in quotes/],
        ['datetime', '2026-03-31', /date-time such as/],
        ['date', '31.03.2026', /date such as/],
        ['reference', 'abc', /record id of 15 or 18 characters, not "abc"/]
    ];
    for (const [type, value, message] of refusals) {
        it(`refuse ${JSON.stringify(value)} for a field of type ${type}`, () => {
            assert.throws(() => toStored(field(type), value), { errorCode: 'JSON_PARSER_ERROR', message });
        });
    }

    it('refuse a text that is too long, in the words of Salesforce', () => {
        assert.throws(() => toStored(field('string', 3), 'four'), {
            errorCode: 'STRING_TOO_LONG',
            message: /Sample: data value too large: four \(max length=3/
        });
    });
});
