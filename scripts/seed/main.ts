import fs from 'node:fs';
import path from 'node:path';
import { connectOrg } from '../org/connect.ts';
import { OrgError } from '../org/orgError.ts';
import { lock } from '../command/lock.ts';
import { UserError } from '../command/userError.ts';
import { stopWithParent } from '../command/stopWithParent.ts';
import { createStripeClient } from '../stripe-client/createStripeClient.ts';
import { startStandInOfOption } from '../stripe-stand-in/standInOption.ts';
import { cleanOrg, findAccounts } from './clean/cleanOrg.ts';
import { cleanStripe, findCustomers } from './clean/cleanStripe.ts';
import { Journal } from './journal.ts';
import { HELP, readOptions, type SeedOptions } from './options.ts';
import { JsforceOrg } from './org/seedOrg.ts';
import { Progress } from './progress.ts';
import { cleanPlanText, cleanText, planText, resultText } from './reports.ts';
import { errorText } from './seedError.ts';
import { planRun, seed, type SeedRun } from './seedRun.ts';
import { Exchanges } from './stripe/exchanges.ts';

/** In the working directory: journals. */
const STATE_FOLDER = '.seed';

stopWithParent(() => process.exit(1));

try {
    await main();
} catch (error) {
    process.stderr.write(`${errorText(error)}\n`);
    const isUsage = error instanceof UserError && !(error instanceof OrgError);
    process.exitCode = isUsage ? 2 : 1;
}

async function main(): Promise<void> {
    const options = readOptions(process.argv.slice(2));
    if (options.help) {
        process.stdout.write(HELP);
        return;
    }
    const folder = path.resolve(STATE_FOLDER);
    const standIn = options.standIn ? await startStandInOfOption() : undefined;
    try {
        // No key of Stripe's goes to the stand-in.
        const env = standIn ? { STRIPE_API_BASE: standIn.url } : process.env;
        await work(options, env, folder);
    } finally {
        await standIn?.close();
    }
}

async function work(options: SeedOptions, env: NodeJS.ProcessEnv, folder: string): Promise<void> {
    const { clean, count, dryRun, json, name, targetOrg, instanceUrl } = options;
    const exchanges = new Exchanges();
    const stripe = createStripeClient({
        env,
        allowLive: false,
        httpClient: exchanges.httpClient,
        maxNetworkRetries: 4
    });
    const connection = await connectOrg({
        ...(targetOrg && { targetOrg }),
        ...(instanceUrl && { instanceUrl }),
        env: process.env
    });
    const org = new JsforceOrg(connection);
    const unlock = lock(path.join(makeFolder(folder), `${name}.pid`), 'A run of this name is under way');
    const journal = new Journal(folder, name);
    const progress = new Progress(count);
    const report = (_order: string, what: string) => progress.step(what);
    const run: SeedRun = { name, count, stripe, exchanges, org, journal, now: Date.now, report };
    const print = (result: object, text: string) =>
        void process.stdout.write(json ? `${JSON.stringify(result, undefined, 2)}\n` : text);
    try {
        if (dryRun && clean) {
            const orders = (await findAccounts(name, org)).map(({ marker }) => marker);
            const plan = { orders, customers: (await findCustomers(name, stripe)).length };
            print(plan, cleanPlanText(plan));
        } else if (dryRun) {
            const plan = await planRun(run);
            print({ orders: plan }, planText(plan));
        } else if (clean) {
            const cleaned = { org: await cleanOrg(name, org, progress), stripe: await cleanStripe(name, stripe) };
            journal.remove();
            print(cleaned, cleanText(cleaned));
        } else {
            const result = await seed(run);
            progress.end();
            print(result, resultText(result, connection.instanceUrl));
        }
    } finally {
        progress.end();
        unlock();
    }
}

function makeFolder(folder: string): string {
    fs.mkdirSync(folder, { recursive: true });
    return folder;
}
