import { expect, test } from './fixtures.ts';
import { chooseMode, expectLoaded } from './pageStates.ts';

const BUSY_ORDER = '00000116';
const LABEL = '{0} of {1} rows shown';
const INTRUDER = 'written by a script of the page';

test.describe('the components in the sandbox of Lightning Web Security', () => {
    test('have a JavaScript of their own, which no script of the page can change', async ({ page, openSummary }) => {
        await page.addInitScript(
            ([label, intruder]) => {
                // Playwright runs this in every frame; the sandbox is one, which no script of the page gets at.
                if (window !== window.top) {
                    return;
                }
                const replace = Reflect.get(String.prototype, 'replace') as (...values: unknown[]) => string;
                Object.defineProperty(String.prototype, 'replace', {
                    value(this: string, ...values: unknown[]) {
                        return String(this) === label ? intruder : Reflect.apply(replace, this, values);
                    }
                });
            },
            [LABEL, INTRUDER]
        );
        await openSummary(BUSY_ORDER);
        const list = page
            .locator('c-payment-record-list')
            .filter({ has: page.getByRole('heading', { name: /^Payments/ }) });
        await expect(list.getByRole('status').filter({ hasText: /rows shown|script/ })).toHaveText(
            '10 of 49 rows shown'
        );
        expect(await page.evaluate((label) => label.replace('{0}', '10'), LABEL)).toBe(INTRUDER);
    });

    test('keep what they store apart from what others store', async ({ page, openSummary, localOrg }) => {
        localOrg.faults.hideObject('Organization');
        await openSummary('00000101');
        await expectLoaded(page);
        const list = page.locator('c-payment-record-list').first();
        await (await chooseMode(list, 'In live mode')).close();
        // The sandbox puts its namespace before the name.
        expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['LSKey[c]stripePayments.chosenModes']);
    });
});
