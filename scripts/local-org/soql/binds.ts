import { SalesforceError } from '../errors.ts';

/** Values of Apex bind variables (`:name`), as JSON has them: a list for IN, null for a variable that is null. */
export type Binds = Readonly<Record<string, unknown>>;

/** @throws SalesforceError if the query has a bind that the caller gave no value for. */
export function findBind(binds: Binds, name: string): unknown {
    // Apex variables are the same in any case.
    const found = Object.entries(binds).find(([key]) => key.toLowerCase() === name.toLowerCase());
    if (!found) {
        throw new SalesforceError(
            'MALFORMED_QUERY',
            `Variable does not exist: ${name} (there is no value for :${name})`
        );
    }
    return found[1] ?? null;
}
