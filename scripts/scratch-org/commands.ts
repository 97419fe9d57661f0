import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../command/userError.ts';
import { runSalesforceCli } from '../salesforce-cli/runSalesforceCli.ts';
import type { Commands } from './makeScratchOrg.ts';

/** The CLI that is installed with the project, started with this Node: the same on every system. */
export function installedCli(project: string): string[] {
    return [process.execPath, path.join(project, 'node_modules/@salesforce/cli/bin/run.js')];
}

/**
 * Commands that run in the project's folder.
 * @param program the Salesforce CLI and what goes before its arguments
 */
export function createCommands(project: string, program: readonly string[]): Commands {
    return {
        sf: (args) => runSalesforceCli(args, project, { program }),
        npm: ([script = '', ...args]) => runScript(project, script, args)
    };
}

/** Runs a script of package.json as npm does, without npm: on Windows that is a command file. */
async function runScript(project: string, script: string, args: readonly string[]): Promise<void> {
    const { scripts } = JSON.parse(fs.readFileSync(path.join(project, 'package.json'), 'utf8')) as {
        scripts: Record<string, string>;
    };
    const [, ...words] = (scripts[script] ?? '').split(' ');
    const PATH = [path.join(project, 'node_modules/.bin'), process.env['PATH']].join(path.delimiter);
    const child = spawn(process.execPath, [...words, ...args], {
        cwd: project,
        stdio: 'inherit',
        env: { ...process.env, PATH }
    });
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) {
        throw new UserError(`npm run ${script} failed: see its message above.`);
    }
}
