import {
    compareTexts,
    formatAmount,
    formatCount,
    formatDateTime,
    formatLabel,
    formatTimeFromNow,
    shownText,
    timeZone
} from 'c/displayFormat';

describe('displayFormat', () => {
    it('formats an amount in its currency, and in that of the org where none is given', () => {
        expect(formatAmount(1234.5, 'EUR')).toBe('€1,234.50');
        expect(formatAmount(1234, 'JPY')).toBe('¥1,234');
        expect(formatAmount(1.234, 'KWD')).toMatch(/^KWD\s1\.234$/);
        expect(formatAmount(-5)).toBe('-$5.00');
    });

    it('formats an instant in the time zone of the user', () => {
        expect(timeZone).toBe('America/Los_Angeles');
        expect(formatDateTime('2026-01-01T03:00:00.000Z')).toMatch(/^Dec 31, 2025, 7:00\sPM$/);
    });

    it('leaves a text alone that is no date', () => {
        expect(formatDateTime('soon')).toBe('soon');
    });

    it('says how far an instant is from now in the largest unit, rounded towards now', () => {
        expect(formatTimeFromNow(2 * 86_400_000 - 1)).toBe('in 1 day');
        expect(formatTimeFromNow(-86_400_000 + 1)).toBe('23 hours ago');
        expect(formatTimeFromNow(3_600_000 - 1)).toBe('in 59 minutes');
        expect(formatTimeFromNow(59_999)).toBe('in 0 minutes');
        expect(formatTimeFromNow(-59_999)).toBe('0 minutes ago');
    });

    it('shows a text without secrets, personal data and characters that deceive the eye', () => {
        expect(shownText('paid\u202E by\r\n \u2066jo@example.com\u0000')).toBe('paid by ••••••');
        expect(shownText('sk_li\u200Bve_51HxYzABCDEFGHIJKLMNOPQR')).not.toContain('51HxYz');
    });

    it('writes a number in a label, as alone, the way the user reads it', () => {
        expect(formatLabel('{0} of {1} rows', 10, 12_345)).toBe('10 of 12,345 rows');
        expect(formatLabel('{0}', '12345')).toBe('12345');
        expect(formatCount(12_345)).toBe('12,345');
    });

    it('orders texts as the user does, and numbers in them as numbers', () => {
        expect(['p10', 'z', 'ä', 'p9', 'b'].sort(compareTexts)).toEqual(['ä', 'b', 'p9', 'p10', 'z']);
    });

    it('puts values into the places of a label, and leaves places without a value', () => {
        expect(formatLabel('{1} of {0}, {0}', 'a', 2)).toBe('2 of a, a');
        expect(formatLabel('{0} {3}', 'a')).toBe('a {3}');
        expect(formatLabel('{0}', '$& {0}')).toBe('$& {0}');
    });
});
