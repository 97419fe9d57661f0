import path from 'node:path';
import type { Locator, Page } from '@playwright/test';

/** What was to read in each picture when it was taken: where that is no longer on its page, the picture is stale. */
export const TEXTS_FILE = path.join(import.meta.dirname, 'pictureTexts.json');

/** A picture of the documentation: a part of a page of the local org with the sample orders. */
export interface Picture {
    /** The file `docs/pictures/<name>.png`. */
    name: string;
    /** SOQL for the id of the record whose page it is, or an address of the local org. */
    page: { objectName: string; soql: string } | { address: string };
    /** Brings the page into the state that is shown, where that is not how it opens. */
    prepare?: (page: Page) => Promise<void>;
    /** What is cut out. */
    shows: (page: Page) => Locator;
    /** What the documentation says there is to see: each has to be visible. */
    contains: readonly ((page: Page) => Locator)[];
    /** Pixels from the top of what is cut out, where the rest tells nothing more. */
    height?: number;
}

const summaryOf = (orderNumber: string) => ({
    objectName: 'OrderPaymentSummary',
    soql: `SELECT Id FROM OrderPaymentSummary WHERE OrderSummary.OrderNumber = '${orderNumber}' ORDER BY Id LIMIT 1`
});

const orderOf = (orderNumber: string) => ({
    objectName: 'OrderSummary',
    soql: `SELECT Id FROM OrderSummary WHERE OrderNumber = '${orderNumber}'`
});

const listOf = (page: Page, title: string) =>
    page.locator('c-payment-record-list').filter({ has: page.getByRole('heading', { name: title }) });

/** Every picture, each once. */
export const PICTURES: readonly Picture[] = [
    {
        name: 'console',
        page: summaryOf('00000106'),
        shows: (page) => page.locator('c-payment-console'),
        contains: [
            (page) => page.getByRole('button', { name: 'Copy case' }),
            (page) => page.getByRole('region', { name: 'Totals' }),
            (page) => page.getByRole('heading', { name: 'Timeline' })
        ],
        height: 900
    },
    {
        name: 'lists',
        page: summaryOf('00000105'),
        shows: (page) => page.locator('c-record-lists'),
        contains: [
            (page) => listOf(page, 'Payment Authorizations').getByRole('link', { name: /^pi_/ }),
            (page) => listOf(page, 'Payments').getByText(/^SF\d/).first(),
            (page) => listOf(page, 'Refunds'),
            (page) => listOf(page, 'Gateway Logs').getByRole('button', { name: 'Read log' }).first()
        ],
        height: 900
    },
    {
        name: 'warning',
        page: summaryOf('00000112'),
        shows: (page) => page.locator('c-warning-list'),
        contains: [(page) => page.getByText('Worth a look')]
    },
    {
        name: 'declined',
        page: summaryOf('00000109'),
        prepare: (page) => listOf(page, 'Gateway Logs').getByRole('button', { name: 'Read log PGL-0018' }).click(),
        shows: (page) => page.getByRole('dialog').locator('.slds-modal__container'),
        contains: [
            (page) => page.getByRole('dialog').getByText(/^Tell the customer:/),
            (page) => page.getByRole('dialog').getByText(/^What to do:/),
            (page) => page.getByRole('dialog').getByRole('tree').first()
        ]
    },
    {
        name: 'order',
        page: orderOf('00000107'),
        shows: (page) => page.locator('c-order-payments-console'),
        contains: [
            (page) => page.getByRole('heading', { name: 'Payments of this order' }),
            (page) => page.getByRole('button', { name: 'Show records of Apple Pay' })
        ],
        height: 900
    },
    {
        name: 'related',
        page: summaryOf('00000113'),
        prepare: (page) => page.getByRole('tab', { name: 'Related' }).click(),
        shows: (page) => page.locator('local-page-tabs'),
        contains: [
            (page) => page.getByRole('columnheader', { name: 'Stripe Dashboard' }).first(),
            (page) => page.getByRole('table', { name: 'Payment Authorizations' }).getByRole('link', { name: /^pi_/ })
        ],
        height: 700
    },
    {
        name: 'setup',
        page: { address: '/lightning/n/Stripe_Payments_Setup' },
        shows: (page) => page.locator('c-stripe-payments-setup'),
        contains: [
            (page) => page.getByRole('heading', { name: 'Findings' }),
            (page) => page.getByText(/^Next step:/).first(),
            (page) => page.getByRole('heading', { name: 'Try a link' })
        ],
        height: 700
    }
];
