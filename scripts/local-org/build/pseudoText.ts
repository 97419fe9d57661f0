const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ';
const accents = new Map([...PLAIN].map((letter, index) => [letter, [...ACCENTED][index] ?? letter]));

/** How much longer translations of English get, and the frame that is part of it: two brackets and a blank. */
const GROWTH = 0.35;
const FRAME_LENGTH = 3;
const WORD_LENGTH = 5;

/**
 * The English text of a label as a language that nobody speaks: accents on every letter, brackets around it, and dots
 * that make it longer. What a page shows without them is no label, and what is cut off lacks the closing bracket.
 * Placeholders such as `{0}` stay.
 */
export function pseudoText(english: string): string {
    const accented = english
        .split(/(\{\d\})/)
        .map((part) => (/^\{\d\}$/.test(part) ? part : accent(part)))
        .join('');
    return `[${accented} ${padding(Math.max(1, Math.ceil(english.length * GROWTH) - FRAME_LENGTH))}]`;
}

function accent(text: string): string {
    return [...text].map((letter) => accents.get(letter) ?? letter).join('');
}

/** In words, so that long texts can wrap as translations do. */
function padding(length: number): string {
    return [...'·'.repeat(length)]
        .map((dot, index) => (index % WORD_LENGTH === WORD_LENGTH - 1 ? ' ' : dot))
        .join('')
        .trimEnd();
}
