import type { ReferenceView } from 'c/paymentRows';

/** A reference that is itself the link, and one whose mode the person has to choose. */
export const PAYMENT: ReferenceView = {
    kind: 'stripe',
    text: 'pi_3Mtw',
    url: 'https://dashboard.stripe.com/test/payments/pi_3Mtw',
    linkText: 'pi_3Mtw',
    target: 'pi_3Mtw',
    isSearch: false,
    description: 'payment, test mode',
    recordNumber: 'PA-0001',
    explain: () => ['authorization PA-0001: pi_3Mtw', 'test mode: this org is a sandbox']
};

export const CHOICE: ReferenceView = {
    ...PAYMENT,
    choice: {
        gatewayId: 'g1',
        live: 'https://dashboard.stripe.com/payments/pi_3Mtw',
        test: 'https://dashboard.stripe.com/test/payments/pi_3Mtw'
    }
};
