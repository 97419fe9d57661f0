import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Locator, type Page } from '@playwright/test';
import { findChromium } from '../check/findChromium.ts';
import { startLocalOrg } from '../local-org/server/startLocalOrg.ts';
import { PICTURES, TEXTS_FILE, type Picture } from './pictures.ts';
import { PICTURE_SETTINGS, showPicture, textsOf } from './showPicture.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../docs/pictures');

/** Pixels around what is shown. */
const MARGIN = 8;

const HELP = `Takes the pictures of the documentation from the running console, and writes them to docs/pictures,
and what there is to read in them beside this program, so that a test notices a picture that has become stale.

npm run docs
`;

if (process.argv.length > 2) {
    process.stdout.write(HELP);
} else {
    await takePictures();
}

async function takePictures(): Promise<void> {
    const localOrg = await startLocalOrg();
    const browser = await chromium.launch({
        executablePath: findChromium(),
        // The sandbox needs rights that containers and root do not have; only this project's pages are opened.
        args: ['--no-sandbox', '--disable-gpu']
    });
    try {
        fs.mkdirSync(FOLDER, { recursive: true });
        const texts: Record<string, string[]> = {};
        for (const picture of PICTURES) {
            const page = await browser.newPage(PICTURE_SETTINGS);
            const file = path.join(FOLDER, `${picture.name}.png`);
            const shown = await showPicture(page, localOrg, picture);
            texts[picture.name] = await textsOf(shown);
            const clip = await clipOf(page, picture, shown);
            await page.screenshot({ path: file, fullPage: true, animations: 'disabled', clip });
            process.stdout.write(`docs/pictures/${picture.name}.png: ${Math.ceil(fs.statSync(file).size / 1024)} KB\n`);
            await page.close();
        }
        fs.writeFileSync(TEXTS_FILE, `${JSON.stringify(texts, null, 4)}\n`);
    } finally {
        await browser.close();
        await localOrg.close();
    }
}

/** Where it is on the whole page, in pixels, with a margin. */
async function clipOf(page: Page, { name, height = Infinity }: Picture, shown: Locator) {
    const box = await shown.boundingBox();
    if (!box) {
        throw new Error(`There is nothing to see of the picture ${name}.`);
    }
    const scrolled = await page.evaluate<number>('window.scrollY');
    return {
        x: box.x - MARGIN,
        y: box.y + scrolled - MARGIN,
        width: box.width + 2 * MARGIN,
        height: Math.min(box.height, height) + 2 * MARGIN
    };
}
