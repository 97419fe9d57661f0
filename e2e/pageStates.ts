import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** A list of the console by its title. */
export const listOf = (page: Page, title: string): Locator =>
    page.locator('c-payment-record-list').filter({ has: page.getByRole('heading', { name: new RegExp(`^${title}`) }) });

/** A page of the console has read all it wants to. */
export async function expectLoaded(page: Page): Promise<void> {
    await expect(page.locator('c-timeline-view').first()).toBeVisible();
    await expectQuiet(page);
}

export async function expectQuiet(page: Page): Promise<void> {
    await expect(page.locator('lightning-spinner')).toHaveCount(0);
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

/** Every link of the page tells how it was found. */
export async function explainLinks(page: Page): Promise<void> {
    // All at once: pages have dozens, and a press of each takes as long as the page itself.
    await page
        .locator('button.explain')
        .evaluateAll((buttons: HTMLElement[]) => buttons.forEach((button) => button.click()));
    await expect(page.locator('button.explain[aria-expanded=false]')).toHaveCount(0);
}

/** Adds a component to the record pages that the local org serves, as an administrator can in App Builder. */
export async function placeOnRecordPages(page: Page, componentName: string): Promise<void> {
    await page.route('**/lightning/r/**', async (route) => {
        const response = await route.fetch();
        const component = JSON.stringify({ kind: 'package', componentName, properties: {} });
        const html = await response.text();
        await route.fulfill({ response, body: html.replace('"components":[', `"components":[${component},`) });
    });
}

/** Opens the window of the gateway log with this number, from the list. */
export async function readLog(page: Page, number: string): Promise<Locator> {
    await page
        .locator('c-record-table')
        .getByRole('button', { name: `Read log ${number}` })
        .click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('tree').first()).toBeVisible();
    return dialog;
}

/** Nothing reaches beyond the page to the side. */
export async function expectNoOverflow(page: Page): Promise<void> {
    const beyond = await page.evaluate(() => {
        const root = document.documentElement;
        return root.scrollWidth - root.clientWidth;
    });
    expect(beyond, 'pixels beyond the page').toBeLessThanOrEqual(0);
}

/** Opens the menu of the first link of a list whose mode is not known, and chooses, by keyboard. */
export async function chooseMode(list: Locator, mode: 'In live mode' | 'In test mode'): Promise<Page> {
    const page = list.page();
    await list.getByRole('button', { name: /live or test\?/ }).press('Enter');
    // The menu takes the focus itself, and closes if somebody else does before.
    await expect(page.getByRole('menuitem', { name: 'In live mode' })).toBeFocused();
    if (mode === 'In test mode') {
        await page.keyboard.press('ArrowDown');
        await expect(page.getByRole('menuitem', { name: mode })).toBeFocused();
    }
    const opened = page.context().waitForEvent('page');
    await page.keyboard.press('Enter');
    return opened;
}
