import { parseArgs } from 'node:util';
import { UserError } from '../command/userError.ts';
import { CHECKS, type Check } from './runChecks.ts';

export const HELP = `Holds the package to what Salesforce publishes and what runs without an org.

npm run validate -- [options]

  --only NAME    this check only; may be given several times
  --source DIR   another project: the folder of its sfdx-project.json
  --json         the findings as JSON
  --help         show this text

Checks:
${CHECKS.map(({ name, proves }) => `  ${name.padEnd(22)}${proves}`).join('\n')}

Exit codes: 0 no finding, 1 findings, 2 the checks could not run: see the message.
`;

export interface Options {
    help: boolean;
    json: boolean;
    source: string;
    checks: readonly Check[];
}

/** @throws UserError for options and checks that there are not */
export function readOptions(args: string[]): Options {
    const { help, json, source, only } = parse(args);
    const unknown = only.find((name) => !CHECKS.some((check) => check.name === name));
    if (unknown !== undefined) {
        throw new UserError(`There is no check "${unknown}". There are: ${CHECKS.map(({ name }) => name).join(', ')}.`);
    }
    const checks = only.length === 0 ? CHECKS : CHECKS.filter(({ name }) => only.includes(name));
    return { help, json, source, checks };
}

function parse(args: string[]) {
    try {
        return parseArgs({
            args,
            options: {
                only: { type: 'string', multiple: true, default: [] },
                source: { type: 'string', default: process.cwd() },
                json: { type: 'boolean', default: false },
                help: { type: 'boolean', default: false }
            }
        }).values;
    } catch (error) {
        if (error instanceof TypeError) {
            // Node's messages go on with advice on "--" that does not apply here.
            const [problem = ''] = error.message.split(/[.\n]/);
            throw new UserError(`${problem}. See: npm run validate -- --help`);
        }
        throw error;
    }
}
