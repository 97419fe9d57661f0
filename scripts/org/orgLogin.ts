import { isObject } from '../command/isObject.ts';
import { UserError } from '../command/userError.ts';
import { runSalesforceCli } from '../salesforce-cli/runSalesforceCli.ts';

export interface OrgOptions {
    /** An alias or user name that the Salesforce CLI knows. */
    targetOrg?: string;
    /** The org's address; the token is then in SF_ACCESS_TOKEN. */
    instanceUrl?: string;
    env: Readonly<Record<string, string | undefined>>;
}

export interface OrgLogin {
    instanceUrl: string;
    accessToken: string;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Where the org is and how to get in.
 * @throws UserError where that is not known, or where the token would travel without encryption
 */
export async function readOrgLogin({ targetOrg, instanceUrl, env }: OrgOptions): Promise<OrgLogin> {
    if (targetOrg && instanceUrl) {
        throw new UserError('--target-org and --instance-url do not go together.');
    }
    if (targetOrg) {
        return askSalesforceCli(targetOrg);
    }
    const address = instanceUrl ?? env['SF_INSTANCE_URL'];
    if (!address) {
        throw new UserError(
            'Which org? --target-org with an alias that sf knows, or --instance-url with SF_ACCESS_TOKEN in the ' +
                'environment. The local org: "npm start" prints what to use.'
        );
    }
    const url = readAddress(address, instanceUrl ? '--instance-url' : 'SF_INSTANCE_URL');
    const accessToken = env['SF_ACCESS_TOKEN']?.trim();
    if (!accessToken) {
        throw new UserError(
            `There is no token for ${url.origin}. Put it into the environment variable SF_ACCESS_TOKEN, or use ` +
                '--target-org. The local org prints its token when it starts.'
        );
    }
    return { instanceUrl: url.origin, accessToken };
}

/** @param source where the address came from, for errors: these never repeat it, since it may hold a password or be a token */
function readAddress(address: string, source: string): URL {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url || !['http:', 'https:'].includes(url.protocol) || url.username) {
        throw new UserError(
            `${source} is not the address of an org, which is like https://example.my.salesforce.com, without a user name.`
        );
    }
    if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname)) {
        throw new UserError(
            `${source} has to begin with https://: a token does not go to another computer in the clear.`
        );
    }
    return url;
}

/** `sf org display` gave the token once; newer versions hide it there and have a command for it. */
async function askSalesforceCli(targetOrg: string): Promise<OrgLogin> {
    const named = ['--target-org', targetOrg];
    const shown = await runSalesforceCli(['org', 'display', ...named], process.cwd());
    const instanceUrl = textIn(shown, 'instanceUrl');
    const token =
        tokenIn(shown) ??
        tokenIn(await runSalesforceCli(['org', 'auth', 'show-access-token', ...named], process.cwd()));
    if (!instanceUrl || !token) {
        throw new UserError(
            `sf knows ${targetOrg}, but tells no address and token of it. Log in again: sf org login web --alias ${targetOrg}`
        );
    }
    return { instanceUrl: new URL(instanceUrl).origin, accessToken: token };
}

/** A token is the org's id, an exclamation mark and more; what stands in its place where it is hidden is words. */
function tokenIn(result: unknown): string | undefined {
    const token = textIn(result, 'accessToken');
    return token && /^00D\w{12,15}!\S+$/.test(token) ? token : undefined;
}

function textIn(result: unknown, name: string): string | undefined {
    const value = isObject(result) ? result[name] : undefined;
    return typeof value === 'string' ? value : undefined;
}
