import { UserError } from '../command/userError.ts';
import { HELP, readOptions } from './options.ts';
import { Project } from './project.ts';
import { reportOf } from './report.ts';
import { runChecks } from './runChecks.ts';

const FINDINGS = 1;
const ERROR = 2;

try {
    process.exitCode = await main();
} catch (error) {
    const isExpected = error instanceof UserError;
    process.stderr.write(`${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = ERROR;
}

async function main(): Promise<number> {
    const { help, json, source, checks } = readOptions(process.argv.slice(2));
    if (help) {
        process.stdout.write(HELP);
        return 0;
    }
    const findings = await runChecks(new Project(source), checks);
    process.stdout.write(json ? `${JSON.stringify(findings, undefined, 2)}\n` : reportOf(checks, findings));
    return findings.length === 0 ? 0 : FINDINGS;
}
