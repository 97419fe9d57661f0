const ESCAPES: ReadonlyMap<string, string> = new Map([
    ['b', '\b'],
    ['f', '\f'],
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t']
]);

/** How often a text was escaped: once where its quotes have no backslash, twice with one, three times with three. */
export function timesEscaped(backslashes: number): number {
    return Math.round(Math.log2(backslashes + 1)) + 1;
}

/** Undoes the escapes of JSON. What is no escape stays. */
export function unescapeJson(text: string, times: number): string {
    let plain = text;
    for (let time = 0; time < times && plain.includes('\\'); time += 1) {
        plain = plain.replace(/\\(?:u([0-9a-fA-F]{4})|([^]))/g, (all, code?: string, character?: string) => {
            if (code !== undefined) {
                return String.fromCharCode(parseInt(code, 16));
            }
            return character === 'u' ? all : (ESCAPES.get(character ?? '') ?? character ?? all);
        });
    }
    return plain;
}

/** Escapes a text as JSON does. */
export function escapeJson(text: string, times: number): string {
    let escaped = text;
    for (let time = 0; time < times; time += 1) {
        escaped = JSON.stringify(escaped).slice(1, -1);
    }
    return escaped;
}
