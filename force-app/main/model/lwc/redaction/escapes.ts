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
        plain = parseString(plain) ?? unescapeValid(plain);
    }
    return plain;
}

function parseString(text: string): string | undefined {
    try {
        return String(JSON.parse(`"${text}"`));
    } catch {
        return undefined;
    }
}

function unescapeValid(text: string): string {
    return text.replace(/\\(u[0-9a-fA-F]{4}|[^u])/g, (_, escape: string) => unescapeOne(escape));
}

/** What stands behind a backslash: a letter, or `u` and a code. */
function unescapeOne(escape: string): string {
    return escape.length > 1 ? String.fromCharCode(parseInt(escape.slice(1), 16)) : (ESCAPES.get(escape) ?? escape);
}

const HAS_TO_BE_ESCAPED = /["\\\p{Cc}\p{Cs}]/u;

/** Escapes a text as JSON does. */
export function escapeJson(text: string, times: number): string {
    let escaped = text;
    for (let time = 0; time < times && HAS_TO_BE_ESCAPED.test(escaped); time += 1) {
        escaped = JSON.stringify(escaped).slice(1, -1);
    }
    return escaped;
}

/** Decodes what is valid, and leaves the rest as it is. */
export function decodePercent(text: string): string {
    if (!text.includes('%')) {
        return text;
    }
    try {
        return decodeURIComponent(text);
    } catch {
        return decodeValid(text);
    }
}

/** The bytes of one character in UTF-8: one that is not valid must not hide those around it. */
const BYTES = /%[0-7][0-9a-f]|%[c-f][0-9a-f](?:%[89ab][0-9a-f])+/gi;

function decodeValid(text: string): string {
    return text.replace(BYTES, (bytes) => {
        try {
            return decodeURIComponent(bytes);
        } catch {
            return bytes;
        }
    });
}
