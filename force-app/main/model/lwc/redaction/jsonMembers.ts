import type { JsonPlace } from './jsonPlace';
import { ruleOfKey } from './keyRules';
import { isShownKey } from './shownKeys';
import { isHarmless, maskOfValue } from './values';

const SPACE = '(?:[\\s,]|\\\\+[nrt])*';
const VALUE = '\\2([^"\\\\]{0,99})\\2|(-?\\d{1,12}(?:\\.\\d{1,12})?|true|false|null)';

/**
 * A closing bracket of JSON, or a key and a value or opening bracket: on one line, and with nothing escaped but what
 * stands in a text in a text, whose marks and line breaks are.
 */
const MEMBER = new RegExp(
    `${SPACE}(?:([}\\]])|(\\\\*""?)([\\w-]{1,60})\\2 ?: ?(?:(?:${VALUE})(?=(?:\\s|\\\\+[nrt])*(?:[,}\\]]|$))|([{[])))${SPACE}`,
    'y'
);

/**
 * Passes over JSON that has nothing to hide: most of a log does not need a closer look.
 *
 * @returns where the first key, value or text stands that does
 */
export function skipHarmless(text: string, from: number, place: JsonPlace): number {
    let end = from;
    MEMBER.lastIndex = end;
    for (let member = MEMBER.exec(text); member && follow(member, place); member = MEMBER.exec(text)) {
        end = MEMBER.lastIndex;
    }
    return end;
}

/** Passes over a line of indented JSON, if it is one member that has nothing to hide; else the place stays the same. */
export function isHarmlessMember(line: string, place: JsonPlace): boolean {
    MEMBER.lastIndex = 0;
    const member = MEMBER.exec(line);
    return member !== null && MEMBER.lastIndex === line.length && follow(member, place);
}

/** False, and the place the same, where the member needs a closer look. */
function follow(
    [, closing, mark = '', key = '', string, scalar = '', opening]: RegExpExecArray,
    place: JsonPlace
): boolean {
    if (closing !== undefined) {
        place.followBrackets(closing);
        return true;
    }
    const rule = ruleOfKey(key);
    const value = string ?? scalar;
    if (place.rule !== undefined || place.isObjectType || !isShownKey(key)) {
        return false;
    }
    if (opening !== undefined) {
        place.rule = rule;
        place.followBrackets(opening);
    } else if (
        maskOfValue(value, place.position, rule) !== undefined ||
        (string !== undefined && !isHarmless(string))
    ) {
        return false;
    } else if (key === 'object') {
        place.setObjectType(value);
    }
    place.mark = mark;
    return true;
}
