import { execFile } from 'node:child_process';
import path from 'node:path';
import { findJava } from '../java/findJava.ts';
import { apexClassPath } from '../java/sobjectTypes.ts';
import type { Problem, Project } from '../project.ts';

/** The checker's exit code where it has found something. */
const FOUND = 4;

/** `Missing: line 12:12 to 17:13: No type…`, `Missing: line 3 at 56-59: No type…` */
const ISSUE = /^(\w+): line (\d+).*?: (.*)$/;

/** Every Apex class through the type checker apex-ls, which Salesforce ships in Code Analyzer. */
export async function checkApexTypes(project: Project): Promise<Problem[]> {
    if (project.filesEnding('.cls').length === 0 && project.filesEnding('.trigger').length === 0) {
        return [];
    }
    const java = findJava();
    const output = await run(java, [
        '-cp',
        await apexClassPath(project.schema),
        'io.github.apexdevtools.apexls.CheckForIssues',
        '--workspace',
        project.root,
        '--detail',
        'warnings',
        '--nocache'
    ]);
    return readIssues(output);
}

/** A line with the file's path, then a line for each issue. */
function readIssues(output: string): Problem[] {
    const problems: Problem[] = [];
    let file = '';
    for (const line of output.split('\n').map((each) => each.trim())) {
        const [, kind, number, message = ''] = ISSUE.exec(line) ?? [];
        if (kind === undefined) {
            file = path.isAbsolute(line) ? line : file;
        } else {
            problems.push({ file, line: Number(number), message: `${kind}: ${message}` });
        }
    }
    return problems;
}

function run(program: string, programArguments: readonly string[]): Promise<string> {
    return new Promise((resolve, reject) => {
        execFile(program, programArguments, { maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
            const isBroken = error !== null && error.code !== FOUND;
            if (isBroken || (error !== null && readIssues(stdout).length === 0)) {
                reject(new Error(`The Apex type checker failed: ${stderr || stdout || error?.message}`));
                return;
            }
            resolve(stdout);
        });
    });
}
