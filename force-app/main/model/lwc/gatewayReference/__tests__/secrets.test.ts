import { containsSecret, isLongStripeId, MASK, maskSecrets } from 'c/gatewayReference';
import fc from 'fast-check';
import { STRIPE_OBJECTS } from '../stripeObjects';

describe('maskSecrets', () => {
    it.each([
        ['a key in base64', 'c2tfdGVzdF81MUhzMmFiM2NkNGVmNQ==', `${MASK}==`],
        ['a bearer credential', 'Authorization: Bearer abc123def', `Authorization: Bearer ${MASK}`],
        ['a basic credential', 'authorization: basic dXNlcjpwYXNz', `authorization: basic ${MASK}`],
        ['two schemes in a row', 'Basic Bearer abc123def', `Basic Bearer ${MASK}`],
        ['a JSON Web Token', 'jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl!', `jwt ${MASK}!`],
        ['a key in PEM', `-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY----- end`, `${MASK} end`],
        ['a key in PEM that is cut off', `x -----BEGIN PRIVATE KEY-----\nMIIEvQ`, `x ${MASK}`],
        ['a password in an address', 'jdbc:postgres://user:secret@db.example/x', `jdbc:${MASK}`],
        ['an address with escaped slashes', 'https:\\/\\/pay.stripe.com\\/receipts\\/CAca', MASK],
        ['a page of Stripe without a scheme', 'see pay.stripe.com/receipts/CAca', `see ${MASK}`],
        ['a token in an open address', 'https://dashboard.stripe.com/x?token=abc', MASK],
        ['a card number at the end of a sentence', 'Card 4242424242424242.', `Card ${MASK}.`],
        ['a card number after a quantity', '1 4242 4242 4242 4242', `1 ${MASK}`],
        ['a card number of American Express', '3782 822463 10005', MASK],
        ['a card number with spaces of a form', 'n=4242+4242+4242+4242', `n=${MASK}`],
        ['a card number in groups behind a letter', 'PAN4242-4242-4242-4242', `PAN${MASK}`],
        ['a card number in groups behind a word', 'Visa4242 4242 4242 4242 declined', `Visa${MASK} declined`],
        ['a card number in groups before a letter', '4242 4242 4242 4242declined', `${MASK}declined`],
        ['a card number of American Express between letters', 'x3782 822463 10005x', `x${MASK}x`],
        ['track 1', '%B4242424242424242^DOE/JANE^2512', `%B${MASK}^DOE/JANE^2512`],
        ['track 1, encoded', 'track=%25B4242424242424242%5EDOE', `track=%25B${MASK}%5EDOE`],
        ['track 2', ';4242424242424242=25121010000012300000?', `;${MASK}=25121010000012300000?`],
        ['track 2, encoded', '%3B4242424242424242%3D2512', `%3B${MASK}%3D2512`],
        ['track 2 with a letter for its separator', ';4242424242424242D2512', `;${MASK}D2512`],
        ['a key of another service', 'ghp_abcdefghijklmnopqrstuvwxyz0123456789', MASK]
    ])('masks %s', (_, text, masked) => {
        expect(maskSecrets(text)).toBe(masked);
    });

    it('keeps the Stripe ids of an address that it masks', () => {
        const id = 'pi_3MtwBwLkdIwHu7ix28a3tqPa';
        expect(
            maskSecrets(`https://shop.example/return?payment_intent=${id}&payment_intent_client_secret=${id}_secret_x`)
        ).toBe(`${MASK}/${id}`);
    });

    it.each([
        'basic authentication failed',
        'No bearer token was sent',
        'client_secret is required',
        'https://api.stripe.com/v1/charges/ch_3MmlLrLkdIwHu7ix0snN0B15/refunds',
        'https://dashboard.stripe.com/acct_1/test/workbench/logs?object=req_1',
        '0.4242424242424242',
        'ch_4242424242424242',
        'pi_3Mtw4242424242424242',
        '4242424242424242D2512',
        ';4242424242424242abc',
        // Digits that pass the Luhn test, but are in no groups of a card number.
        'SF42424242 4242424242',
        '4242424242 42424242abc',
        '2026-10-06 06:30:00.000 and 2026-10-07 06:30:00.000',
        '6775d282-14f3-5cca-34eb-6c935e4c44fa'
    ])('leaves %j as it is', (text) => {
        expect(maskSecrets(text)).toBe(text);
    });

    it('finds no secret in the id of a Stripe object, whatever its letters and digits are', () => {
        const prefix = fc.constantFrom(...STRIPE_OBJECTS.keys());
        fc.assert(
            fc.property(prefix, fc.stringMatching(/^[A-Za-z0-9]{14,60}$/), (start, body) => {
                expect(isLongStripeId(`${start}_${body}`)).toBe(true);
                expect(containsSecret(`${start}_${body}`)).toBe(false);
            })
        );
    });

    it.each([
        'pi_3MtwBwLkdIwHu7_x',
        'sk_test_3MtwBwLkdIwHu7ix',
        'pi_3MtwBwLkdIwHu',
        'xpi_3MtwBwLkdIwHu7ix',
        `pi_${'a'.repeat(253)}`
    ])('does not take %s for a long id', (word) => {
        expect(isLongStripeId(word)).toBe(false);
    });
});
