import { pipeline } from 'node:stream/promises';
import type { Answer, LineError } from './answer.ts';
import { answerCsv } from './answerCsv.ts';
import { answerJsonLines } from './answerJsonLines.ts';
import { HELP, readOptions } from './options.ts';
import { UserError } from '../command/userError.ts';

try {
    await main();
} catch (error) {
    // Whoever read the answers has seen enough, as `head` has.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') {
        process.stderr.write(`${errorText(error)}\n`);
        process.exitCode = 1;
    }
}

async function main(): Promise<void> {
    const { help, csv } = readOptions(process.argv.slice(2));
    if (help) {
        process.stdout.write(HELP);
        return;
    }
    const answers = csv ? answerCsv(csv.file, csv.columns) : answerJsonLines(process.stdin);
    // Waits whenever the reader of standard output does not keep up.
    await pipeline(answers, writeLines, process.stdout);
}

/** The answers as JSON lines. An error among them decides the exit code. */
async function* writeLines(batches: AsyncIterable<readonly (Answer | LineError)[]>): AsyncGenerator<string> {
    for await (const batch of batches) {
        if (batch.some((item) => 'error' in item)) {
            process.exitCode = 1;
        }
        yield batch.map((item) => `${JSON.stringify(item)}\n`).join('');
    }
}

/** One line for what a user can put right; everything for a fault of the program. */
function errorText(error: unknown): string {
    if (error instanceof UserError) {
        return error.message;
    }
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
