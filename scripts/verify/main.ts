import { connectOrg } from '../org/connect.ts';
import { OrgError } from '../org/orgError.ts';
import { UserError } from '../command/userError.ts';
import { stopWithParent } from '../command/stopWithParent.ts';
import { createStripeClient, isLiveKey } from '../stripe-client/createStripeClient.ts';
import { startStandInOfOption } from '../stripe-stand-in/standInOption.ts';
import { SalesforceRecords } from './org/salesforceRecords.ts';
import type { Options } from './options.ts';
import { HELP, readOptions } from './options.ts';
import { writeReport } from './output.ts';
import { ProgressLine } from './progress.ts';
import { StripeAccount } from './stripe/stripeAccount.ts';
import { StripeProblem } from './stripe/stripeObjects.ts';
import type { Verified } from './verify.ts';
import { verify } from './verify.ts';
import { describePlan, describeResult } from './write/describeWrite.ts';
import { writeChanges } from './write/writeChanges.ts';

const FINDINGS = 1;
const ERROR = 2;

const GO_ON = 'What was learned so far is kept: start the same command again to go on.';

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, stop);
}
stopWithParent(stop);

try {
    process.exitCode = await main(readOptions(process.argv.slice(2)));
} catch (error) {
    process.stderr.write(`${errorText(error)}\n`);
    process.exitCode = ERROR;
}

async function main(options: Options): Promise<number> {
    if (options.help) {
        process.stdout.write(HELP);
        return 0;
    }
    const standIn = options.standIn ? await startStandInOfOption() : undefined;
    try {
        // No key of Stripe's goes to the stand-in.
        return await work(options, standIn ? { STRIPE_API_BASE: standIn.url } : process.env);
    } finally {
        await standIn?.close();
    }
}

async function work(options: Options, stripeEnv: NodeJS.ProcessEnv): Promise<number> {
    // First, so that a key that may not be used is refused before anything is asked.
    const client = { env: stripeEnv, allowLive: options.live, liveOption: '--live', maxNetworkRetries: 0 };
    const stripe = new StripeAccount(createStripeClient(client), isLiveKey(client) ? 'live' : 'test');
    const { targetOrg, instanceUrl } = options;
    const org = new SalesforceRecords(await connectOrg({ targetOrg, instanceUrl, env: process.env }));
    const progress = new ProgressLine(process.stderr);
    const verified = await verify(org, stripe, progress, { ...options, withChanges: options.write !== 'no' });
    try {
        return await report(verified, org, options);
    } finally {
        verified.close();
    }
}

async function report({ report, finish }: Verified, org: SalesforceRecords, options: Options): Promise<number> {
    const hasFindings = Object.values(report.totals.findings).some((count) => count > 0);
    await writeReport(report, options.format, options.output);
    finish();
    if (options.write === 'plan') {
        process.stderr.write(describePlan(report.changes()));
    }
    if (options.write === 'yes') {
        const result = await writeChanges(org, report.changes());
        process.stderr.write(describeResult(result));
        if (result.refused.length > 0) {
            return ERROR;
        }
    }
    return hasFindings ? FINDINGS : 0;
}

/** The checkpoint is whole at any moment, so that there is nothing to wait for. */
function stop(): void {
    process.stderr.write(`\nStopped. ${GO_ON}\n`);
    process.exit(ERROR);
}

/** A few words for what a user can put right; everything for a fault of the program. */
function errorText(error: unknown): string {
    if (error instanceof StripeProblem || error instanceof OrgError) {
        return `${error.message} ${GO_ON}`;
    }
    if (error instanceof UserError) {
        return error.message;
    }
    if (error instanceof Error && 'syscall' in error) {
        return `${error.message}. ${GO_ON}`;
    }
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
