import { SAMPLE_DATA } from '../scripts/local-org/server/startLocalOrg.ts';
import { BUILD_TIMEOUT, test } from './fixtures.ts';

/** Tests with a local org of their own, which speaks this language. */
export const speaking = (language: string) =>
    test.extend({
        localOrg: [
            async ({ orgNamed }, use) => {
                await use(await orgNamed(language, (start) => start({ dataPaths: [SAMPLE_DATA], language })));
            },
            { scope: 'test', timeout: BUILD_TIMEOUT }
        ]
    });
