import type { Locator, Page } from '@playwright/test';
import type { RunningLocalOrg } from '../local-org/server/startLocalOrg.ts';
import type { Picture } from './pictures.ts';

/** What a picture looks like depends on nothing else: the day after the newest sample record, light mode, English. */
export const PICTURE_SETTINGS = {
    viewport: { width: 1280, height: 1000 },
    colorScheme: 'light',
    locale: 'en-US',
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce'
} as const;

const NOW = new Date('2026-11-24T15:00:00Z');

/** Opens the page of a picture, brings it into its state, and waits until all that the picture has to show is there. */
export async function showPicture(page: Page, localOrg: RunningLocalOrg, picture: Picture): Promise<Locator> {
    await page.clock.setFixedTime(NOW);
    await page.goto(localOrg.url + addressOf(localOrg, picture));
    await picture.prepare?.(page);
    for (const find of picture.contains) {
        await find(page).waitFor({ state: 'visible' });
    }
    await page.locator('lightning-spinner').first().waitFor({ state: 'detached' });
    return picture.shows(page);
}

/** What there is to read in a picture, line by line: what is for screen readers only as well. */
export async function textsOf(shown: Locator): Promise<string[]> {
    const lines = (await shown.innerText()).split('\n');
    return lines.map((line) => line.trim()).filter((line) => line !== '');
}

function addressOf({ org }: RunningLocalOrg, { name, page }: Picture): string {
    if ('address' in page) {
        return page.address;
    }
    const [record] = org.query(page.soql).records;
    if (!record) {
        throw new Error(`The sample data has no record for the picture ${name}: ${page.soql}`);
    }
    return `/lightning/r/${page.objectName}/${String(record['Id'])}/view`;
}
