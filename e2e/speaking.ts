import { SAMPLE_DATA, startLocalOrg } from '../scripts/local-org/server/startLocalOrg.ts';
import { test } from './fixtures.ts';

type LanguageTest = typeof test;

const known = new Map<string, LanguageTest>();

/** Tests with a local org of their own, which speaks this language. */
export function speaking(language: string): LanguageTest {
    // One for all files: Playwright starts a worker, and a build, for each.
    const inLanguage = known.get(language) ?? extend(language);
    known.set(language, inLanguage);
    return inLanguage;
}

const extend = (language: string) =>
    test.extend({
        localOrg: [
            async ({ lightningWebSecurity }, use) => {
                const localOrg = await startLocalOrg({ dataPaths: [SAMPLE_DATA], language, lightningWebSecurity });
                await use(localOrg);
                await localOrg.close();
            },
            // It is built first, which a busy machine takes long for.
            { scope: 'worker', timeout: 180_000 }
        ]
    });
