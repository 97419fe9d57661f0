import { UserError } from '../command/userError.ts';
import { completeFolder, type FolderResult } from './completeFolder.ts';
import { completeOrg } from './completeOrg.ts';
import { HELP, readOptions } from './options.ts';

const SOMETHING_IS_MISSING = 1;
const ERROR = 2;

// Whoever reads the report may stop, as `head` does: the work is done to its end all the same.
process.stdout.on('error', () => {});

try {
    process.exitCode = await main();
} catch (error) {
    process.stderr.write(`${errorText(error)}\n`);
    process.exitCode = ERROR;
}

async function main(): Promise<number> {
    const { help, from, lists, check } = readOptions(process.argv.slice(2));
    if (help || !from) {
        process.stdout.write(HELP);
        return 0;
    }
    const print = (text: string) => void process.stdout.write(text);
    const options = { lists, check, print };
    if ('targetOrg' in from) {
        return exitCode(await completeOrg(from.targetOrg, options));
    }
    const result = completeFolder(from.folder, options);
    result.written.forEach((file) => print(`Written: ${file}\n`));
    return exitCode(result);
}

function exitCode({ isIncomplete }: FolderResult): number {
    return isIncomplete ? SOMETHING_IS_MISSING : 0;
}

/** A few words for what a user can put right, such as a file that may not be written; everything for a fault of the program. */
function errorText(error: unknown): string {
    if (error instanceof UserError) {
        return error.message;
    }
    if (error instanceof Error && 'syscall' in error) {
        return error.message;
    }
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
