import { expect, test } from './fixtures.ts';
import { expectLoaded } from './pageStates.ts';

const DASHBOARD =
    /^https:\/\/dashboard\.stripe\.com\/(acct_\w{16}\/)?test\/(payments\/(pi|ch|py)_\w+|refunds\/re_\w+|workbench\/logs\?object=req_\w+|search\?query=[\w%]+)$/;

test('no link of the sample data leads anywhere but to the Dashboard, and no page of it shows a secret', async ({
    open,
    localOrg
}) => {
    test.slow();
    const { records } = localOrg.org.query('SELECT Id FROM OrderPaymentSummary');
    expect(records.length).toBeGreaterThan(15);
    const addresses: (string | null)[] = [];
    for (const { Id } of records) {
        const page = await open(`/lightning/r/OrderPaymentSummary/${String(Id)}/view`);
        await expectLoaded(page);
        const links = page.locator('c-payment-console a[target=_blank]');
        addresses.push(...(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))));
        expect(await page.locator('body').innerText()).not.toMatch(/_secret_|sk_test_|receipts\/payment/);
    }
    expect(addresses.filter((address) => !DASHBOARD.test(address ?? ''))).toEqual([]);
    expect(addresses.length).toBeGreaterThan(100);
});
