import type { Answer, LineError } from './answer.ts';
import { answer } from './answer.ts';
import { BadLine } from './badLine.ts';
import { MAXIMUM_LINE_LENGTH, readLines } from './lines.ts';

/** Answers a text of JSON lines: one answer or error for each line, in order, as many at a time as came together. */
export async function* answerJsonLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<(Answer | LineError)[]> {
    let lineNumber = 0;
    for await (const lines of readLines(chunks)) {
        yield lines.map((line) => {
            lineNumber += 1;
            return answer(`Line ${lineNumber}`, () => parseLine(line));
        });
    }
}

function parseLine(line: string): unknown {
    if (line.length > MAXIMUM_LINE_LENGTH) {
        throw new BadLine(`is longer than ${MAXIMUM_LINE_LENGTH} characters`, 'End each object with a line break.');
    }
    if (line.trim() === '') {
        throw new BadLine('is empty', 'Remove it, or write {} for a record without a reference.');
    }
    try {
        return JSON.parse(line);
    } catch {
        // The parser's own message quotes the line.
        throw new BadLine('is not JSON', 'Write one object on each line, in UTF-8, such as {"reference":"pi_…"}.');
    }
}
