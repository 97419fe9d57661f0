import path from 'node:path';
import { UserError } from '../command/userError.ts';
import { createCommands, installedCli } from './commands.ts';
import { requireDevHub, runSteps } from './makeScratchOrg.ts';
import { HELP, readOptions } from './options.ts';
import { listSteps } from './steps.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const FAILED = 1;
const NOT_STARTED = 2;

process.exitCode = await main();

async function main(): Promise<number> {
    let code = NOT_STARTED;
    try {
        const options = readOptions(process.argv.slice(2));
        if (options.help) {
            process.stdout.write(HELP);
            return 0;
        }
        const print = (text: string) => void process.stdout.write(text);
        const commands = createCommands(PROJECT, installedCli(PROJECT));
        await requireDevHub(commands);
        code = FAILED;
        await runSteps(listSteps(options, Boolean(process.env['STRIPE_SECRET_KEY'])), commands, print);
        print(`The scratch org is ready: ${options.alias}, for ${options.days} days.\n`);
        return 0;
    } catch (error) {
        process.stderr.write(`${errorText(error)}\n`);
        return code;
    }
}

/** A few words for what a user can put right; everything for a fault of the program. */
function errorText(error: unknown): string {
    if (error instanceof UserError) {
        return error.message;
    }
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
