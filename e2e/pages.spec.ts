import { expect, expectAccessible, test } from './fixtures.ts';
import { expectLoaded, expectNoOverflow } from './pageStates.ts';

test.describe('the local org', () => {
    test('begins with the orders, says that it is not Salesforce, and opens a summary', async ({ open }) => {
        const page = await open('/');
        await expect(page.getByText('Local org: not Salesforce.')).toBeVisible();
        await expectAccessible(page);
        await page
            .getByRole('row', { name: /00000113/ })
            .getByRole('link', { name: /^JCB/ })
            .click();
        await expect(page).toHaveURL(/\/lightning\/r\/OrderPaymentSummary\/\w{18}\/view$/);
        await expect(page.locator('c-payment-console')).toBeVisible();
    });

    test('has a page for every record that a console links to', async ({ open, localOrg }) => {
        test.slow();
        for (const objectName of ['OrderSummary', 'PaymentAuthorization', 'Payment', 'Refund', 'PaymentGatewayLog']) {
            const [record] = localOrg.org.query(`SELECT Id FROM ${objectName} LIMIT 1`).records;
            const page = await open(`/lightning/r/${objectName}/${String(record?.['Id'])}/view`);
            await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
            await expectAccessible(page);
        }
    });

    test('shows the related lists and the fields of the layouts, with the link of the formula field', async ({
        openSummary
    }) => {
        const page = await openSummary('00000113');
        await page.getByRole('tab', { name: 'Related' }).click();
        await expect(page.getByRole('columnheader', { name: 'Stripe Dashboard' })).toHaveCount(4);
        const link = page.getByRole('table', { name: 'Payment Authorizations' }).getByRole('link', { name: /^pi_/ });
        await expect(link).toHaveAttribute('href', /^https:\/\/dashboard\.stripe\.com\/acct_\w+\/test\/payments\/pi_/);
        await expectAccessible(page);
        await page.getByRole('tab', { name: 'Details' }).click();
        await expect(page.getByText('Order Payment Summary Amounts')).toBeVisible();
    });

    test.describe('asked for a record that does not exist', () => {
        test.use({ expectedErrors: [/404/] });

        test('says so, and leads back', async ({ open }) => {
            const page = await open('/lightning/r/Payment/0aQ000000000zzzAAA/view');
            await expect(page.getByText('0aQ000000000zzzAAA').first()).toBeVisible();
            await expectAccessible(page);
        });
    });

    test('keeps log bodies off the page of a log', async ({ open, localOrg }) => {
        const [log] = localOrg.org.query(
            "SELECT Id FROM PaymentGatewayLog WHERE OrderPaymentSummary.OrderSummary.OrderNumber = '00000110'"
        ).records;
        const page = await open(`/lightning/r/PaymentGatewayLog/${String(log?.['Id'])}/view`);
        await expect(page.getByText('Gateway Details')).toBeVisible();
        await expect(page.locator('body')).not.toContainText('"object"');
    });
});

test.describe('on a narrow screen', () => {
    test.use({ viewport: { width: 320, height: 700 } });

    test('the console needs no sideways scrolling, and stays accessible', async ({ openSummary }) => {
        const page = await openSummary('00000116');
        await expectLoaded(page);
        await expectNoOverflow(page);
        await expectAccessible(page);
    });
});
