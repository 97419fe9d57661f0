/** A set of characters by their codes, for a quick look. */
export type CharacterSet = Uint8Array;

/** The characters up to U+2014 that a pattern of a single character matches. */
export function characterSet(pattern: RegExp): CharacterSet {
    return Uint8Array.from({ length: 0x2015 }, (_, code) => Number(pattern.test(String.fromCharCode(code))));
}

function isInSet(set: CharacterSet, code: number): boolean {
    return code < set.length && set[code] === 1;
}

/** Where characters of a set stand in a row. */
export interface CharacterRun {
    start: number;
    end: number;
}

/** The next run of characters of a set that has at least this length; undefined where there is none. */
export function nextRun(text: string, from: number, set: CharacterSet, shortest: number): CharacterRun | undefined {
    // Every run of that length has one of the places that are looked at.
    for (let probe = from + shortest - 1; probe < text.length; probe += shortest) {
        if (isInSet(set, text.charCodeAt(probe))) {
            let start = probe;
            while (start > from && isInSet(set, text.charCodeAt(start - 1))) {
                start -= 1;
            }
            let end = probe + 1;
            while (end < text.length && isInSet(set, text.charCodeAt(end))) {
                end += 1;
            }
            if (end - start >= shortest) {
                return { start, end };
            }
            probe = end;
        }
    }
    return undefined;
}
