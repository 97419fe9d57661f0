import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Finding } from '../../../validate/finding.ts';
import { apexSyntaxErrors } from './apexSyntax.ts';
import type { ComponentProblem } from './deployedComponents.ts';
import type { DeployedFiles } from './deployZip.ts';

/** What the program of the checks tells: one of the two. */
export interface CheckAnswer {
    readonly findings?: readonly Finding[];
    /** Why the checks could not run, such as without Java. */
    readonly error?: string;
}

const PROGRAM = path.join(import.meta.dirname, 'checkFolder.ts');

/** Findings of this severity and worse an org refuses; what is milder it takes. */
const REFUSED = 2;

/**
 * What an org would refuse, by the same checks as `npm run validate`.
 * @param projectFolder the folder of the `sfdx-project.json` whose source the org counts as deployed.
 * @throws Error of one line if the checks cannot run.
 */
export async function checkComponents(files: DeployedFiles, projectFolder: string): Promise<ComponentProblem[]> {
    const folder = mkdtempSync(path.join(tmpdir(), 'local-org-deploy-'));
    try {
        writeFiles(folder, files);
        const { findings = [], error } = await checkFolder(folder, projectFolder);
        if (error !== undefined) {
            throw new Error(error);
        }
        const refused = findings.filter(({ severity }) => severity <= REFUSED);
        return [
            ...checkApexSyntax(files),
            ...refused.map(({ file, line, message }) => ({ fileName: file, line, message }))
        ];
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** Classes and triggers that cannot be parsed. */
export function checkApexSyntax(files: DeployedFiles): ComponentProblem[] {
    return [...files]
        .filter(([fileName]) => /\.(?:cls|trigger)$/.test(fileName))
        .flatMap(([fileName, source]) =>
            apexSyntaxErrors(fileName, source.toString('utf8')).map((problem) => ({ fileName, ...problem }))
        );
}

function writeFiles(folder: string, files: DeployedFiles): void {
    for (const [name, content] of files) {
        const file = path.join(folder, name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, content);
    }
}

/** A process of its own: the checks take seconds, in which this one could not answer. */
function checkFolder(folder: string, projectFolder: string): Promise<CheckAnswer> {
    return new Promise((resolve, reject) => {
        const program = fork(PROGRAM, [folder, projectFolder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
        program.once('message', (answer) => resolve(answer as CheckAnswer));
        program.once('error', reject);
        program.once('exit', (code) => reject(new Error(`The checks of the deploy ended with exit code ${code}.`)));
    });
}
