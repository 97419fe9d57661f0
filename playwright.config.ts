import { defineConfig } from '@playwright/test';
import type { WorkerOptions } from './e2e/fixtures.ts';
import { findChromium } from './scripts/check/findChromium.ts';

const SANDBOX_TESTS = 'lightningWebSecurity.spec.ts';

/**
 * What the components say and draw, which the sandbox they run in has no part in. Once, where they run in most orgs. All
 * other tests run in both places: that the console works, and that no text does harm, which a sandbox could hide.
 */
const TESTS_OF_CONTENT = [
    'accessibility.spec.ts',
    'faults.spec.ts',
    'linkCases.spec.ts',
    'locales.spec.ts',
    'sampleData.spec.ts'
];

/** About sizes, pictures and translations, not about how components run. */
const TESTS_OF_FILES = ['budgets.spec.ts', 'docs.spec.ts', 'languages.spec.ts'];

export default defineConfig<object, WorkerOptions>({
    testDir: 'e2e',
    fullyParallel: true,
    forbidOnly: true,
    retries: 0,
    // Long enough for a slow machine; no test waits for time to pass.
    timeout: 120_000,
    expect: { timeout: 30_000 },
    workers: 2,
    reporter: [['list']],
    projects: [
        { name: 'console', testIgnore: [SANDBOX_TESTS, ...TESTS_OF_CONTENT] },
        {
            name: 'lightning-web-security',
            testIgnore: TESTS_OF_FILES,
            use: { lightningWebSecurity: true }
        }
    ],
    use: {
        viewport: { width: 1280, height: 900 },
        timezoneId: 'America/New_York',
        launchOptions: {
            executablePath: findChromium(),
            // The sandbox needs rights that containers and root do not have; the tests open this project's pages only.
            args: [
                '--no-sandbox',
                '--disable-gpu',
                '--disable-background-networking',
                '--disable-component-update',
                // Whatever a page asks for, nothing leaves this computer.
                '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'
            ]
        }
    }
});
