import fs from 'node:fs';
import { PICTURES, TEXTS_FILE } from '../scripts/docs/pictures.ts';
import { PICTURE_SETTINGS, showPicture, textsOf } from '../scripts/docs/showPicture.ts';
import { expect, test } from './fixtures.ts';

const texts = JSON.parse(fs.readFileSync(TEXTS_FILE, 'utf8')) as Record<string, string[]>;

test.describe('what was to read in the pictures of the documentation when they were taken', () => {
    test.use(PICTURE_SETTINGS);

    for (const picture of PICTURES) {
        test(`is still on the page: ${picture.name}`, async ({ page, localOrg }) => {
            const shown = await showPicture(page, localOrg, picture);
            await expect(shown).toBeVisible();
            expect(await textsOf(shown), 'The picture is stale. Take it anew: npm run docs').toEqual(
                texts[picture.name]
            );
        });
    }
});
