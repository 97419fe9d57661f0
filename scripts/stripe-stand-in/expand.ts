import type { RequestContext } from './context.ts';
import { invalidRequest } from './standInError.ts';

const DEEPEST = 4;

/**
 * Puts objects in the place of their ids, for the paths that the request names, such as `latest_charge.balance_transaction`
 * or, in a list, `data.customer`.
 * @returns a copy
 * @throws StandInError for a path that leads to nothing that can be expanded
 */
export function expand(body: object, paths: readonly string[], context: RequestContext): object {
    const copy = structuredClone(body);
    paths.forEach((path) => expandPath(copy, path.split('.'), path, context));
    return copy;
}

function expandPath(target: object, segments: readonly string[], path: string, context: RequestContext): void {
    const [name = '', ...rest] = segments;
    if (segments.length > DEEPEST) {
        throw invalidRequest(`You cannot expand more than ${DEEPEST} levels of a property (${path})`, {
            param: 'expand'
        });
    }
    if (!(name in target)) {
        throw invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' });
    }
    const value: unknown = Reflect.get(target, name);
    const items = Array.isArray(value)
        ? value
        : [typeof value === 'string' ? expandId(target, name, value, context) : value];
    for (const item of items) {
        if (rest.length > 0 && typeof item === 'object' && item !== null) {
            expandPath(item, rest, path, context);
        }
    }
}

function expandId(target: object, name: string, id: string, context: RequestContext): object {
    const found = context.state.findAny(id, context);
    if (!found) {
        throw invalidRequest(`This property cannot be expanded (${name}).`, { param: 'expand' });
    }
    const copy = structuredClone(found);
    Reflect.set(target, name, copy);
    return copy;
}
