/** What happens to an order's payment, as a story that people meet in real orders. Shares are in hundredths of the amount. */
export interface Scenario {
    name: string;
    /** What the storefront asked Stripe for. */
    storefront: 'authorization' | 'sale';
    /** An older cartridge wrote the balance transaction of a sale as reference. */
    isOlderCartridge?: boolean;
    /** In Stripe's lower case; US dollars if left out. */
    currency?: string;
    /** A first attempt with this test card, which is declined. */
    declinedCard?: string;
    /** False where there is no second attempt. */
    isPaid?: boolean;
    capturedShare?: number;
    refundedShares?: readonly number[];
    isReversed?: boolean;
}

const INSUFFICIENT_FUNDS = 'pm_card_visa_chargeDeclinedInsufficientFunds';

/** One order of each, in this order, then from the start again. */
export const SCENARIOS: readonly Scenario[] = [
    { name: 'authorized', storefront: 'authorization' },
    { name: 'captured in full', storefront: 'authorization', capturedShare: 100 },
    { name: 'captured in part', storefront: 'authorization', capturedShare: 60 },
    { name: 'refunded in full', storefront: 'authorization', capturedShare: 100, refundedShares: [100] },
    { name: 'refunded in part', storefront: 'authorization', capturedShare: 100, refundedShares: [30] },
    {
        name: 'captured in part and refunded twice',
        storefront: 'authorization',
        capturedShare: 80,
        refundedShares: [20, 10]
    },
    { name: 'reversed', storefront: 'authorization', isReversed: true },
    { name: 'declined', storefront: 'authorization', declinedCard: INSUFFICIENT_FUNDS, isPaid: false },
    {
        name: 'declined, then captured',
        storefront: 'authorization',
        declinedCard: 'pm_card_visa_chargeDeclined',
        capturedShare: 100
    },
    { name: 'captured in the storefront', storefront: 'sale' },
    { name: 'captured in the storefront by an older cartridge', storefront: 'sale', isOlderCartridge: true },
    {
        name: 'yen, refunded in part',
        storefront: 'authorization',
        currency: 'jpy',
        capturedShare: 100,
        refundedShares: [50]
    },
    { name: 'Kuwaiti dinar, captured in part', storefront: 'authorization', currency: 'kwd', capturedShare: 70 }
];
