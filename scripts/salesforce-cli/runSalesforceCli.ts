import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { isObject } from '../command/isObject.ts';
import { UserError } from '../command/userError.ts';

export interface SalesforceCliOptions {
    /** The program and what goes before the arguments; without it the `sf` on the PATH. */
    program?: readonly string[];
    /** What else the user may do where there is no `sf`. */
    otherWay?: string;
}

/** What `sf … --json` prints, as far as it is the same for all commands. */
interface CliOutput {
    message?: string;
    result?: unknown;
}

/**
 * Runs a command of the Salesforce CLI and waits for it.
 * @param args the command and its options, without `--json`
 * @param folder the working directory: `sf` wants that of a project
 * @returns the `result` of its JSON output
 * @throws UserError where there is no `sf`, and with its own message where the command fails
 */
export async function runSalesforceCli(
    args: readonly string[],
    folder: string,
    { program: [program = 'sf', ...first] = ['sf'], otherWay = '' }: SalesforceCliOptions = {}
): Promise<unknown> {
    const child = spawn(program, [...first, ...args, '--json'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = Promise.all([text(child.stdout), text(child.stderr)]);
    const code = await exitCode(child, otherWay);
    const [stdout, stderr] = await output;
    const name = `sf ${args.slice(0, 3).join(' ')}`;
    const parsed = parseOutput(stdout);
    if (!parsed) {
        const [firstLine = ''] = stderr.trim().split('\n');
        throw new UserError(`${name} ended with code ${code} and without JSON. ${firstLine}`.trimEnd());
    }
    if (code !== 0) {
        throw new UserError(`${name} failed: ${[parsed.message, ...failures(parsed.result)].join('\n  ').trim()}`);
    }
    return parsed.result;
}

async function exitCode(child: ReturnType<typeof spawn>, otherWay: string): Promise<number | null> {
    try {
        const [code] = (await once(child, 'close')) as [number | null];
        return code;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
            throw new UserError(`${noCli()} ${otherWay}`.trimEnd());
        }
        throw error;
    }
}

function noCli(): string {
    return process.platform === 'win32'
        ? 'On Windows sf is a command file, which cannot be started from here.'
        : 'There is no command sf on the PATH. Install the Salesforce CLI: npm install --global @salesforce/cli.';
}

function parseOutput(stdout: string): CliOutput | undefined {
    try {
        const parsed: unknown = JSON.parse(stripVTControlCharacters(stdout));
        return isObject(parsed) ? parsed : undefined;
    } catch {
        return undefined;
    }
}

/** A failed deploy says for each component what the org does not take, a test run what each test found. */
function failures(result: unknown): string[] {
    if (!isObject(result)) {
        return [];
    }
    const details = isObject(result['details']) ? result['details'] : {};
    const components = listOf(details['componentFailures']).map(({ fullName, problem }) => [fullName, problem]);
    const tests = listOf(result['tests'])
        .filter(({ Outcome }) => Outcome !== 'Pass')
        .map(({ FullName, Message }) => [FullName, Message]);
    return [...components, ...tests].map(([name, problem]) => `${String(name)}: ${String(problem)}`);
}

function listOf(value: unknown): Record<string, unknown>[] {
    return [value ?? []].flat().filter(isObject);
}
