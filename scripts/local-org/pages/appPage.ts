import type { Language } from '../build/language.ts';
import { findAppFlexiPage } from './flexiPage.ts';
import { appPageRegions } from './pageComponents.ts';
import type { AppPage } from './pageModel.ts';
import { readTabs } from './tabs.ts';

/**
 * The page that a tab opens, as its FlexiPage says.
 * @returns undefined where the package has no such tab, or the tab no app page.
 */
export function appPage(
    sourceFolder: string,
    tabName: string,
    language: Language
): (AppPage & { title: string }) | undefined {
    const tab = readTabs(sourceFolder, language).find(({ name }) => name === tabName);
    const flexiPage = tab && findAppFlexiPage(sourceFolder, tab.flexiPage, language);
    return (
        flexiPage && {
            kind: 'app',
            title: `${tab.label} | Local org`,
            label: tab.label,
            regions: appPageRegions(sourceFolder, flexiPage)
        }
    );
}
