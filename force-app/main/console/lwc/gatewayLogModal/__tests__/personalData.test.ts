import type { PaymentGatewayLog } from 'c/paymentRecord';
import { everythingIn } from './everything';
import {
    answerOnce,
    find,
    has,
    linesOf,
    LOG,
    openRequest,
    openWith,
    press,
    provideClipboard,
    writeText
} from './modal';

jest.mock('@salesforce/customPermission/Stripe_Payments_Reveal_Personal_Data', () => ({ default: true }), {
    virtual: true
});

beforeEach(provideClipboard);

const RESPONSE = JSON.stringify({
    billing_details: { email: 'jane@example.com', name: 'Jane Doe', address: { line1: '1 Main Street' } },
    client_secret: 'pi_1_secret_abcdefghijkl',
    status: 'succeeded'
});
const REQUEST = 'receipt_email=jane%40example.com&card[number]=4242424242424242';
const PERSONAL = /jane|doe|main street/i;
const SECRET = /secret_abc|4242424242424242/;
const SECOND: PaymentGatewayLog = {
    ...LOG,
    Id: 'l2',
    PaymentGatewayLogNumber: 'PGL-0002',
    IsNotification: 'Yes',
    CreatedDate: '2026-01-01T03:05:00.000Z'
};

const revealButton = (modal: HTMLElement) => find<HTMLElement & { label: string }>(modal, '.reveal');

describe('personal data, for who has the permission', () => {
    it('is hidden at first', async () => {
        const modal = await openWith({ Request: REQUEST, Response: RESPONSE });
        await openRequest(modal);
        expect(everythingIn(modal)).not.toMatch(PERSONAL);
        expect(revealButton(modal).label).toBe('Show personal data');
        await expect(modal).toBeAccessible();
    });

    it('is shown on request, and hidden again; secrets are not', async () => {
        const modal = await openWith({ Request: REQUEST, Response: RESPONSE });
        await openRequest(modal);
        await press(modal, '.reveal');
        expect(linesOf(modal, 'Response')).toEqual(
            expect.arrayContaining([
                'email:jane@example.compersonal data',
                'name:Jane Doepersonal data',
                'status:succeeded'
            ])
        );
        expect(linesOf(modal, 'Request')).toContain('receipt_email:jane@example.compersonal data');
        expect(everythingIn(modal)).not.toMatch(SECRET);
        expect(revealButton(modal).label).toBe('Hide personal data');
        await press(modal, '.reveal');
        expect(everythingIn(modal)).not.toMatch(PERSONAL);
    });

    it('is in no case for a ticket, also while it is shown', async () => {
        const failed = { ...LOG, InteractionStatus: 'Failed', GatewayMessage: 'Declined for jane@example.com.' };
        const modal = await openWith({ Response: RESPONSE }, [failed]);
        await press(modal, '.reveal');
        await press(modal, '.copy-case');
        expect(writeText).toHaveBeenCalledTimes(1);
        expect(writeText.mock.calls[0]?.[0]).not.toMatch(PERSONAL);
    });

    it('is hidden again in the next log', async () => {
        const modal = await openWith({ Response: RESPONSE }, [LOG, SECOND]);
        await press(modal, '.reveal');
        answerOnce({ Response: RESPONSE });
        await press(modal, '.logs lightning-button:nth-of-type(2)');
        expect(everythingIn(modal)).not.toMatch(PERSONAL);
        expect(revealButton(modal).label).toBe('Show personal data');
    });

    it('has no button while there is nothing to show', async () => {
        const modal = await openWith({ Response: RESPONSE }, [LOG, SECOND]);
        await press(modal, '.logs lightning-button:nth-of-type(2)');
        expect(has(modal, '.reveal')).toBe(false);
    });
});
