/** In characters. Far more than any request needs; without a limit, a file without line breaks would fill the memory. */
export const MAXIMUM_LINE_LENGTH = 1024 * 1024;

/**
 * The lines of a UTF-8 text, as many at a time as came together. They end with LF or CRLF (the CR stays); a byte order
 * mark at the start is left out. What follows the last LF is a line only if there is something.
 *
 * A line longer than the limit comes cut off, but still longer than the limit, for the reader to refuse.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of chunks) {
        const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
        const lines = [rest + first, ...others];
        rest = (lines.pop() ?? '').slice(0, MAXIMUM_LINE_LENGTH + 1);
        yield lines;
    }
    rest += decoder.decode();
    if (rest !== '') {
        yield [rest];
    }
}
