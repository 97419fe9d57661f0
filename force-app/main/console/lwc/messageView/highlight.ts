/** A piece of a text: `isMatch` where it is what was searched for. */
export interface TextPart {
    key: number;
    text: string;
    isMatch: boolean;
}

/** Where a text is found in another, without regard to case; -1 where it is not, and for no text. */
export function indexOfMatch(text: string, query: string): number {
    return query === '' ? -1 : text.toLowerCase().indexOf(query.toLowerCase());
}

/** Cuts a text into what matches and what stands between. */
export function highlight(text: string, query: string): TextPart[] {
    const parts: TextPart[] = [];
    const add = (part: string, isMatch: boolean) => {
        if (part !== '') {
            parts.push({ key: parts.length, text: part, isMatch });
        }
    };
    // Some characters change their length with their case, so that places in the one text are none in the other.
    const searched = text.toLowerCase().length === text.length ? text.toLowerCase() : text;
    const wanted = query.toLowerCase();
    let copied = 0;
    for (let at = wanted === '' ? -1 : searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, copied)) {
        add(text.slice(copied, at), false);
        add(text.slice(at, at + wanted.length), true);
        copied = at + wanted.length;
    }
    add(text.slice(copied), false);
    return parts;
}

/** Longer values are drawn in part; all of them is in the text view. */
const LONGEST_VALUE = 200;

/** How much of a long value stands before what was searched for. */
const BEFORE_MATCH = 40;

/** The part of a value that is drawn: its start, or where it matches. */
export function excerpt(text: string, query: string): string {
    if (text.length <= LONGEST_VALUE) {
        return text;
    }
    const match = indexOfMatch(text, query);
    const start = match + query.length <= LONGEST_VALUE ? 0 : match - BEFORE_MATCH;
    const end = start + LONGEST_VALUE;
    return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}
