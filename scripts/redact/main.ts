import { pipeline } from 'node:stream/promises';
import { StreamRedactor } from './streamRedactor.ts';

const HELP = `Redacts a log of any size: standard input to standard output.

npm run --silent redact < gateway.log > redacted.log

Hides secrets (keys, client secrets, credentials, card numbers) and personal data (names, addresses, metadata and the like)
in JSON, forms, HTTP headers, CSV and plain text. Stripe ids stay, and so does everything else, to the character.
A name in the middle of a sentence cannot be told from another word: read the result before you share it.
`;

try {
    await main(process.argv.slice(2));
} catch (error) {
    // Whoever read the output has seen enough, as `head` has.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') {
        process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
        process.exitCode = 1;
    }
}

async function main(options: readonly string[]): Promise<void> {
    if (options[0] === '--help') {
        process.stdout.write(HELP);
        return;
    }
    if (options.length > 0) {
        process.stderr.write(
            'redact takes no options: it reads standard input. See: npm run --silent redact -- --help\n'
        );
        process.exitCode = 1;
        return;
    }
    // Waits whenever the reader of standard output does not keep up.
    await pipeline(process.stdin, redactChunks, process.stdout);
}

async function* redactChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
    const decoder = new TextDecoder();
    const redactor = new StreamRedactor();
    for await (const chunk of chunks) {
        yield redactor.push(decoder.decode(chunk, { stream: true }));
    }
    yield redactor.push(decoder.decode()) + redactor.end();
}
