import fc from 'fast-check';
import { dashboardLink, hasDashboardPage } from 'c/dashboardLink';
import { parseGatewayReference } from 'c/gatewayReference';

const ACCOUNT = 'acct_1PgafTB7WZ01zgkW';
const link = (text: string, context = {}) => dashboardLink(parseGatewayReference(text), context);

describe('dashboardLink', () => {
    it('opens a payment intent on its page', () => {
        expect(link('pi_3Mtw')).toEqual({
            url: 'https://dashboard.stripe.com/payments/pi_3Mtw',
            opens: 'payment',
            target: 'pi_3Mtw',
            confidence: 'high'
        });
    });

    it('puts the account first, then test', () => {
        expect(link('pi_3Mtw', { account: ACCOUNT, mode: 'test' })?.url).toBe(
            `https://dashboard.stripe.com/${ACCOUNT}/test/payments/pi_3Mtw`
        );
        expect(link('pi_3Mtw', { account: ACCOUNT, mode: 'live' })?.url).toBe(
            `https://dashboard.stripe.com/${ACCOUNT}/payments/pi_3Mtw`
        );
        expect(link('pi_3Mtw', { mode: 'test' })?.url).toBe('https://dashboard.stripe.com/test/payments/pi_3Mtw');
    });

    it.each([
        ['ch_3M1', 'payment', 'payments/ch_3M1'],
        ['py_1N2', 'payment', 'payments/py_1N2'],
        ['re_1N2', 'refund', 'refunds/re_1N2'],
        ['cus_9s6', 'customer', 'customers/cus_9s6'],
        ['tr_1M2', 'transfer', 'connect/transfers/tr_1M2'],
        ['req_1M2', 'requestLog', 'logs/req_1M2']
    ])('opens %s as a %s', (id, opens, path) => {
        expect(link(id)).toMatchObject({ opens, url: `https://dashboard.stripe.com/${path}` });
    });

    it.each(['txn_1M2', 'pm_1M2', 'newthing_1MiN3gLkdIw'])('searches for %s, which has no page', (id) => {
        expect(hasDashboardPage(parseGatewayReference(id))).toBe(false);
        expect(link(id, { mode: 'test' })).toMatchObject({
            opens: 'search',
            confidence: 'low',
            url: `https://dashboard.stripe.com/test/search?query=${id}`
        });
    });

    it('searches for an order by the metadata that the storefront writes', () => {
        expect(link('00001234')?.url).toBe('https://dashboard.stripe.com/search?query=order_id%3A00001234');
    });

    it('lets an id that names its mode overrule the mode given', () => {
        expect(link('cs_live_a1', { mode: 'test' })?.url).not.toContain('/test/');
        expect(link('cs_test_a1', { mode: 'live' })?.url).toContain('/test/');
    });

    it.each(['SF123456', 'pi_3Mtw_secret_x', 'sk_test_1', 'javascript:alert(1)', 'whatever', ''])(
        'has no link for %j',
        (text) => {
            expect(link(text)).toBeUndefined();
        }
    );

    it('never leaves the Dashboard, whatever the reference, the order number and the account say', () => {
        const id = fc
            .tuple(fc.constantFrom('pi', 'txn', 'cs_test', 'nope'), fc.string())
            .map((parts) => parts.join('_'));
        const text = fc.oneof(id, fc.string({ unit: 'binary' }), fc.webUrl());
        fc.assert(
            fc.property(text, text, fc.constantFrom('live', 'test', undefined), (reference, account, mode) => {
                const url = dashboardLink(parseGatewayReference(reference, reference), { account, mode })?.url;
                if (url === undefined) {
                    return;
                }
                const parsed = new URL(url);
                expect(parsed.href).toBe(url);
                expect(parsed.origin).toBe('https://dashboard.stripe.com');
                expect(parsed.username + parsed.password + parsed.hash).toBe('');
                expect(parsed.pathname).toMatch(/^(\/acct_\w+)?(\/test)?(\/[a-z_-]+)+(\/[a-z_]+_\w+)?$/);
            })
        );
    });
});
