import { chromium, type Browser } from '@playwright/test';
import { findChromium } from '../scripts/check/findChromium.ts';

/** The browser that benchmarks measure in, without what it does by itself in the background. */
export function launchChromium(): Promise<Browser> {
    return chromium.launch({
        executablePath: findChromium(),
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
    });
}
