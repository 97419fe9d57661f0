import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerJsonLines } from './answerJsonLines.ts';
import { MAXIMUM_LINE_LENGTH, readLines } from './lines.ts';

async function* stream(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    yield* chunks;
}

async function linesOf(...chunks: Uint8Array[]): Promise<string[]> {
    const lines: string[] = [];
    for await (const batch of readLines(stream(chunks))) {
        lines.push(...batch);
    }
    return lines;
}

test('the last line counts with and without a line break behind it', async () => {
    assert.deepEqual(await linesOf(Buffer.from('a\nb\n')), ['a', 'b']);
    assert.deepEqual(await linesOf(Buffer.from('a\nb')), ['a', 'b']);
    assert.deepEqual(await linesOf(Buffer.from('a\n\n')), ['a', '']);
    assert.deepEqual(await linesOf(), []);
});

test('a byte order mark is left out', async () => {
    assert.deepEqual(await linesOf(Buffer.from('\uFEFFa\n')), ['a']);
});

test('the lines are the same wherever the stream is cut, also inside a character', async () => {
    const text = fc
        .array(fc.string({ unit: fc.constantFrom('a', 'ü', '€', '🙂', '\n', '\r\n') }))
        .map((parts) => parts.join(''));
    await fc.assert(
        fc.asyncProperty(text, fc.array(fc.nat({ max: 40 })), async (whole, cuts) => {
            const bytes = Buffer.from(whole);
            const ends = [...cuts.sort((left, right) => left - right), bytes.length];
            const chunks = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
            const expected = whole.split('\n');
            assert.deepEqual(await linesOf(...chunks), expected.at(-1) === '' ? expected.slice(0, -1) : expected);
        })
    );
});

test('a line that never ends is refused, and takes no more memory than the limit', async () => {
    let longest = 0;
    const endless = Array<Buffer>(40).fill(Buffer.alloc(MAXIMUM_LINE_LENGTH / 10, 'x'));
    for await (const [line = ''] of readLines(stream(endless))) {
        longest = Math.max(longest, line.length);
    }
    assert.equal(longest, MAXIMUM_LINE_LENGTH + 1);

    const answers = answerJsonLines(stream([...endless, Buffer.from('\n{}\n')]));
    const all: unknown[] = [];
    for await (const batch of answers) {
        all.push(...batch.map((item) => ('error' in item ? item.error : item.kind)));
    }
    assert.match(String(all[0]), /^Line 1 is longer than 1048576 characters/);
    assert.deepEqual(all.slice(1), ['empty']);
});

test('no more is read than was asked for', async () => {
    let chunksRead = 0;
    async function* source() {
        for (;;) {
            chunksRead += 1;
            yield Buffer.from('{}\n');
        }
    }
    const answers = answerJsonLines(source());
    await answers.next();
    await answers.next();
    assert.equal(chunksRead, 2);
    await answers.return(undefined);
});
