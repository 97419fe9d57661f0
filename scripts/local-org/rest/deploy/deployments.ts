import { createHash } from 'node:crypto';
import { SalesforceError } from '../../errors.ts';
import { runningUserId } from '../../store/database.ts';
import { createRecordId } from '../../store/recordId.ts';
import { readDeployedPackage, type ComponentProblem, type DeployedComponent } from './deployedComponents.ts';
import type { DeployOptions } from './deployOptions.ts';
import { brokenResult, finishedResult, runningResult, toMessages, type DeployResult } from './deployResult.ts';
import { unpackDeploy, type DeployedFiles } from './deployZip.ts';

/** Looks for what an org would refuse in the files of a deploy. */
export type DeployCheck = (files: DeployedFiles) => Promise<ComponentProblem[]>;

/** A deploy, without its zip. */
interface Deployment {
    readonly id: string;
    readonly options: DeployOptions;
    result: DeployResult;
    finished: Promise<void>;
}

/** As many zips are kept: older deploys keep only their result. */
const KEPT_ZIPS = 10;
const KEY_PREFIX = '0Af';
const USER = { id: runningUserId, name: 'Local User' };

/**
 * The deploys since the local org was started. Each is stored and checked; the pages go on showing the source folder.
 */
export class Deployments {
    private readonly deployments = new Map<string, Deployment>();
    private readonly zips = new Map<string, Buffer>();
    /** The hash of each component's files, by type and name: what a later deploy is compared with. */
    private readonly deployed = new Map<string, string>();
    private readonly check: DeployCheck;

    constructor(check: DeployCheck) {
        this.check = check;
    }

    /** Starts a deploy. @returns its id, under which its result grows. */
    start(zip: Buffer, options: DeployOptions): string {
        const id = createRecordId(KEY_PREFIX, this.deployments.size + 1);
        const times = { created: new Date().toISOString() };
        const deployment: Deployment = {
            id,
            options,
            result: runningResult(id, options, times, USER),
            finished: Promise.resolve()
        };
        this.deployments.set(id, deployment);
        this.keepZip(id, zip);
        deployment.finished = this.run(deployment, zip, times.created);
        return id;
    }

    /** Of all deploys, oldest first. */
    ids(): string[] {
        return [...this.deployments.keys()];
    }

    /** @throws SalesforceError if there is no such deploy. */
    result(id: string): DeployResult {
        return this.find(id).result;
    }

    /** The zip as it was sent. @returns undefined for one that is no longer kept. */
    zip(id: string): Buffer | undefined {
        return this.zips.get(this.find(id).id);
    }

    /** Resolves when the deploy is over, good or bad. */
    finished(id: string): Promise<void> {
        return this.find(id).finished;
    }

    private find(id: string): Deployment {
        const deployment = [...this.deployments.values()].find((known) => known.id.startsWith(id.slice(0, 15)));
        if (!deployment || id.length < 15) {
            throw new SalesforceError('INVALID_ID_FIELD', `There is no deploy with the id ${id}`, 404);
        }
        return deployment;
    }

    private keepZip(id: string, zip: Buffer): void {
        this.zips.set(id, zip);
        const [oldest] = this.zips.keys();
        if (oldest !== undefined && this.zips.size > KEPT_ZIPS) {
            this.zips.delete(oldest);
        }
    }

    private async run(deployment: Deployment, zip: Buffer, created: string): Promise<void> {
        const { id, options } = deployment;
        const times = () => ({ created, completed: new Date().toISOString() });
        try {
            const files = await unpackDeploy(zip);
            const { components, problems } = readDeployedPackage(files);
            const found = [...problems, ...withoutKnown(await this.check(files), problems)];
            const changeOf = (component: DeployedComponent) => this.changeOf(component, files);
            const messages = toMessages({ components, problems: found }, changeOf, new Date().toISOString());
            if (found.length === 0 && !options.checkOnly) {
                components.forEach((component) => this.deployed.set(keyOf(component), hashOf(component, files)));
            }
            deployment.result = finishedResult(id, options, messages, times(), USER);
        } catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            deployment.result = brokenResult(id, options, message, times(), USER);
        }
    }

    private changeOf(component: DeployedComponent, files: DeployedFiles): 'created' | 'changed' | 'unchanged' {
        const before = this.deployed.get(keyOf(component));
        if (before === undefined) {
            return 'created';
        }
        return before === hashOf(component, files) ? 'unchanged' : 'changed';
    }
}

/** Some mistakes, such as a file that is no XML, are found both here and by the checks. */
function withoutKnown(found: readonly ComponentProblem[], known: readonly ComponentProblem[]): ComponentProblem[] {
    return found.filter(
        (problem) =>
            !known.some(
                ({ fileName, line }) =>
                    fileName === problem.fileName && (line === problem.line || problem.line === undefined)
            )
    );
}

function hashOf({ files: names }: DeployedComponent, files: DeployedFiles): string {
    const hash = createHash('sha256');
    for (const name of names) {
        hash.update(name).update(files.get(name) ?? '');
    }
    return hash.digest('hex');
}

function keyOf({ type, fullName }: DeployedComponent): string {
    return `${type}#${fullName}`;
}
