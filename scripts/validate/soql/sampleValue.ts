import type { ApexBind } from './apexQueries.ts';

/** A value of each Apex type that a field can be compared with. */
const SAMPLES: Readonly<Record<string, unknown>> = {
    boolean: true,
    date: '2026-01-31',
    datetime: '2026-01-31T12:00:00.000Z',
    decimal: 1.5,
    double: 1.5,
    id: '001000000000001AAA',
    integer: 1,
    long: 1,
    string: 'text'
};

/** A value to try a query with: of the variable's type, or null, which suits every field, where it is not known. */
export function sampleValue({ type, place }: ApexBind): unknown {
    const lower = type?.toLowerCase() ?? '';
    const element = /^(?:list|set)<([\w.]+)>$/.exec(lower)?.[1] ?? /^([\w.]+)\[\]$/.exec(lower)?.[1];
    if (element !== undefined) {
        const sample = SAMPLES[element];
        return sample === undefined ? [] : [sample];
    }
    return place === 'list' ? [] : (SAMPLES[lower] ?? null);
}
