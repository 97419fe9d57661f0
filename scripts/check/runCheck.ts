import { spawn } from 'node:child_process';
import type { Counts, CountTests } from './testCounts.ts';

/** A command that holds the project to something. */
export interface Check {
    name: string;
    command: readonly string[];
    /** For a command that runs tests. Without it the command itself is the one test. */
    count?: CountTests;
}

export interface CheckResult {
    counts: Counts;
    /** What is wrong, in one line; undefined where nothing is. */
    problem?: string;
    output: string;
    milliseconds: number;
}

/** Runs a check to its end. Never rejects: a command that cannot be started is a failed check. */
export async function runCheck({ command, count }: Check): Promise<CheckResult> {
    const start = performance.now();
    const { output, exitCode } = await run(command);
    const milliseconds = performance.now() - start;
    const counted = count ? count(output) : oneTest(exitCode === 0);
    return {
        counts: counted ?? { passed: 0, failed: 1, skipped: 0 },
        problem: problemOf(exitCode, counted),
        output,
        milliseconds
    };
}

function oneTest(isPassed: boolean): Counts {
    return { passed: Number(isPassed), failed: Number(!isPassed), skipped: 0 };
}

function problemOf(exitCode: number | string, counts: Counts | undefined): string | undefined {
    if (exitCode !== 0) {
        return `It ended with ${exitCode}.`;
    }
    if (counts === undefined || counts.passed + counts.failed === 0) {
        return 'It ran no test.';
    }
    if (counts.failed > 0) {
        return `${counts.failed} failed.`;
    }
    return counts.skipped > 0 ? `${counts.skipped} skipped: a test that does not run cannot fail.` : undefined;
}

function run([program = '', ...programArguments]: readonly string[]): Promise<{
    output: string;
    exitCode: number | string;
}> {
    return new Promise((resolve) => {
        const child = spawn(program, programArguments, { env: { ...process.env, FORCE_COLOR: '0' } });
        let output = '';
        const take = (chunk: Buffer) => {
            output += chunk.toString();
        };
        child.stdout.on('data', take);
        child.stderr.on('data', take);
        child.on('error', (error) => resolve({ output: output + error.message, exitCode: error.message }));
        child.on('close', (exitCode, signal) => resolve({ output, exitCode: exitCode ?? signal ?? 'no exit code' }));
    });
}
