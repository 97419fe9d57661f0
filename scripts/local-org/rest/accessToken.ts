import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { SalesforceError } from '../errors.ts';
import type { LocalOrg } from '../localOrg.ts';

/** What `sf` takes for an access token: the org's id of 15 characters, an exclamation mark, letters and digits. */
const SHAPE = /^00D\w{12,15}![.\w]+$/;

/** A token that nobody can guess, in the form of Salesforce's. */
export function createAccessToken(org: LocalOrg): string {
    return `${organizationId(org).slice(0, 15)}!${randomBytes(32).toString('hex')}`;
}

/** @throws Error of one line if `sf` would not take the token. */
export function checkTokenShape(token: string): void {
    if (!SHAPE.test(token)) {
        throw new Error(
            'An access token is 00D, 12 to 15 letters or digits, an exclamation mark, and letters or digits.'
        );
    }
}

/** @throws SalesforceError INVALID_SESSION_ID if the token is not the one of this local org. */
export function checkAccessToken(expected: string, given: string): void {
    // Hashes have one length, as the comparison in constant time needs it.
    if (!timingSafeEqual(hash(expected), hash(given))) {
        throw new SalesforceError('INVALID_SESSION_ID', 'Session expired or invalid', 401);
    }
}

/** The command that makes this local org known to `sf` by the alias "local". */
export function loginCommand(url: string, accessToken: string): string {
    return `SF_ACCESS_TOKEN='${accessToken}' npx sf org login access-token --instance-url ${url} --no-prompt --alias local`;
}

export function organizationId(org: LocalOrg): string {
    return String(org.query('SELECT Id FROM Organization WITH SYSTEM_MODE').records[0]?.['Id']);
}

function hash(text: string): Buffer {
    return createHash('sha256').update(text).digest();
}
