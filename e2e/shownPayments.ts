import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** What the page of a summary tells a person, as far as its parts can fail apart from each other. */
export interface ShownPayments {
    /** Rows of each list, by its title. */
    rows: Readonly<Record<string, number>>;
    /** Messages that something could not be read, by the list that they stand in, or `Notice`. */
    alerts: Readonly<Record<string, string>>;
    /** What else lists and notice say: that they are empty, or that something is hidden. */
    notes: Readonly<Record<string, string>>;
    events: number;
    amounts: string[];
    /** The timeline says that it may not know of everything. */
    isTimelineUncertain: boolean;
    /** Something is still being read. */
    isBusy: boolean;
}

/** The notice above the lists, among the places of messages. */
export const NOTICE = 'Notice';

/** Waits until the page shows this and nothing else. Parts may be asymmetric, such as `expect.any(Number)`. */
export async function expectShown(page: Page, expected: object, message?: string): Promise<void> {
    await expect.poll(() => shownPayments(page), { message, intervals: [50, 100, 200] }).toEqual(expected);
}

/** Reads all of it at one moment, which also takes less time than to ask for it piece by piece. */
export function shownPayments(page: Page): Promise<ShownPayments> {
    return page.evaluate((noticeName) => {
        /** By XPath, because the framework hides the insides of components from the other ways. */
        function find(path: string, from: Node = document): HTMLElement[] {
            const found = document.evaluate(path, from, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
            return Array.from({ length: found.snapshotLength }, (_, index) => found.snapshotItem(index) as HTMLElement);
        }
        const textOf = (element: HTMLElement) => element.innerText.replace(/\s+/g, ' ').trim();
        const textsAt = (path: string, from: HTMLElement) => find(path, from).map(textOf).join(' ');

        /** Where there is any text. */
        function textsByPlace(path: string): Record<string, string> {
            const texts = places.map(([name, place]) => [name, textsAt(path, place)] as const);
            return Object.fromEntries(texts.filter(([, text]) => text !== ''));
        }

        const lists = find('//c-payment-record-list').map((list) => {
            // "Refunds (3)"
            const title = textsAt('.//h2', list).replace(/ \(.*/, '');
            return [title, list] as const;
        });
        const notices = find('//c-settings-notice').map((notice) => [noticeName, notice] as const);
        const places = [...lists, ...notices];
        const alerts = textsByPlace('.//*[@role="alert"]');
        const elsewhere = find('//*[@role="alert"]').length - Object.keys(alerts).length;
        return {
            rows: Object.fromEntries(lists.map(([title, list]) => [title, find('.//tbody/tr', list).length])),
            alerts: elsewhere === 0 ? alerts : { ...alerts, elsewhere: `${elsewhere} more` },
            notes: textsByPlace(
                './/p[not(@role="status") and not(ancestor::table) and not(ancestor::*[@role="alert"])]'
            ),
            events: find('//c-timeline-view//li').length,
            amounts: find('//c-totals-table//dd/span').map(textOf),
            isTimelineUncertain: find('//c-timeline-view').some((view) =>
                textOf(view).includes('Events may be missing')
            ),
            isBusy: find('//lightning-spinner | //*[@aria-busy="true"]').length > 0
        };
    }, NOTICE);
}
