import { looksLikeOtherAccount } from 'c/accountHint';

// From Stripe's fixtures (stripe/openapi, fixtures3.json): the account acct_1PgafTB7WZ01zgkW and ids with its end.
const ACCOUNT = 'acct_1PgafTB7WZ01zgkW';

describe('looksLikeOtherAccount', () => {
    it('tells by the characters 7 to 16', () => {
        expect(looksLikeOtherAccount('pi_1PgafyB7WZ01zgkWC37Q3jYd', ACCOUNT)).toBe(false);
        expect(looksLikeOtherAccount('pi_3MtwBwLkdIwHu7ix28a3tqPa', ACCOUNT)).toBe(true);
        expect(looksLikeOtherAccount('pi_1PgafyB7WZ01zgkWC37Q3jYd', 'acct_B7WZ01zgkW')).toBe(false);
        expect(looksLikeOtherAccount('cs_test_1PgafyB7WZ01zgkWC37Q3jYd', ACCOUNT)).toBe(false);
    });

    it.each([
        ['pi_1Pgafy', ACCOUNT],
        ['00001234', ACCOUNT],
        ['pi_1PgafyB7WZ01zgkWC37Q3jYd', undefined],
        ['pi_1PgafyB7WZ01zgkWC37Q3jYd', 'acct_7WZ01zgkW']
    ])('cannot tell for %s and %s', (id, account) => {
        expect(looksLikeOtherAccount(id, account)).toBeUndefined();
    });
});
