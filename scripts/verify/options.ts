import { parseArgs } from 'node:util';
import { UserError } from '../command/userError.ts';
import type { ReportFormat } from './report/report.ts';
import { REPORT_FORMATS } from './report/report.ts';

export const HELP = `Asks Stripe for every reference of an org, and reports what is missing, in another mode or account, or differs.

npm run --silent verify -- --target-org ORG [options]
npm run --silent verify -- --instance-url URL [options]      with the token in SF_ACCESS_TOKEN; "npm start" prints that of
                                                             the local org

  --target-org ORG     an alias or user name that sf knows
  --instance-url URL   the org's address
  --format FORMAT      table (default), csv, json or html
  --output FILE        writes the report into a file; standard output otherwise
  --since DATE         lists the payments of Stripe from this day on, to find those that no record names;
                       the day before the org's first record if left out
  --rate N             requests to Stripe a second; 20 if left out, of the 25 that it takes of each kind
  --concurrency N      requests at the same time; 8 if left out
  --checkpoint FILE    where the run keeps what it learned; a file in .verify if left out
  --reuse              makes the report from a finished checkpoint: asks only which org and which account it is
  --write              says which empty fields Stripe's answers would fill: account, mode and charge of each record
  --write --yes        fills them
  --live               lets a restricted live key (rk_live_) in; any other live key is refused
  --stand-in           without Stripe: with the stand-in of this repository, and what "npm run seed -- --stand-in" made in it
  --help               show this text

The key of Stripe is read from STRIPE_SECRET_KEY, and from nowhere else. A run that was stopped goes on where it was when
it is started again with the same org, account and --since. Progress goes to standard error.

Exit codes: 0 no findings; 1 findings; 2 an error, or wrong options: see the message.
`;

export interface Options {
    help: boolean;
    targetOrg?: string;
    instanceUrl?: string;
    format: ReportFormat;
    output?: string;
    since?: string;
    rate?: number;
    concurrency: number;
    checkpoint?: string;
    reuse: boolean;
    write: 'no' | 'plan' | 'yes';
    live: boolean;
    standIn: boolean;
}

const SEE_HELP = 'See: npm run verify -- --help';
const MOST_AT_A_TIME = 100;
const HIGHEST_RATE = 10_000;

/** @throws UserError for options that there are not, or that do not go together */
export function readOptions(args: string[]): Options {
    const values = parse(args);
    if (values.yes && !values.write) {
        throw new UserError(`--yes goes with --write only. ${SEE_HELP}`);
    }
    return {
        help: values.help,
        targetOrg: values['target-org'],
        instanceUrl: values['instance-url'],
        format: readFormat(values.format),
        output: values.output,
        since: readDate(values.since),
        rate: values.rate === undefined ? undefined : readNumber('--rate', values.rate, HIGHEST_RATE),
        concurrency: readNumber('--concurrency', values.concurrency, MOST_AT_A_TIME),
        checkpoint: values.checkpoint,
        reuse: values.reuse,
        write: values.yes ? 'yes' : values.write ? 'plan' : 'no',
        live: values.live,
        standIn: values['stand-in']
    };
}

function readFormat(text: string): ReportFormat {
    const format = REPORT_FORMATS.find((each) => each === text);
    if (format === undefined) {
        throw new UserError(`--format is one of ${REPORT_FORMATS.join(', ')}, not "${text}".`);
    }
    return format;
}

function readNumber(option: string, text: string, most: number): number {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < 1 || number > most) {
        throw new UserError(`${option} is a whole number from 1 to ${most}, not "${text}".`);
    }
    return number;
}

function readDate(text: string | undefined): string | undefined {
    const date = text === undefined ? undefined : new Date(`${text}T00:00:00Z`);
    if (date && (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text)) {
        throw new UserError(`--since is a day such as 2026-01-31, not "${text}".`);
    }
    return text;
}

function parse(args: string[]) {
    try {
        return parseArgs({
            args,
            options: {
                'target-org': { type: 'string' },
                'instance-url': { type: 'string' },
                format: { type: 'string', default: 'table' },
                output: { type: 'string' },
                since: { type: 'string' },
                rate: { type: 'string' },
                concurrency: { type: 'string', default: '8' },
                checkpoint: { type: 'string' },
                reuse: { type: 'boolean', default: false },
                write: { type: 'boolean', default: false },
                yes: { type: 'boolean', default: false },
                live: { type: 'boolean', default: false },
                'stand-in': { type: 'boolean', default: false },
                help: { type: 'boolean', default: false }
            }
        }).values;
    } catch (error) {
        if (error instanceof TypeError) {
            // Node's messages go on with advice on "--" that does not apply here.
            const [problem = ''] = error.message.split(/[.\n]/);
            throw new UserError(`${problem}. ${SEE_HELP}`);
        }
        throw error;
    }
}
