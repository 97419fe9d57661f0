import { parseArgs } from 'node:util';
import { UserError } from '../command/userError.ts';
import { SCENARIOS } from './plan/scenarios.ts';

export const HELP = `Makes matching test data in a Stripe sandbox and in an org: orders that were authorized, captured, refunded, reversed,
declined. What is there already is not made again, and a run that was stopped goes on where it was.

npm run seed -- --target-org ORG [options]
npm run seed -- --instance-url URL [options]      with the token in SF_ACCESS_TOKEN; SF_INSTANCE_URL is the same as the option

  --count N       how many orders there shall be (default ${SCENARIOS.length}: one of each story)
  --name NAME     tells runs from each other (default seed): letters, digits, hyphens, at most 16
  --clean         takes away what runs of this name made, and says what cannot be taken away
  --dry-run       only says what there is and what would be made, or with --clean what would be taken away
  --json          the result as JSON
  --stand-in      without Stripe: with this repository's stand-in, which keeps its data in the folder .seed
  --help          show this text

The key of the Stripe sandbox is in the environment variable STRIPE_SECRET_KEY, and begins with sk_test_ or rk_test_. Live
keys are refused. STRIPE_API_BASE is the address of a stand-in that was started by "npm run stripe-stand-in".

Exit codes: 0 done, 1 failed, 2 wrong options or a missing key.
`;

const MOST_ORDERS = 9999;

export interface SeedOptions {
    help: boolean;
    targetOrg?: string;
    instanceUrl?: string;
    count: number;
    name: string;
    clean: boolean;
    dryRun: boolean;
    json: boolean;
    standIn: boolean;
}

/** @throws UserError for options that there are not, or values that do not fit */
export function readOptions(args: string[]): SeedOptions {
    const values = parse(args);
    const count = Number(values.count);
    if (!/^\d+$/.test(values.count) || count < 1 || count > MOST_ORDERS) {
        throw new UserError(`--count takes a number from 1 to ${MOST_ORDERS}, not "${values.count}".`);
    }
    if (!/^[a-z0-9][a-z0-9-]{0,15}$/i.test(values.name)) {
        throw new UserError('--name takes at most 16 letters, digits and hyphens, and begins with a letter or digit.');
    }
    const { clean, help, json, 'dry-run': dryRun, 'instance-url': instanceUrl, 'stand-in': standIn } = values;
    return {
        help,
        ...(values['target-org'] === undefined ? {} : { targetOrg: values['target-org'] }),
        ...(instanceUrl === undefined ? {} : { instanceUrl }),
        count,
        name: values.name.toLowerCase(),
        clean,
        dryRun,
        json,
        standIn
    };
}

function parse(args: string[]) {
    try {
        return parseArgs({
            args,
            options: {
                'target-org': { type: 'string' },
                'instance-url': { type: 'string' },
                count: { type: 'string', default: String(SCENARIOS.length) },
                name: { type: 'string', default: 'seed' },
                clean: { type: 'boolean', default: false },
                'dry-run': { type: 'boolean', default: false },
                json: { type: 'boolean', default: false },
                'stand-in': { type: 'boolean', default: false },
                help: { type: 'boolean', default: false }
            }
        }).values;
    } catch (error) {
        if (error instanceof TypeError) {
            const [problem = ''] = error.message.split(/[.\n]/);
            throw new UserError(`${problem}. See: npm run seed -- --help`);
        }
        throw error;
    }
}
