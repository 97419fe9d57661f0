import { notSupported } from '../errors.ts';

/** From the first instant of a span of time to the first one after it, in milliseconds since 1970. */
export interface TimeSpan {
    readonly start: number;
    readonly end: number;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

const weekStartsOn = 0; // Sunday, as in the locale en_US of the local org's user.

/**
 * The span of a SOQL date literal such as TODAY or LAST_N_DAYS:3, in UTC, which is the local org's time zone.
 * @param literal with its number if it has one, in any case.
 * @throws SalesforceError for the fiscal literals.
 */
export function dateLiteralSpan(literal: string, now: Date): TimeSpan {
    const [name = '', number] = literal.toUpperCase().split(':');
    const span = number === undefined ? fixedSpan(name, now) : countedSpan(name, Number(number), now);
    if (!span) {
        throw notSupported(`The date literal ${literal}`, 'Compare with a date or a date-time.');
    }
    return span;
}

function fixedSpan(name: string, now: Date): TimeSpan | undefined {
    switch (name) {
        case 'TODAY':
            return spanOfUnits('DAY', 0, 1, now);
        case 'YESTERDAY':
            return spanOfUnits('DAY', -1, 1, now);
        case 'TOMORROW':
            return spanOfUnits('DAY', 1, 1, now);
        case 'LAST_90_DAYS':
            return countedSpan('LAST_N_DAYS', 90, now);
        case 'NEXT_90_DAYS':
            return countedSpan('NEXT_N_DAYS', 90, now);
        default: {
            const match = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)$/.exec(name);
            const offset = { LAST: -1, THIS: 0, NEXT: 1 }[match?.[1] ?? ''];
            return offset === undefined ? undefined : spanOfUnits(match?.[2] as Unit, offset, 1, now);
        }
    }
}

function countedSpan(name: string, count: number, now: Date): TimeSpan | undefined {
    const ago = /^N_(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO$/.exec(name);
    if (ago) {
        return spanOfUnits(ago[1] as Unit, -count, 1, now);
    }
    const match = /^(LAST|NEXT)_N_(DAY|WEEK|MONTH|QUARTER|YEAR)S$/.exec(name);
    if (!match) {
        return undefined;
    }
    const unit = match[2] as Unit;
    if (match[1] === 'NEXT') {
        return spanOfUnits(unit, 1, count, now);
    }
    // Salesforce counts today into the last n days, but not this month into the last n months.
    return spanOfUnits(unit, -count, unit === 'DAY' ? count + 1 : count, now);
}

/** The span of `count` whole units, the first of them `offset` units away from the present one. */
function spanOfUnits(unit: Unit, offset: number, count: number, now: Date): TimeSpan {
    return { start: startOfUnit(unit, offset, now), end: startOfUnit(unit, offset + count, now) };
}

function startOfUnit(unit: Unit, offset: number, now: Date): number {
    const year = now.getUTCFullYear();
    const month = now.getUTCMonth();
    const day = now.getUTCDate();
    switch (unit) {
        case 'DAY':
            return Date.UTC(year, month, day + offset);
        case 'WEEK':
            return Date.UTC(year, month, day - ((now.getUTCDay() - weekStartsOn + 7) % 7) + 7 * offset);
        case 'MONTH':
            return Date.UTC(year, month + offset, 1);
        case 'QUARTER':
            return Date.UTC(year, month - (month % 3) + 3 * offset, 1);
        case 'YEAR':
            return Date.UTC(year + offset, 0, 1);
    }
}
