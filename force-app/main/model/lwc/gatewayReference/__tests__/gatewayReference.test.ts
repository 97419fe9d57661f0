import fc from 'fast-check';
import { containsSecret, findStripeReferences, MASK, maskSecrets, parseGatewayReference } from 'c/gatewayReference';

describe('parseGatewayReference', () => {
    it.each([
        ['pi_3MtwBwLkdIwHu7ix28a3tqPa', 'pi', 'payment_intent'],
        ['ch_3MmlLrLkdIwHu7ix0snN0B15', 'ch', 'charge'],
        ['py_1NW5VsLkdIwHu7ixSAeXFSWB', 'py', 'charge'],
        ['re_1Nispe2eZvKYlo2Cd31jOCgZ', 're', 'refund'],
        ['txn_1MiN3gLkdIwHu7ixxapQrznl', 'txn', 'balance_transaction'],
        ['sub_sched_1Mr3YcLkdIwHu7ixYCFhXHNb', 'sub_sched', 'subscription_schedule'],
        ['acct_1PgafTB7WZ01zgkW', 'acct', 'account']
    ])('reads %s as a Stripe object by its longest prefix', (id, prefix, object) => {
        expect(parseGatewayReference(id)).toEqual({ kind: 'stripe', id, prefix, object });
    });

    it('takes the mode from the only ids that name it', () => {
        expect(parseGatewayReference('cs_test_a1b2c3')).toMatchObject({ object: 'checkout.session', mode: 'test' });
        expect(parseGatewayReference('cs_live_a1b2c3')).toMatchObject({ object: 'checkout.session', mode: 'live' });
        expect(parseGatewayReference('pi_3Mtw')).not.toHaveProperty('mode');
    });

    it.each(['  pi_3Mtw ', '"pi_3Mtw"', "'pi_3Mtw'", '“pi_3Mtw”', '\uFEFFpi_3Mtw\u200B', ' " pi_3Mtw " '])(
        'takes off what surrounds the id in %j',
        (text) => {
            expect(parseGatewayReference(text)).toMatchObject({ kind: 'stripe', id: 'pi_3Mtw' });
        }
    );

    it.each(['SF123456', 'SF1'])('reads %s as a number made up by Salesforce', (number) => {
        expect(parseGatewayReference(number)).toEqual({ kind: 'salesforce', number });
    });

    it.each(['SF', 'SFXXXXX', 'sf123456', 'SF12a', 'XSF12'])('does not read %s as one', (text) => {
        expect(parseGatewayReference(text)).toEqual({ kind: 'unknown', text });
    });

    it('reads digits as an order number, and other text when it is that of the order', () => {
        expect(parseGatewayReference('00001234')).toEqual({ kind: 'orderNumber', number: '00001234' });
        expect(parseGatewayReference('WEB-77', 'WEB-77')).toEqual({ kind: 'orderNumber', number: 'WEB-77' });
        expect(parseGatewayReference('WEB-77', ' WEB-77 ')).toEqual({ kind: 'orderNumber', number: 'WEB-77' });
        expect(parseGatewayReference('WEB-77')).toEqual({ kind: 'unknown', text: 'WEB-77' });
        expect(parseGatewayReference('00001234', ' ')).toMatchObject({ kind: 'orderNumber' });
    });

    it('does not call digits the number of an order that is known to have another', () => {
        expect(parseGatewayReference('7316904258', '00009001')).toEqual({ kind: 'unknown', text: '7316904258' });
        expect(parseGatewayReference('00009001', '00009001')).toMatchObject({ kind: 'orderNumber' });
    });

    it.each([
        'pi_3MtwBwLkdIwHu7ix28a3tqPa_secret_YrKJUKribcBjcG8HVhfZluoGH',
        'seti_1Mm8s8_secret_x',
        'src_client_secret_abc',
        'sk_test_1',
        'rk_live_1',
        'pk_test_1',
        'whsec_1',
        'ephkey_1',
        '4242424242424242',
        '4242 4242 4242 4242'
    ])('gives nothing of the secret %s away', (secret) => {
        expect(parseGatewayReference(secret)).toEqual({ kind: 'secret' });
    });

    it.each([
        'javascript:alert(1)',
        'https://evil.example/pi_3Mtw',
        '//evil.example',
        '<img src=x onerror=alert(1)>',
        'pi_3Mtw\u202Eabc',
        'pi_3Mtw\u0000',
        '\uD800',
        'a'.repeat(256)
    ])('keeps the unsafe text %j out', (text) => {
        expect(parseGatewayReference(text)).toEqual({ kind: 'unsafe' });
    });

    it.each([undefined, null, '', '  ', 7, {}, []])('takes %j for empty', (value) => {
        expect(parseGatewayReference(value)).toEqual({ kind: 'empty' });
    });

    it('can search for an id of Stripe’s shape whose prefix it does not know', () => {
        expect(parseGatewayReference('newthing_1MiN3gLkdIwHu7ix')).toEqual({
            kind: 'stripeShaped',
            id: 'newthing_1MiN3gLkdIwHu7ix'
        });
    });

    it.each(['thing_1234567a', 'thing_12345678'])('takes %s for such an id, which is short or all digits', (id) => {
        expect(parseGatewayReference(id)).toEqual({ kind: 'stripeShaped', id });
    });

    it.each(['card_declined', 'in_progress', 'PI_3Mtw', '8835499798654321A', 'constructor_12345678x'])(
        'does not take %s for an object of Stripe',
        (text) => {
            expect(parseGatewayReference(text).kind).not.toBe('stripe');
        }
    );

    it('is total, and gives the same answer for the same text', () => {
        fc.assert(
            fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.anything()), (value) => {
                expect(parseGatewayReference(value)).toEqual(parseGatewayReference(value));
            })
        );
    });

    it('takes ids of any length up to 255 characters', () => {
        fc.assert(
            fc.property(fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,251}$/), (body) => {
                expect(parseGatewayReference(`pi_${body}`)).toMatchObject({ kind: 'stripe', id: `pi_${body}` });
            })
        );
    });
});

describe('what surrounds a reference', () => {
    it('is taken off, but not where it is so much that the field could not hold it', () => {
        const wrapped = (times: number) => `${'"'.repeat(times)}pi_3Mtw${'"'.repeat(times)}`;
        expect(parseGatewayReference(wrapped(250))).toMatchObject({ kind: 'stripe', id: 'pi_3Mtw' });
        expect(parseGatewayReference(wrapped(260))).toEqual({ kind: 'unsafe' });
    });
});

describe('findStripeReferences', () => {
    it('finds each id in a text once, in order, and passes secrets over', () => {
        const text = '{"charge":"ch_3Mml","payment_intent":"pi_3Mtw","again":"ch_3Mml","s":"pi_3X_secret_abc"}';
        expect(findStripeReferences(text).map(({ id }) => id)).toEqual(['ch_3Mml', 'pi_3Mtw']);
    });

    it('finds an id of the greatest length', () => {
        const id = `pi_${'A'.repeat(252)}`;
        expect(findStripeReferences(`${id} ${id}B`).map((found) => found.id)).toEqual([id]);
    });

    it('finds nothing in nothing', () => {
        expect(findStripeReferences(undefined)).toEqual([]);
    });
});

describe('maskSecrets', () => {
    it('masks secrets, card numbers and addresses with a token, and leaves the rest', () => {
        expect(maskSecrets('pi_3Mtw_secret_abc for pi_3Mtw, key sk_test_51abc, card 4242-4242-4242-4242')).toBe(
            `${MASK} for pi_3Mtw, key ${MASK}, card ${MASK}`
        );
        expect(maskSecrets('card 6011000990139424')).toBe(`card ${MASK}`);
        expect(maskSecrets('see https://pay.stripe.com/receipts/payment/CAcaFw')).toBe(`see ${MASK}`);
        expect(maskSecrets('see https://dashboard.stripe.com/test/logs/req_1')).toBe(
            'see https://dashboard.stripe.com/test/logs/req_1'
        );
    });

    it.each(['order 4242424242424241 is no card', 'amount 100.00', 'task_test_1', 'pi_3MtwBwLkdIwHu7ix28a3tqPa'])(
        'leaves %j as it is',
        (text) => {
            expect(maskSecrets(text)).toBe(text);
        }
    );

    it('never lets a key through, wherever it stands, and masks no further the second time', () => {
        const key = fc
            .tuple(
                fc.constantFrom('sk', 'rk', 'pk'),
                fc.constantFrom('test', 'live'),
                fc.stringMatching(/^[A-Za-z0-9]{24}$/)
            )
            .map((parts) => parts.join('_'));
        fc.assert(
            fc.property(fc.string(), key, fc.string(), (before, secret, after) => {
                const masked = maskSecrets(before + secret + after);
                expect(masked).not.toContain(secret);
                expect(maskSecrets(masked)).toBe(masked);
                expect(containsSecret(before + secret + after)).toBe(true);
            })
        );
    });
});
