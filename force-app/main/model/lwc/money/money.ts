/** Currencies whose amounts Stripe gives in whole units (docs.stripe.com/currencies). UGX is listed there too, but see below. */
const ZERO_DECIMAL = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '));

/** Currencies with a thousandth as minor unit (docs.stripe.com/currencies as of 2022; woocommerce-gateway-stripe agrees). */
const THREE_DECIMAL = new Set('BHD JOD KWD OMR TND'.split(' '));

/**
 * How many decimals Stripe's minor unit of a currency stands for. ISK and UGX have none, but Stripe takes them with two:
 * "to charge 5 UGX, provide 500" (docs.stripe.com/currencies).
 * @param currency ISO 4217 code in any case
 */
export function decimalsOf(currency: string): 0 | 2 | 3 {
    const code = currency.toUpperCase();
    return ZERO_DECIMAL.has(code) ? 0 : THREE_DECIMAL.has(code) ? 3 : 2;
}

/**
 * An amount as Stripe writes it (an integer in minor units), as a decimal in major units. Works on the digits, without
 * floating point, so that no amount is ever rounded.
 * @param minor digits with an optional minus sign, e.g. '1050'
 * @returns e.g. '10.50' for USD; undefined for anything that is not an integer
 */
export function fromMinorUnits(minor: string, currency: string): string | undefined {
    const [, sign, number] = /^(-?)0*(\d+)$/.exec(minor) ?? [];
    if (sign === undefined || number === undefined) {
        return undefined;
    }
    const decimals = decimalsOf(currency);
    const digits = number.padStart(decimals + 1, '0');
    const major = digits.slice(0, digits.length - decimals);
    return `${sign}${major}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`;
}

/**
 * A decimal in major units as Stripe's integer in minor units: the way back.
 * @param decimal e.g. '10.5'
 * @returns e.g. '1050' for USD; undefined where the decimal has more places than the currency, or is none
 */
export function toMinorUnits(decimal: string, currency: string): string | undefined {
    const match = /^(-?)(\d+)(?:\.(\d*?)0*)?$/.exec(decimal);
    const decimals = decimalsOf(currency);
    const places = match?.[3] ?? '';
    if (!match || places.length > decimals) {
        return undefined;
    }
    const digits = `${match[2]}${places.padEnd(decimals, '0')}`.replace(/^0+(?=\d)/, '');
    return digits === '0' ? '0' : `${match[1]}${digits}`;
}
