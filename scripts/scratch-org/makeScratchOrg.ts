import { isObject } from '../command/isObject.ts';
import { UserError } from '../command/userError.ts';
import { commandLine, type Step } from './steps.ts';

/** How commands are run: the tests have their own. */
export interface Commands {
    /** @returns the `result` of the command's JSON output. @throws UserError with its message. */
    sf(args: readonly string[]): Promise<unknown>;
    /** Runs a script of package.json. @throws UserError where it fails. */
    npm(args: readonly string[]): Promise<void>;
}

/** @throws UserError where `sf` has no default Dev Hub */
export async function requireDevHub({ sf }: Commands): Promise<void> {
    const [setting] = [await sf(['config', 'get', 'target-dev-hub'])].flat();
    if (!isObject(setting) || !setting['value']) {
        throw new UserError(
            'There is no Dev Hub to create scratch orgs with. Log in to one: npx sf org login web --set-default-dev-hub --alias dev-hub'
        );
    }
}

/**
 * Runs the steps one after the other, each announced with its command, and stops at the first that fails.
 * @throws UserError with the message of the step that failed and the commands to go on with
 */
export async function runSteps(
    steps: readonly Step[],
    commands: Commands,
    print: (text: string) => void
): Promise<void> {
    for (const [index, step] of steps.entries()) {
        print(`${index + 1}/${steps.length} ${step.what}\n`);
        if (step.leftOut) {
            print(`    left out: ${step.leftOut}. Later: ${commandLine(step)}\n`);
            continue;
        }
        print(`    ${commandLine(step)}\n`);
        try {
            await run(step, commands);
        } catch (error) {
            throw error instanceof UserError ? new UserError(whatToDo(error, steps.slice(index))) : error;
        }
    }
}

async function run({ command }: Step, commands: Commands): Promise<void> {
    if ('sf' in command) {
        await commands.sf(command.sf);
    } else {
        await commands.npm(command.npm);
    }
}

function whatToDo(error: UserError, rest: readonly Step[]): string {
    const lines = rest.filter(({ leftOut }) => !leftOut).map((step) => `    ${commandLine(step)}`);
    return [error.message, 'When that is mended, go on with:', ...lines].join('\n');
}
