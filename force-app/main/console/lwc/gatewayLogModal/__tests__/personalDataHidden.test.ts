import { everythingIn } from './everything';
import { has, LOG, openRequest, openWith } from './modal';

jest.mock('@salesforce/customPermission/Stripe_Payments_Reveal_Personal_Data', () => ({ default: undefined }), {
    virtual: true
});

describe('personal data, for who lacks the permission', () => {
    it('is hidden, and there is nothing to press', async () => {
        const GatewayMessage = 'Declined for jane@example.com.';
        const modal = await openWith(
            { Request: 'receipt_email=jane%40example.com', Response: '{"name":"Jane Doe","status":"failed"}' },
            [{ ...LOG, GatewayMessage, InteractionStatus: 'Failed' }]
        );
        await openRequest(modal);
        expect(has(modal, '.reveal')).toBe(false);
        expect(everythingIn(modal)).toContain('personal data, hidden');
        expect(everythingIn(modal)).not.toMatch(/jane|doe/i);
    });
});
