const dateTimePattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * Reads a date-time in any form that Salesforce writes or accepts: `2026-03-31T15:32:54.000+0000`, `...Z`,
 * `...+02:00`, with or without seconds and fractions.
 * @returns milliseconds since 1970, or undefined if it is not a date-time or the day or hour does not exist.
 */
export function parseDateTime(text: string): number | undefined {
    const match = dateTimePattern.exec(text);
    if (!match) {
        return undefined;
    }
    const [, date = '', time = '', seconds = ':00', fraction = '.0', zone = 'Z'] = match;
    const zoneWithColon = zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
    const milliseconds = fraction.slice(0, 4).padEnd(4, '0');
    const instant = Date.parse(`${date}T${time}${seconds}${milliseconds}${zoneWithColon}`);
    return Number.isNaN(instant) || parseDate(date) === undefined ? undefined : instant;
}

/** @returns the same text if it is a day that exists, written `2026-03-31`. */
export function parseDate(text: string): string | undefined {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
        return undefined;
    }
    const midnight = new Date(`${text}T00:00:00.000Z`);
    // JavaScript turns 30 February into 1 March, so the day has to survive the round trip.
    return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text) ? text : undefined;
}

/** A date-time as Salesforce's REST API writes it. */
export function formatDateTime(instant: number): string {
    return new Date(instant).toISOString().replace('Z', '+0000');
}
