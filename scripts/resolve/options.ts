import { parseArgs } from 'node:util';
import { maskSecrets } from 'c/gatewayReference';
import type { CsvColumns } from './csvColumns.ts';
import { UserError } from '../command/userError.ts';

export const HELP = `Tells for each gateway reference which page of the Stripe Dashboard it opens, and why.

npm run --silent resolve [-- options] < references.jsonl

Reads one JSON object a line, and writes one for each, in order:
  {"reference":"pi_…","account":"acct_…","mode":"test","orderNumber":"00001","related":{"authorization":"pi_…"}}
  {"kind":"…","url":"…","opens":"…","confidence":"…","reason":"…"}
Every key of a request may be left out, or null; other keys are passed over. "mode" is live or test. "related" holds the
references of the records that this one came from, nearest first. Without a link, url, opens and confidence are null.
In place of a line that cannot be read stands {"error":"…"}, and the exit code is 1. An empty line is such a line.

  --csv FILE                    read a CSV file with a header row instead, separated by commas, in UTF-8
  --column NAME                 its column with the references
  --account-column NAME         its column with account ids
  --mode-column NAME            its column with modes: live or test, STRIPE_LIVE or STRIPE_TEST
  --order-number-column NAME    its column with order numbers
  --help                        show this text
`;

export interface Options {
    help: boolean;
    /** Undefined where JSON lines are read from standard input. */
    csv?: { file: string; columns: CsvColumns };
}

/** @throws UserError for options that there are not, or that do not go together */
export function readOptions(args: string[]): Options {
    const { help, csv: file, ...columns } = parse(args);
    const { column: reference } = columns;
    if (file === undefined) {
        const [needless] = Object.keys(columns);
        if (needless !== undefined) {
            throw new UserError(`--${needless} needs --csv FILE. ${SEE_HELP}`);
        }
        return { help };
    }
    if (reference === undefined) {
        throw new UserError(`--csv needs --column NAME, the column that holds the references. ${SEE_HELP}`);
    }
    return {
        help,
        csv: {
            file,
            columns: {
                reference,
                account: columns['account-column'],
                mode: columns['mode-column'],
                orderNumber: columns['order-number-column']
            }
        }
    };
}

const SEE_HELP = 'See: npm run --silent resolve -- --help';

function parse(args: string[]) {
    try {
        return parseArgs({
            args,
            options: {
                csv: { type: 'string' },
                column: { type: 'string' },
                'account-column': { type: 'string' },
                'mode-column': { type: 'string' },
                'order-number-column': { type: 'string' },
                help: { type: 'boolean', default: false }
            }
        }).values;
    } catch (error) {
        if (error instanceof TypeError) {
            // Node's messages go on with advice on "--" that does not apply here.
            const [problem = ''] = error.message.split(/[.\n]/);
            throw new UserError(`${maskSecrets(problem)}. ${SEE_HELP}`);
        }
        throw error;
    }
}
