import { parseArgs } from 'node:util';
import { UserError } from '../command/userError.ts';

export const HELP = `Makes a scratch org with Order Management and this package: creates the org, compiles and deploys the package, assigns
its permission sets, seeds the org with test data and opens it. Needs a Dev Hub that sf knows as its default:
npx sf org login web --set-default-dev-hub --alias dev-hub

npm run scratch-org -- [options]

  --alias NAME         what sf calls the org (default stripe-payments)
  --days N             days until it is deleted, 1 to 30 (default 7)
  --definition FILE    the features and settings of the org (default config/project-scratch-def.json)
  --test               also runs the Apex tests
  --no-open            does not open the org in the browser
  --help               show this text

The test data comes from "npm run seed" and needs the key of a Stripe sandbox in STRIPE_SECRET_KEY: without one that step is
left out.

Exit codes: 0 done; 1 a step failed: see its message and the commands to go on with; 2 wrong options, or no Dev Hub.
`;

const MOST_DAYS = 30;

export interface ScratchOrgOptions {
    help: boolean;
    alias: string;
    days: number;
    /** Path of the definition file, relative to the project. */
    definition: string;
    test: boolean;
    open: boolean;
}

/** @throws UserError for options that there are not, or values that do not fit */
export function readOptions(args: string[]): ScratchOrgOptions {
    const { 'no-open': noOpen, alias, days, ...others } = parse(args);
    const number = Number(days);
    if (!/^\d+$/.test(days) || number < 1 || number > MOST_DAYS) {
        throw new UserError(`--days takes a number from 1 to ${MOST_DAYS}, not "${days}".`);
    }
    if (!/^[\w.@-]+$/.test(alias)) {
        throw new UserError(`--alias takes letters, digits, dots, hyphens and underscores, not "${alias}".`);
    }
    return { ...others, alias, days: number, open: !noOpen };
}

function parse(args: string[]) {
    try {
        return parseArgs({
            args,
            options: {
                alias: { type: 'string', default: 'stripe-payments' },
                days: { type: 'string', default: '7' },
                definition: { type: 'string', default: 'config/project-scratch-def.json' },
                test: { type: 'boolean', default: false },
                'no-open': { type: 'boolean', default: false },
                help: { type: 'boolean', default: false }
            }
        }).values;
    } catch (error) {
        if (error instanceof TypeError) {
            // Node's messages go on with advice on "--" that does not apply here.
            const [problem = ''] = error.message.split(/[.\n]/);
            throw new UserError(`${problem}. See: npm run scratch-org -- --help`);
        }
        throw error;
    }
}
