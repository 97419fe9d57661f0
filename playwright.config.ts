import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/check/findChromium.ts';

export default defineConfig({
    testDir: 'e2e',
    fullyParallel: true,
    forbidOnly: true,
    retries: 0,
    // Long enough for a slow machine; no test waits for time to pass.
    timeout: 60_000,
    expect: { timeout: 15_000 },
    workers: 2,
    reporter: [['list']],
    use: {
        viewport: { width: 1280, height: 900 },
        timezoneId: 'America/New_York',
        launchOptions: {
            executablePath: findChromium(),
            // The sandbox needs rights that containers and root do not have; the tests open this project's pages only.
            args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
        }
    }
});
