import { expect, test } from './fixtures.ts';

test('no link of the sample data leads anywhere but to the Dashboard, and no page of it shows a secret', async ({
    open,
    localOrg
}) => {
    test.slow();
    const { records } = localOrg.org.query('SELECT Id FROM OrderPaymentSummary');
    expect(records.length).toBeGreaterThan(15);
    for (const { Id } of records) {
        const page = await open(`/lightning/r/OrderPaymentSummary/${String(Id)}/view`);
        await expect(page.locator('lightning-spinner')).toHaveCount(0);
        const links = page.locator('c-payment-console a[target=_blank]');
        for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))) {
            expect(href).toMatch(
                /^https:\/\/dashboard\.stripe\.com\/(acct_\w{16}\/)?test\/(payments\/(pi|ch|py)_\w+|refunds\/re_\w+|workbench\/logs\?object=req_\w+|search\?query=[\w%]+)$/
            );
        }
        expect(await page.locator('body').innerText()).not.toMatch(/_secret_|sk_test_|receipts\/payment/);
    }
});
