import { invalidRequest } from './standInError.ts';

/** The parameters of a request: texts, and below names with brackets more of them. */
export interface Parameters {
    [name: string]: string | Parameters;
}

/**
 * Reads a form-encoded text (a body or a query) with names such as `metadata[order_id]`, `expand[]` and `items[0][id]`.
 * A list becomes an object with the keys 0, 1, 2…
 * @throws StandInError for brackets that do not close
 */
export function parseForm(text: string): Parameters {
    const parameters: Parameters = createParameters();
    for (const [name, value] of new URLSearchParams(text)) {
        put(parameters, pathOf(name), value);
    }
    return parameters;
}

/** Without a prototype, so that a name such as `__proto__` is a name. */
function createParameters(): Parameters {
    return Object.create(null) as Parameters;
}

function pathOf(name: string): string[] {
    const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
    if (!match) {
        throw invalidRequest(`Invalid request: the parameter name ${JSON.stringify(name)} cannot be read.`);
    }
    const keys = [...(match[2] ?? '').matchAll(/\[([^[\]]*)\]/g)].map(([, key]) => key ?? '');
    return [match[1] ?? '', ...keys];
}

function put(parameters: Parameters, path: readonly string[], value: string): void {
    const [first = '', ...rest] = path;
    const key = first === '' ? String(Object.keys(parameters).length) : first;
    if (rest.length === 0) {
        parameters[key] = value;
        return;
    }
    const inner = parameters[key];
    const next = typeof inner === 'object' ? inner : createParameters();
    parameters[key] = next;
    put(next, rest, value);
}
