import { SAMPLE_DATA, startLocalOrg } from '../scripts/local-org/server/startLocalOrg.ts';
import { test } from './fixtures.ts';

/** Tests with a local org of their own, which speaks this language. */
export const speaking = (language: string) =>
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
