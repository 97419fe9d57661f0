import { parseArgs } from 'node:util';
import { UserError } from '../command/userError.ts';
import { RELATED_LISTS, type RelatedListColumns } from './relatedListColumns.ts';

const LIST_NAMES = RELATED_LISTS.map(({ name }) => name).join(', ');

export const HELP = `Adds to page layouts of Order Payment Summary the related lists that they lack, and to those lists the columns for the
gateway reference, the status, the date and the link to the Stripe Dashboard. Everything else in the files stays as it is,
byte for byte. Deploy the package first: an org that lacks its field stripeDashboardLink__c refuses the layouts.

npm run layouts -- --source DIR [options]          the layouts that were retrieved into a folder
npm run layouts -- --target-org ORG [options]      the layouts of an org: retrieves, completes and deploys them, with sf

  --source DIR        the folder, or one above it
  --target-org ORG    an alias or user name that sf knows
  --list NAMES        these related lists only, separated by commas: ${LIST_NAMES}
  --check             only says what is missing, with a diff; writes and deploys nothing
  --help              show this text

Exit codes: 0 nothing is missing, or nothing any more; 1 something is missing: with --check, or where a related list has no
room for a column; 2 an error: see its message.
`;

export interface Options {
    help: boolean;
    /** Where the layouts are; undefined only for help. */
    from?: { folder: string } | { targetOrg: string };
    lists: readonly RelatedListColumns[];
    check: boolean;
}

/** @throws UserError for options that there are not, or that do not go together */
export function readOptions(args: string[]): Options {
    const { help, check, source, 'target-org': targetOrg, list } = parse(args);
    const lists = list === undefined ? RELATED_LISTS : chooseLists(list);
    if (help) {
        return { help, check, lists };
    }
    if (source && targetOrg) {
        throw new UserError(`--source and --target-org do not go together. ${SEE_HELP}`);
    }
    if (source) {
        return { help, check, lists, from: { folder: source } };
    }
    if (targetOrg) {
        return { help, check, lists, from: { targetOrg } };
    }
    throw new UserError(`Which layouts? --source DIR or --target-org ORG. ${SEE_HELP}`);
}

const SEE_HELP = 'See: npm run layouts -- --help';

function chooseLists(names: string): RelatedListColumns[] {
    const wanted = names.split(',').map((name) => name.trim().toLowerCase());
    const unknown = wanted.find((name) => !RELATED_LISTS.some((list) => list.name.toLowerCase() === name));
    if (unknown !== undefined) {
        throw new UserError(`There is no related list "${unknown}". There are: ${LIST_NAMES}.`);
    }
    return RELATED_LISTS.filter((list) => wanted.includes(list.name.toLowerCase()));
}

function parse(args: string[]) {
    try {
        return parseArgs({
            args,
            options: {
                source: { type: 'string' },
                'target-org': { type: 'string' },
                list: { type: 'string' },
                check: { type: 'boolean', default: false },
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
