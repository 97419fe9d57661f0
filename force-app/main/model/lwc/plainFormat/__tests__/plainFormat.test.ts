import { oneLine, plainAmount, utcInstant } from 'c/plainFormat';

describe('oneLine', () => {
    it('makes one space of line breaks, tabs and runs of white space', () => {
        expect(oneLine('a\r\nb\tc \u0085 d\u2028e\u00A0f\vg')).toBe('a b c d e f g');
    });

    it('takes out what cannot be seen', () => {
        expect(oneLine('\uFEFFa\u0000b\u200Bc\u202Ed\uD800e\u007F')).toBe('abcde');
    });

    it('leaves everything else alone, but for white space around it', () => {
        expect(oneLine(' “Grüße” 日本 😀 <b> ')).toBe('“Grüße” 日本 😀 <b>');
    });
});

describe('plainAmount', () => {
    it.each([
        [1234.5, 'EUR', '1234.50'],
        [-0.1, 'USD', '-0.10'],
        [12800, 'JPY', '12800'],
        [1.5, 'KWD', '1.500'],
        [0.005, 'USD', '0.005'],
        [9999999999999.99, 'USD', '9999999999999.99']
    ])('writes %d %s as %s', (amount, currency, text) => {
        expect(plainAmount(amount, currency)).toBe(text);
    });
});

describe('utcInstant', () => {
    it('writes an instant in UTC, to the second', () => {
        expect(utcInstant(Date.parse('2026-01-01T01:00:00.123+02:00'))).toBe('2025-12-31T23:00:00Z');
    });

    it.each([NaN, Infinity])('does not take %d for an instant', (milliseconds) => {
        expect(utcInstant(milliseconds)).toBeUndefined();
    });
});
