/**
 * Remembers the result for the last arguments. A template asks for the same rows several times at every render, and
 * building them is the dear part.
 */
export function memoizeLast<Arguments extends readonly unknown[], Result>(
    compute: (...values: Arguments) => Result
): (...values: Arguments) => Result {
    let last: { values: Arguments; result: Result } | undefined;
    return (...values) => {
        if (!last?.values.every((value, index) => Object.is(value, values[index]))) {
            last = { values, result: compute(...values) };
        }
        return last.result;
    };
}
