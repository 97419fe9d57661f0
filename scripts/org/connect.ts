// Without the parts of jsforce that are not used here: less to load, less memory.
import { Connection } from '@jsforce/jsforce-node/lib/core.js';
import { OrgError } from './orgError.ts';
import { readOrgLogin, type OrgOptions } from './orgLogin.ts';

export type { OrgOptions } from './orgLogin.ts';

/** The newest version that this package's metadata is of. */
const API_VERSION = '66.0';

/**
 * A connection to an org: that of `targetOrg`, else of `instanceUrl` or SF_INSTANCE_URL with SF_ACCESS_TOKEN. It has been
 * tried with one query, so that what is wrong is said here.
 * @throws UserError that says what to do, and OrgError where the org does not answer; no message repeats a token
 */
export async function connectOrg(options: OrgOptions): Promise<Connection> {
    const { instanceUrl, accessToken } = await readOrgLogin(options);
    const connection = new Connection({ instanceUrl, accessToken, version: API_VERSION });
    try {
        await connection.query('SELECT Id FROM Organization LIMIT 1');
    } catch (error) {
        throw new OrgError(`The org at ${instanceUrl} does not answer a query: ${orgErrorText(error)}`);
    }
    return connection;
}

/** What jsforce throws, as a sentence in a line, with what to do where that is known. */
export function orgErrorText(error: unknown): string {
    if (!(error instanceof Error)) {
        return String(error);
    }
    const code = 'errorCode' in error ? String(error.errorCode) : '';
    if (code === 'INVALID_SESSION_ID' || code === 'INVALID_AUTH_HEADER') {
        return `${code}. The login has ended: log in again with "sf org login web".`;
    }
    const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
    const [line = ''] = error.message.split('\n');
    const sentence = `${code && !line.includes(code) ? `${code}: ` : ''}${line}${cause}`;
    return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
