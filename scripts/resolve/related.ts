import { BadLine } from './badLine.ts';
import { isObject } from '../command/isObject.ts';

/** An object of arrays of `{"reference":"…"}`. */
const DEEPEST = 3;

const ADVICE = 'Write a text, an array of texts, or an object of them, such as {"authorization":"pi_…"}.';

/**
 * The references in the key "related", in their order: a text, an array, or an object whose values are such. Each may
 * also be written as `{"reference":"…"}`, which is such an object already.
 *
 * @throws BadLine for numbers, booleans and what is nested deeper
 */
export function readRelated(value: unknown, depth = 0): string[] {
    if (value === undefined || value === null) {
        return [];
    }
    if (typeof value === 'string') {
        return [value];
    }
    if (depth === DEEPEST) {
        throw new BadLine('has a "related" that is nested too deep', ADVICE);
    }
    if (Array.isArray(value) || isObject(value)) {
        return Object.values(value).flatMap((item) => readRelated(item, depth + 1));
    }
    throw new BadLine('has a "related" that holds something other than texts', ADVICE);
}
