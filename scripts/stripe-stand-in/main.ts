import { parseArgs } from 'node:util';
import path from 'node:path';
import { stopWithParent } from '../command/stopWithParent.ts';
import { UserError } from '../command/userError.ts';
import { startStripeStandIn, type StandInOptions } from './startStripeStandIn.ts';

const DEFAULT_PORT = 12111;

const HELP = `Runs a stand-in for Stripe on this computer, for tests without a Stripe account. It is not Stripe: see scripts/stripe-stand-in/README.md.

npm run stripe-stand-in -- [options]

  --port N        port on 127.0.0.1 (default ${DEFAULT_PORT}; 0 takes any free one)
  --state FILE    keeps what is made in this file, and goes on with what it holds
  --account ID    the id of its account, acct_…
  --live          plays live mode: takes live keys only
  --rate-limit N  answers 429 to more than N requests a second, as Stripe does
  --fail-every N  answers 500 to every Nth request
  --help          show this text
`;

// Also while it starts. Every answer was stored before it was given: there is nothing to wait for.
stopWithParent(() => process.exit(0));

try {
    await main();
} catch (error) {
    const isForUser = error instanceof UserError || (error instanceof Error && 'syscall' in error);
    process.stderr.write(`${isForUser ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = error instanceof UserError ? 2 : 1;
}

async function main(): Promise<void> {
    const options = readOptions(process.argv.slice(2));
    if (!options) {
        process.stdout.write(HELP);
        return;
    }
    const standIn = await startStripeStandIn(options);
    process.stdout.write(
        `The Stripe stand-in is ready: ${standIn.url}\n` +
            `To use it: STRIPE_API_BASE=${standIn.url} npm run seed\nCtrl-C stops it.\n`
    );
    const stop = () => void standIn.close().then(() => process.exit(0));
    process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop);
}

function readOptions(args: string[]): StandInOptions | undefined {
    const { port, state, account, help, live, 'rate-limit': rateLimit, 'fail-every': failEvery } = parse(args);
    if (help) {
        return undefined;
    }
    if (!/^\d+$/.test(port) || Number(port) > 65535) {
        throw new UserError(`--port takes a number from 0 to 65535, not "${port}".`);
    }
    if (account !== undefined && !/^acct_[A-Za-z0-9]{10,}$/.test(account)) {
        throw new UserError('--account takes an id such as acct_1StndInLocalTest.');
    }
    return {
        port: Number(port),
        ...(state === undefined ? {} : { stateFile: path.resolve(state) }),
        ...(account === undefined ? {} : { accountId: account }),
        livemode: live,
        ...(rateLimit === undefined ? {} : { rateLimit: readCount('--rate-limit', rateLimit) }),
        ...(failEvery === undefined ? {} : { failEvery: readCount('--fail-every', failEvery) })
    };
}

function readCount(option: string, text: string): number {
    if (!/^[1-9]\d{0,5}$/.test(text)) {
        throw new UserError(`${option} takes a number from 1 to 999999, not "${text}".`);
    }
    return Number(text);
}

function parse(args: string[]) {
    try {
        return parseArgs({
            args,
            options: {
                port: { type: 'string', default: String(DEFAULT_PORT) },
                state: { type: 'string' },
                account: { type: 'string' },
                live: { type: 'boolean', default: false },
                'rate-limit': { type: 'string' },
                'fail-every': { type: 'string' },
                help: { type: 'boolean', default: false }
            }
        }).values;
    } catch (error) {
        const [problem = ''] = error instanceof TypeError ? error.message.split(/[.\n]/) : [];
        throw new UserError(`${problem || String(error)}. See: npm run stripe-stand-in -- --help`);
    }
}
