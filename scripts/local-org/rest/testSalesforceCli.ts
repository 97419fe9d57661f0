import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_FOLDER, TEST_TOKEN } from './testServer.ts';

/** What `sf … --json` prints. */
export interface CliAnswer {
    status: number;
    result: unknown;
    name?: string;
    message?: string;
    warnings?: unknown[];
}

const COMMANDS = path.join(PROJECT_FOLDER, 'node_modules/.bin');

/** The real Salesforce CLI, as a process of its own with a home folder of its own. */
export class SalesforceCli {
    private readonly home: string;

    /** @param home a folder for what the CLI writes. */
    constructor(home: string) {
        this.home = home;
        mkdirSync(home, { recursive: true });
    }

    /**
     * @param folder where to run it.
     * @returns what it prints as JSON, also where the command fails.
     */
    async json(args: string[], folder = this.home): Promise<CliAnswer> {
        const { output, errors } = await this.run([...args, '--json'], folder);
        try {
            return JSON.parse(output) as CliAnswer;
        } catch {
            throw new Error(`sf ${args.join(' ')} printed no JSON: ${output}\n${errors}`);
        }
    }

    /** @returns what it prints for people, and its exit code. */
    run(args: string[], folder = this.home): Promise<{ output: string; errors: string; exitCode: number }> {
        const cli = path.join(PROJECT_FOLDER, 'node_modules/@salesforce/cli/bin/run.js');
        return new Promise((resolve) => {
            const options = { cwd: folder, env: this.environment(), maxBuffer: 64 * 1024 * 1024 };
            execFile(process.execPath, [cli, ...args], options, (error, output, errors) => {
                resolve({ output, errors, exitCode: typeof error?.code === 'number' ? error.code : error ? 1 : 0 });
            });
        });
    }

    /** In which a program finds this CLI as `sf`, with its logins. */
    environment(): NodeJS.ProcessEnv {
        return {
            PATH: [COMMANDS, process.env['PATH']].join(path.delimiter),
            HOME: this.home,
            USERPROFILE: this.home,
            SF_ACCESS_TOKEN: TEST_TOKEN,
            SF_AUTOUPDATE_DISABLE: 'true',
            SF_DISABLE_LOG_FILE: 'true',
            SF_DISABLE_TELEMETRY: 'true',
            SF_SKIP_NEW_VERSION_CHECK: 'true',
            NO_COLOR: '1',
            CI: 'true'
        };
    }
}
