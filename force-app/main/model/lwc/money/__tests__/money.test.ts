import fc from 'fast-check';
import { decimalsOf, fromMinorUnits, toMinorUnits } from 'c/money';

describe('money', () => {
    it.each([
        ['1050', 'USD', '10.50'],
        ['5', 'usd', '0.05'],
        ['-5', 'EUR', '-0.05'],
        ['12800', 'JPY', '12800'],
        ['1234560', 'KWD', '1234.560'],
        ['500', 'UGX', '5.00'],
        ['500', 'ISK', '5.00'],
        ['12345678901234567890', 'USD', '123456789012345678.90']
    ])('reads %s minor units of %s as %s', (minor, currency, decimal) => {
        expect(fromMinorUnits(minor, currency)).toBe(decimal);
        expect(toMinorUnits(decimal, currency)).toBe(minor);
    });

    it.each(['', '1.5', '1e3', 'NaN', '1 000', '--1'])('takes nothing from %j', (minor) => {
        expect(fromMinorUnits(minor, 'USD')).toBeUndefined();
    });

    it('refuses a decimal with more places than the currency has, but not further noughts', () => {
        expect(toMinorUnits('1.005', 'USD')).toBeUndefined();
        expect(toMinorUnits('1.5', 'JPY')).toBeUndefined();
        expect(toMinorUnits('1.500', 'USD')).toBe('150');
        expect(toMinorUnits('1.00', 'JPY')).toBe('1');
        expect(toMinorUnits('-0.00', 'USD')).toBe('0');
        expect(toMinorUnits('1,5', 'USD')).toBeUndefined();
    });

    it('takes two decimals for a currency that it does not know', () => {
        expect(decimalsOf('ZZZ')).toBe(2);
    });

    it('loses nothing on the way and back', () => {
        const amount = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map(String);
        fc.assert(
            fc.property(amount, fc.constantFrom('USD', 'JPY', 'KWD'), (minor, currency) => {
                expect(toMinorUnits(fromMinorUnits(minor, currency) ?? '', currency)).toBe(minor);
            })
        );
    });
});
