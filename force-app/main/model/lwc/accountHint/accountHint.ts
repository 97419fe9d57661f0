/** Where ids of 24 characters carry the end of their account's id: the characters 7 to 16 behind the prefix. */
const FRAGMENT_START = 6;
const FRAGMENT_LENGTH = 10;
const BODY_LENGTH = 24;

/**
 * Whether an id looks as if it belonged to another account than the one given.
 *
 * A hint, never a reason to link or not to link: the pattern is not documented and may end any day. Measured in Stripe's
 * own fixtures (stripe/openapi, fixtures3.json): 112 of 122 ids of this length carry the last ten characters of their
 * account's id there.
 *
 * @returns undefined where the shape of either id does not allow to tell
 */
export function looksLikeOtherAccount(id: string, account: string | undefined): boolean | undefined {
    const body = id.slice(id.lastIndexOf('_') + 1);
    const accountBody = account?.slice('acct_'.length) ?? '';
    if (body.length !== BODY_LENGTH || accountBody.length < FRAGMENT_LENGTH) {
        return undefined;
    }
    return body.slice(FRAGMENT_START, FRAGMENT_START + FRAGMENT_LENGTH) !== accountBody.slice(-FRAGMENT_LENGTH);
}
