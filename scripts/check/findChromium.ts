import { existsSync } from 'node:fs';
import { installWithApt } from './installWithApt.ts';

/** Names a browser other than the ones that are looked for. */
export const CHROMIUM_VARIABLE = 'CHROMIUM_PATH';

/** Chromium without windows: the same engine, and the tests take two thirds of the time. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

const USUAL_PLACES = [
    HEADLESS_SHELL,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'
];

/**
 * The path of a Chromium or Chrome for the browser tests. On Debian and its kin one is installed with apt where none
 * is there. Throws with what to do where there is none and none can be had.
 */
export function findChromium(): string {
    const named = process.env[CHROMIUM_VARIABLE];
    if (named !== undefined && named !== '') {
        if (!existsSync(named)) {
            throw new Error(`${CHROMIUM_VARIABLE} names ${named}, which does not exist.`);
        }
        return named;
    }
    const found = USUAL_PLACES.find((place) => existsSync(place)) ?? installChromium();
    if (found === undefined) {
        throw new Error(
            `The browser tests need Chromium or Chrome. Install one, or set ${CHROMIUM_VARIABLE} to the path of its program.`
        );
    }
    return found;
}

/** Where apt has the faster Chromium and this user may install it. Without it the tests take whichever there is. */
export function installHeadlessShell(): void {
    if (!existsSync(HEADLESS_SHELL) && process.getuid?.() === 0 && process.env[CHROMIUM_VARIABLE] === undefined) {
        installWithApt('Installing a Chromium without windows with apt for the browser tests.', [
            'chromium-headless-shell',
            'fonts-liberation'
        ]);
    }
}

function installChromium(): string | undefined {
    installWithApt('Installing Chromium with apt for the browser tests.', ['chromium', 'fonts-liberation']);
    return USUAL_PLACES.find((place) => existsSync(place));
}
