import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isObject } from '../command/isObject.ts';
import { UserError } from '../command/userError.ts';
import { runSalesforceCli } from '../salesforce-cli/runSalesforceCli.ts';
import { completeFolder, type FolderOptions, type FolderResult } from './completeFolder.ts';
import { isSummaryLayout, layoutName, listLayoutFiles } from './layoutFiles.ts';

const PACKAGE_FOLDER = 'force-app';

/**
 * Completes the layouts of Order Payment Summary in an org: retrieves them into a project of their own, completes them
 * there, lets the org try the deploy (`--dry-run`), and deploys them. With `check` it ends before the deploys.
 * @param targetOrg an alias or user name that `sf` knows
 * @throws UserError where `sf` is missing or fails, and where the org has no such layout
 */
export async function completeOrg(targetOrg: string, options: FolderOptions): Promise<FolderResult> {
    const project = createProject();
    try {
        await retrieve(targetOrg, project, options.print);
        const folder = path.join(project, PACKAGE_FOLDER);
        const result = completeFolder(folder, options);
        if (result.written.length > 0) {
            await deploy(targetOrg, project, result.written, options.print);
        }
        return result;
    } finally {
        fs.rmSync(project, { recursive: true, force: true });
    }
}

/** Apart from this package's own project: nothing of it is deployed with the layouts, and its .forceignore does not apply. */
function createProject(): string {
    const project = fs.mkdtempSync(path.join(os.tmpdir(), 'layouts-'));
    const settings = { packageDirectories: [{ path: PACKAGE_FOLDER, default: true }] };
    fs.writeFileSync(path.join(project, 'sfdx-project.json'), JSON.stringify(settings));
    fs.mkdirSync(path.join(project, PACKAGE_FOLDER));
    return project;
}

async function retrieve(targetOrg: string, project: string, print: FolderOptions['print']): Promise<void> {
    const org = ['--target-org', targetOrg];
    const names = namesOf(
        await salesforceCli(['org', 'list', 'metadata', '--metadata-type', 'Layout', ...org], project)
    );
    const wanted = names.filter(isSummaryLayout);
    if (wanted.length === 0) {
        throw new UserError(
            `${targetOrg} has no page layout of Order Payment Summary. Is Order Management enabled, and may this user see it?`
        );
    }
    print(`Retrieving from ${targetOrg}: ${wanted.join(', ')}\n`);
    const metadata = wanted.flatMap((name) => ['--metadata', `Layout:${name}`]);
    await salesforceCli(['project', 'retrieve', 'start', ...metadata, ...org], project);
    const retrieved = listLayoutFiles(path.join(project, PACKAGE_FOLDER)).layouts.map(layoutName).map(unescaped);
    const missing = wanted.filter((name) => !retrieved.includes(unescaped(name)));
    if (missing.length > 0) {
        throw new UserError(`sf retrieved no file for ${missing.join(', ')}. Nothing was deployed.`);
    }
}

async function deploy(
    targetOrg: string,
    project: string,
    files: readonly string[],
    print: FolderOptions['print']
): Promise<void> {
    const sources = files.flatMap((file) => ['--source-dir', path.join(PACKAGE_FOLDER, file)]);
    const command = ['project', 'deploy', 'start', ...sources, '--target-org', targetOrg];
    await salesforceCli([...command, '--dry-run'], project);
    print(`Dry run: ${targetOrg} takes the layouts.\n`);
    await salesforceCli(command, project);
    print(`Deployed to ${targetOrg}.\n`);
}

/** Names of layouts escape what a file system might not take. */
function unescaped(name: string): string {
    try {
        return decodeURIComponent(name);
    } catch {
        return name;
    }
}

function namesOf(result: unknown): string[] {
    return [result]
        .flat()
        .filter(isObject)
        .map(({ fullName }) => fullName)
        .filter((name) => typeof name === 'string');
}

function salesforceCli(args: readonly string[], project: string): Promise<unknown> {
    return runSalesforceCli(args, project, {
        otherWay: 'Or retrieve the layouts in another way, use --source, and deploy them.'
    });
}
