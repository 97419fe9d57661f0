import { PICTURES } from '../scripts/docs/pictures.ts';
import { PICTURE_SETTINGS, showPicture } from '../scripts/docs/showPicture.ts';
import { expect, test } from './fixtures.ts';

test.describe('what the pictures of the documentation show', () => {
    test.use(PICTURE_SETTINGS);

    for (const picture of PICTURES) {
        test(`is on the page: ${picture.name}`, async ({ page, localOrg }) => {
            await expect(await showPicture(page, localOrg, picture)).toBeVisible();
        });
    }
});
