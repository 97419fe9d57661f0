/** Where the string that starts at a quotation mark ends: at its closing mark, or -1. */
export function endOfString(text: string, start: number): number {
    for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
        if (!isEscaped(text, end, start + 1)) {
            return end;
        }
    }
    return -1;
}

function isEscaped(text: string, index: number, from: number): boolean {
    let start = index;
    while (start > from && text[start - 1] === '\\') {
        start -= 1;
    }
    return (index - start) % 2 === 1;
}
