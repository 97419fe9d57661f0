import { findAppFlexiPage } from './flexiPage.ts';
import { appPageRegions } from './pageComponents.ts';
import type { AppPage } from './pageModel.ts';
import { readTabs } from './tabs.ts';

/**
 * The page that a tab opens, as its FlexiPage says.
 * @returns undefined where the package has no such tab, or the tab no app page.
 */
export function appPage(sourceFolder: string, tabName: string): (AppPage & { title: string }) | undefined {
    const tab = readTabs(sourceFolder).find(({ name }) => name === tabName);
    const flexiPage = tab && findAppFlexiPage(sourceFolder, tab.flexiPage);
    return (
        flexiPage && {
            kind: 'app',
            title: `${tab.label} | Local org`,
            label: flexiPage.label,
            regions: appPageRegions(sourceFolder, flexiPage)
        }
    );
}
