import type { Page } from '@playwright/test';
import type { LocalOrg } from '../scripts/local-org/localOrg.ts';
import { expect, expectAccessible, test } from './fixtures.ts';

const ADDRESS = '/lightning/n/Stripe_Payments_Setup';

/** Changes the record of this name. */
function change(
    org: LocalOrg,
    objectName: string,
    name: string,
    values: Record<string, string | boolean | null>
): void {
    const nameField = objectName === 'Organization' ? 'Name' : 'MasterLabel';
    const { records } = org.query(`SELECT Id FROM ${objectName} WHERE ${nameField} = :name`, { name });
    org.update(objectName, String(records[0]?.['Id']), values);
}

/** Puts back what the tests change: the local org is that of all tests of a worker. */
function restore(org: LocalOrg): void {
    change(org, 'Organization', 'Local org', { IsSandbox: true });
    change(org, 'Stripe_Gateway_Setting__mdt', 'Default', { AccountId__c: null, Mode__c: null });
    change(org, 'Stripe_Gateway_Setting__mdt', 'Example', { AccountId__c: 'acct_1RbHtYEu4JdXq7Mc' });
}

const verdict = (page: Page) => page.locator('c-stripe-payments-setup .verdict');
const findings = (page: Page) => page.getByRole('list', { name: 'Findings' }).getByRole('listitem');
const problems = (page: Page) => findings(page).filter({ hasText: 'Next step:' });
const accessRows = (page: Page) => page.getByRole('table', { name: 'What you can read' }).locator('tbody tr');
const gatewayRow = (page: Page, name: string) =>
    page.getByRole('table', { name: 'Payment gateways' }).getByRole('row', { name });

test.describe('the set-up page', () => {
    test.use({ expectedErrors: [/status of 500/] });

    test.afterEach(({ localOrg }) => {
        localOrg.faults.clear();
        restore(localOrg.org);
    });

    test('is in the bar, and says that all is fine once the default tells account and mode', async ({
        open,
        localOrg
    }) => {
        change(localOrg.org, 'Stripe_Gateway_Setting__mdt', 'Default', {
            AccountId__c: 'acct_1QzKmRLk8WnTe5Vb',
            Mode__c: 'Test'
        });
        const page = await open('/');
        await page.getByRole('link', { name: 'Stripe Payments Setup' }).click();
        await expect(page).toHaveURL(new RegExp(`${ADDRESS}$`));
        await expect(verdict(page)).toHaveText('The console is set up well.');
        await expect(problems(page)).toHaveCount(0);
        await expect(gatewayRow(page, 'SALESFORCE_PAYMENTS')).toContainText('Default Stripe Gateway Setting Default');
        await expectAccessible(page);
    });

    test('has a link to try for each kind of reference, in its account and mode', async ({ open }) => {
        const page = await open(ADDRESS);
        const row = page.getByRole('row', { name: /^Number of Salesforce/ });
        await expect(row.getByRole('link', { name: /^Open pi_/ })).toHaveAttribute(
            'href',
            /^https:\/\/dashboard\.stripe\.com\/.*test\/payments\/pi_/
        );
        await expect(row).toContainText('from authorization PA-');
        await row.getByRole('link', { name: /^[PR]-/ }).click();
        await expect(page).toHaveURL(/\/lightning\/r\/(Payment|Refund)\/\w+\/view$/);
    });

    test('names hidden fields with the way to grant them, and only them until more is asked for', async ({
        open,
        localOrg
    }) => {
        localOrg.faults.hideField('Payment.GatewayRefNumber');
        localOrg.faults.hideField('Refund.stripeAccountId__c');
        const page = await open(ADDRESS);
        await expect(verdict(page)).toHaveText('The console works, but something is missing or uncertain.');
        await expect(problems(page).filter({ hasText: 'Payment are hidden from you: GatewayRefNumber' })).toContainText(
            'Object Settings, Payment.'
        );
        await expect(
            problems(page).filter({ hasText: 'Refund are hidden from you: stripeAccountId__c' })
        ).toContainText('Assign the permission set Stripe Payments Agent');
        await expect(accessRows(page)).toHaveCount(2);
        const toggle = page.getByRole('button', { name: 'Show all objects' });
        await toggle.focus();
        await toggle.press('Enter');
        await expect(accessRows(page)).toHaveCount(11);
        await expect(page.getByRole('button', { name: 'Show only what is hidden or missing' })).toBeFocused();
        await expectAccessible(page);
    });

    test('is blocked by a hidden object that every list needs, and does not judge what it cannot read', async ({
        open,
        localOrg
    }) => {
        localOrg.faults.hideObject('OrderPaymentSummary');
        localOrg.faults.hideObject('Stripe_Gateway_Setting__mdt');
        const page = await open(ADDRESS);
        await expect(verdict(page)).toHaveText('The console cannot show you payments yet.');
        await expect(findings(page).first()).toContainText('You cannot read OrderPaymentSummary.');
        await expect(page.getByText('This could not be read, so it was not checked.')).toHaveCount(3);
        await expectAccessible(page);
    });

    test('names gateways without a setting, and the records whose mode nothing tells, in a production org', async ({
        open,
        localOrg
    }) => {
        change(localOrg.org, 'Organization', 'Local org', { IsSandbox: false });
        change(localOrg.org, 'Stripe_Gateway_Setting__mdt', 'Example', { AccountId__c: 'acct-1' });
        const page = await open(ADDRESS);
        await expect(gatewayRow(page, 'SALESFORCE_PAYMENTS')).toContainText('Nowhere');
        await expect(problems(page).filter({ hasText: 'The payment gateway SALESFORCE_PAYMENTS' })).toContainText(
            'Label and Name: SALESFORCE_PAYMENTS.'
        );
        await expect(problems(page).filter({ hasText: 'is not a Stripe account id' })).toContainText('Example, Edit.');
        const unknown = page.locator('c-setup-unknown-links');
        await expect(unknown).toContainText(/Payment: \d+ of \d+/);
        await expectAccessible(page);

        restore(localOrg.org);
        await page.getByRole('button', { name: 'Check again' }).press('Enter');
        await expect(page.getByRole('status').filter({ hasText: 'Checked again' })).toContainText('worth knowing');
        await expect(unknown).toContainText('None among the');
    });

    test('tells what failed and judges the rest, until another try', async ({ open, localOrg }) => {
        localOrg.faults.failApex('getObjectAccess', { status: 500, message: 'No heap left.' });
        const page = await open(ADDRESS);
        await expect(page.getByRole('alert')).toContainText('No heap left.');
        await expect(gatewayRow(page, 'Example Gateway Europe')).toContainText('Account and mode are set.');
        await expectAccessible(page);
        localOrg.faults.clear();
        await page.getByRole('button', { name: 'Try again' }).press('Enter');
        await expect(page.getByRole('alert')).toHaveCount(0);
        await expect(page.getByText('You can read all 11 objects')).toBeVisible();
    });

    test('asks each query once, and fits a narrow screen', async ({ open, localOrg, page }) => {
        await page.setViewportSize({ width: 360, height: 740 });
        localOrg.calls.length = 0;
        await open(ADDRESS);
        await expect(verdict(page)).toBeVisible();
        const names = localOrg.calls.map(({ name }) => name);
        expect(names).toHaveLength(12);
        expect(new Set(names).size).toBe(12);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        await expectAccessible(page);
    });
});
