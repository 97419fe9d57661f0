import { malformedQuery } from '../errors.ts';
import { foldCase } from '../store/fieldValue.ts';

const escapes: Readonly<Record<string, string>> = {
    n: '\n',
    r: '\r',
    t: '\t',
    b: '\b',
    f: '\f',
    '"': '"',
    "'": "'",
    '\\': '\\'
};

/** Only in LIKE. The backslash stays, so that they stand for the characters themselves. */
const patternEscapes: Readonly<Record<string, string>> = { ...escapes, '%': '\\%', _: '\\_' };

/** The text of a SOQL string literal: without its quotes and escapes. */
export function unescapeLiteral(literal: string): string {
    return unescape(literal, escapes);
}

/** The pattern that a string literal after LIKE stands for. */
export function unescapePattern(literal: string): string {
    return unescape(literal, patternEscapes);
}

function unescape(literal: string, characters: Readonly<Record<string, string>>): string {
    return literal.slice(1, -1).replace(/\\(u[0-9A-Fa-f]{4}|[\s\S])/g, (escape, code: string) => {
        if (code.length > 1) {
            return String.fromCharCode(Number.parseInt(code.slice(1), 16));
        }
        const character = characters[code.toLowerCase()];
        if (character === undefined) {
            throw malformedQuery(
                `Invalid string literal ${literal}. Illegal character sequence '${escape}' in string literal.`
            );
        }
        return character;
    });
}

/**
 * A SOQL LIKE pattern as a pattern for SQLite's `LIKE ... ESCAPE '\'`: in both, `%` and `_` are wildcards unless a
 * backslash precedes them. SQLite refuses a backslash before anything else, so that one is doubled.
 */
export function toSqliteLikePattern(pattern: string): string {
    return foldCase(pattern).replace(/\\(?![%_])/g, '\\\\');
}
