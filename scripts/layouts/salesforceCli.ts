import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { UserError } from '../resolve/userError.ts';

/** What `sf … --json` prints, as far as it is the same for all commands. */
interface CliOutput {
    message?: string;
    result?: unknown;
}

const NO_CLI =
    process.platform === 'win32'
        ? 'On Windows sf is a command file, which cannot be started from here: retrieve the layouts, use --source, and deploy them.'
        : 'There is no command sf on the PATH. Install the Salesforce CLI (npm install --global @salesforce/cli), or retrieve ' +
          'the layouts in another way and use --source.';

/**
 * Runs a command of the Salesforce CLI, found on the PATH, and waits for it.
 * @param args the command and its options, without `--json`
 * @param folder the working directory: `sf` wants that of a project
 * @returns the `result` of its JSON output
 * @throws UserError where there is no `sf`, and with its own message where the command fails
 */
export async function runSalesforceCli(args: readonly string[], folder: string): Promise<unknown> {
    const child = spawn('sf', [...args, '--json'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = Promise.all([text(child.stdout), text(child.stderr)]);
    const code = await exitCode(child);
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

async function exitCode(child: ReturnType<typeof spawn>): Promise<number | null> {
    try {
        const [code] = (await once(child, 'close')) as [number | null];
        return code;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
            throw new UserError(NO_CLI);
        }
        throw error;
    }
}

function parseOutput(stdout: string): CliOutput | undefined {
    try {
        const parsed: unknown = JSON.parse(stripVTControlCharacters(stdout));
        return isObject(parsed) ? parsed : undefined;
    } catch {
        return undefined;
    }
}

/** A failed deploy says for each component what the org does not take. */
function failures(result: unknown): string[] {
    const details = isObject(result) && isObject(result['details']) ? result['details'] : {};
    return [details['componentFailures'] ?? []]
        .flat()
        .filter(isObject)
        .map(({ fullName, problem }) => `${String(fullName)}: ${String(problem)}`);
}

export function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
